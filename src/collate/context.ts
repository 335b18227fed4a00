import { FIRST_WIDTH, fillFirst, type Grid, LAST, NEXT, WORD } from "./evidence.ts";

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
  for (const i of grid.a.open) {
    for (const j of grid.b.open) {
      const p = odds[i * m + j]!;
      if (p === 0) continue;
      noteOdds(a, i * ROW, j, p);
      noteOdds(b, j * ROW, i, p);
    }
  }
  noteBeside(a);
  noteBeside(b);
  return { odds, a, b, coverA: shareLinked(a), coverB: shareLinked(b), cells: findRivals(odds, grid) };
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

const REACH = 8;
const LEAST_SPREAD = 0.2;
const LEAST_RIVAL = 0.004;

function findRivals(odds: Float32Array, grid: Grid): Float32Array {
  const { n, m, a, b } = grid;
  const cells = new Float32Array(n * m * CELL);
  for (let i = 0; i < n; i++) {
    if (a.fixed[i]! >= 0) spreadOdds(grid, cells, i, a.fixed[i]!, odds[i * m + a.fixed[i]!]!);
    else for (const j of b.open) if (odds[i * m + j]! >= LEAST_SPREAD) spreadOdds(grid, cells, i, j, odds[i * m + j]!);
  }
  for (const i of a.open) {
    for (const j of b.open) {
      const at = i * m + j;
      const p = odds[at]!;
      if (p < LEAST_RIVAL) continue;
      for (const y of b.open) if (y !== j && odds[i * m + y]! >= p / 2) noteRival(cells, at, RIVAL_A, i * m + y);
      for (const x of a.open) if (x !== i && odds[x * m + j]! >= p / 2) noteRival(cells, at, RIVAL_B, x * m + j);
    }
  }
  return cells;
}

function noteRival(cells: Float32Array, at: number, side: number, rival: number): void {
  const around = cells[rival * CELL + AROUND]!;
  if (around > cells[at * CELL + side]!) cells[at * CELL + side] = around;
}

/** Tells the open pairs beside a likely link. */
function spreadOdds({ n, m, a, b }: Grid, cells: Float32Array, i: number, j: number, p: number): void {
  const weighed = p * (a.lexemes[i]!.isContent ? 1 : 0.3);
  const [left, right] = [Math.max(0, j - REACH), Math.min(m - 1, j + REACH)];
  for (let x = Math.max(0, i - REACH); x <= Math.min(n - 1, i + REACH); x++) {
    if (x === i || a.fixed[x]! >= 0) continue;
    const far = Math.abs(x - i);
    for (let y = left; y <= right; y++)
      if (y !== j && b.fixed[y]! < 0) cells[(x * m + y) * CELL + AROUND]! += weighed / (far + Math.abs(y - j));
  }
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
