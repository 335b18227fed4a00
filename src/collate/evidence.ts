import type { Affinity } from "./affinity.ts";
import { countContent, findRuns } from "./anchor.ts";
import { findGrade, findLexeme, type Lexeme, measureGrams, type Term } from "./lexeme.ts";

/**
 * Two rows of terms and what is known of each pair by its own two words. Of pairs with a fixed word only `LIKE` is told. Numbers of
 * one pair or word stand side by side in one array, for most grids are small and an array takes longer to make than to fill.
 */
export interface Grid {
  readonly n: number;
  readonly m: number;
  readonly a: Side;
  readonly b: Side;
  /** `PAIR` numbers a pair, row-major, rows of a. */
  readonly pairs: Float32Array;
}

/** Numbers of a pair: 3 same word, 2 same stem, 1 initials of, 0 another word. */
const MATCH = 0;
const GRAMS = 1;
const CONTAINED = 2;
const AFFINITY = 3;
/** Grade of the relation between two stems, 0 to 6; see `RELATED`. */
const RELATED = 4;
/** 0 to 1: how alike two words are by themselves. */
const LIKE = 5;
/** Words alike beside the pair, nearer ones more, and those at the same distance in both. */
const AROUND = 6;
const DIAGONAL = 7;
const PAIR = 8;

/** One of the two rows. */
export interface Side {
  readonly lexemes: readonly Lexeme[];
  /** For each word the place of the same word that surely answers it, as both stand within one run; or -1. */
  readonly fixed: Int16Array;
  /** Places of the other words, rising. */
  readonly open: readonly number[];
  /** `WORD` numbers a word. */
  readonly words: Float32Array;
}

/** Numbers of a word: how often it is linked at all. */
const PRIOR = 0;
/** Place of the next and of the last content word, or -1. */
export const NEXT = 1;
export const LAST = 2;
/** Equal open words on the other side; the best two likenesses, and where the best is. */
const EQUALS = 3;
const BEST = 4;
const SECOND = 5;
const BEST_AT = 6;
export const WORD = 7;

const SAME = 3;
const STEM = 2;
const INITIALS = 1;
/** Words that people link with such log-odds are alike. */
const LIKELY = -2.5;
/** Words so alike are context for others. */
const CONTEXT = 0.5;
const REACH = 4;
/** How alike words are by the grade of their relation. */
const GRADES = [0, 0.3, 0.4, 0.45, 0.5, 0.7, 0.65];

