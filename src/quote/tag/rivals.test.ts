import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONTENT, LABELS } from "./label.ts";
import type { Draft } from "./resolve.ts";
import { findRivals, rivalOf } from "./rivals.ts";

const LENGTH = 12;

/** A draft over some words of a line, all of one chance to be its content. */
function makeDraft([from, size, confidence, chance]: readonly [number, number, number, number]): Draft {
  const to = Math.min(LENGTH, from + size);
  const chances = new Float64Array((to - from) * LABELS);
  for (let k = CONTENT; k < chances.length; k += LABELS) chances[k] = chance;
  return {
    window: { from, to, heart: from },
    labels: new Uint8Array(to - from),
    confidence,
    chances,
  } as unknown as Draft;
}

describe("rivalOf", () => {
  it("is the strongest claim of all others to a word, as found one by one", () => {
    const share = fc.integer({ min: 1, max: 4 }).map((quarters) => quarters / 4);
    const shape = fc.tuple(fc.nat(LENGTH - 1), fc.integer({ min: 1, max: 6 }), share, share);
    fc.assert(
      fc.property(fc.array(shape, { maxLength: 6 }), (shapes) => {
        const rivals = findRivals(shapes.map(makeDraft), LENGTH);
        for (let at = 0; at < shapes.length; at++)
          for (let i = 0; i < LENGTH; i++) {
            const others = shapes.filter(([from, size], k) => k !== at && i >= from && i < from + size);
            const most = Math.max(0, ...others.map(([, , confidence, chance]) => confidence * chance));
            expect(rivalOf(rivals, at, i)).toBe(most);
          }
      }),
    );
  });
});
