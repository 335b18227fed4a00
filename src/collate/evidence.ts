import type { Affinity } from "./affinity.ts";
import { countContent, findRuns } from "./anchor.ts";
import { findLexeme, type Lexeme, measureGrams, type Term } from "./lexeme.ts";

/**
 * Two rows of terms and what is known of each pair by its own two words; matrices row-major, rows of a. Of pairs with a fixed
 * word only `alike` is told.
 */
export interface Grid {
  readonly n: number;
  readonly m: number;
  readonly a: Side;
  readonly b: Side;
  /** 3 same word, 2 same stem, 1 initials of, 0 another word. */
  readonly match: Float32Array;
  readonly grams: Float32Array;
  readonly contained: Float32Array;
  readonly affinity: Float32Array;
  /** Grade of the relation between two stems, 0 to 6; see `RELATED`. */
  readonly related: Float32Array;
  /** 0 to 1: how alike two words are by themselves. */
  readonly alike: Float32Array;
  /** Words alike beside the pair, nearer ones more, and those at the same distance in both. */
  readonly around: Float32Array;
  readonly diagonal: Float32Array;
}

/** One of the two rows. */
export interface Side {
  readonly lexemes: readonly Lexeme[];
  /** For each word the place of the same word that surely answers it, as both stand within one run; or -1. */
  readonly fixed: Int16Array;
  /** Places of the other words, rising. */
  readonly open: Int16Array;
  /** How often a word is linked at all. */
  readonly prior: Float32Array;
  /** Place of the next and of the last content word, or -1. */
  readonly next: Int16Array;
  readonly last: Int16Array;
  /** Equal open words on the other side; the best two likenesses, and where the best is. */
  readonly same: Uint8Array;
  readonly best: Float32Array;
  readonly second: Float32Array;
  readonly at: Int16Array;
}

const SAME = 3;
const STEM = 2;
const INITIALS = 1;
/** Words so alike are context for others. */
const CONTEXT = 0.5;
const REACH = 4;
/** How alike words are by the grade of their relation. */
const GRADES = [0, 0.3, 0.4, 0.45, 0.5, 0.7, 0.65];

/** Time grows with the product of the words that stand in no common run. */
export function makeGrid(a: readonly Term[], b: readonly Term[], affinity: Affinity): Grid {
  const [n, m] = [a.length, b.length];
  const room = new Float32Array(8 * n * m); // one piece, as most grids are small
  const take = (at: number) => room.subarray(at * n * m, (at + 1) * n * m);
  const grid: Grid = {
    n,
    m,
    ...makeSides(a, b, affinity),
    match: take(0),
    grams: take(1),
    contained: take(2),
    affinity: take(3),
    related: take(4),
    alike: take(5),
    around: take(6),
    diagonal: take(7),
  };
  for (let i = 0; i < n; i++) if (grid.a.fixed[i]! >= 0) grid.alike[i * m + grid.a.fixed[i]!] = 1;
  markInitials(grid.a.open, a, b, (i, j) => {
    grid.match[i * m + j] = INITIALS;
  });
  markInitials(grid.b.open, b, a, (j, i) => {
    grid.match[i * m + j] = INITIALS;
  });
  for (const i of grid.a.open) fillRow(grid, a[i]!, b, i, affinity);
  sumUp(grid);
  spread(grid);
  return grid;
}

/** A run is sure if it is so long and has a content word. */
const LEAST_RUN = 3;

/**
 * Fixes the words within common runs, but not those at the ends of a run, which may answer a phrase beside it, unless both rows end
 * there. Of 2,314 pairs aligned by hand, people link 998 in 1,000 words that are fixed, and 1 in 1,000 of their links is lost.
 */
function makeSides(a: readonly Term[], b: readonly Term[], affinity: Affinity): { a: Side; b: Side } {
  const [left, right] = [new Int16Array(a.length).fill(-1), new Int16Array(b.length).fill(-1)];
  for (const run of findRuns(a, b)) {
    if (run.length < LEAST_RUN || countContent(a, run) === 0) continue;
    const isEnd = run.a + run.length === a.length && run.b + run.length === b.length;
    for (let k = run.a === 0 && run.b === 0 ? 0 : 1; k < run.length - (isEnd ? 0 : 1); k++) {
      left[run.a + k] = run.b + k;
      right[run.b + k] = run.a + k;
    }
  }
  return { a: makeSide(a, left, affinity), b: makeSide(b, right, affinity) };
}

