import { describe, expect, it } from "vitest";
import { makeConfidence } from "./confidence.ts";
import { makeWords } from "./word.ts";

const read = (text: string) => makeWords(text, [{ from: 0, to: text.length }], []);

const FOUND = read("Divers found seven cracks in the harbour wall on Tuesday, the council said.");
const LIKE = read("Seven cracks were found in the harbour wall by divers on Tuesday, said the council.");
const OTHER = read("On Tuesday the council votes on whether a new ferry may moor at the northern wall.");

describe("makeConfidence", () => {
  const measure = makeConfidence([FOUND, LIKE, OTHER]);

  it("goes by what the words say where two wordings are not close", () => {
    expect(measure(0, 1, 0.6)).toBeGreaterThan(0.99);
    expect(measure(0, 2, 0.6)).toBeLessThan(0.9);
  });

  it("goes by how close they are where they are, and where there are too many to judge", () => {
    expect(measure(0, 2, 0.8)).toBe(measure(0, 1, 0.8));
    const others = Array.from({ length: 102 }, (_, at) => read(`Boat ${at} left.`));
    const many = makeConfidence([FOUND, LIKE, ...others]);
    for (const at of others.keys()) many(0, 2 + at, 0.6);
    expect(many(0, 1, 0.6)).toBeCloseTo(1 / (1 + Math.exp(1.8 - 6.5 * 0.6)), 12);
  });
});
