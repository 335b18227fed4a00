import { describe, expect, it } from "vitest";
import { measureConfidence } from "./confidence.ts";
import { makeWords } from "./word.ts";

const read = (text: string) => makeWords(text, [{ from: 0, to: text.length }], []);

const FOUND = read("Divers found seven cracks in the harbour wall on Tuesday, the council said.");
const LIKE = read("Seven cracks were found in the harbour wall by divers on Tuesday, said the council.");
const OTHER = read("On Tuesday the council votes on whether a new ferry may moor at the northern wall.");

describe("measureConfidence", () => {
  const measure = (j: number, dice: number) => measureConfidence([FOUND, LIKE, OTHER], [{ i: 0, j, dice }])[0]!;
  const byDice = (dice: number) => 1 / (1 + Math.exp(1.8 - 6.5 * dice));

  it("goes by what the words say where two wordings are not close", () => {
    expect(measure(1, 0.6)).toBeGreaterThan(0.99);
    expect(measure(2, 0.6)).toBeLessThan(0.9);
  });

  it("goes by how close they are where they are", () => {
    for (const j of [1, 2]) expect(measure(j, 0.8)).toBeCloseTo(byDice(0.8), 12);
  });

  it("judges the least alike of many, and goes by how close the others are", () => {
    const others = Array.from({ length: 30 }, (_, at) => read(`Boat ${at} left.`));
    const pairs = others.map((_, at) => ({ i: 0, j: 2 + at, dice: 0.5 }));
    const measured = measureConfidence([FOUND, LIKE, ...others], [{ i: 0, j: 1, dice: 0.6 }, ...pairs]);
    expect(measured[0]).toBeCloseTo(byDice(0.6), 12);
    for (const confidence of measured.slice(1)) expect(confidence).toBeLessThan(byDice(0.5) - 0.1);
  });
});