function makeSide(terms: readonly Term[], fixed: Int16Array, affinity: Affinity): Side {
  const { length } = terms;
  const open = new Int16Array(length);
  const prior = new Float32Array(length);
  let count = 0;
  for (let at = 0; at < length; at++) {
    if (fixed[at] !== -1) continue;
    open[count++] = at;
    prior[at] = affinity.prior(terms[at]!.stem);
  }
  return {
    lexemes: terms.map(findLexeme),
    fixed,
    open: open.subarray(0, count),
    prior,
    next: findBeside(terms, 1),
    last: findBeside(terms, -1),
    same: new Uint8Array(length),
    best: new Float32Array(length),
    second: new Float32Array(length),
    at: new Int16Array(length).fill(-1),
  };
}

function fillRow(grid: Grid, x: Term, b: readonly Term[], i: number, affinity: Affinity): void {
  const partners = affinity.of(x.stem);
  const lexeme = grid.a.lexemes[i]!;
  for (const j of grid.b.open) {
    const y = b[j]!;
    const at = i * b.length + j;
    if (x.fold === y.fold) {
      grid.match[at] = SAME;
      grid.grams[at] = 1;
      grid.affinity[at] = 9;
      grid.alike[at] = 1;
      continue;
    }
    if (x.stem === y.stem) grid.match[at] = STEM;
    const other = grid.b.lexemes[j]!;
    const grams = measureGrams(lexeme, other);
    const odds = partners?.get(y.stem) ?? affinity.unseen;
    const related = lexeme.related?.get(y.stem) ?? other.related?.get(x.stem) ?? 0;
    grid.related[at] = related;
    grid.grams[at] = grams;
    grid.affinity[at] = odds;
    const match = grid.match[at]!;
    let like = grams > 0.5 ? 0.8 * grams : 0;
    if (lexeme.head === other.head || lexeme.tail === other.tail) {
      const contained = measureContained(x.fold, y.fold);
      grid.contained[at] = contained;
      if (contained > like) like = contained;
    }
    if (match === STEM) like = 0.9;
    else if (match === INITIALS) like = 0.8;
    if (GRADES[related]! > like) like = GRADES[related]!;
    grid.alike[at] = odds > -2.5 ? Math.max(like, Math.min(0.8, 0.55 + 0.1 * odds)) : like;
  }
}

/** 0 to 1: how much of the longer word the shorter one is, if it begins or ends it: "gunbattle", "battle". */
function measureContained(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 3 || !(long.endsWith(short) || long.startsWith(short))) return 0;
  return Math.min(1, short.length / long.length + 0.2);
}

function measurePrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at / Math.max(a.length, b.length);
}

/** "wto" beside "world trade organization": all words that its letters begin. `mark` is told the places of both. */
function markInitials(
  open: Int16Array,
  a: readonly Term[],
  b: readonly Term[],
  mark: (i: number, j: number) => void,
): void {
  for (const i of open) {
    const { form, content } = a[i]!;
    if (!content || form.length < 2 || form.length > 6) continue;
    const head = form.charCodeAt(0);
    for (let j = 0; j + 1 < b.length; j++) {
      if (b[j]!.form.charCodeAt(0) !== head || b[j]!.form === form) continue;
      for (const k of findInitials(form, b, j)) mark(i, k);
    }
  }
}

function findInitials(form: string, b: readonly Term[], j: number): number[] {
  const places: number[] = [];
  let k = j;
  for (const letter of form) {
    while (places.length > 0 && k < b.length && !b[k]!.content && b[k]!.form[0] !== letter) k++;
    if (k >= b.length || b[k]!.form[0] !== letter || b[k]!.form.length < 2) return [];
    places.push(k++);
  }
  return places;
}

function findBeside(terms: readonly Term[], step: 1 | -1): Int16Array {
  const beside = new Int16Array(terms.length).fill(-1);
  let last = -1;
  for (let k = 0; k < terms.length; k++) {
    const at = step === 1 ? terms.length - 1 - k : k;
    beside[at] = last;
    if (terms[at]!.content) last = at;
  }
  return beside;
}

function sumUp({ m, a, b, match, alike }: Grid): void {
  for (const i of a.open) {
    for (const j of b.open) {
      const at = i * m + j;
      if (match[at]! >= STEM) {
        a.same[i]!++;
        b.same[j]!++;
      }
      const like = alike[at]!;
      if (like === 0) continue;
      note(a, i, j, like);
      note(b, j, i, like);
    }
  }
}

function note(side: Side, own: number, other: number, like: number): void {
  if (like > side.best[own]!) {
    side.second[own] = side.best[own]!;
    side.best[own] = like;
    side.at[own] = other;
  } else if (like > side.second[own]!) side.second[own] = like;
}

