import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutSegments, type Mark } from "./segment.ts";

const mark = (from: number, to: number, number: number): Mark => ({ kind: "witness", from, to, number, anchor: null });

const marks = fc.array(
  fc.tuple(fc.nat(30), fc.nat(30), fc.nat(9)).map(([a, b, number]) => mark(Math.min(a, b), Math.max(a, b), number)),
);

describe("cutSegments", () => {
  it("cuts where marks begin and end, and says which hold", () => {
    const segments = cutSegments({ from: 0, to: 9 }, [mark(4, 12, 2), mark(1, 6, 1)]);
    expect(segments.map(({ from, to, marks }) => [from, to, marks.map((m) => m.number)])).toEqual([
      [0, 1, []],
      [1, 4, [1]],
      [4, 6, [1, 2]],
      [6, 9, [2]],
    ]);
  });

  it("gives the whole for no marks and nothing for a place", () => {
    expect(cutSegments({ from: 2, to: 5 }, [])).toEqual([{ from: 2, to: 5, marks: [] }]);
    expect(cutSegments({ from: 2, to: 2 }, [mark(0, 5, 1)])).toEqual([]);
  });

  it("says of every place what a slow look says, in any order of the marks", () => {
    fc.assert(
      fc.property(marks, fc.nat(20), (all, from) => {
        const span = { from, to: from + 10 };
        const segments = cutSegments(span, all);
        const places = segments.flatMap((s) =>
          Array.from({ length: s.to - s.from }, (_, at) => [s.from + at, s.marks]),
        );
        const slow = Array.from({ length: 10 }, (_, at) => from + at).map((place) => [
          place,
          new Set(all.filter((m) => m.from <= place && place < m.to)),
        ]);
        expect(places.map(([place, held]) => [place, new Set(held as Mark[])])).toEqual(slow);
        expect(cutSegments(span, all.toReversed())).toEqual(segments);
      }),
      { seed: 1 },
    );
  });
});
