import { describe, expect, it } from "vitest";
import { MILL, makeAnalysis } from "../../test/rows.ts";
import { makeStemma } from "../../test/stemma.ts";
import { makePlain } from "../../test/table.ts";
import { analyze } from "../analyze.ts";
import { drawOutline } from "./outline.ts";
import { PLAIN } from "./paint.ts";
import { renderTerminal } from "./terminal.ts";
import { makeView } from "./view.ts";
import { measureWidth } from "./width.ts";

const draw = (notation: string, width = 80) =>
  drawOutline(makeView({ ...makeAnalysis(MILL), stemma: makeStemma(notation) }), { width, paint: PLAIN });

describe("drawOutline", () => {
  it("indents what was made from what, with a reason each", () => {
    expect(draw("α(A(B+C),C)").join("\n")).toBe(
      `
α lost text
├── A Outlet A · 2 May 2024
│     from α, confidence 0.8: Both have a reading that no other has.
│   └── B Outlet B · 2 May 2024
│         from A, confidence 0.8: Both have a reading that no other has.
│         also from C, confidence 0.8: Both have a reading that no other has.
└── C Outlet C · 2 May 2024
      from α, confidence 0.8: Both have a reading that no other has.`.trim(),
    );
  });

  it("says of an interview with whom it was, where that is one person", () => {
    const said = (name: string, words: string) => `“${words},” ${name} told the Erie Times on Monday.`;
    const show = (text: string): string =>
      drawOutline(makeView(analyze([makePlain("a", text), makePlain("b", "It rains.")])), {
        width: 80,
        paint: PLAIN,
      }).join("\n");
    const one = said("Ana Ruiz", "The wall will not hold for long");
    expect(show(one)).toContain("Erie Times · interview with Ana Ruiz, lost");
    expect(show(said("a harbour clerk", "The wall will not hold for long"))).toContain(
      "interview with a harbour clerk,",
    );
    for (const vague of ["he", "the clerk"])
      expect(show(said(vague, "The wall will not hold for long"))).toContain("Erie Times · interview, lost");
    const reported = "“The wall will not hold for long,” Ana Ruiz said, the Erie Times reported.";
    expect(show(reported)).toContain("Erie Times · report, lost");
    const behind =
      "The mayor, Ben Roe, spoke to the Erie Times. “The quay stays open,” Pia Sandrel told the newspaper.";
    expect(show(behind)).toContain("Erie Times · interview with Pia Sandrel, lost");
  });

  it("says that a report has a part from a text, where it has no exemplar", () => {
    expect(draw("A+α,α").slice(0, 3)).toEqual([
      "A Outlet A · 2 May 2024",
      "  in part from α, confidence 0.8: Both have a reading that no other has.",
      "α lost text",
    ]);
  });

  it("puts what stands alone last, and says that it cannot be told", () => {
    expect(draw("A,B(C)").at(-2)).toBe("A Outlet A · 2 May 2024");
    expect(draw("A,B(C)").at(-1)).toBe("  cannot tell from where");
  });

  it("keeps the width however deep it goes, and leaves nobody out", () => {
    const chain = Array.from({ length: 40 }, (_, at) => "αβγδεζηθικ"[Math.floor(at / 4)]!.repeat((at % 4) + 1));
    const lines = draw(`${chain.join("(")}${")".repeat(39)}`, 60);
    expect(Math.max(...lines.map(measureWidth))).toBeLessThanOrEqual(60);
    for (const name of chain) expect(lines.some((line) => line.includes(`${name} lost text`))).toBe(true);
  });
});

describe("renderTerminal", () => {
  it("has the stemma after the findings", () => {
    const analysis = makeAnalysis(MILL);
    const page = renderTerminal({ ...analysis, stemma: makeStemma("A(B,C)") });
    expect(page).toContain("All go back to A, Outlet A.\n\nA Outlet A");
    expect(page.indexOf("── Stemma")).toBeGreaterThan(page.indexOf("── Findings"));
    expect(page.indexOf("── Stemma")).toBeLessThan(page.indexOf("── Side by side"));
  });
});
