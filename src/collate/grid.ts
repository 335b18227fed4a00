import type { Affinity } from "./affinity.ts";
import { type Known, type KnownRows, knowRows, mayBeKin, measureAffinity, notePair } from "./alike.ts";
import { countContent, findRuns, numberKnown } from "./anchor.ts";
import { AFFINITY, AROUND, DIAGONAL, INITIALS, LIKE, MATCH, PAIR, STEM } from "./cell.ts";
import { makeCountShared } from "./gram.ts";
import { markInitials } from "./initials.ts";
import type { Term } from "./lexeme.ts";

/**
 * Two rows of terms and what is known of each pair by its own two words. Of pairs with a fixed word only `LIKE` counts. Numbers of
 * one pair or word stand side by side in one array, for most grids are small and an array takes longer to make than to fill.
 */
export interface Grid {
  readonly n: number;
  readonly m: number;
  readonly a: Side;
  readonly b: Side;
  /** `PAIR` numbers a pair, row-major, rows of a. */
  readonly pairs: Float32Array;
  /** Pairs of open words that are alike at all, row-major: few, so that what is told of these takes less than what is told of all. */
  readonly alike: readonly number[];
  /** Those that the first round looks at, row-major: of open words that are alike, or words beside them are. `AFFINITY` is told of these. */
  readonly asked: readonly number[];
}

/** One of the two rows. */
export interface Side {
  readonly known: readonly Known[];
  /** For each word the place of the same word that surely answers it, as both stand within one run; or -1. */
  readonly fixed: Int16Array;
  /** Places of the other words, rising. */
  readonly open: readonly number[];
  /** `WORD` numbers a word. */
  readonly words: Float32Array;
}

/** Numbers of a word: how often it is linked at all. */
export const PRIOR = 0;
/** Place of the next and of the last content word, or -1. */
export const NEXT = 1;
export const LAST = 2;
/** Equal open words on the other side; the best two likenesses, and where the best is. */
export const EQUALS = 3;
export const BEST = 4;
export const SECOND = 5;
export const BEST_AT = 6;
export const WORD = 7;

/** Words so alike are context for others. */
const CONTEXT = 0.5;
const REACH = 4;

/**
 * Time grows with the product of the words that stand in no common run, but for most pairs it is that of a few comparisons: only
 * what has letters in common, a relation or a history is looked at.
 */
export function makeGrid(a: readonly Term[], b: readonly Term[], affinity: Affinity): Grid {
  const [n, m] = [a.length, b.length];
  const pairs = new Float32Array(n * m * PAIR);
  const sides = makeSides(a, b, knowRows(a, b, affinity));
  for (let i = 0; i < n; i++) if (sides.a.fixed[i]! >= 0) pairs[(i * m + sides.a.fixed[i]!) * PAIR + LIKE] = 1;
  markInitials(sides.a.open, a, b, (i, j) => {
    pairs[(i * m + j) * PAIR + MATCH] = INITIALS;
  });
  markInitials(sides.b.open, b, a, (j, i) => {
    pairs[(i * m + j) * PAIR + MATCH] = INITIALS;
  });
  const grid: Omit<Grid, "asked"> = { n, m, ...sides, pairs, alike: comparePairs(sides, m, pairs) };
  sumUp(grid);
  spread(grid);
  return { ...grid, asked: listAsked(grid, affinity.unseen) };
}

/** How alike the two words of a pair are by themselves, 0 to 1. */
export function getLike({ pairs }: Grid, at: number): number {
  return pairs[at * PAIR + LIKE]!;
}

/** A run is sure if it is so long and has a content word. */
const LEAST_RUN = 3;

/**
 * Fixes the words within common runs, but not those at the ends of a run, which may answer a phrase beside it, unless both rows end
 * there. Of 2,314 pairs aligned by hand, people link 998 in 1,000 words that are fixed, and 1 in 1,000 of their links is lost.
 */
function makeSides(a: readonly Term[], b: readonly Term[], known: KnownRows): { a: Side; b: Side } {
  const [left, right] = [new Int16Array(a.length).fill(-1), new Int16Array(b.length).fill(-1)];
  for (const run of findRuns(numberKnown(known.a, known.b))) {
    if (run.length < LEAST_RUN || countContent(a, run) === 0) continue;
    const isEnd = run.a + run.length === a.length && run.b + run.length === b.length;
    for (let k = run.a === 0 && run.b === 0 ? 0 : 1; k < run.length - (isEnd ? 0 : 1); k++) {
      left[run.a + k] = run.b + k;
      right[run.b + k] = run.a + k;
    }
  }
  return { a: makeSide(a, left, known.a), b: makeSide(b, right, known.b) };
}

