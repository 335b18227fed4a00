import { AFFINITY, AROUND, DIAGONAL, GRAMS, LIKE, MATCH, PAIR, RELATED } from "./cell.ts";
import { BEST, BEST_AT, EQUALS, type Grid, LAST, NEXT, PRIOR, SECOND, WORD } from "./grid.ts";

/** Features of both rounds. */
export const PAIR_WIDTH = 23;
/** Features of the first round. */
export const FIRST_WIDTH: number = PAIR_WIDTH + 6;

/** What is known of a pair by its two words and where they stand. */
export function fillPair({ n, m, a, b, pairs }: Grid, i: number, j: number, row: Float64Array): void {
  const at = (i * m + j) * PAIR;
  const [own, other] = [i * WORD, j * WORD];
  const [x, y] = [a.known[i]!, b.known[j]!];
  let k = 0;
  row[k++] = pairs[at + MATCH]!;
  row[k++] = pairs[at + GRAMS]!;
  row[k++] = pairs[at + AFFINITY]!;
  row[k++] = pairs[at + RELATED]!;
  row[k++] = a.words[own + PRIOR]!;
  row[k++] = b.words[other + PRIOR]!;
  row[k++] = x.kind;
  row[k++] = y.kind;
  row[k++] = x.kind === y.kind ? 1 : 0;
  row[k++] = Math.min(x.bits, y.bits);
  row[k++] = Math.max(x.bits, y.bits);
  row[k++] = Math.abs((i + 0.5) / n - (j + 0.5) / m);
  row[k++] = Math.abs(i - j);
  row[k++] = Math.abs(n - i - (m - j));
  row[k++] = n;
  row[k++] = m;
  row[k++] = a.words[own + EQUALS]!;
  row[k++] = b.words[other + EQUALS]!;
  row[k++] = a.words[own + BEST_AT] === j ? a.words[own + SECOND]! : a.words[own + BEST]!;
  row[k++] = b.words[other + BEST_AT] === i ? b.words[other + SECOND]! : b.words[other + BEST]!;
  row[k++] = pairs[at + AROUND]!;
  row[k++] = pairs[at + DIAGONAL]!;
  row[k++] = x.kind === 0 && y.kind === 0 ? Math.min(x.length, y.length) : 0;
}

/** What is known of a pair before any link is: the likeness of those beside it too. */
export function fillFirst(grid: Grid, i: number, j: number, row: Float64Array): void {
  fillPair(grid, i, j, row);
  const { a, b } = grid;
  let k = PAIR_WIDTH;
  row[k++] = getNear(grid, i - 1, j - 1);
  row[k++] = getNear(grid, i + 1, j + 1);
  row[k++] = Math.max(getNear(grid, i - 1, j), getNear(grid, i, j - 1));
  row[k++] = Math.max(getNear(grid, i + 1, j), getNear(grid, i, j + 1));
  row[k++] = getNear(grid, a.words[i * WORD + NEXT]!, b.words[j * WORD + NEXT]!);
  row[k++] = getNear(grid, a.words[i * WORD + LAST]!, b.words[j * WORD + LAST]!);
}

/** Likeness of a pair; -1 beyond the ends. */
function getNear({ n, m, pairs }: Grid, i: number, j: number): number {
  return i < 0 || j < 0 || i >= n || j >= m ? -1 : pairs[(i * m + j) * PAIR + LIKE]!;
}
