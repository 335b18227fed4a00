import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSpan, clipSpans, cutSpans, findCovered, findFirst, isOverlapping, type Span, trimSpan } from "./span.ts";

const LENGTH = 24;
const span = fc
  .tuple(fc.nat(LENGTH - 1), fc.nat(6))
  .map(([from, length]): Span => ({ from, to: Math.min(LENGTH, from + length) }));
const spans = fc.array(span, { maxLength: 6 });
/** In text order, apart, none empty. */
const apart = spans.map((all) => {
  const sorted = [...all].sort((a, b) => a.from - b.from).filter(({ from, to }) => from < to);
  return sorted.filter((own, at) => at === 0 || sorted.slice(0, at).every((before) => before.to <= own.from));
});

/** The slow twin: the places that spans hold, one by one. */
const places = (all: readonly Span[]) =>
  Array.from({ length: LENGTH }, (_, at) => all.some(({ from, to }) => from <= at && at < to));

describe("cutSpans", () => {
  it("keeps just the places that no hole covers", () => {
    fc.assert(
      fc.property(apart, spans, (whole, holes) => {
        const rest = cutSpans(whole, holes);
        const covered = places(holes.filter(({ from, to }) => from < to));
        expect(places(rest)).toEqual(places(whole).map((has, at) => has && !covered[at]));
        expect(rest.every(({ from, to }) => from < to)).toBe(true);
      }),
      { seed: 3 },
    );
  });
});

describe("clipSpans", () => {
  it("keeps just the places within the whole", () => {
    fc.assert(
      fc.property(apart, span, (all, whole) => {
        const within = places([whole]);
        expect(places(clipSpans(all, whole))).toEqual(places(all).map((has, at) => has && within[at]!));
      }),
      { seed: 3 },
    );
  });
});

describe("findFirst", () => {
  it("finds the first that ends behind a place", () => {
    fc.assert(
      fc.property(apart, fc.nat(LENGTH), (all, from) => {
        const slow = all.findIndex(({ to }) => to > from);
        expect(findFirst(all, from)).toBe(slow === -1 ? all.length : slow);
      }),
      { seed: 3 },
    );
  });
});

describe("findCovered", () => {
  it("tells for each item whether any cover overlaps it", () => {
    fc.assert(
      fc.property(apart, spans, (items, covers) => {
        const real = covers.filter(({ from, to }) => from < to);
        expect(findCovered(items, real)).toEqual(items.map((item) => real.some((cover) => isOverlapping(item, cover))));
      }),
      { seed: 3 },
    );
  });
});

describe("trimSpan", () => {
  it("takes white space off both ends, and makes a place of nothing else", () => {
    expect(trimSpan(" a\u00a0b \n", { from: 0, to: 6 })).toEqual({ from: 1, to: 4 });
    expect(trimSpan("a   b", { from: 1, to: 4 })).toEqual({ from: 1, to: 1 });
  });
});

describe("checkSpan", () => {
  it("throws with the span and the limit", () => {
    expect(() => checkSpan({ from: 2, to: 9 }, 8)).toThrow("span 2 to 9 does not fit a text of 8");
    expect(() => checkSpan({ from: 3, to: 2 }, 8)).toThrow(RangeError);
    expect(() => checkSpan({ from: 0, to: 8 }, 8)).not.toThrow();
  });
});
