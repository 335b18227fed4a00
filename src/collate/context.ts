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
  const rowBest = new Float32Array(n),
    rowSecond = new Float32Array(n),
    rowAt = new Int16Array(n).fill(-1),
    rowSum = new Float32Array(n);
  const colBest = new Float32Array(m),
    colSecond = new Float32Array(m),
    colAt = new Int16Array(m).fill(-1),
    colSum = new Float32Array(m);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      const p = odds[i * m + j]!;
      rowSum[i]! += p;
      colSum[j]! += p;
      if (p > rowBest[i]!) {
        rowSecond[i] = rowBest[i]!;
        rowBest[i] = p;
        rowAt[i] = j;
      } else if (p > rowSecond[i]!) rowSecond[i] = p;
      if (p > colBest[j]!) {
        colSecond[j] = colBest[j]!;
        colBest[j] = p;
        colAt[j] = i;
      } else if (p > colSecond[j]!) colSecond[j] = p;
    }
  }
  const share = (best: Float32Array) => (best.length === 0 ? 0 : best.filter((p) => p >= LINKED).length / best.length);
  return {
    odds,
    rowBest,
    rowSecond,
    rowAt,
    colBest,
    colSecond,
    colAt,
    rowSum,
    colSum,
    beforeA: findBeside(rowBest, 1),
    behindA: findBeside(rowBest, -1),
    beforeB: findBeside(colBest, 1),
    behindB: findBeside(colBest, -1),
    coverA: share(rowBest),
    coverB: share(colBest),
    ...findRivals(odds, grid),
  };
}

const REACH = 8;

function findRivals(
  odds: Float32Array,
  { n, m, a }: Grid,
): { around: Float32Array; rowRival: Float32Array; colRival: Float32Array } {
  const around = new Float32Array(n * m);
  const rowRival = new Float32Array(n * m);
  const colRival = new Float32Array(n * m);
  for (let i = 0; i < n; i++) {
    const weight = a.lexemes[i]!.isContent ? 1 : 0.3;
    for (let j = 0; j < m; j++) {
      const p = odds[i * m + j]!;
      if (p < 0.2) continue;
      for (let x = Math.max(0, i - REACH); x <= Math.min(n - 1, i + REACH); x++) {
        if (x === i) continue;
        for (let y = Math.max(0, j - REACH); y <= Math.min(m - 1, j + REACH); y++)
          if (y !== j) around[x * m + y]! += (p * weight) / (Math.abs(x - i) + Math.abs(y - j));
      }
    }
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      const at = i * m + j;
      const p = odds[at]!;
      if (p < LEAST_RIVAL) continue;
      for (let y = 0; y < m; y++)
        if (y !== j && odds[i * m + y]! >= p / 2 && around[i * m + y]! > rowRival[at]!)
          rowRival[at] = around[i * m + y]!;
      for (let x = 0; x < n; x++)
        if (x !== i && odds[x * m + j]! >= p / 2 && around[x * m + j]! > colRival[at]!)
          colRival[at] = around[x * m + j]!;
    }
  }
  return { around, rowRival, colRival };
}
const LEAST_RIVAL = 0.004;

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
  const get = (x: number, y: number) => (x < 0 || y < 0 || x >= n || y >= m ? -0.1 : odds[x * m + y]!);
  const p = odds[i * m + j]!;
  let k = FIRST_WIDTH;
  row[k++] = p;
  row[k++] = outline.rowAt[i] === j ? outline.rowSecond[i]! : outline.rowBest[i]!;
  row[k++] = outline.colAt[j] === i ? outline.colSecond[j]! : outline.colBest[j]!;
  row[k++] = outline.rowSum[i]! - p;
  row[k++] = outline.colSum[j]! - p;
  row[k++] = get(i - 1, j - 1);
  row[k++] = get(i + 1, j + 1);
  row[k++] = get(i - 2, j - 2);
  row[k++] = get(i + 2, j + 2);
  row[k++] = get(i - 1, j);
  row[k++] = get(i + 1, j);
  row[k++] = get(i, j - 1);
  row[k++] = get(i, j + 1);
  row[k++] = get(i - 1, j + 1);
  row[k++] = get(i + 1, j - 1);
  row[k++] = get(grid.a.next[i]!, grid.b.next[j]!);
  row[k++] = get(grid.a.last[i]!, grid.b.last[j]!);
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

function clip(distance: number): number {
  return Math.max(-12, Math.min(12, distance));
}
