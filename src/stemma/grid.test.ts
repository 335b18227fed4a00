import { describe, expect, it } from "vitest";
import { makeTradition } from "../../test/tradition.ts";
import { makeChance } from "../text/chance.ts";
import { alignAffine } from "./affine.ts";
import { findCharacters } from "./character.ts";
import { type Grid, makeGrid } from "./grid.ts";
import { findRising } from "./rising.ts";

/** Rows of the grid, a dash where a text has nothing. */
function show({ columns, forms }: Grid): string[] {
  const rows = columns[0] === undefined ? [] : [...columns[0].keys()];
  return rows.map((at) => columns.map((column) => forms[column[at]!] ?? "-").join(" "));
}

describe("makeGrid", () => {
  it("lays words, their spellings and other words for them side by side", () => {
    const texts = ["We saw the grey smoke rise", "We saw the gray smoke rise", "We saw the black smoke slowly rise"];
    expect(show(makeGrid(texts))).toEqual([
      "we saw the grey smoke - rise",
      "we saw the gray smoke - rise",
      "we saw the black smoke slowly rise",
    ]);
  });

  it("makes one gap of a lost passage", () => {
    expect(show(makeGrid(["a b c d e f g h", "a b g h"]))).toEqual(["a b c d e f g h", "a b - - - - g h"]);
  });

  it("reads down to each text, with no word at two places, in any order of the texts", () => {
    const texts = Object.values(
      makeTradition(9, { extant: 8, words: 300, changed: 0.1, lost: 0.2, contaminated: 0.2 }).witnesses,
    );
    const read = (grid: Grid) => show(grid).map((row) => row.replaceAll(/- | -/gu, ""));
    expect(read(makeGrid(texts))).toEqual(texts);
    expect(read(makeGrid(texts.toReversed()))).toEqual(texts.toReversed());
  });

  it("is empty for no words", () => {
    expect(makeGrid([]).columns).toEqual([]);
    expect(makeGrid(["", " "]).columns).toEqual([]);
  });
});

describe("findCharacters", () => {
  const find = (texts: readonly string[]) =>
    findCharacters(makeGrid(texts)).map(({ change, states }) => `${change} ${[...states].join(" ")}`);

  it("tells other words, spellings and gaps apart", () => {
    const rest = "alpha bravo charlie delta echo foxtrot golf hotel";
    expect(find([`one ${rest} grey`, `two ${rest} grey`, `one ${rest} gray`])).toEqual([
      "word 0 1 0",
      "spelling 0 0 1",
    ]);
    expect(find([`one ${rest} mike`, `one ${rest.replace("charlie delta echo ", "")} mike`])).toEqual(["gap 0 1"]);
  });

  it("takes a passage for one event, and is silent where a longer one is lost", () => {
    const words = "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike".split(" ");
    const long = words.toSpliced(3, 6).join(" ");
    const short = words.toSpliced(5, 1).join(" ");
    expect(find([words.join(" "), long, short])).toEqual(["gap 0 1 0", "gap 0 -1 1"]);
    expect(find(["one two three four five six seven", "one two red blue five six seven"])).toEqual(["word 0 1"]);
  });
});

describe("findRising", () => {
  it("finds a chain as long as the longest", () => {
    for (let run = 0; run < 30; run++) {
      const chance = makeChance(run);
      const pairs = Array.from({ length: 12 }, (_, i) => [i, chance.below(20)] as const);
      const chain = findRising(pairs);
      expect(chain.every(([, right], i) => i === 0 || right > chain[i - 1]![1])).toBe(true);
      const longest: number[] = [];
      for (const [i, [, right]] of pairs.entries())
        longest[i] = 1 + Math.max(0, ...pairs.slice(0, i).map(([, other], j) => (other < right ? longest[j]! : 0)));
      expect(chain.length).toBe(Math.max(...longest));
    }
  });
});

describe("alignAffine", () => {
  it("is worth as much as the best of all ways", () => {
    for (let run = 0; run < 20; run++) {
      const chance = makeChance(run);
      const [left, right] = [1 + chance.below(5), 1 + chance.below(5)];
      const worth = Array.from({ length: left * right }, () => chance.below(8) / 2 - 1.5);
      const measure = (i: number, j: number) => worth[i * right + j]!;
      const links = alignAffine(left, right, measure);
      expect(sum(links, left, right, measure)).toBeCloseTo(
        Math.max(...listWays(left, right).map((way) => sum(way, left, right, measure))),
        4,
      );
    }
  });
});

type Way = readonly (readonly [number, number])[];

function sum(links: Way, left: number, right: number, measure: (i: number, j: number) => number): number {
  let [total, i, j] = [0, 0, 0];
  for (const [nextI, nextJ] of [...links, [left, right] as const]) {
    for (const run of [nextI - i, nextJ - j]) if (run > 0) total -= 1 + (run - 1) * 0.1;
    if (nextI < left) total += measure(nextI, nextJ);
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return total;
}

function listWays(left: number, right: number): Way[] {
  const ways: Way[] = [[]];
  for (let i = 0; i < left; i++)
    for (let j = 0; j < right; j++)
      for (const rest of listWays(left - i - 1, right - j - 1))
        ways.push([[i, j], ...rest.map(([a, b]) => [a + i + 1, b + j + 1] as const)]);
  return ways;
}
