import { FIRST_WIDTH, fillFirst, type Grid } from "./evidence.ts";

export const NEXT_WIDTH: number = FIRST_WIDTH + 39;

/** What the links of the round before tell of each word. */
export interface Outline {
  readonly odds: Float32Array;
  readonly rowBest: Float32Array;
  readonly rowSecond: Float32Array;
  readonly rowAt: Int16Array;
  readonly colBest: Float32Array;
  readonly colSecond: Float32Array;
  readonly colAt: Int16Array;
  readonly rowSum: Float32Array;
  readonly colSum: Float32Array;
  /** Place of the nearest word before and behind that is linked, or -1 / the length. */
  readonly beforeA: Int16Array;
  readonly behindA: Int16Array;
  readonly beforeB: Int16Array;
  readonly behindB: Int16Array;
  readonly coverA: number;
  readonly coverB: number;
  /** Links beside a pair, nearer ones more; and the most of another pair in its row or column that is as likely. */
  readonly around: Float32Array;
  readonly rowRival: Float32Array;
  readonly colRival: Float32Array;
}

const LINKED = 0.5;

export function makeOutline(odds: Float32Array, grid: Grid): Outline {
  const { n, m } = grid;
  const [rows, columns] = [makeBest(n), makeBest(m)];
  for (let i = 0; i < n; i++) {
    const j = grid.a.fixed[i]!;
    if (j < 0) continue;
    noteOdds(rows, i, j, odds[i * m + j]!);
    noteOdds(columns, j, i, odds[i * m + j]!);
  }
  for (const i of grid.a.open) {
    for (const j of grid.b.open) {
      noteOdds(rows, i, j, odds[i * m + j]!);
      noteOdds(columns, j, i, odds[i * m + j]!);
    }
  }
  return {
    odds,
    rowBest: rows.best,
    rowSecond: rows.second,
    rowAt: rows.at,
    rowSum: rows.sum,
    colBest: columns.best,
    colSecond: columns.second,
    colAt: columns.at,
    colSum: columns.sum,
    beforeA: findBeside(rows.best, 1),
    behindA: findBeside(rows.best, -1),
    beforeB: findBeside(columns.best, 1),
    behindB: findBeside(columns.best, -1),
    coverA: shareLinked(rows.best),
    coverB: shareLinked(columns.best),
    ...findRivals(odds, grid),
  };
}

/** For each word of a row its two likeliest links, where the likeliest is, and the sum of all. */
interface Best {
  readonly best: Float32Array;
  readonly second: Float32Array;
  readonly at: Int16Array;
  readonly sum: Float32Array;
}

function makeBest(length: number): Best {
  return {
    best: new Float32Array(length),
    second: new Float32Array(length),
    at: new Int16Array(length).fill(-1),
    sum: new Float32Array(length),
  };
}

function noteOdds({ best, second, at, sum }: Best, own: number, other: number, p: number): void {
  sum[own]! += p;
  if (p > best[own]!) {
    second[own] = best[own]!;
    best[own] = p;
    at[own] = other;
  } else if (p > second[own]!) second[own] = p;
}

function shareLinked(best: Float32Array): number {
  let count = 0;
  for (const p of best) if (p >= LINKED) count++;
  return best.length === 0 ? 0 : count / best.length;
}

const REACH = 8;
const LEAST_SPREAD = 0.2;
const LEAST_RIVAL = 0.004;

function findRivals(odds: Float32Array, grid: Grid): Pick<Outline, "around" | "rowRival" | "colRival"> {
  const { n, m, a, b } = grid;
  const size = n * m;
  const room = new Float32Array(3 * size);
  const around = room.subarray(0, size);
  for (let i = 0; i < n; i++) {
    if (a.fixed[i]! >= 0) spreadOdds(grid, around, i, a.fixed[i]!, odds[i * m + a.fixed[i]!]!);
    else for (const j of b.open) if (odds[i * m + j]! >= LEAST_SPREAD) spreadOdds(grid, around, i, j, odds[i * m + j]!);
  }
  const rowRival = room.subarray(size, 2 * size);
  const colRival = room.subarray(2 * size);
  for (const i of a.open) {
    for (const j of b.open) {
      const at = i * m + j;
      const p = odds[at]!;
      if (p < LEAST_RIVAL) continue;
      for (const y of b.open)
        if (y !== j && odds[i * m + y]! >= p / 2 && around[i * m + y]! > rowRival[at]!)
          rowRival[at] = around[i * m + y]!;
      for (const x of a.open)
        if (x !== i && odds[x * m + j]! >= p / 2 && around[x * m + j]! > colRival[at]!)
          colRival[at] = around[x * m + j]!;
    }
  }
  return { around, rowRival, colRival };
}

