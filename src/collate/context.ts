import { fillPair, PAIR_WIDTH } from "./evidence.ts";
import { type Grid, NEXT, WORD } from "./grid.ts";

/** Features of the second round. */
export const NEXT_WIDTH: number = PAIR_WIDTH + 25;

/** What the links of the round before tell. */
export interface Outline {
  readonly odds: Float32Array;
  /** `ROW` numbers a word of either row. */
  readonly a: Float32Array;
  readonly b: Float32Array;
  readonly coverA: number;
  readonly coverB: number;
}

/** Numbers of a word: its two likeliest links, where the likeliest is or -1, and the sum of all. */
const BEST = 0;
const SECOND = 1;
const BEST_AT = 2;
const SUM = 3;
/** Place of the nearest word before and behind that is linked, or -1 / the length. */
const BEFORE = 4;
const BEHIND = 5;
const ROW = 6;

const LINKED = 0.5;

export function makeOutline(odds: Float32Array, grid: Grid): Outline {
  const { n, m } = grid;
  const [a, b] = [makeRow(n), makeRow(m)];
  for (let i = 0; i < n; i++) {
    const j = grid.a.fixed[i]!;
    if (j < 0) continue;
    noteOdds(a, i * ROW, j, odds[i * m + j]!);
    noteOdds(b, j * ROW, i, odds[i * m + j]!);
  }
  for (const at of grid.asked) {
    const i = Math.floor(at / m);
    const j = at - i * m;
    noteOdds(a, i * ROW, j, odds[at]!);
    noteOdds(b, j * ROW, i, odds[at]!);
  }
  noteBeside(a);
  noteBeside(b);
  return { odds, a, b, coverA: shareLinked(a), coverB: shareLinked(b) };
}

function makeRow(length: number): Float32Array {
  const row = new Float32Array(length * ROW);
  for (let at = BEST_AT; at < row.length; at += ROW) row[at] = -1;
  return row;
}

function noteOdds(row: Float32Array, own: number, other: number, p: number): void {
  row[own + SUM]! += p;
  if (p > row[own + BEST]!) {
    row[own + SECOND] = row[own + BEST]!;
    row[own + BEST] = p;
    row[own + BEST_AT] = other;
  } else if (p > row[own + SECOND]!) row[own + SECOND] = p;
}

function noteBeside(row: Float32Array): void {
  const length = row.length / ROW;
  let before = -1;
  for (let at = 0; at < length; at++) {
    row[at * ROW + BEFORE] = before;
    if (row[at * ROW + BEST]! >= LINKED) before = at;
  }
  let behind = length;
  for (let at = length - 1; at >= 0; at--) {
    row[at * ROW + BEHIND] = behind;
    if (row[at * ROW + BEST]! >= LINKED) behind = at;
  }
}

function shareLinked(row: Float32Array): number {
  let count = 0;
  for (let at = BEST; at < row.length; at += ROW) if (row[at]! >= LINKED) count++;
  return row.length === 0 ? 0 : count / (row.length / ROW);
}

/** What is known of a pair once others are linked. */
export function fillNext(grid: Grid, outline: Outline, i: number, j: number, row: Float64Array): void {
  fillPair(grid, i, j, row);
  const { n, m } = grid;
  const { odds, a, b } = outline;
  const [own, other] = [i * ROW, j * ROW];
  const p = odds[i * m + j]!;
  let k = PAIR_WIDTH;
  row[k++] = p;
  row[k++] = a[own + (a[own + BEST_AT] === j ? SECOND : BEST)]!;
  row[k++] = b[other + (b[other + BEST_AT] === i ? SECOND : BEST)]!;
  row[k++] = a[own + SUM]! - p;
  row[k++] = b[other + SUM]! - p;
  row[k++] = getOdds(grid, odds, i - 1, j - 1);
  row[k++] = getOdds(grid, odds, i + 1, j + 1);
  const [nextA, nextB] = [grid.a.words[i * WORD + NEXT]!, grid.b.words[j * WORD + NEXT]!];
  row[k++] = nextA < 0 ? -1 : a[nextA * ROW + BEST]!;
  row[k++] = nextB < 0 ? -1 : b[nextB * ROW + BEST]!;
  // distance from where the neighbors' links point, either way
  const [bA, eA, bB, eB] = [a[own + BEFORE]!, a[own + BEHIND]!, b[other + BEFORE]!, b[other + BEHIND]!];
  const tb = bA < 0 ? -1 : a[bA * ROW + BEST_AT]!;
  const te = eA >= n ? m : a[eA * ROW + BEST_AT]!;
  const sb = bB < 0 ? -1 : b[bB * ROW + BEST_AT]!;
  const se = eB >= m ? n : b[eB * ROW + BEST_AT]!;
  row[k++] = clip(j - tb);
  row[k++] = clip(te - j);
  row[k++] = clip(i - sb);
  row[k++] = clip(se - i);
  row[k++] = i - bA;
  row[k++] = eA - i;
  row[k++] = j - bB;
  row[k++] = eB - j;
  const free = tb === bB && te === eB && sb === bA && se === eA;
  row[k++] = free ? eA - bA - 1 : -1;
  row[k++] = free ? eB - bB - 1 : -1;
  row[k++] = tb < j && j < te && sb < i && i < se ? 1 : 0;
  row[k++] = outline.coverA;
  row[k++] = outline.coverB;
  // the links of what this word is linked to
  row[k++] = a[own + BEST_AT]! < 0 ? 99 : clip(a[own + BEST_AT]! - j);
  row[k++] = b[other + BEST_AT]! < 0 ? 99 : clip(b[other + BEST_AT]! - i);
  row[k++] = sumDiagonal(grid, odds, i, j);
}

/** So far along the diagonal links speak for a pair. */
const REACH = 3;

function sumDiagonal({ n, m }: Grid, odds: Float32Array, i: number, j: number): number {
  let sum = 0;
  const last = Math.min(REACH, n - 1 - i, m - 1 - j);
  for (let d = -Math.min(REACH, i, j); d <= last; d++) if (d !== 0) sum += odds[(i + d) * m + j + d]!;
  return sum;
}

/** Probability of a link; a little less than none beyond the ends. */
function getOdds({ n, m }: Grid, odds: Float32Array, i: number, j: number): number {
  return i < 0 || j < 0 || i >= n || j >= m ? -0.1 : odds[i * m + j]!;
}

function clip(distance: number): number {
  return Math.max(-12, Math.min(12, distance));
}
