import { FIRST_WIDTH, fillFirst } from "./evidence.ts";
import { type Grid, LAST, NEXT, WORD } from "./grid.ts";

export const NEXT_WIDTH: number = FIRST_WIDTH + 39;

/** What the links of the round before tell. */
export interface Outline {
  readonly odds: Float32Array;
  /** `ROW` numbers a word of either row. */
  readonly a: Float32Array;
  readonly b: Float32Array;
  readonly coverA: number;
  readonly coverB: number;
  /** `CELL` numbers a pair, row-major. */
  readonly cells: Float32Array;
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
/** Numbers of a pair: links beside it, nearer ones more; and the most of another pair in its row or column that is as likely. */
const AROUND = 0;
const RIVAL_A = 1;
const RIVAL_B = 2;
const CELL = 3;

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
  const live = listLive(odds, grid);
  for (const at of live) {
    const i = Math.floor(at / m);
    noteOdds(a, i * ROW, at - i * m, odds[at]!);
    noteOdds(b, (at - i * m) * ROW, i, odds[at]!);
  }
  noteBeside(a);
  noteBeside(b);
  return { odds, a, b, coverA: shareLinked(a), coverB: shareLinked(b), cells: fillCells(odds, grid, live) };
}

/** Pairs of open words that may be linked at all, row-major. */
function listLive(odds: Float32Array, { m, a, b }: Grid): number[] {
  const live: number[] = [];
  for (const i of a.open) for (const j of b.open) if (odds[i * m + j]! > 0) live.push(i * m + j);
  return live;
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

/** Pairs less likely than this after a round are not looked at again; a rival of one that is may be half as likely. */
export const LEAST_LIKELY = 0.02;
const LEAST_RIVAL = LEAST_LIKELY / 2;

/** For pairs that are looked at again, and their rivals, what stands around them; time grows with their number. */
function fillCells(odds: Float32Array, grid: Grid, live: readonly number[]): Float32Array {
  const { n, m } = grid;
  const cells = new Float32Array(n * m * CELL);
  const strong = listStrong(odds, grid);
  const held = live.filter((at) => odds[at]! >= LEAST_RIVAL);
  const lowest = new Int32Array(m).fill(-1); // the last of each column so far
  const above: number[] = []; // the one above each in its column
  for (const [k, at] of held.entries()) {
    const i = Math.floor(at / m);
    cells[at * CELL + AROUND] = sumAround(strong, n, i, at - i * m);
    for (let left = k - 1; left >= 0 && held[left]! >= i * m; left--) noteRivals(odds, cells, RIVAL_A, held[left]!, at);
    for (let up = lowest[at - i * m]!; up !== -1; up = above[up]!) noteRivals(odds, cells, RIVAL_B, held[up]!, at);
    above.push(lowest[at - i * m]!);
    lowest[at - i * m] = k;
  }
  return cells;
}

/** Tells two pairs of one row or column of each other, if the other is at least half as likely. */
function noteRivals(odds: Float32Array, cells: Float32Array, side: number, x: number, y: number): void {
  const [p, q] = [odds[x]!, odds[y]!];
  if (q >= p / 2) noteRival(cells, x * CELL + side, cells[y * CELL + AROUND]!);
  if (p >= q / 2) noteRival(cells, y * CELL + side, cells[x * CELL + AROUND]!);
}

function noteRival(cells: Float32Array, at: number, around: number): void {
  if (around > cells[at]!) cells[at] = around;
}

/** Links so likely speak for the pairs around them. */
const STRONG = 0.2;
const REACH = 8;

/** The strong links, row by row: place in b, and how likely it is, links of content words more. */
interface Strong {
  /** Where the links of each row begin, and where those of the last end. */
  readonly starts: Int32Array;
  readonly places: number[];
  readonly weights: number[];
}

function listStrong(odds: Float32Array, { n, m, a, b }: Grid): Strong {
  const strong: Strong = { starts: new Int32Array(n + 1), places: [], weights: [] };
  for (let i = 0; i < n; i++) {
    const weight = a.known[i]!.lexeme.isContent ? 1 : 0.3;
    const add = (j: number) => {
      strong.places.push(j);
      strong.weights.push(odds[i * m + j]! * weight);
    };
    if (a.fixed[i]! >= 0) add(a.fixed[i]!);
    else for (const j of b.open) if (odds[i * m + j]! >= STRONG) add(j);
    strong.starts[i + 1] = strong.places.length;
  }
  return strong;
}

/** What the strong links around a pair tell of it, nearer ones more. */
function sumAround({ starts, places, weights }: Strong, n: number, i: number, j: number): number {
  let sum = 0;
  for (let x = Math.max(0, i - REACH); x <= Math.min(n - 1, i + REACH); x++) {
    if (x === i) continue;
    const far = Math.abs(x - i);
    for (let k = starts[x]!; k < starts[x + 1]!; k++) {
      const beside = Math.abs(places[k]! - j);
      if (beside > 0 && beside <= REACH) sum = Math.fround(sum + weights[k]! / (far + beside));
    }
  }
  return sum;
}

/** What is known of a pair once others are linked. */
export function fillNext(grid: Grid, outline: Outline, i: number, j: number, row: Float64Array): void {
  fillFirst(grid, i, j, row);
  const { n, m } = grid;
  const { odds, a, b, cells } = outline;
  const [own, other, cell] = [i * ROW, j * ROW, (i * m + j) * CELL];
  const p = odds[i * m + j]!;
  let k = FIRST_WIDTH;
  row[k++] = p;
  row[k++] = a[own + (a[own + BEST_AT] === j ? SECOND : BEST)]!;
  row[k++] = b[other + (b[other + BEST_AT] === i ? SECOND : BEST)]!;
  row[k++] = a[own + SUM]! - p;
  row[k++] = b[other + SUM]! - p;
  row[k++] = getOdds(grid, odds, i - 1, j - 1);
  row[k++] = getOdds(grid, odds, i + 1, j + 1);
  row[k++] = getOdds(grid, odds, i - 2, j - 2);
  row[k++] = getOdds(grid, odds, i + 2, j + 2);
  row[k++] = getOdds(grid, odds, i - 1, j);
  row[k++] = getOdds(grid, odds, i + 1, j);
  row[k++] = getOdds(grid, odds, i, j - 1);
  row[k++] = getOdds(grid, odds, i, j + 1);
  row[k++] = getOdds(grid, odds, i - 1, j + 1);
  row[k++] = getOdds(grid, odds, i + 1, j - 1);
  const [nextA, nextB] = [grid.a.words[i * WORD + NEXT]!, grid.b.words[j * WORD + NEXT]!];
  row[k++] = getOdds(grid, odds, nextA, nextB);
  row[k++] = getOdds(grid, odds, grid.a.words[i * WORD + LAST]!, grid.b.words[j * WORD + LAST]!);
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
  let [diagonal, count] = [0, 0];
  for (let d = -3; d <= 3; d++) {
    if (d === 0 || i + d < 0 || j + d < 0 || i + d >= n || j + d >= m) continue;
    diagonal += odds[(i + d) * m + j + d]!;
    count++;
  }
  row[k++] = count === 0 ? 0 : diagonal / count;
  row[k++] = diagonal;
  row[k++] = cells[cell + AROUND]!;
  row[k++] = cells[cell + AROUND]! - cells[cell + RIVAL_A]!;
  row[k++] = cells[cell + AROUND]! - cells[cell + RIVAL_B]!;
}

/** Probability of a link; a little less than none beyond the ends. */
function getOdds({ n, m }: Grid, odds: Float32Array, i: number, j: number): number {
  return i < 0 || j < 0 || i >= n || j >= m ? -0.1 : odds[i * m + j]!;
}

function clip(distance: number): number {
  return Math.max(-12, Math.min(12, distance));
}
