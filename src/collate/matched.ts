import { measureLikeness } from "../text/similarity.ts";
import type { Word } from "./word.ts";

/** Two wordings and which of their words answer each other, one to one. */
export interface Matched {
  readonly a: readonly Word[];
  readonly b: readonly Word[];
  /** For each word the place of the one that answers it, or -1. */
  readonly toB: Int16Array;
  readonly toA: Int16Array;
  /** Row-major, rows of a: 2 the same word, 1 the same stem. */
  readonly equal: Uint8Array;
}

/** Longest runs first up to this many words; longer ones are no surer. */
const LONGEST_RUN = 8;
/** Content words less alike than this do not answer each other. */
const LEAST_LIKENESS = 0.7;
/** Words of a wording that are compared; what is behind in a longer one is not looked at. */
const MOST_WORDS = 160;

/**
 * Which words answer each other: equal stems, those in the longest common runs first, nearer places before farther ones; then
 * content words that look alike. Quicker and coarser than the alignment of a collation, for it is asked of every candidate.
 * Time grows with the product of the lengths.
 */
export function matchWords(wordsA: readonly Word[], wordsB: readonly Word[]): Matched {
  const [a, b] = [cutWords(wordsA), cutWords(wordsB)];
  const equal = compareStems(a, b);
  const toB = new Int16Array(a.length).fill(-1);
  const toA = new Int16Array(b.length).fill(-1);
  const link = (i: number, j: number) => {
    if (toB[i] !== -1 || toA[j] !== -1) return;
    toB[i] = j;
    toA[j] = i;
  };
  for (const at of orderMatches(equal, a.length, b.length)) link(Math.floor(at / b.length), at % b.length);
  for (let i = 0; i < a.length; i++) {
    if (toB[i] !== -1 || !a[i]!.content) continue;
    const j = findAlike(a[i]!, b, toA);
    if (j !== -1) link(i, j);
  }
  return { a, b, toB, toA, equal };
}

/** The wording itself where it is short: what was counted of it before is known by it. */
function cutWords(words: readonly Word[]): readonly Word[] {
  return words.length > MOST_WORDS ? words.slice(0, MOST_WORDS) : words;
}

function compareStems(a: readonly Word[], b: readonly Word[]): Uint8Array {
  const equal = new Uint8Array(a.length * b.length);
  for (let i = 0, at = 0; i < a.length; i++) {
    const { fold, stem } = a[i]!;
    for (let j = 0; j < b.length; j++, at++) if (b[j]!.stem === stem) equal[at] = b[j]!.fold === fold ? 2 : 1;
  }
  return equal;
}

/** Places of equal words, in the longest runs first, then by how near they stand, then in order. */
function orderMatches(equal: Uint8Array, n: number, m: number): number[] {
  const run = new Uint8Array(n * m);
  for (let at = n * m - 1; at >= 0; at--) {
    if (equal[at] === 0) continue;
    const next = at % m === m - 1 ? 0 : (run[at + m + 1] ?? 0);
    run[at] = Math.min(LONGEST_RUN, 1 + next);
  }
  for (let at = 0; at < n * m; at++) {
    if (equal[at] !== 0 && at >= m && at % m !== 0) run[at] = Math.max(run[at]!, run[at - m - 1]!);
  }
  const key = (at: number) => run[at]! * 4 + equal[at]! - Math.abs(Math.floor(at / m) / n - (at % m) / m);
  const places: { at: number; key: number }[] = [];
  for (let at = 0; at < n * m; at++) if (equal[at] !== 0) places.push({ at, key: key(at) });
  return places.sort((p, q) => q.key - p.key || p.at - q.at).map(({ at }) => at);
}

function findAlike(word: Word, others: readonly Word[], taken: Int16Array): number {
  let [best, at] = [0, -1];
  for (let j = 0; j < others.length; j++) {
    if (taken[j] !== -1 || !others[j]!.content) continue;
    const like = measureLikeness(word.fold, others[j]!.fold, LEAST_LIKENESS);
    if (like > best) [best, at] = [like, j];
  }
  return at;
}
