import { HEDGES, NEGATIONS } from "../lang/en/grammar.ts";
import { getLinker, scoreWords } from "./link.ts";
import type { Matched } from "./matched.ts";
import type { Word } from "./word.ts";

/** What a wording has that the other does not answer, class by class. */
const CLASSES: readonly ((word: Word) => number)[] = [
  ({ bits }) => bits,
  ({ content }) => (content ? 1 : 0),
  ({ name }) => (name ? 1 : 0),
  ({ name, bits }) => (name ? 0 : bits),
  ({ content }) => (content ? 0 : 1),
  ({ fold }) => (isNumber(fold) ? 1 : 0),
  ({ content, name, fold }) => (content && !name && !isNumber(fold) ? 1 : 0),
  ({ bits }) => (bits >= 8 ? 1 : 0),
];

function isNumber(fold: string): boolean {
  const unit = fold.charCodeAt(0);
  return unit >= 48 && unit <= 57;
}

/**
 * What tells whether two wordings say the same, the same whichever comes first: what is covered and what is left over, by class
 * of word, by equal words and by the links of `linkWords`; n-grams of both (BLEU, Papineni et al. 2002), longest common subsequence and edit distance (TER, Snover et al. 2006), chunks
 * (METEOR, Lavie and Denkowski 2009), order, length, ends, negations and hedges. A place in the row is a feature.
 */
export function describePair(matched: Matched): Float64Array {
  const row: number[] = [];
  const add = (value: number) => row.push(value);
  const both = (x: number, y: number) => row.push(Math.min(x, y), Math.max(x, y));
  const { a, b } = matched;
  const [n, m] = [Math.max(1, a.length), Math.max(1, b.length)];
  addGrams(matched, both);
  addPaths(matched, add, both);
  addChars(a, b, both);
  add(Math.min(n, m));
  add(Math.max(n, m));
  add(Math.min(n, m) / Math.max(n, m));
  for (const measure of CLASSES) addClass(matched, measure, add, both);
  addRuns(matched, both);
  addOrder(matched, add);
  addSigns(a, b, add);
  addLinks(matched, add, both);
  return Float64Array.from(row, Math.fround);
}

type Add = (value: number) => void;
type Both = (x: number, y: number) => void;

/** Runs of 1 to 4 equal words, of equal stems and of equal content stems, over all such runs of either. */
function addGrams({ a, b, equal }: Matched, both: Both): void {
  for (const least of [2, 1]) {
    const run = new Uint8Array(a.length * b.length);
    const [rows, columns] = [new Uint8Array(a.length), new Uint8Array(b.length)];
    for (let i = 0, at = 0; i < a.length; i++) {
      for (let j = 0; j < b.length; j++, at++) {
        if (equal[at]! < least) continue;
        run[at] = 1 + (i > 0 && j > 0 ? run[at - b.length - 1]! : 0);
        rows[i] = Math.max(rows[i]!, run[at]!);
        columns[j] = Math.max(columns[j]!, run[at]!);
      }
    }
    for (let size = 1; size <= 4; size++) both(countRuns(rows, size), countRuns(columns, size));
  }
  const [x, y] = [a, b].map((words) => words.filter((word) => word.content).map((word) => word.stem));
  const pairs = (stems: readonly string[]) => stems.slice(1).map((stem, i) => `${stems[i]} ${stem}`);
  const [p, q] = [pairs(x!), pairs(y!)];
  const [inQ, inP] = [new Set(q), new Set(p)];
  both(
    p.filter((pair) => inQ.has(pair)).length / Math.max(1, p.length),
    q.filter((pair) => inP.has(pair)).length / Math.max(1, q.length),
  );
}

function countRuns(ends: Uint8Array, size: number): number {
  let count = 0;
  for (const run of ends) if (run >= size) count++;
  return count / Math.max(1, ends.length - size + 1);
}

