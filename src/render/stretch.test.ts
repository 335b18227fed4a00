import { describe, expect, it } from "vitest";
import { MILL, makeAnalysis } from "../../test/rows.ts";
import { findStretches, makeBands, type Stretch } from "./stretch.ts";
import { makeView } from "./view.ts";
import { measureWidth } from "./width.ts";

/** Rows as they were written: `~` a lacuna, blank an omission, a star before what differs. */
function draw(stretches: readonly Stretch[]): string[] {
  return stretches[0]!.wordings.map(({ siglum }, at) =>
    [siglum, ...stretches.map((stretch) => drawWording(stretch, at))].join("|"),
  );
}

function drawWording({ wordings }: Stretch, at: number): string {
  const { state, words, differs } = wordings[at]!;
  return (differs ? "*" : "") + (state === "lacuna" ? "~" : words);
}

function stretchesOf(rows: string): Stretch[] {
  const analysis = makeAnalysis(rows);
  return findStretches(makeView(analysis), analysis.collations[0]!);
}

describe("findStretches", () => {
  it("joins what all agree on and marks what departs from the base", () => {
    const rows = `
      statement
      A | The fire | began | at five | in the | morning
      B | The fire | began | at six  | in the | morning
      C | The fire | began | at five |        | morning`;
    expect(draw(stretchesOf(rows))).toEqual([
      "A|The fire began|at five|in the|morning",
      "B|The fire began|*at six|in the|morning",
      "C|The fire began|at five|*|morning",
    ]);
  });

  it("measures by the first who reaches there and keeps lacunae apart", () => {
    expect(draw(stretchesOf(MILL))).toEqual([
      "A|We saw|thick smoke|over the mill|[in Porto Alto]|and nobody was inside",
      "B|We saw|*black smoke|over the mill||and nobody was inside",
      "C|~|*smoke|over the mill||~",
    ]);
  });

  it("numbers what was moved", () => {
    const analysis = makeAnalysis("statement\nA | now | we go\nB | we go | now");
    const [a, b] = analysis.collations[0]!.loci.map((locus) => locus.readings);
    const move = { a: { siglum: "A", spans: a![0]!.spans }, b: { siglum: "B", spans: b![1]!.spans } };
    const found = findStretches(makeView(analysis), { ...analysis.collations[0]!, moves: [move] });
    expect(found.map((stretch) => stretch.wordings.map((wording) => wording.moves))).toEqual([
      [[1], []],
      [[], [1]],
    ]);
  });
});

describe("makeBands", () => {
  const measure = ({ words }: { words: string }) => measureWidth(words);

  it("starts a new band where the next stretch does not fit", () => {
    const bands = makeBands(stretchesOf("statement\nA | one | two | three\nB | 1 | 2 | three"), 8, measure);
    expect(bands.map(draw)).toEqual([
      ["A|one|two", "B|*1|*2"],
      ["A|three", "B|three"],
    ]);
  });

  it("splits what is wider than a band between words", () => {
    const bands = makeBands(stretchesOf("statement\nA | one two three | x\nB | | x"), 8, measure);
    expect(bands.map(draw)).toEqual([
      ["A|one two", "B|*"],
      ["A|three|x", "B||x"],
    ]);
  });
});
