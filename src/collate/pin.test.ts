import { describe, expect, it } from "vitest";
import { makePlain, showAll } from "../../test/table.ts";
import { analyze } from "../analyze.ts";
import { checkAnalysis } from "../check.ts";
import type { Report } from "../report/report.ts";
import type { Pin } from "./pin.ts";

const A = makePlain(
  "a",
  "Divers found seven cracks in the eastern section of the wall.\nThe council wants the lower town empty by Friday.\nSchools stay shut.",
);
const B = makePlain(
  "b",
  "Seven cracks were found by divers in the eastern section of the wall.\nBy the end of the week nobody is to live near the harbor.",
);
const C = makePlain("c", "Divers found seven cracks in the eastern section of the wall on Monday.");

/** Pins the lines that begin so in two reports. */
function pin(say: Pin["say"], [a, one]: [Report, string], [b, other]: [Report, string]): Pin {
  const find = (report: Report, words: string) => {
    const from = report.text.indexOf(words);
    return { report: report.id, from, to: from + words.length };
  };
  return { a: find(a, one), b: find(b, other), say };
}

const CRACKS = "Divers found seven cracks";
const same = pin("same", [A, "The council"], [B, "By the end"]);

function show(pins: readonly Pin[], reports: readonly Report[] = [A, B]): string {
  const analysis = analyze(reports, { pins });
  checkAnalysis(analysis);
  return showAll(analysis);
}

describe("pins", () => {
  it("pair what Stemma leaves apart, and say so in the pair", () => {
    expect(show([])).not.toContain("The council");
    const analysis = analyze([A, B], { pins: [same] });
    const pinned = analysis.collations.filter(({ pairs }) => pairs.some((pair) => pair.pinned));
    expect(showAll({ ...analysis, collations: pinned })).toMatch(/^A \|The council.*\nB \|.*By the end/u);
    expect(analysis.pins).toEqual([same]);
  });

  it("keep apart what Stemma pairs, and do not call it near", () => {
    const analysis = analyze([A, B], { pins: [pin("not", [A, CRACKS], [B, "Seven cracks"])] });
    expect(analysis.collations).toEqual([]);
    expect(analysis.lone.flatMap(({ near }) => near)).toEqual([]);
  });

  it("keep two apart where a third answers both", () => {
    const apart = pin("not", [A, CRACKS], [C, CRACKS]);
    expect(analyze([A, B, C]).collations[0]!.pairs).toHaveLength(3);
    const pairs = analyze([A, B, C], { pins: [apart] }).collations.flatMap((collation) => collation.pairs);
    expect(pairs.map(({ a, b }) => a + b)).not.toContain("AC");
    expect(pairs).toHaveLength(1);
  });

  it("make one wording of two sentences pinned to the same", () => {
    const shown = show([same, pin("same", [A, "Schools"], [B, "By the end"])]);
    expect(shown).toMatch(/A \|The council.*Schools stay shut/u);
  });

  it("are noted where they cannot be kept", () => {
    const [ab, bc, ac] = [
      pin("same", [A, CRACKS], [B, "Seven"]),
      pin("same", [B, "Seven"], [C, CRACKS]),
      pin("not", [A, CRACKS], [C, CRACKS]),
    ];
    const { notes, collations } = analyze([A, B, C], { pins: [ab, bc, ac] });
    expect(notes).toHaveLength(1);
    expect(notes[0]!.message).toMatch(/^B \d+–\d+ and C \d+–\d+ were to be paired and are not/u);
    expect(collations.map(({ pairs }) => pairs.map(({ a, b }) => a + b))).toEqual([["AB"]]);
  });

  it("count the same in any order, either way round, and twice", () => {
    const apart = pin("not", [A, CRACKS], [B, "Seven"]);
    const turned = { ...apart, a: apart.b, b: apart.a };
    expect(analyze([A, B], { pins: [apart, same, turned] })).toEqual(analyze([B, A], { pins: [same, turned] }));
  });

  it("must be on two of the reports", () => {
    expect(() => analyze([A, B], { pins: [pin("same", [A, "Divers"], [C, "Divers"])] })).toThrow(RangeError);
    expect(() => analyze([A, B], { pins: [pin("not", [A, "Divers"], [A, "Schools"])] })).toThrow(RangeError);
  });
});
