import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasHarm, hostile } from "../../test/hostile.ts";
import { MILL, makeAnalysis } from "../../test/rows.ts";
import { PLAIN } from "./paint.ts";
import { renderTerminal } from "./terminal.ts";
import { measureWidth } from "./width.ts";

/** The page from one heading to the next. */
function cutPart(page: string, name: string): string {
  return page
    .slice(page.indexOf(`── ${name}`))
    .split("\n\n")
    .slice(1)
    .join("\n\n");
}

describe("renderTerminal", () => {
  it("draws wordings under each other, with signs for what differs, is left out and is not reached", () => {
    const page = renderTerminal(makeAnalysis(MILL));
    expect(cutPart(page, "Side by side").split("\n\n3 ")[0]).toBe(
      [
        "1   Utterance · Ana Ruiz · Harbor Radio · in A, B and C",
        "    A   We saw  thick smoke    over the mill  [in Porto Alto]",
        "    B   We saw  *black smoke*  over the mill  ∅",
        "    C   ~       *smoke*        over the mill  ∅",
        "",
        "    A   and nobody was inside",
        "    B   and nobody was inside",
        "    C   ~",
        "",
        "2   Statement · in A and B",
        "    A   The fire began at  five   in the morning",
        "    B   The fire began at  *six*  in the morning",
      ].join("\n"),
    );
  });

  it("says in words that reports have nothing in common", () => {
    const alone = { ...makeAnalysis(MILL), collations: [], findings: [] };
    expect(renderTerminal(alone)).toMatch(/^Stemma · 3 reports, no utterance or statement in more than one\n/u);
    expect(renderTerminal(makeAnalysis(MILL))).toMatch(/^Stemma · 3 reports, \d utterances and statements in/u);
  });

  it("puts the findings with their words before the wordings", () => {
    const page = renderTerminal(makeAnalysis(MILL));
    expect(page.indexOf("ALERT  Quoted words differ")).toBeLessThan(page.indexOf("── Side by side"));
    expect(page).toContain("    B   We saw black smoke over the mill and nobody was inside");
    expect(cutPart(page, "Only here")).toBe("A   1 sentence, 6 words\nC   1 sentence, 6 words\n");
  });

  it("names every collation that a finding is about", () => {
    const analysis = makeAnalysis(MILL);
    const about = (...places: readonly number[]) => {
      const witnesses = places.flatMap((at) => analysis.collations[at]!.tradition.witnesses);
      const passages = witnesses.flatMap(({ report, spans }) => spans.map(({ from, to }) => ({ report, from, to })));
      const finding = { ...analysis.findings[0]!, message: "It is so.", passages, collation: places[0]! };
      return renderTerminal({ ...analysis, findings: [finding] });
    };
    expect(about(0)).toContain("It is so. (1)\n");
    expect(about(0, 1)).toContain("It is so. (1, 2)\n");
  });

  it("tells by which report what differs is marked, and where that one has nothing", () => {
    expect(renderTerminal(makeAnalysis(MILL))).toContain(
      "*…* not as in A, or, without it, in the first report listed (small words aside),",
    );
  });

  it("lists no more passages of one finding than can be read, and counts the rest", () => {
    const analysis = makeAnalysis(MILL);
    const [first] = analysis.findings;
    const passages = Array.from({ length: 20 }, () => first!.passages[0]!);
    const page = renderTerminal({ ...analysis, findings: [{ ...first!, passages }] });
    expect(page).toContain("\n    and 4 passages more\n");
  });

  it("paints without signs where it is given colors, and without changing the places", () => {
    const differs = (text: string) => `\u001b[1m${text}\u001b[0m`;
    const page = renderTerminal(makeAnalysis(MILL), { paint: { ...PLAIN, differs } });
    expect(page).toContain("B   The fire began at  \u001b[1msix\u001b[0m   in the morning");
  });

  it("keeps the width and sends nothing harmful, whatever the words and the width", () => {
    const words = hostile.map((text) => `x${text.replace(/[\n|~[]/g, "")}`);
    const property = fc.property(words, words, fc.integer({ min: 40, max: 120 }), (one, other, width) => {
      const analysis = makeAnalysis(`utterance ${one} at Radio\nA | ${one} | same\nB | ${other} | same`);
      const page = renderTerminal(analysis, { width });
      expect(hasHarm(page)).toBe(false);
      for (const line of page.split("\n")) expect(measureWidth(line)).toBeLessThanOrEqual(width);
    });
    fc.assert(property, { seed: 1 });
  });
});
