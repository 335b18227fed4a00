import type { Example } from "../train/examples.ts";

/** Two places of marks, in the line's own tokens. */
type Link = readonly [number, number];

/** What a hit is worth less than this is chance. */
const LEAST = 0.6;

/**
 * Links equal marks between words that are linked, the surest first, each mark once. The collation needs none, for there a
 * mark hangs on its word; the hand-made sets count them. `odds`: of the words, as the linker gives them. By places in the
 * line's tokens, in the example's order.
 */
export function linkMarks(example: Example, odds: Float32Array): Link[] {
  const { line, isOther } = example;
  const [a, b] = isOther ? [line.b, line.a] : [line.a, line.b];
  const [left, right] = [findMarks(a, example.a.places), findMarks(b, example.b.places)];
  const pairs = left.flatMap((x) =>
    right.filter((y) => a[x.at] === b[y.at]).map((y) => ({ x, y, worth: measureBeside(example, odds, x, y) })),
  );
  pairs.sort((p, q) => q.worth - p.worth || p.x.at - q.x.at || p.y.at - q.y.at);
  const taken = new Set<Mark>();
  return pairs.flatMap(({ x, y, worth }) => {
    if (worth < LEAST || taken.has(x) || taken.has(y)) return [];
    taken.add(x).add(y);
    return [[x.at, y.at] as const];
  });
}

/** A mark, and the place among the terms of the word before it, -1 if there is none. */
interface Mark {
  readonly at: number;
  readonly before: number;
  readonly isLast: boolean;
}

function findMarks(tokens: readonly string[], places: readonly number[]): Mark[] {
  const words = new Set(places);
  let before = -1;
  return tokens.flatMap((_, at) => {
    if (words.has(at)) before++;
    return words.has(at) ? [] : [{ at, before, isLast: at === tokens.length - 1 }];
  });
}

/** How sure the words before and behind two marks are linked; those one further, on one side, count for a third. */
function measureBeside({ a, b }: Example, odds: Float32Array, x: Mark, y: Mark): number {
  const [n, m] = [a.terms.length, b.terms.length];
  const get = (i: number, j: number): number => {
    if (i < 0 || j < 0) return i < 0 && j < 0 ? 0.9 : 0;
    if (i >= n || j >= m) return i >= n && j >= m ? 0.9 : 0;
    return odds[i * m + j]!;
  };
  const [i, j] = [x.before, y.before];
  const further = get(i - 1, j) + get(i, j - 1) + get(i + 2, j + 1) + get(i + 1, j + 2);
  return get(i, j) + get(i + 1, j + 1) + 0.3 * further + (x.isLast && y.isLast ? 1 : 0);
}