/** Tells the open pairs beside a likely link. */
function spreadOdds({ n, m, a, b }: Grid, around: Float32Array, i: number, j: number, p: number): void {
  const weighed = p * (a.lexemes[i]!.isContent ? 1 : 0.3);
  const [left, right] = [Math.max(0, j - REACH), Math.min(m - 1, j + REACH)];
  for (let x = Math.max(0, i - REACH); x <= Math.min(n - 1, i + REACH); x++) {
    if (x === i || a.fixed[x]! >= 0) continue;
    const far = Math.abs(x - i);
    for (let y = left; y <= right; y++)
      if (y !== j && b.fixed[y]! < 0) around[x * m + y]! += weighed / (far + Math.abs(y - j));
  }
}

function findBeside(best: Float32Array, step: 1 | -1): Int16Array {
  const beside = new Int16Array(best.length);
  let last = step === 1 ? -1 : best.length;
  for (let k = 0; k < best.length; k++) {
    const at = step === 1 ? k : best.length - 1 - k;
    beside[at] = last;
    if (best[at]! >= LINKED) last = at;
  }
  return beside;
}

/** What is known of a pair once others are linked. */
export function fillNext(grid: Grid, outline: Outline, i: number, j: number, row: Float64Array): void {
  fillFirst(grid, i, j, row);
  const { n, m } = grid;
  const { odds } = outline;
  const p = odds[i * m + j]!;
  let k = FIRST_WIDTH;
  row[k++] = p;
  row[k++] = outline.rowAt[i] === j ? outline.rowSecond[i]! : outline.rowBest[i]!;
  row[k++] = outline.colAt[j] === i ? outline.colSecond[j]! : outline.colBest[j]!;
  row[k++] = outline.rowSum[i]! - p;
  row[k++] = outline.colSum[j]! - p;
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
  row[k++] = getOdds(grid, odds, grid.a.next[i]!, grid.b.next[j]!);
  row[k++] = getOdds(grid, odds, grid.a.last[i]!, grid.b.last[j]!);
  row[k++] = grid.a.next[i]! < 0 ? -1 : outline.rowBest[grid.a.next[i]!]!;
  row[k++] = grid.b.next[j]! < 0 ? -1 : outline.colBest[grid.b.next[j]!]!;
  // distance from where the neighbors' links point, either way
  const [bA, eA, bB, eB] = [outline.beforeA[i]!, outline.behindA[i]!, outline.beforeB[j]!, outline.behindB[j]!];
  const tb = bA < 0 ? -1 : outline.rowAt[bA]!;
  const te = eA >= n ? m : outline.rowAt[eA]!;
  const sb = bB < 0 ? -1 : outline.colAt[bB]!;
  const se = eB >= m ? n : outline.colAt[eB]!;
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
  row[k++] = outline.rowAt[i]! < 0 ? 99 : clip(outline.rowAt[i]! - j);
  row[k++] = outline.colAt[j]! < 0 ? 99 : clip(outline.colAt[j]! - i);
  let [diagonal, count] = [0, 0];
  for (let d = -3; d <= 3; d++) {
    if (d === 0 || i + d < 0 || j + d < 0 || i + d >= n || j + d >= m) continue;
    diagonal += odds[(i + d) * m + j + d]!;
    count++;
  }
  row[k++] = count === 0 ? 0 : diagonal / count;
  row[k++] = diagonal;
  row[k++] = outline.around[i * m + j]!;
  row[k++] = outline.around[i * m + j]! - outline.rowRival[i * m + j]!;
  row[k++] = outline.around[i * m + j]! - outline.colRival[i * m + j]!;
}

/** Probability of a link; a little less than none beyond the ends. */
function getOdds({ n, m }: Grid, odds: Float32Array, i: number, j: number): number {
  return i < 0 || j < 0 || i >= n || j >= m ? -0.1 : odds[i * m + j]!;
}

function clip(distance: number): number {
  return Math.max(-12, Math.min(12, distance));
}