function spread(grid: Grid): void {
  const { a, b, m, alike } = grid;
  for (let i = 0; i < grid.n; i++) {
    if (a.fixed[i]! >= 0) spreadPair(grid, i, a.fixed[i]!);
    else for (const j of b.open) if (alike[i * m + j]! >= CONTEXT) spreadPair(grid, i, j);
  }
}

/** Tells the pairs beside two words that are alike. */
function spreadPair({ n, m, a, b, alike, around, diagonal }: Grid, i: number, j: number): void {
  const like = alike[i * m + j]!;
  const weighed = like * (a.lexemes[i]!.isContent ? 1 : 0.3);
  const [left, right] = [Math.max(0, j - REACH), Math.min(m - 1, j + REACH)];
  for (let p = Math.max(0, i - REACH); p <= Math.min(n - 1, i + REACH); p++) {
    if (p === i || a.fixed[p]! >= 0) continue;
    const far = Math.abs(p - i);
    for (let q = left; q <= right; q++)
      if (q !== j && b.fixed[q]! < 0) around[p * m + q]! += weighed / (far + Math.abs(q - j));
    const down = j + p - i;
    if (down >= 0 && down < m) diagonal[p * m + down]! += like;
  }
}

/** Whether a pair is worth a look in the first round: the two words are alike, or words beside them are. */
export function isOpen({ alike, around }: Grid, at: number): boolean {
  return alike[at]! > 0 || around[at]! >= OPEN;
}
const OPEN = 0.35;

/** Features of the first round. */
export const FIRST_WIDTH = 38;

/** What is known of a pair before any link is. */
export function fillFirst(grid: Grid, i: number, j: number, row: Float64Array): void {
  const { n, m, a, b, match } = grid;
  const at = i * m + j;
  const [x, y] = [a.lexemes[i]!, b.lexemes[j]!];
  let k = 0;
  row[k++] = match[at]!;
  row[k++] = grid.grams[at]!;
  row[k++] = measurePrefix(x.fold, y.fold);
  row[k++] = grid.affinity[at]!;
  row[k++] = grid.related[at]!;
  row[k++] = grid.contained[at]!;
  row[k++] = a.prior[i]!;
  row[k++] = b.prior[j]!;
  row[k++] = x.kind;
  row[k++] = y.kind;
  row[k++] = x.kind === y.kind ? 1 : 0;
  row[k++] = Math.min(x.bits, y.bits);
  row[k++] = Math.max(x.bits, y.bits);
  row[k++] = (x.kind === 1 ? 1 : 0) + (y.kind === 1 ? 1 : 0);
  row[k++] = Math.abs((i + 0.5) / n - (j + 0.5) / m);
  row[k++] = Math.abs(i - j);
  row[k++] = Math.abs(n - i - (m - j));
  row[k++] = n;
  row[k++] = m;
  row[k++] = a.same[i]!;
  row[k++] = b.same[j]!;
  row[k++] = a.at[i] === j ? a.second[i]! : a.best[i]!;
  row[k++] = b.at[j] === i ? b.second[j]! : b.best[j]!;
  row[k++] = getLike(grid, i - 1, j - 1);
  row[k++] = getLike(grid, i + 1, j + 1);
  row[k++] = getLike(grid, i - 2, j - 2);
  row[k++] = getLike(grid, i + 2, j + 2);
  row[k++] = Math.max(getLike(grid, i - 1, j), getLike(grid, i, j - 1));
  row[k++] = Math.max(getLike(grid, i + 1, j), getLike(grid, i, j + 1));
  row[k++] = getLike(grid, i - 1, j + 1);
  row[k++] = getLike(grid, i + 1, j - 1);
  row[k++] = getLike(grid, a.next[i]!, b.next[j]!);
  row[k++] = getLike(grid, a.last[i]!, b.last[j]!);
  row[k++] = grid.around[at]!;
  row[k++] = grid.diagonal[at]!;
  row[k++] = i === 0 || j === 0 ? (i === j ? 2 : 1) : 0;
  row[k++] = i === n - 1 || j === m - 1 ? (n - i === m - j ? 2 : 1) : 0;
  row[k++] = x.kind === 0 && y.kind === 0 ? Math.min(x.length, y.length) : 0;
}

/** Likeness of a pair; -1 beyond the ends. */
function getLike({ n, m, alike }: Grid, i: number, j: number): number {
  return i < 0 || j < 0 || i >= n || j >= m ? -1 : alike[i * m + j]!;
}
