import type { Word } from "./word.ts";

/** Places in two rows, the same word at both. */
export type Anchor = readonly [a: number, b: number];

/** A run of the same words holds two rows together if it has so many content words. */
const LEAST_CONTENT = 2;

/**
 * Words that two long wordings surely share: runs of the same words around words that each has once (Cohen's patience diff),
 * sought again between the runs found. Both places rise. Runs with fewer than two content words are let go, so that function
 * words anchor nothing. Time is near linear where the wordings are nearly the same.
 */
export function findAnchors(a: readonly Word[], b: readonly Word[]): Anchor[] {
  const found: Anchor[] = [];
  const open: Range[] = [{ fromA: 0, toA: a.length, fromB: 0, toB: b.length }];
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const runs = findRuns(a, b, range);
    for (const { fromA, toA, fromB } of runs) for (let i = fromA; i < toA; i++) found.push([i, fromB + i - fromA]);
    if (runs.length > 0) open.push(...listGaps(runs, range));
  }
  return keepTelling(
    found.sort((x, y) => x[0] - y[0]),
    a,
  );
}

/** The same number of words of both, or all that lies between. */
interface Range {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

function isSame(a: readonly Word[], i: number, b: readonly Word[], j: number): boolean {
  return a[i]!.fold === b[j]!.fold;
}

/** Runs within a range, both sides rising: the same words at its ends, and around words that stand once in either. */
function findRuns(a: readonly Word[], b: readonly Word[], range: Range): Range[] {
  const head = growRun(a, b, range, range.fromA, range.fromB);
  if (head.toA === range.toA || head.toB === range.toB) return head.toA > head.fromA ? [head] : [];
  const rest = { ...range, fromA: head.toA, fromB: head.toB };
  const runs = head.toA > head.fromA ? [head] : [];
  for (const [i, j] of findRising(listUnique(a, b, rest))) {
    const last = runs.at(-1) ?? { toA: range.fromA, toB: range.fromB };
    if (i < last.toA || j < last.toB) continue;
    runs.push(growRun(a, b, { ...rest, fromA: last.toA, fromB: last.toB }, i, j));
  }
  const last = runs.at(-1) ?? { toA: range.fromA, toB: range.fromB };
  const tail = growBack(a, b, { ...range, fromA: last.toA, fromB: last.toB });
  return tail.toA > tail.fromA ? [...runs, tail] : runs;
}

/** The run of the same words through a place, within a range; empty if the words there differ. */
function growRun(a: readonly Word[], b: readonly Word[], range: Range, i: number, j: number): Range {
  let [fromA, fromB, toA, toB] = [i, j, i, j];
  while (toA < range.toA && toB < range.toB && isSame(a, toA, b, toB)) {
    toA++;
    toB++;
  }
  if (toA === i) return { fromA, toA, fromB, toB };
  while (fromA > range.fromA && fromB > range.fromB && isSame(a, fromA - 1, b, fromB - 1)) {
    fromA--;
    fromB--;
  }
  return { fromA, toA, fromB, toB };
}

/** The same words at the end of a range. */
function growBack(a: readonly Word[], b: readonly Word[], { fromA, toA, fromB, toB }: Range): Range {
  let length = 0;
  while (toA - length > fromA && toB - length > fromB && isSame(a, toA - 1 - length, b, toB - 1 - length)) length++;
  return { fromA: toA - length, toA, fromB: toB - length, toB };
}

/** Places of words that stand once in both sides of a range, in a's order. */
function listUnique(a: readonly Word[], b: readonly Word[], { fromA, toA, fromB, toB }: Range): Anchor[] {
  const once = (words: readonly Word[], from: number, to: number) => {
    const places = new Map<string, number>();
    for (let at = from; at < to; at++) places.set(words[at]!.fold, places.has(words[at]!.fold) ? -1 : at);
    return places;
  };
  const right = once(b, fromB, toB);
  return [...once(a, fromA, toA)].flatMap(([fold, i]) => {
    const j = right.get(fold) ?? -1;
    return i === -1 || j === -1 ? [] : [[i, j] as const];
  });
}

/** The longest part with b rising too: by piles, each anchor behind the last one that ends a shorter part. */
function findRising(anchors: readonly Anchor[]): Anchor[] {
  const tops: number[] = [];
  const before: number[] = [];
  for (const [at, [, j]] of anchors.entries()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (anchors[tops[middle]!]![1] < j) low = middle + 1;
      else high = middle;
    }
    before[at] = low === 0 ? -1 : tops[low - 1]!;
    tops[low] = at;
  }
  const rising: Anchor[] = [];
  for (let at = tops.at(-1) ?? -1; at !== -1; at = before[at]!) rising.push(anchors[at]!);
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

function keepTelling(anchors: readonly Anchor[], a: readonly Word[]): Anchor[] {
  const kept: Anchor[] = [];
  for (let from = 0; from < anchors.length; ) {
    let to = from + 1;
    while (
      to < anchors.length &&
      anchors[to]![0] === anchors[to - 1]![0] + 1 &&
      anchors[to]![1] === anchors[to - 1]![1] + 1
    )
      to++;
    const run = anchors.slice(from, to);
    if (run.filter(([i]) => a[i]!.content).length >= LEAST_CONTENT) kept.push(...run);
    from = to;
  }
  return kept;
}
