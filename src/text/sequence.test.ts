import { describe, expect, it } from "vitest";
import { measureSequence } from "./sequence.ts";

const measure = (a: string, b: string): number => measureSequence(a.split(" "), b.split(" "));

describe("measureSequence", () => {
  it("counts what two have in common in their order, twice, over both", () => {
    expect(measure("the pier will hold", "the pier will hold")).toBe(1);
    expect(measure("the pier will hold", "the old pier may hold")).toBeCloseTo(6 / 9);
    expect(measure("hold pier", "pier hold")).toBe(0.5);
    expect(measure("pier", "wall")).toBe(0);
  });
});
