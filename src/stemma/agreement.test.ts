import { describe, expect, it } from "vitest";
import { measureAgreement, measurePaths } from "./agreement.ts";

const NAMES = ["A", "B", "C"];

describe("measurePaths", () => {
  it("counts lines over lost nodes, by the shortest way", () => {
    expect(
      measurePaths(NAMES, [
        ["x", "A"],
        ["x", "B"],
        ["B", "C"],
      ]),
    ).toEqual([
      [0, 2, 3],
      [2, 0, 1],
      [3, 1, 0],
    ]);
    expect(measurePaths(["A", "B"], [])[0]).toEqual([0, Number.POSITIVE_INFINITY]);
  });
});

describe("measureAgreement", () => {
  const chain = measurePaths(NAMES, [
    ["A", "B"],
    ["B", "C"],
  ]);
  const star = measurePaths(NAMES, [
    ["x", "A"],
    ["x", "B"],
    ["x", "C"],
  ]);
  const other = measurePaths(NAMES, [
    ["B", "A"],
    ["A", "C"],
  ]);

  it("is 1 for the same tree and where nothing can differ", () => {
    expect(measureAgreement(chain, chain)).toBe(1);
    expect(
      measureAgreement(
        [
          [0, 1],
          [1, 0],
        ],
        [
          [0, 2],
          [2, 0],
        ],
      ),
    ).toBe(1);
  });

  it("counts half for a tie against a difference, none for the contrary", () => {
    // of A, B and C as the middle: B nearer to A, tie at B, B nearer to C; all ties in the star
    expect(measureAgreement(chain, star)).toBeCloseTo((0.5 + 1 + 0.5) / 3);
    // in the other chain: tie at A, A nearer to B, A nearer to C
    expect(measureAgreement(chain, other)).toBeCloseTo((0.5 + 0.5 + 0) / 3);
  });
});
