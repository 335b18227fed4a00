import type { Affinity } from "./affinity.ts";
import { findLexeme, type Lexeme, measureGrams, type Term } from "./lexeme.ts";

/** Two rows of terms and what is known of each pair by its own two words; matrices row-major, rows of a. */
export interface Grid {
  readonly n: number;
  readonly m: number;
  readonly a: Side;
  readonly b: Side;
  /** 3 same word, 2 same stem, 1 initials of, 0 another word. */
  readonly match: Uint8Array;
  readonly grams: Float32Array;
  readonly prefix: Float32Array;
  readonly contained: Float32Array;
  readonly affinity: Float32Array;
  /** Grade of the relation between two stems, 0 to 6; see `RELATED`. */
  readonly related: Uint8Array;
  /** 0 to 1: how alike two words are by themselves. */
  readonly alike: Float32Array;
  /** Words alike beside the pair, nearer ones more, and those at the same distance in both. */
  readonly around: Float32Array;
  readonly diagonal: Float32Array;
}

/** One of the two rows. */
export interface Side {
  readonly lexemes: readonly Lexeme[];
  /** How often a word is linked at all. */
  readonly prior: Float32Array;
  /** Place of the next and of the last content word, or -1. */
  readonly next: Int16Array;
  readonly last: Int16Array;
  /** Equal words on the other side; the best two likenesses, and where the best is. */
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

export function makeGrid(a: readonly Term[], b: readonly Term[], affinity: Affinity): Grid {
  const [n, m] = [a.length, b.length];
  const grid: Grid = {
    n,
    m,
    a: makeSide(a, affinity),
    b: makeSide(b, affinity),
    match: new Uint8Array(n * m),
    grams: new Float32Array(n * m),
    prefix: new Float32Array(n * m),
    contained: new Float32Array(n * m),
    affinity: new Float32Array(n * m),
    related: new Uint8Array(n * m),
    alike: new Float32Array(n * m),
    around: new Float32Array(n * m),
    diagonal: new Float32Array(n * m),
  };
  markInitials(a, b, grid.match, false);
  markInitials(b, a, grid.match, true);
  for (let i = 0; i < n; i++) fillRow(grid, a[i]!, b, i, affinity);
  sumUp(grid);
  spread(grid);
  return grid;
}

function makeSide(terms: readonly Term[], affinity: Affinity): Side {
  const { length } = terms;
  const prior = new Float32Array(length);
  for (let at = 0; at < length; at++) prior[at] = affinity.prior(terms[at]!.stem);
  return {
    lexemes: terms.map(findLexeme),
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
  for (let j = 0; j < b.length; j++) {
    const y = b[j]!;
    const at = i * b.length + j;
    if (x.fold === y.fold) {
      grid.match[at] = SAME;
      grid.grams[at] = 1;
      grid.prefix[at] = 1;
      grid.affinity[at] = 9;
      grid.alike[at] = 1;
      continue;
    }
    if (x.stem === y.stem) grid.match[at] = STEM;
    const grams = measureGrams(lexeme, grid.b.lexemes[j]!);
    const odds = partners?.get(y.stem) ?? affinity.unseen;
    const other = grid.b.lexemes[j]!;
    const related = lexeme.related?.get(y.stem) ?? other.related?.get(x.stem) ?? 0;
    grid.related[at] = related;
    grid.grams[at] = grams;
    grid.prefix[at] = measurePrefix(x.fold, y.fold);
    grid.affinity[at] = odds;
    const match = grid.match[at]!;
    const contained = measureContained(x.fold, y.fold);
    grid.contained[at] = contained;
    const like = match === STEM ? 0.9 : match === INITIALS ? 0.8 : Math.max(grams > 0.5 ? 0.8 * grams : 0, contained);
    grid.alike[at] = Math.max(like, GRADES[related]!, odds > -2.5 ? Math.min(0.8, 0.55 + 0.1 * odds) : 0);
  }
}

/** 0 to 1: how much of the longer word the shorter one is, if it begins or ends it: "gunbattle", "battle". */
function measureContained(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 3) return 0;
  const [first, last] = [short.charCodeAt(0), short.charCodeAt(short.length - 1)]; // one look spares most comparisons
  if (long.charCodeAt(0) !== first && long.charCodeAt(long.length - 1) !== last) return 0;
  if (!(long.endsWith(short) || long.startsWith(short))) return 0;
  return Math.min(1, short.length / long.length + 0.2);
}

function measurePrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at / Math.max(a.length, b.length);
}

/** "wto" beside "world trade organization": all words that its letters begin. */
function markInitials(a: readonly Term[], b: readonly Term[], match: Uint8Array, swap: boolean): void {
  for (let i = 0; i < a.length; i++) {
    const { form, content } = a[i]!;
    if (!content || form.length < 2 || form.length > 6) continue;
    for (let j = 0; j + 1 < b.length; j++) {
      if (b[j]!.form.charCodeAt(0) !== form.charCodeAt(0) || b[j]!.form === form) continue;
      for (const k of findInitials(form, b, j)) match[swap ? k * a.length + i : i * b.length + k] = INITIALS;
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

function sumUp({ n, m, a, b, match, alike }: Grid): void {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
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

function spread({ n, m, a, alike, around, diagonal }: Grid): void {
  for (let i = 0; i < n; i++) {
    const weight = a.lexemes[i]!.isContent ? 1 : 0.3;
    for (let j = 0; j < m; j++) {
      const like = alike[i * m + j]!;
      if (like < CONTEXT) continue;
      const [top, bottom] = [Math.max(0, i - REACH), Math.min(n - 1, i + REACH)];
      const [left, right] = [Math.max(0, j - REACH), Math.min(m - 1, j + REACH)];
      for (let p = top; p <= bottom; p++) {
        if (p === i) continue;
        const far = Math.abs(p - i);
        for (let q = left; q <= right; q++)
          if (q !== j) around[p * m + q]! += (like * weight) / (far + Math.abs(q - j));
        const [down, up] = [j + p - i, p * m + j + p - i];
        if (down >= 0 && down < m) diagonal[up]! += like;
      }
    }
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
  const { n, m, a, b, alike, match } = grid;
  const at = i * m + j;
  const get = (x: number, y: number) => (x < 0 || y < 0 || x >= n || y >= m ? -1 : alike[x * m + y]!);
  const [x, y] = [a.lexemes[i]!, b.lexemes[j]!];
  let k = 0;
  row[k++] = match[at]!;
  row[k++] = grid.grams[at]!;
  row[k++] = grid.prefix[at]!;
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
  row[k++] = get(i - 1, j - 1);
  row[k++] = get(i + 1, j + 1);
  row[k++] = get(i - 2, j - 2);
  row[k++] = get(i + 2, j + 2);
  row[k++] = Math.max(get(i - 1, j), get(i, j - 1));
  row[k++] = Math.max(get(i + 1, j), get(i, j + 1));
  row[k++] = get(i - 1, j + 1);
  row[k++] = get(i + 1, j - 1);
  row[k++] = get(a.next[i]!, b.next[j]!);
  row[k++] = get(a.last[i]!, b.last[j]!);
  row[k++] = grid.around[at]!;
  row[k++] = grid.diagonal[at]!;
  row[k++] = i === 0 || j === 0 ? (i === j ? 2 : 1) : 0;
  row[k++] = i === n - 1 || j === m - 1 ? (n - i === m - j ? 2 : 1) : 0;
  row[k++] = x.kind === 0 && y.kind === 0 ? Math.min(x.length, y.length) : 0;
}
