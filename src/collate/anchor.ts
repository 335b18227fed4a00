import type { Known } from "./alike.ts";
import type { Word } from "./word.ts";

/** Places in two rows, the same word at both: as many of a, rising, and of b. */
interface Unique {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

/** The same words in two rows, from a place of either. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

type Folded = Pick<Word, "fold" | "content">;

/** A run of the same words holds two long rows together if it has so many content words. */
const LEAST_CONTENT = 2;

/**
 * What two long wordings surely share: the runs of `findRuns` with two content words at least, so that function words anchor
 * nothing. Both places rise. `rows`: the words of both as numbers; `a`: the words themselves.
 */
export function findAnchors(rows: Rows, a: readonly Folded[]): Run[] {
  return findRuns(rows).filter((run) => countContent(a, run) >= LEAST_CONTENT);
}

/** The content words of a run of a. */
export function countContent(a: readonly Folded[], run: Run): number {
  let count = 0;
  for (let k = run.a; k < run.a + run.length; k++) if (a[k]!.content) count++;
  return count;
}

/**
 * Runs of the same words around words that each row has once (Cohen's patience diff), sought again between the runs found, and
 * at both ends; as long as can be, both places rising. Time is near linear where the rows are nearly the same.
 */
export function findRuns(rows: Rows): Run[] {
  const found: Range[] = [];
  const open: Range[] = [{ fromA: 0, toA: rows.a.length, fromB: 0, toB: rows.b.length }];
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const runs = findWithin(rows, range);
    found.push(...runs);
    if (runs.length > 0) open.push(...listGaps(runs, range));
  }
  return joinRuns(found.sort((x, y) => x.fromA - y.fromA));
}

/** Runs that touch in both rows are one. */
function joinRuns(ranges: readonly Range[]): Run[] {
  const runs: { a: number; b: number; length: number }[] = [];
  for (const { fromA, toA, fromB } of ranges) {
    const last = runs.at(-1);
    if (last !== undefined && last.a + last.length === fromA && last.b + last.length === fromB)
      last.length += toA - fromA;
    else runs.push({ a: fromA, b: fromB, length: toA - fromA });
  }
  return runs;
}

/** Two rows as numbers, one a word, and room to note by its number where a word stands. */
export interface Rows {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly inA: Int32Array;
  readonly inB: Int32Array;
}

/** Any number of rows as numbers, one a fold; `count`: one more than the greatest. */
export function numberWords(rows: readonly (readonly Folded[])[]): { rows: Int32Array[]; count: number } {
  const numbers = new Map<string, number>();
  const numbered = rows.map((row) => {
    const own = new Int32Array(row.length);
    for (let at = 0; at < row.length; at++) {
      const { fold } = row[at]!;
      let number = numbers.get(fold);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(fold, number);
      }
      own[at] = number;
    }
    return own;
  });
  return { rows: numbered, count: numbers.size };
}

/** Two rows of words whose folds have ids, which saves most of the time: by open addressing, at most half of the slots taken. */
export function numberKnown(a: readonly Known[], b: readonly Known[]): Rows {
  let size = 128;
  while (size < 2 * (a.length + b.length)) size *= 2;
  const slots = new Int32Array(size); // one more than an id
  const numbers = new Int32Array(size);
  let count = 0;
  const numberIds = (row: readonly Known[]) => {
    const numbered = new Int32Array(row.length);
    for (let at = 0; at < row.length; at++) {
      const id = row[at]!.id + 1;
      let slot = id & (size - 1);
      while (slots[slot] !== 0 && slots[slot] !== id) slot = (slot + 1) & (size - 1);
      if (slots[slot] === 0) {
        slots[slot] = id;
        numbers[slot] = count++;
      }
      numbered[at] = numbers[slot]!;
    }
    return numbered;
  };
  const [left, right] = [numberIds(a), numberIds(b)];
  return { a: left, b: right, inA: new Int32Array(count), inB: new Int32Array(count) };
}

