import { describe, expect, it } from "vitest";
import { makeChance } from "./chance.ts";

describe("makeChance", () => {
  it("draws the same numbers for the same seed", () => {
    const draw = (seed: number) => Array.from({ length: 5 }, makeChance(seed).draw);
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it("draws each whole number about as often, none outside", () => {
    const { below } = makeChance(1);
    const counts = new Array(10).fill(0);
    for (let i = 0; i < 10_000; i++) counts[below(10)]++;
    expect(counts).toHaveLength(10);
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