function makeSide(terms: readonly Term[], fixed: Int16Array, known: readonly Known[]): Side {
  const { length } = terms;
  const open: number[] = [];
  const words = new Float32Array(length * WORD);
  for (let at = 0; at < length; at++) {
    words[at * WORD + BEST_AT] = -1;
    if (fixed[at] !== -1) continue;
    open.push(at);
    words[at * WORD + PRIOR] = known[at]!.prior;
  }
  noteBeside(terms, words);
  return { known, fixed, open, words };
}

/** Notes for each word the place of the next and of the last content word. */
function noteBeside(terms: readonly Term[], words: Float32Array): void {
  let last = -1;
  for (let at = 0; at < terms.length; at++) {
    words[at * WORD + LAST] = last;
    if (terms[at]!.content) last = at;
  }
  let next = -1;
  for (let at = terms.length - 1; at >= 0; at--) {
    words[at * WORD + NEXT] = next;
    if (terms[at]!.content) next = at;
  }
}

/** Compares all pairs of open words; those that are alike. */
function comparePairs({ a, b }: Pick<Grid, "a" | "b">, m: number, pairs: Float32Array): number[] {
  const alike: number[] = [];
  const countShared = makeCountShared(b.known, b.open);
  for (const i of a.open) {
    const x = a.known[i]!;
    const shared = countShared(x);
    for (const j of b.open) {
      const y = b.known[j]!;
      const at = (i * m + j) * PAIR;
      if (shared[j]! === 0 && !mayBeKin(x, y) && pairs[at + MATCH]! !== INITIALS) continue;
      notePair(x, y, shared[j]!, pairs, at);
      if (pairs[at + LIKE]! > 0) alike.push(i * m + j);
    }
  }
  return alike;
}

/** Counts for each word the equal ones, and notes the two that are most alike. */
function sumUp({ m, a, b, pairs, alike }: Omit<Grid, "asked">): void {
  for (const at of alike) {
    const i = Math.floor(at / m);
    const j = at - i * m;
    const like = pairs[at * PAIR + LIKE]!;
    if (pairs[at * PAIR + MATCH]! >= STEM) {
      a.words[i * WORD + EQUALS]!++;
      b.words[j * WORD + EQUALS]!++;
    }
    note(a.words, i * WORD, j, like);
    note(b.words, j * WORD, i, like);
  }
}

function note(words: Float32Array, own: number, other: number, like: number): void {
  if (like > words[own + BEST]!) {
    words[own + SECOND] = words[own + BEST]!;
    words[own + BEST] = like;
    words[own + BEST_AT] = other;
  } else if (like > words[own + SECOND]!) words[own + SECOND] = like;
}

/** Tells what is beside two words that are alike, row by row. */
function spread(grid: Omit<Grid, "asked">): void {
  const { n, m, a, pairs, alike } = grid;
  let next = 0;
  for (let i = 0; i < n; i++) {
    if (a.fixed[i]! >= 0) spreadPair(grid, i, a.fixed[i]!);
    for (; next < alike.length && alike[next]! < (i + 1) * m; next++)
      if (pairs[alike[next]! * PAIR + LIKE]! >= CONTEXT) spreadPair(grid, i, alike[next]! - i * m);
  }
}

/** What a pair tells another, by how far off it stands. */
const weights = new Float64Array(2 * REACH + 1);

/** Tells the pairs beside two words that are alike. */
function spreadPair({ n, m, a, pairs }: Omit<Grid, "asked">, i: number, j: number): void {
  const like = pairs[(i * m + j) * PAIR + LIKE]!;
  const weighed = like * (a.known[i]!.isContent ? 1 : 0.3);
  for (let far = 1; far <= 2 * REACH; far++) weights[far] = weighed / far;
  const [left, right] = [Math.max(0, j - REACH), Math.min(m - 1, j + REACH)];
  for (let p = Math.max(0, i - REACH); p <= Math.min(n - 1, i + REACH); p++) {
    if (p === i || a.fixed[p]! >= 0) continue;
    const far = Math.abs(p - i);
    for (let q = left; q <= right; q++)
      if (q !== j) pairs[(p * m + q) * PAIR + AROUND]! += weights[far + Math.abs(q - j)]!;
    const down = j + p - i;
    if (down >= 0 && down < m) pairs[(p * m + down) * PAIR + DIAGONAL]! += like;
  }
}

/** Words so alike beside a pair make it worth a look. */
const LEAST_AROUND = 0.5;

/** The pairs that are worth a look; notes their affinities. */
function listAsked({ m, a, b, pairs }: Omit<Grid, "asked">, unseen: number): number[] {
  const asked: number[] = [];
  for (const i of a.open) {
    for (const j of b.open) {
      const at = (i * m + j) * PAIR;
      if (pairs[at + LIKE]! === 0 && pairs[at + AROUND]! < LEAST_AROUND) continue;
      pairs[at + AFFINITY] = measureAffinity(a.known[i]!, b.known[j]!, unseen);
      asked.push(i * m + j);
    }
  }
  return asked;
}