/** The same number of words of both, or all that lies between. */
interface Range {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/** Runs within a range, both sides rising: the same words at its ends, and around words that stand once in either. */
function findWithin(rows: Rows, range: Range): Range[] {
  const head = growRun(rows, range, range.fromA, range.fromB);
  if (head.toA === range.toA || head.toB === range.toB) return head.toA > head.fromA ? [head] : [];
  const rest = { ...range, fromA: head.toA, fromB: head.toB };
  const runs = head.toA > head.fromA ? [head] : [];
  const unique = listUnique(rows, rest);
  for (const at of findRising(unique)) {
    const [i, j] = [unique.a[at]!, unique.b[at]!];
    const last = runs.at(-1) ?? { toA: range.fromA, toB: range.fromB };
    if (i < last.toA || j < last.toB) continue;
    runs.push(growRun(rows, { ...rest, fromA: last.toA, fromB: last.toB }, i, j));
  }
  const last = runs.at(-1) ?? { toA: range.fromA, toB: range.fromB };
  const tail = growBack(rows, { ...range, fromA: last.toA, fromB: last.toB });
  return tail.toA > tail.fromA ? [...runs, tail] : runs;
}

/** The run of the same words through a place, within a range; empty if the words there differ. */
function growRun({ a, b }: Rows, range: Range, i: number, j: number): Range {
  let [fromA, fromB, toA, toB] = [i, j, i, j];
  while (toA < range.toA && toB < range.toB && a[toA] === b[toB]) {
    toA++;
    toB++;
  }
  if (toA === i) return { fromA, toA, fromB, toB };
  while (fromA > range.fromA && fromB > range.fromB && a[fromA - 1] === b[fromB - 1]) {
    fromA--;
    fromB--;
  }
  return { fromA, toA, fromB, toB };
}

/** The same words at the end of a range. */
function growBack({ a, b }: Rows, { fromA, toA, fromB, toB }: Range): Range {
  let length = 0;
  while (toA - length > fromA && toB - length > fromB && a[toA - 1 - length] === b[toB - 1 - length]) length++;
  return { fromA: toA - length, toA, fromB: toB - length, toB };
}

/** Places of words that stand once in both sides of a range, in a's order. */
function listUnique({ a, b, inA, inB }: Rows, { fromA, toA, fromB, toB }: Range): Unique {
  const unique: { a: number[]; b: number[] } = { a: [], b: [] };
  notePlaces(a, fromA, toA, inA);
  notePlaces(b, fromB, toB, inB);
  for (let i = fromA; i < toA; i++) {
    const word = a[i]!;
    if (!(inA[word]! > 0 && inB[word]! > 0)) continue;
    unique.a.push(i);
    unique.b.push(inB[word]! - 1);
  }
  for (let i = fromA; i < toA; i++) inA[a[i]!] = 0;
  for (let j = fromB; j < toB; j++) inB[b[j]!] = 0;
  return unique;
}

/** For each word of a range one more than its place, or -1 if it stands there twice. */
function notePlaces(row: Int32Array, from: number, to: number, places: Int32Array): void {
  for (let at = from; at < to; at++) places[row[at]!] = places[row[at]!] === 0 ? at + 1 : -1;
}

/** The longest part with b rising too, by numbers in the list: by piles, each behind the last one that ends a shorter part. */
function findRising({ b }: Unique): number[] {
  const tops: number[] = [];
  const before: number[] = [];
  for (let at = 0; at < b.length; at++) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (b[tops[middle]!]! < b[at]!) low = middle + 1;
      else high = middle;
    }
    before.push(low === 0 ? -1 : tops[low - 1]!);
    tops[low] = at;
  }
  const rising: number[] = [];
  for (let at = tops.at(-1) ?? -1; at !== -1; at = before[at]!) rising.push(at);
  return rising.reverse();
}

/** What lies between runs, where both sides have words. */
function listGaps(runs: readonly Range[], range: Range): Range[] {
  const ends = [...runs, { fromA: range.toA, fromB: range.toB }];
  return ends.flatMap(({ fromA, fromB }, at) => {
    const { toA, toB } = runs[at - 1] ?? { toA: range.fromA, toB: range.fromB };
    return fromA > toA && fromB > toB ? [{ fromA: toA, toA: fromA, fromB: toB, toB: fromB }] : [];
  });
}
