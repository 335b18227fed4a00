import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findAnchors, findRuns, numberKnown, numberWords, type Rows } from "./anchor.ts";
import { know } from "./link.ts";
import { makeWords, type Word } from "./word.ts";

const read = (text: string) => makeWords(text, [{ from: 0, to: text.length }], []);

function number(a: readonly Word[], b: readonly Word[]): Rows {
  const { rows, count } = numberWords([a, b]);
  return { a: rows[0]!, b: rows[1]!, inA: new Int32Array(count), inB: new Int32Array(count) };
}

/** The places of all anchored words. */
function listAnchored(a: readonly Word[], b: readonly Word[]): (readonly [number, number])[] {
  return findAnchors(number(a, b), a).flatMap((run) =>
    Array.from({ length: run.length }, (_, k) => [run.a + k, run.b + k] as const),
  );
}

describe("findAnchors", () => {
  it("finds the runs on both sides of what differs", () => {
    const a = read("engineers found seven cracks in the northern harbour wall below the lighthouse");
    const b = read("engineers found seven holes in the northern harbour wall under the lighthouse");
    expect(listAnchored(a, b)).toEqual([0, 1, 2, 4, 5, 6, 7, 8].map((at) => [at, at]));
  });

  it("anchors nothing by function words alone", () => {
    expect(listAnchored(read("of the wall in the"), read("of the storm in the"))).toEqual([]);
  });

  const rows = fc
    .array(fc.constantFrom("wall", "storm", "harbour", "the", "of", "divers", "cement"), { maxLength: 30 })
    .map((words) => read(words.join(" ")));

  it("gives the same word at both places, both rising, and all of a text against itself", () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const anchors = listAnchored(a, b);
        for (const [k, [i, j]] of anchors.entries()) {
          expect(a[i]!.fold).toBe(b[j]!.fold);
          if (k > 0) expect(anchors[k - 1]![0] < i && anchors[k - 1]![1] < j).toBe(true);
        }
        const own = listAnchored(a, a);
        if (a.filter((word) => word.content).length >= 2) expect(own).toEqual(a.map((_, at) => [at, at]));
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it("finds the same runs by ids as by the words themselves", () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const known = know(a, b);
        expect(findRuns(numberKnown(known.a, known.b))).toEqual(findRuns(number(a, b)));
      }),
      { seed: 8, numRuns: 200 },
    );
  });
});
