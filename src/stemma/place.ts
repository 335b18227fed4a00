import { type Hung, listBelow } from "./hung.ts";
import type { Matrix } from "./matrix.ts";
import type { Sight } from "./sight.ts";

/** Where a branch that was cut off can hang: at a node, or on the line above it, from a new lost node. */
export interface Place {
  readonly node: number;
  readonly isLine: boolean;
  /** The characters that would have to change between. */
  readonly misses: Int32Array;
  /** What these cost, and the lost node. */
  readonly cost: number;
}

/** All places for a branch that was cut off at `node`, cheapest first. */
export function listPlaces(
  matrix: Matrix,
  sight: Sight,
  hung: Hung,
  { node, lost }: { node: number; lost: number },
): Place[] {
  sight.lookUp(hung, node);
  sight.lookAround(hung);
  const places = listBelow(hung, hung.root).flatMap((place) =>
    (place === hung.root ? [false] : [false, true]).map((isLine): Place => {
      const misses = new Int32Array(matrix.width);
      if (isLine) sight.missOnLine(node, place, misses);
      else sight.missAtNode(node, place, misses);
      return { node: place, isLine, misses, cost: sight.weigh(misses) + (isLine ? lost : 0) };
    }),
  );
  return places.sort((a, b) => a.cost - b.cost);
}

/** What it costs that neither of two places explains; no more is summed up than it takes to reach `most`. */
export function weighBoth({ width, weights }: Matrix, a: Place, b: Place, most: number): number {
  let sum = 0;
  for (let word = 0; word < width && sum < most; word++)
    for (let rest = a.misses[word]! & b.misses[word]!; rest !== 0; rest &= rest - 1)
      sum += weights[word * 32 + 31 - Math.clz32(rest & -rest)]!;
  return sum;
}

/** Whether a change is marked. */
export function hasBit(marks: Int32Array, bit: number): boolean {
  return ((marks[bit >> 5]! >> (bit & 31)) & 1) === 1;
}
