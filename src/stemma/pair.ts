import { hangTree, listBelow, prune, type Tree } from "./hung.ts";
import type { Matrix } from "./matrix.ts";
import { hasBit, listPlaces, type Place, weighBoth } from "./place.ts";
import type { Sight } from "./sight.ts";

/** Two exemplars of one text. */
export interface Pair {
  readonly text: number;
  readonly first: Place;
  readonly other: Place;
  /** What the two explain and one does not, in changes of a middling copy. */
  readonly gain: number;
  /** The texts that go back to this one, it among them. */
  readonly branch: readonly number[];
}

/** What two exemplars must explain that one does not, in changes of a middling copy. */
interface Least {
  /** The second's readings may stand anywhere: much is explained by chance. */
  readonly scattered: number;
  /** They stand from one place on, or up to it. */
  readonly inBlock: number;
}

/**
 * By the number of texts, up to which each holds: the fewer there are, the more often a text has a second place that explains something
 * by chance, and of five nearly each has one.
 */
const LEAST: readonly (readonly [number, Least])[] = [
  [7, { scattered: 0.8, inBlock: 0.5 }],
  [15, { scattered: 0.65, inBlock: 0.4 }],
  [Number.POSITIVE_INFINITY, { scattered: 0.55, inBlock: 0.3 }],
];
/** Less than this share of what tells the two apart is coincidence. */
const SHARE: Least = { scattered: 0.2, inBlock: 0.1 };
/** First exemplars that are tried. */
const MOST_FIRST = 10;

/** The price of a lost node, and what a middling copy costs. */
export interface Prices {
  readonly lost: number;
  readonly line: number;
}

/** The two places that together explain a text best, with its readings of the second anywhere or in one block, if that is well enough. */
export function findPair(matrix: Matrix, sight: Sight, tree: Tree, text: number, { lost, line }: Prices): Pair | null {
  const hung = hangTree(tree, text === 0 ? 1 : 0);
  const branch = listBelow(hung, text).filter((node) => node < matrix.count);
  prune(hung, text);
  const places = listPlaces(matrix, sight, hung, { node: text, lost });
  const least = LEAST.find(([most]) => matrix.count <= most)![1];
  const { scattered, inBlock } = findBest(matrix, places, lost);
  const make = ({ first, other, cost }: Best): Pair => ({
    text,
    first,
    other,
    gain: (places[0]!.cost - cost) / line,
    branch,
  });
  const [free, block] = [make(scattered), make(inBlock)];
  if (free.gain >= least.scattered && measureLesser(matrix, free) >= SHARE.scattered) return free;
  return block.gain >= least.inBlock && measureLesser(matrix, block) >= SHARE.inBlock
    ? { ...block, gain: free.gain }
    : null;
}

interface Best {
  readonly first: Place;
  readonly other: Place;
  readonly cost: number;
}

/** `places`: cheapest first. */
function findBest(matrix: Matrix, places: readonly Place[], lost: number): Record<keyof Least, Best> {
  const inOrder = [...matrix.places.keys()].sort((a, b) => matrix.places[a]! - matrix.places[b]!);
  const single = places[0]!;
  let scattered: Best = { first: single, other: single, cost: single.cost };
  let inBlock = scattered;
  for (const first of places.slice(0, MOST_FIRST)) {
    for (const other of places) {
      if (other.isLine || other === first) continue;
      // No block explains more than what the two explain together.
      const cost = (first.isLine ? lost : 0) + weighBoth(matrix, first, other, inBlock.cost);
      if (cost < scattered.cost) scattered = { first, other, cost };
      if (cost >= inBlock.cost) continue;
      const block = first.cost - measureBlock(matrix, first, other, inOrder);
      if (block < inBlock.cost) inBlock = { first, other, cost: block };
    }
  }
  return { scattered, inBlock };
}

/** The most that is saved by following the second exemplar from some place on, or up to it. */
function measureBlock(matrix: Matrix, first: Place, other: Place, inOrder: readonly number[]): number {
  let [saved, most, least] = [0, 0, 0];
  for (const bit of inOrder) {
    const [a, b] = [hasBit(first.misses, bit), hasBit(other.misses, bit)];
    if (a === b) continue;
    saved += a ? matrix.weights[bit]! : -matrix.weights[bit]!;
    most = Math.max(most, saved);
    least = Math.min(least, saved);
  }
  return Math.max(most, saved - least);
}

/** Of what tells the two exemplars apart the share that agrees with the lesser. */
function measureLesser(matrix: Matrix, { first, other }: Pair): number {
  let [a, b] = [0, 0];
  for (const bit of matrix.places.keys()) {
    const isMissed = hasBit(first.misses, bit);
    if (isMissed === hasBit(other.misses, bit)) continue;
    if (isMissed) b += matrix.weights[bit]!;
    else a += matrix.weights[bit]!;
  }
  return Math.min(a, b) / (a + b || 1);
}
