import fc from "fast-check";
import { fromDot } from "ts-graphviz";
import { describe, expect, it } from "vitest";
import { hasHarm, hostile } from "../../test/hostile.ts";
import { MILL, makeAnalysis } from "../../test/rows.ts";
import { findWords, makeStemma } from "../../test/stemma.ts";
import type { Stemma } from "../stemma/stemma.ts";
import { renderDot } from "./dot.ts";
import { makeLine } from "./escape.ts";

describe("renderDot", () => {
  it("writes nodes by class, lost ones grey, and contamination dashed", () => {
    expect(
      renderDot({ ...makeAnalysis(MILL), stemma: makeStemma("α(A(B),C+B)") }),
    ).toBe(`digraph "The story as A has it" {
  "A" [class=extant, label="A", tooltip="Outlet A"];
  "B" [class=extant, label="B", tooltip="Outlet B"];
  "C" [class=extant, label="C", tooltip="Outlet C"];
  "α" [class=hypothetical, color=grey, fontcolor=grey, label="α", tooltip="lost text"];
  "α" -> "A" [support=0.9, confidence=0.8, tooltip="Both have a reading that no other has."];
  "A" -> "B" [support=0.9, confidence=0.8, tooltip="Both have a reading that no other has."];
  "α" -> "C" [support=0.9, confidence=0.8, tooltip="Both have a reading that no other has."];
  "B" -> "C" [style=dashed, support=0.9, confidence=0.8, tooltip="Both have a reading that no other has."];
}
`);
  });

  it("greys what is doubtful, and gives no support where there is none", () => {
    const { descents, ...stemma } = makeStemma("A(B)");
    const doubtful = descents.map((line) => ({ ...line, support: null, confidence: 0.4 }));
    expect(renderDot({ ...makeAnalysis(MILL), stemma: { ...stemma, descents: doubtful } })).toContain(
      '"A" -> "B" [color=grey, confidence=0.4, tooltip',
    );
  });

  it("says once what two reasons say alike", () => {
    const reason = { kind: "citation", message: "It says so.", passages: [], weight: 1 } as const;
    const stemma = makeStemma("A(B)", [reason, { ...reason, weight: 2 }]);
    expect(renderDot({ ...makeAnalysis(MILL), stemma })).toContain('tooltip="It says so."');
  });

  it("calls a lost node as a report does", () => {
    const analysis = makeAnalysis(MILL);
    const { nodes, ...stemma } = makeStemma("α(A,B)");
    const named = [findWords(analysis, "A", "Harbor Radio")];
    const told: Stemma = {
      ...stemma,
      nodes: nodes.map((node) => (node.siglum ? node : { ...node, named, lost: "interview" })),
    };
    expect(renderDot({ ...analysis, stemma: told })).toContain('label="α", tooltip="Harbor Radio"');
  });

  it("reads back, whatever an outlet is called", () => {
    const property = fc.property(hostile, (outlet) => {
      const analysis = makeAnalysis(MILL);
      const reports = analysis.reports.map(({ siglum, report }) => ({ siglum, report: { ...report, outlet } }));
      const text = renderDot({ ...analysis, reports, stemma: makeStemma("α(A(B),C+B)") });
      expect(hasHarm(text)).toBe(false);
      const graph = fromDot(text);
      expect(graph.nodes.map(({ id }) => id)).toEqual(["A", "B", "C", "α"]);
      expect(graph.edges).toHaveLength(4);
      const told = makeLine(outlet).replaceAll("\\", "\\\\");
      expect(graph.nodes[0]?.attributes.get("tooltip")).toBe(told);
    });
    fc.assert(property, { seed: 1, numRuns: 100 });
  });
});
