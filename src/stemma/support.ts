import { makeChance } from "../text/chance.ts";
import { type Hung, hangTree, listBelow, prune, type Tree } from "./hung.ts";
import type { Matrix } from "./matrix.ts";
import { makeSight, type Sight } from "./sight.ts";

/** How well a line of a tree is borne out. */
export interface Support {
  /** 0 to 1: share of the rounds in which no other place for what hangs on the line is better. */
  readonly support: number;
  /** Nodes at which it could hang as well, or at a line to them, and how many changes more that takes; the best first. */
  readonly others: readonly Other[];
}

/** Another place that is nearly as good. */
export interface Other {
  readonly node: number;
  /** Weighted changes more than where it is; below 1. */
  readonly more: number;
}

/** Another place for a branch, by what changes: bits gained and lost, and the rest of the cost. */
interface Rival {
  readonly node: number;
  readonly worse: readonly number[];
  readonly better: readonly number[];
  readonly price: number;
  /** What the tree costs more with it. */
  readonly cost: number;
}

/** Rivals of one line that are tried in the rounds. */
const MOST_RIVALS = 8;
/** Costs of less than one change more are as good. */
const MARGIN = 1;

/**
 * For each node of a tree hung up at a text how well the line above it is borne out. Bootstrap over loci (Felsenstein 1985), without
 * a new search in each round: the places that come nearest are compared again with the loci drawn (after RELL, Kishino,
 * Miyata and Hasegawa 1990). A full search in each round was left: 200 of them take some 20 s for 40 texts.
 */
export function measureSupport(
  matrix: Matrix,
  tree: Tree,
  { root, lost, rounds, seed }: { root: number; lost: number; rounds: number; seed: number },
): Map<number, Support> {
  const nodes = listBelow(hangTree(tree, root), root).slice(1);
  const sight = makeSight(matrix);
  const rivals = nodes.map((node) => findRivals(matrix, hangTree(tree, root), node, sight, lost));
  const kept = new Map(nodes.map((node) => [node, 0]));
  const chance = makeChance(seed);
  const loci = matrix.places.length;
  const drawn = new Float64Array(matrix.weights.length);
  for (let round = 0; round < rounds; round++) {
    drawn.fill(0);
    for (let i = 0; i < loci; i++) drawn[chance.below(loci)]! += 1;
    for (const [bit, weight] of matrix.weights.entries()) drawn[bit] = weight * (bit < loci ? drawn[bit]! : 1);
    for (const [i, node] of nodes.entries())
      if (rivals[i]!.every((rival) => isWorse(rival, drawn))) kept.set(node, kept.get(node)! + 1);
  }
  return new Map(
    nodes.map((node, i) => {
      const near = rivals[i]!.filter(({ cost }) => cost < MARGIN);
      const others = near.filter((rival, at) => near.findIndex((other) => other.node === rival.node) === at);
      return [
        node,
        {
          support: rounds === 0 ? 1 : kept.get(node)! / rounds,
          others: others.map((rival) => ({ node: rival.node, more: rival.cost })),
        },
      ];
    }),
  );
}

function isWorse({ worse, better, price }: Rival, weights: Float64Array): boolean {
  let sum = price;
  for (const bit of worse) sum += weights[bit]!;
  for (const bit of better) sum -= weights[bit]!;
  return sum >= 0;
}

function findRivals(matrix: Matrix, hung: Hung, node: number, sight: Sight, lost: number): Rival[] {
  const parent = hung.up[node]!;
  const slid = prune(hung, node);
  sight.lookUp(hung, node);
  sight.lookAround(hung);
  const look = (place: number, isLine: boolean) => {
    const marks = new Int32Array(matrix.width);
    if (isLine) sight.missOnLine(node, place, marks);
    else sight.missAtNode(node, place, marks);
    return { place, isLine, marks, price: isLine ? lost : 0 };
  };
  const old = slid < 0 ? look(parent, false) : look(slid, true);
  const all = listBelow(hung, hung.root).flatMap((place) =>
    place === hung.root ? [look(place, false)] : [look(place, false), look(place, true)],
  );
  const oldCost = sight.weigh(old.marks) + old.price;
  return all
    .filter(({ place, isLine }) => place !== old.place || isLine !== old.isLine)
    .map((other) => ({ ...other, cost: sight.weigh(other.marks) + other.price - oldCost }))
    .sort((a, b) => a.cost - b.cost || a.place - b.place)
    .slice(0, MOST_RIVALS)
    .map(({ place, marks, price, cost }) => ({
      node: place,
      worse: listBits(matrix, marks, old.marks),
      better: listBits(matrix, old.marks, marks),
      price: price - old.price,
      cost,
    }));
}

/** Bits marked in a and not in b. */
function listBits({ weights }: Matrix, a: Int32Array, b: Int32Array): number[] {
  return [...weights.keys()].filter((bit) => (((a[bit >> 5]! & ~b[bit >> 5]!) >> (bit & 31)) & 1) === 1);
}
