import fc from "fast-check";
import { XmlDocument } from "libxml2-wasm";
import { describe, expect, it } from "vitest";
import { hasHarm, hostile } from "../../test/hostile.ts";
import { MILL, makeAnalysis } from "../../test/rows.ts";
import { makeStemma } from "../../test/stemma.ts";
import { makeLine } from "./escape.ts";
import { renderGraphml } from "./graphml.ts";

const GRAPHML = { g: "http://graphml.graphdrawing.org/xmlns" };

/** Lists the values of an expression. */
function list(file: XmlDocument, path: string): string[] {
  return file.find(path, GRAPHML).map((node) => node.content);
}

describe("renderGraphml", () => {
  it("reads back as the graph it was, each value under a key that is declared for it", () => {
    const file = XmlDocument.fromString(renderGraphml({ ...makeAnalysis(MILL), stemma: makeStemma("α(A(B),C+B)") }));
    expect(list(file, "//g:node/@id")).toEqual(["A", "B", "C", "α"]);
    expect(list(file, "//g:edge/@source")).toEqual(["α", "A", "α", "B"]);
    expect(list(file, "//g:edge/@target")).toEqual(["A", "B", "C", "C"]);
    expect(list(file, "//g:edge/g:data[@key='kind']")).toEqual(["exemplar", "exemplar", "exemplar", "contamination"]);
    expect(list(file, "//g:node/g:data[@key='class']")).toEqual(["extant", "extant", "extant", "hypothetical"]);
    for (const kind of ["node", "edge"]) {
      const keys = list(file, `//g:key[@for='${kind}']/@id`);
      expect(list(file, `//g:${kind}/g:data/@key`).filter((key) => !keys.includes(key))).toEqual([]);
    }
    file.dispose();
  });

  it("gives an outlet’s name back, whatever it is", () => {
    const property = fc.property(hostile, (outlet) => {
      const analysis = makeAnalysis(MILL);
      const reports = analysis.reports.map(({ siglum, report }) => ({
        siglum,
        report: { ...report, outlet, url: outlet },
      }));
      const text = renderGraphml({ ...analysis, reports, stemma: makeStemma("α(A(B),C)") });
      expect(hasHarm(text)).toBe(false);
      const file = XmlDocument.fromString(text);
      const [label] = list(file, "//g:node[@id='A']/g:data[@key='label']");
      expect(label).toBe(makeLine(outlet));
      file.dispose();
    });
    fc.assert(property, { seed: 1, numRuns: 100 });
  });
});