/** Time grows with the product of the words that stand in no common run. */
export function makeGrid(a: readonly Term[], b: readonly Term[], affinity: Affinity): Grid {
  const [n, m] = [a.length, b.length];
  const pairs = new Float32Array(n * m * PAIR);
  const grid: Grid = { n, m, ...makeSides(a, b, affinity), pairs };
  for (let i = 0; i < n; i++) if (grid.a.fixed[i]! >= 0) pairs[(i * m + grid.a.fixed[i]!) * PAIR + LIKE] = 1;
  markInitials(grid.a.open, a, b, (i, j) => {
    pairs[(i * m + j) * PAIR + MATCH] = INITIALS;
  });
  markInitials(grid.b.open, b, a, (j, i) => {
    pairs[(i * m + j) * PAIR + MATCH] = INITIALS;
  });
  for (const i of grid.a.open) fillRow(grid, a[i]!, b, i, affinity);
  sumUp(grid);
  spread(grid);
  return grid;
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
  const open: number[] = [];
  const words = new Float32Array(length * WORD);
  for (let at = 0; at < length; at++) {
    words[at * WORD + BEST_AT] = -1;
    if (fixed[at] !== -1) continue;
    open.push(at);
    words[at * WORD + PRIOR] = affinity.prior(terms[at]!.stem);
  }
  noteBeside(terms, words);
  return { lexemes: terms.map(findLexeme), fixed, open, words };
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

function fillRow(
  { a, b: { open, lexemes }, pairs }: Grid,
  x: Term,
  b: readonly Term[],
  i: number,
  affinity: Affinity,
): void {
  const partners = affinity.of(x.stem);
  const lexeme = a.lexemes[i]!;
  for (const j of open) {
    const y = b[j]!;
    const at = (i * b.length + j) * PAIR;
    if (x.fold === y.fold) {
      pairs[at + MATCH] = SAME;
      pairs[at + GRAMS] = 1;
      pairs[at + AFFINITY] = 9;
      pairs[at + LIKE] = 1;
      continue;
    }
    if (x.stem === y.stem) pairs[at + MATCH] = STEM;
    const other = lexemes[j]!;
    const grams = measureGrams(lexeme, other);
    const odds = partners?.get(y.stem) ?? affinity.unseen;
    const related = findGrade(lexeme, x.stem, other, y.stem);
    pairs[at + RELATED] = related;
    pairs[at + GRAMS] = grams;
    pairs[at + AFFINITY] = odds;
    const match = pairs[at + MATCH]!;
    let like = grams > 0.5 ? 0.8 * grams : 0;
    if (lexeme.head === other.head || lexeme.tail === other.tail) {
      const contained = measureContained(x.fold, y.fold);
      pairs[at + CONTAINED] = contained;
      if (contained > like) like = contained;
    }
    if (match === STEM) like = 0.9;
    else if (match === INITIALS) like = 0.8;
    if (GRADES[related]! > like) like = GRADES[related]!;
    pairs[at + LIKE] = odds > LIKELY ? Math.max(like, Math.min(0.8, 0.55 + 0.1 * odds)) : like;
  }
}

/** Whether `LIKE` of two words that are not the same would be above 0, initials apart. */
export function hasLikeness(x: Term, y: Term, affinity: Affinity): boolean {
  const [lexeme, other] = [findLexeme(x), findLexeme(y)];
  return (
    x.stem === y.stem ||
    measureGrams(lexeme, other) > 0.5 ||
    measureContained(x.fold, y.fold) > 0 ||
    (affinity.of(x.stem)?.get(y.stem) ?? affinity.unseen) > LIKELY ||
    findGrade(lexeme, x.stem, other, y.stem) > 0
  );
}

/** Whether a word of one row may be the initials of words of the other. */
export function hasInitials(a: readonly Term[], b: readonly Term[]): boolean {
  let found = false;
  const mark = () => {
    found = true;
  };
  markInitials([...a.keys()], a, b, mark);
  markInitials([...b.keys()], b, a, mark);
  return found;
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
  open: readonly number[],
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

function sumUp({ m, a, b, pairs }: Grid): void {
  for (const i of a.open) {
    for (const j of b.open) {
      const at = (i * m + j) * PAIR;
      const like = pairs[at + LIKE]!;
      if (like === 0) continue;
      if (pairs[at + MATCH]! >= STEM) {
        a.words[i * WORD + EQUALS]!++;
        b.words[j * WORD + EQUALS]!++;
      }
      note(a.words, i * WORD, j, like);
      note(b.words, j * WORD, i, like);
    }
  }
}

function note(words: Float32Array, own: number, other: number, like: number): void {
  if (like > words[own + BEST]!) {
    words[own + SECOND] = words[own + BEST]!;
    words[own + BEST] = like;
    words[own + BEST_AT] = other;
  } else if (like > words[own + SECOND]!) words[own + SECOND] = like;
}

function spread(grid: Grid): void {
  const { a, b, m, pairs } = grid;
  for (let i = 0; i < grid.n; i++) {
    if (a.fixed[i]! >= 0) spreadPair(grid, i, a.fixed[i]!);
    else for (const j of b.open) if (pairs[(i * m + j) * PAIR + LIKE]! >= CONTEXT) spreadPair(grid, i, j);
  }
}

/** Tells the pairs beside two words that are alike. */
function spreadPair({ n, m, a, b, pairs }: Grid, i: number, j: number): void {
  const like = pairs[(i * m + j) * PAIR + LIKE]!;
  const weighed = like * (a.lexemes[i]!.isContent ? 1 : 0.3);
  const [left, right] = [Math.max(0, j - REACH), Math.min(m - 1, j + REACH)];
  for (let p = Math.max(0, i - REACH); p <= Math.min(n - 1, i + REACH); p++) {
    if (p === i || a.fixed[p]! >= 0) continue;
    const far = Math.abs(p - i);
    for (let q = left; q <= right; q++)
      if (q !== j && b.fixed[q]! < 0) pairs[(p * m + q) * PAIR + AROUND]! += weighed / (far + Math.abs(q - j));
    const down = j + p - i;
    if (down >= 0 && down < m) pairs[(p * m + down) * PAIR + DIAGONAL]! += like;
  }
}

/** Whether a pair is worth a look in the first round: the two words are alike, or words beside them are. */
export function isOpen({ pairs }: Grid, at: number): boolean {
  return pairs[at * PAIR + LIKE]! > 0 || pairs[at * PAIR + AROUND]! >= OPEN;
}
const OPEN = 0.35;

/** Features of the first round. */
export const FIRST_WIDTH = 38;

/** What is known of a pair before any link is. */
export function fillFirst(grid: Grid, i: number, j: number, row: Float64Array): void {
  const { n, m, a, b, pairs } = grid;
  const at = (i * m + j) * PAIR;
  const [own, other] = [i * WORD, j * WORD];
  const [x, y] = [a.lexemes[i]!, b.lexemes[j]!];
  let k = 0;
  row[k++] = pairs[at + MATCH]!;
  row[k++] = pairs[at + GRAMS]!;
  row[k++] = measurePrefix(x.fold, y.fold);
  row[k++] = pairs[at + AFFINITY]!;
  row[k++] = pairs[at + RELATED]!;
  row[k++] = pairs[at + CONTAINED]!;
  row[k++] = a.words[own + PRIOR]!;
  row[k++] = b.words[other + PRIOR]!;
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
  row[k++] = a.words[own + EQUALS]!;
  row[k++] = b.words[other + EQUALS]!;
  row[k++] = a.words[own + BEST_AT] === j ? a.words[own + SECOND]! : a.words[own + BEST]!;
  row[k++] = b.words[other + BEST_AT] === i ? b.words[other + SECOND]! : b.words[other + BEST]!;
  row[k++] = getNear(grid, i - 1, j - 1);
  row[k++] = getNear(grid, i + 1, j + 1);
  row[k++] = getNear(grid, i - 2, j - 2);
  row[k++] = getNear(grid, i + 2, j + 2);
  row[k++] = Math.max(getNear(grid, i - 1, j), getNear(grid, i, j - 1));
  row[k++] = Math.max(getNear(grid, i + 1, j), getNear(grid, i, j + 1));
  row[k++] = getNear(grid, i - 1, j + 1);
  row[k++] = getNear(grid, i + 1, j - 1);
  row[k++] = getNear(grid, a.words[own + NEXT]!, b.words[other + NEXT]!);
  row[k++] = getNear(grid, a.words[own + LAST]!, b.words[other + LAST]!);
  row[k++] = pairs[at + AROUND]!;
  row[k++] = pairs[at + DIAGONAL]!;
  row[k++] = i === 0 || j === 0 ? (i === j ? 2 : 1) : 0;
  row[k++] = i === n - 1 || j === m - 1 ? (n - i === m - j ? 2 : 1) : 0;
  row[k++] = x.kind === 0 && y.kind === 0 ? Math.min(x.length, y.length) : 0;
}

/** Likeness of a pair; -1 beyond the ends. */
function getNear({ n, m, pairs }: Grid, i: number, j: number): number {
  return i < 0 || j < 0 || i >= n || j >= m ? -1 : pairs[(i * m + j) * PAIR + LIKE]!;
}