/** Longest common subsequence, longest run, edit distance, and whether both begin and end alike. */
function addPaths({ a, b, equal }: Matched, add: Add, both: Both): void {
  const [n, m] = [a.length, b.length];
  const makeRow = () => new Uint16Array(m + 1);
  let [common, run, edit] = [makeRow(), makeRow(), makeRow()];
  let [nextCommon, nextRun, nextEdit] = [makeRow(), makeRow(), makeRow()];
  for (let j = 0; j <= m; j++) edit[j] = j;
  let longest = 0;
  for (let i = 0; i < n; i++) {
    nextEdit[0] = i + 1;
    for (let j = 0; j < m; j++) {
      const isEqual = equal[i * m + j]! > 0;
      nextCommon[j + 1] = isEqual ? common[j]! + 1 : Math.max(common[j + 1]!, nextCommon[j]!);
      nextRun[j + 1] = isEqual ? run[j]! + 1 : 0;
      nextEdit[j + 1] = Math.min(edit[j]! + (isEqual ? 0 : 1), edit[j + 1]! + 1, nextEdit[j]! + 1);
      longest = Math.max(longest, nextRun[j + 1]!);
    }
    [common, run, edit, nextCommon, nextRun, nextEdit] = [nextCommon, nextRun, nextEdit, common, run, edit];
  }
  const isAlike = (i: number, j: number) => (i < 0 || j < 0 || i >= n || j >= m ? 0 : Math.min(1, equal[i * m + j]!));
  both(common[m]! / Math.max(1, n), common[m]! / Math.max(1, m));
  both(longest / Math.max(1, n), longest / Math.max(1, m));
  add(edit[m]! / Math.max(1, n, m));
  add(edit[m]!);
  add(isAlike(0, 0) + isAlike(0, 0) * isAlike(1, 1));
  add(isAlike(n - 1, m - 1) + isAlike(n - 1, m - 1) * isAlike(n - 2, m - 2));
}

/** Triples of letters in both. */
function addChars(a: readonly Word[], b: readonly Word[], both: Both): void {
  const [x, y] = [countTriples(a), countTriples(b)];
  let common = 0;
  for (const [triple, count] of x.counts) common += Math.min(count, y.counts.get(triple) ?? 0);
  both(common / Math.max(1, x.size), common / Math.max(1, y.size));
}

/** How often each triple stands there, and how many stand there. */
interface Triples {
  readonly counts: ReadonlyMap<number, number>;
  readonly size: number;
}

/** The triples of words met before: a sentence is held against several. Forgotten with the words. */
const counted = new WeakMap<readonly Word[], Triples>();

/** A triple as a number of 21 bits; letters beyond ASCII may fall together. */
function countTriples(words: readonly Word[]): Triples {
  const known = counted.get(words);
  if (known !== undefined) return known;
  const counts = new Map<number, number>();
  let size = 0;
  let triple = 0;
  for (const { fold } of words) {
    for (let i = 0; i <= fold.length; i++) {
      triple = ((triple << 7) | (i === fold.length ? 32 : fold.charCodeAt(i) & 127)) & 0x1fffff;
      counts.set(triple, (counts.get(triple) ?? 0) + 1);
      size++;
    }
  }
  const triples = { counts, size };
  counted.set(words, triples);
  return triples;
}

function addClass({ a, b, toB, toA }: Matched, measure: (word: Word) => number, add: Add, both: Both): void {
  const [left, right] = [sumClass(a, toB, measure), sumClass(b, toA, measure)];
  const share = (free: number, all: number) => (all === 0 ? 1 : 1 - free / all);
  both(left.free, right.free);
  both(share(left.free, left.all), share(right.free, right.all));
  add(left.free + right.free);
  add(share(left.free + right.free, left.all + right.all));
}

function sumClass(
  words: readonly Word[],
  to: Int16Array,
  measure: (word: Word) => number,
): { free: number; all: number } {
  let [free, all] = [0, 0];
  for (let i = 0; i < words.length; i++) {
    const value = measure(words[i]!);
    all += value;
    if (to[i] === -1) free += value;
  }
  return { free, all };
}

/** The heaviest word, the longest run and the number of runs that nothing answers. */
function addRuns({ a, b, toB, toA }: Matched, both: Both): void {
  const [x, y] = [measureRuns(a, toB), measureRuns(b, toA)];
  both(x.heaviest, y.heaviest);
  both(x.longest, y.longest);
  both(x.count, y.count);
}

function measureRuns(words: readonly Word[], to: Int16Array): { heaviest: number; longest: number; count: number } {
  let [heaviest, longest, count, length] = [0, 0, 0, 0];
  for (const [i, { bits }] of words.entries()) {
    length = to[i] === -1 ? length + 1 : 0;
    if (length === 1) count++;
    if (length > 0) heaviest = Math.max(heaviest, bits);
    longest = Math.max(longest, length);
  }
  return { heaviest, longest, count };
}

