import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ADJACENT, findChain, type Link, measureWords } from "./align.ts";
import { alignWitness, makeMemory } from "./gap.ts";
import { numberWitnesses } from "./numbered.ts";
import { makeWords, type Word } from "./word.ts";

const read = (text: string) => makeWords(text, [{ from: 0, to: text.length }], []);

/** What links are worth together: each by itself, and more where it follows on the one before. */
function sumWorth(a: readonly Word[], b: readonly Word[], links: readonly Link[]): number {
  return links.reduce((sum, [i, j], k) => {
    const isNext = links[k - 1]?.[0] === i - 1 && links[k - 1]?.[1] === j - 1;
    return sum + measureWords(a[i]!, b[j]!) + (isNext ? ADJACENT : 0);
  }, 0);
}

/** The slow twin: every way to link, both sides rising. */
function findBest(a: readonly Word[], b: readonly Word[], links: readonly Link[] = []): number {
  const [i, j] = links.at(-1) ?? [-1, -1];
  let best = sumWorth(a, b, links);
  for (let x = i + 1; x < a.length; x++) {
    for (let y = j + 1; y < b.length; y++) {
      if (measureWords(a[x]!, b[y]!) > 0) best = Math.max(best, findBest(a, b, [...links, [x, y]]));
    }
  }
  return best;
}

describe("findChain", () => {
  const words = fc
    .array(fc.constantFrom("wall", "walls", "harbour", "the", "of", "storm", "interconnected", "connected"), {
      maxLength: 7,
    })
    .map((list) => read(list.join(" ")));

  it("finds links worth as much as the best of all ways, in rising order", () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const values = Float64Array.from(a.flatMap((x) => b.map((y) => measureWords(x, y))));
        const links = findChain({ rows: a.length, width: b.length, values });
        expect(links.every(([i, j], k) => k === 0 || (links[k - 1]![0] < i && links[k - 1]![1] < j))).toBe(true);
        expect(sumWorth(a, b, links)).toBeCloseTo(findBest(a, b), 9);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe("alignWitness", () => {
  it("aligns the ends alone where the middle is too long, and says so", () => {
    const long = (middle: string) => read(`harbour wall ${`${middle} `.repeat(2100)} storm`);
    const columns = long("crack").map((word) => [word]);
    const { witnesses, folds } = numberWitnesses([long("crack"), long("winter")]);
    const { answered, exact } = alignWitness(columns, witnesses[1]!, witnesses.slice(0, 1), makeMemory(folds));
    expect(exact).toBe(false);
    expect([...answered.entries()].filter(([, column]) => column !== -1)).toEqual([0, 1, 2102].map((at) => [at, at]));
  });
});
