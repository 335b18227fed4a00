import { hangTree, listBelow, type Tree } from "./hung.ts";
import type { Matrix } from "./matrix.ts";
import { makeSight } from "./sight.ts";

/**
 * The node that all others most likely go back to. Words are lost in copying far more often than the same ones are found again, so
 * each place where a line would have to restore what is left out above it counts against the direction of that line. Of
 * equals the one in the middle of the tree, then the first. `isSure`: the next best is a change worse at least. `mixed`: texts
 * with two exemplars, none of which all others go back to.
 */
export function findRoot(tree: Tree, matrix: Matrix, mixed: readonly number[]): { root: number; isSure: boolean } {
  const hung = hangTree(tree, 0);
  const nodes = listBelow(hung, 0);
  const turned = measureTurns(tree, matrix);
  const costs = new Map([[0, 0]]);
  for (const node of nodes.slice(1)) costs.set(node, costs.get(hung.up[node]!)! + turned[node]!);
  const alone = (node: number) => (node < matrix.count ? matrix.omitted[node]! : 0);
  const far = new Map(nodes.map((node) => [node, measureFar(tree, node)]));
  const cost = (node: number) => costs.get(node)! + alone(node);
  const [best, next] = nodes
    .filter((node) => !mixed.includes(node))
    .toSorted((a, b) => cost(a) - cost(b) || far.get(a)! - far.get(b)! || a - b);
  return { root: best!, isSure: next === undefined || cost(next) - cost(best!) >= 1 };
}

/** For each node what it costs more to read the line above it upward than downward, hung up at text 0. */
function measureTurns(tree: Tree, matrix: Matrix): Float64Array {
  const hung = hangTree(tree, 0);
  const sight = makeSight(matrix);
  sight.lookAround(hung);
  const marks = new Int32Array(matrix.width);
  const turns = new Float64Array(hung.up.length);
  for (const node of listBelow(hung, 0).slice(1)) {
    sight.missAbove(node, marks);
    for (const [bit, gap] of matrix.gaps.entries()) {
      if (gap === null || ((marks[bit >> 5]! >> (bit & 31)) & 1) === 0) continue;
      const isLostBelow = sight.canRead("below", node, bit, gap);
      turns[node]! += isLostBelow ? matrix.weights[bit]! : -matrix.weights[bit]!;
    }
  }
  return turns;
}

/** Lines to the farthest node. */
function measureFar(tree: Tree, node: number): number {
  const steps = new Map([[node, 0]]);
  for (const here of steps.keys())
    for (const next of tree.neighbors[here]!) if (!steps.has(next)) steps.set(next, steps.get(here)! + 1);
  return Math.max(...steps.values());
}