/** Chunks of words that stand together in both, inversions, how far words have moved. */
function addOrder({ a, b, toB }: Matched, add: Add): void {
  let [chunks, count, way] = [0, 0, 0];
  const order: number[] = [];
  for (const [i, j] of toB.entries()) {
    if (j === -1) continue;
    count++;
    if (i === 0 || j === 0 || toB[i - 1] !== j - 1) chunks++;
    way += Math.abs(i / a.length - j / b.length);
    if (a[i]!.content) order.push(j);
  }
  let turned = 0;
  for (let p = 0; p < order.length; p++) for (let q = p + 1; q < order.length; q++) if (order[p]! > order[q]!) turned++;
  const pairs = (order.length * (order.length - 1)) / 2;
  const mean = (2 * count) / Math.max(1, a.length + b.length);
  add(chunks);
  add(count === 0 ? 1 : chunks / count);
  add(pairs === 0 ? 0 : turned / pairs);
  add(count === 0 ? 1 : way / count);
  add(count);
  add(count === 0 ? 0 : mean * (1 - 0.5 * (chunks / count) ** 3));
}

function addSigns(a: readonly Word[], b: readonly Word[], add: Add): void {
  const count = (words: readonly Word[], isSign: (word: Word) => boolean) => words.filter(isSign).length;
  const [notA, notB] = [count(a, isNegation), count(b, isNegation)];
  add(Math.abs(notA - notB));
  add(notA + notB);
  add(Math.abs(count(a, isHedge) - count(b, isHedge)));
}

function isNegation({ fold }: Word): boolean {
  return NEGATIONS.has(fold) || fold.endsWith("n't");
}

function isHedge({ fold }: Word): boolean {
  return HEDGES.has(fold);
}

/** Classes of which the links tell what is covered. */
const LINKED: readonly ((word: Word) => number)[] = [0, 1, 2, 5, 4, 6].map((at) => CLASSES[at]!);
/** A link at least so sure is one; a word whose surest link is less sure than the other is free. */
const SURE = 0.45;
const FREE = 0.4;

/** What the links of the word alignment cover, each word as far as its surest link goes, and the runs that they leave. */
function addLinks({ a, b, equal }: Matched, add: Add, both: Both): void {
  const odds = scoreWords(a, b, getLinker());
  const [rows, columns] = [new Float32Array(a.length), new Float32Array(b.length)];
  let [links, others] = [0, 0];
  for (let i = 0, at = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++, at++) {
      rows[i] = Math.max(rows[i]!, odds[at]!);
      columns[j] = Math.max(columns[j]!, odds[at]!);
      if (odds[at]! < SURE) continue;
      links++;
      if (equal[at] === 0) others++;
    }
  }
  for (const measure of LINKED) {
    const [left, right] = [sumFree(a, rows, measure), sumFree(b, columns, measure)];
    const share = (free: number, all: number) => (all === 0 ? 1 : 1 - free / all);
    both(left.free, right.free);
    both(share(left.free, left.all), share(right.free, right.all));
    add(share(left.free + right.free, left.all + right.all));
  }
  const [x, y] = [measureFree(a, rows), measureFree(b, columns)];
  both(x.heaviest, y.heaviest);
  both(x.longest, y.longest);
  both(x.bits, y.bits);
  add(others);
  add(links === 0 ? 0 : others / links);
}

function sumFree(
  words: readonly Word[],
  sure: Float32Array,
  measure: (word: Word) => number,
): { free: number; all: number } {
  let [free, all] = [0, 0];
  for (let i = 0; i < words.length; i++) {
    const value = measure(words[i]!);
    all += value;
    free += value * (1 - sure[i]!);
  }
  return { free, all };
}

/** The heaviest word by what of it is free, and the most words and the most bits of a run of free words. */
function measureFree(words: readonly Word[], sure: Float32Array): { heaviest: number; longest: number; bits: number } {
  let [heaviest, longest, most, length, bits] = [0, 0, 0, 0, 0];
  for (const [i, word] of words.entries()) {
    heaviest = Math.max(heaviest, word.bits * (1 - sure[i]!));
    [length, bits] = sure[i]! < FREE ? [length + 1, bits + word.bits] : [0, 0];
    [longest, most] = [Math.max(longest, length), Math.max(most, bits)];
  }
  return { heaviest, longest, bits: most };
}
