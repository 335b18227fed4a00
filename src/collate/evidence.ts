import { AFFINITY, AROUND, CONTAINED, DIAGONAL, GRAMS, LIKE, MATCH, PAIR, RELATED } from "./cell.ts";
import { BEST, BEST_AT, EQUALS, type Grid, LAST, NEXT, PRIOR, SECOND, WORD } from "./grid.ts";

/** Features of the first round. */
export const FIRST_WIDTH = 38;

/** What is known of a pair before any link is. */
export function fillFirst(grid: Grid, i: number, j: number, row: Float64Array): void {
  const { n, m, a, b, pairs } = grid;
  const at = (i * m + j) * PAIR;
  const [own, other] = [i * WORD, j * WORD];
  const [x, y] = [a.known[i]!.lexeme, b.known[j]!.lexeme];
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

function measurePrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at / Math.max(a.length, b.length);
}
