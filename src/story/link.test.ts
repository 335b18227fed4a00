import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Edge, linkReports, MILLION } from "./link.ts";

/** Average linkage by the book: look at all pairs of groups, put the best together, and again. */
function linkSlowly(count: number, edges: readonly Edge[], least: number): number[][] {
  const chance = new Map(edges.map(({ a, b, chance }) => [`${a} ${b}`, chance]));
  const mean = (x: readonly number[], y: readonly number[]) => {
    const sum = x.flatMap((a) => y.map((b) => chance.get(`${Math.min(a, b)} ${Math.max(a, b)}`) ?? 0));
    return sum.reduce((total, one) => total + one, 0) / sum.length;
  };
  const groups = Array.from({ length: count }, (_, at) => [at]);
  for (;;) {
    let best: { i: number; j: number; value: number } | null = null;
    for (let i = 0; i < groups.length; i++)
      for (let j = i + 1; j < groups.length; j++) {
        const value = mean(groups[i]!, groups[j]!);
        const bar = groups[i]!.length + groups[j]!.length === 2 ? Math.max(least, 0.4) : least;
        if (value > bar * MILLION && (best === null || value > best.value)) best = { i, j, value };
      }
    if (best === null) return groups;
    groups[best.i] = [...groups[best.i]!, ...groups[best.j]!].sort((a, b) => a - b);
    groups.splice(best.j, 1);
  }
}

const SIZE = 9;
const edges = fc
  .uniqueArray(fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1), fc.integer({ min: 1, max: 10 })), {
    selector: ([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`,
  })
  .map((list) =>
    list.flatMap(([x, y, tenths]) =>
      x === y ? [] : [{ a: Math.min(x, y), b: Math.max(x, y), chance: (tenths * MILLION) / 10 }],
    ),
  );

describe("linkReports", () => {
  it("gives the groups of average linkage by the book", () => {
    fc.assert(
      fc.property(edges, (list) => {
        expect(linkReports(SIZE, list, 0.25)).toEqual(linkSlowly(SIZE, list, 0.25));
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it("chains no unlike reports together", () => {
    const chain = [0, 1, 2].map((a) => ({ a, b: a + 1, chance: 0.5 * MILLION }));
    expect(linkReports(4, chain, 0.3)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });
});
