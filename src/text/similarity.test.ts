import { describe, expect, it } from "vitest";
import { measureLikeness } from "./similarity.ts";

describe("measureLikeness", () => {
  it("is 1 for the same word and 0 for different short ones", () => {
    expect(measureLikeness("sea", "sea")).toBe(1);
    expect(measureLikeness("sea", "seas")).toBe(0);
  });

  it("counts shared pairs of letters over all, each once", () => {
    expect(measureLikeness("night", "nacht")).toBeCloseTo((2 * 1) / 8); // ht
    expect(measureLikeness("banana", "bandana")).toBeCloseTo((2 * 4) / 11); // ba an na, and an again
  });

  it("gives a word that holds the other 0.8 at least", () => {
    expect(measureLikeness("interconnected", "connected")).toBe(0.8);
  });
});
