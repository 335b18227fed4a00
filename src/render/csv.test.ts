import { describe, expect, it } from "vitest";
import { MILL, makeAnalysis } from "../../test/rows.ts";
import { makeStemma } from "../../test/stemma.ts";
import { renderCsv } from "./csv.ts";

describe("renderCsv", () => {
  it("writes nodes, then lines, in the order of the stemma", () => {
    const analysis = makeAnalysis(MILL);
    const [first, ...rest] = analysis.reports;
    const outlet = '=HYPERLINK("x"),\ny';
    const reports = [{ ...first!, report: { ...first!.report, outlet } }, ...rest.slice(0, 1)];
    expect(renderCsv({ ...analysis, reports, stemma: makeStemma("α(A,B+A)") })).toBe(
      [
        "row,name,called,published_from,published_to,url,file,from,to,kind,support,confidence,for,against",
        `node,A,"'=HYPERLINK(""x""), y",2024-05-01T10:00:00Z,2024-05-03T12:00:00Z,,a.txt,,,report,,,,`,
        "node,B,Outlet B,2024-05-01T10:00:00Z,2024-05-03T12:00:00Z,,b.txt,,,report,,,,",
        "node,α,lost text,,,,,,,lost,,,,",
        "line,,,,,,,α,A,exemplar,0.9,0.8,Both have a reading that no other has. (3.0),",
        "line,,,,,,,α,B,exemplar,0.9,0.8,Both have a reading that no other has. (3.0),",
        "line,,,,,,,A,B,contamination,0.9,0.8,Both have a reading that no other has. (3.0),",
        "",
      ].join("\r\n"),
    );
  });
});
