import type { Lexeme } from "./lexeme.ts";

/** Chains of grams, by their last bits. */
const CHAINS = 512;
const heads = new Int32Array(CHAINS);
/** Grams of all words of a row, the word of each, and the next of its chain; grown as rows need it. */
let grams = new Int32Array(1024);
let words = new Int32Array(1024);
let nexts = new Int32Array(1024);

/** How many pairs of letters a word shares with each word of a row. What it gives out holds until it is asked for the next word. */
export type CountShared = (word: Pick<Lexeme, "grams">) => Uint8Array;

/**
 * Counts pairs of letters in common by looking each up among those of a row, so that words with none cost nothing. For one row at a
 * time: the room for it is kept. `open`: places of the words that are counted; others are 0.
 */
export function makeCountShared(row: readonly Pick<Lexeme, "grams">[], open: readonly number[]): CountShared {
  heads.fill(-1);
  let count = 0;
  for (const at of open) {
    const own = row[at]!.grams;
    if (count + own.length > grams.length) grow();
    for (let k = 0; k < own.length; k++) {
      const chain = findChain(own[k]!);
      grams[count] = own[k]!;
      words[count] = at;
      nexts[count] = heads[chain]!;
      heads[chain] = count++;
    }
  }
  const shared = new Uint8Array(row.length);
  return (word) => {
    shared.fill(0);
    const own = word.grams;
    for (let k = 0; k < own.length; k++) {
      const gram = own[k]!;
      for (let at = heads[findChain(gram)]!; at >= 0; at = nexts[at]!) if (grams[at] === gram) shared[words[at]!]!++;
    }
    return shared;
  };
}

function findChain(gram: number): number {
  return (gram ^ (gram >>> 5)) & (CHAINS - 1);
}

function grow(): void {
  [grams, words, nexts] = [grams, words, nexts].map((old) => {
    const grown = new Int32Array(2 * old.length);
    grown.set(old);
    return grown;
  }) as [typeof grams, typeof words, typeof nexts];
}
