import type { Character } from "./character.ts";
import { climb } from "./climb.ts";
import { type Hung, hangTree, listBelow, prune, type Tree } from "./hung.ts";
import { type Matrix, makeMatrix } from "./matrix.ts";
import { findPair, type Pair, type Prices } from "./pair.ts";
import { hasBit, listPlaces, weighBoth } from "./place.ts";
import { makeSight } from "./sight.ts";

/** A further exemplar of a text. */
export interface Second {
  readonly text: number;
  /** The node it has readings of; lost nodes too. */
  readonly node: number;
  /** What the two exemplars explain and one does not, in changes of a middling copy. */
  readonly gain: number;
}

/** A place that costs a change more is half as likely. */
const HALF = 1;

/**
 * Texts that draw on two: in all places of the tree no single one explains a text nearly as well as two do together. The clearest
 * first; then what it has of the second is taken out of the comparison, for it itself and for those below it, and the tree is
 * sought anew, since one such text pulls the tree out of shape and makes its neighbors look mixed. Returns the tree without
 * those readings and the texts, the clearest first.
 *
 * Tried and left, as average sign distance with a fifth of 40 texts contaminated (0.85): such texts without a word in the search for the
 * tree and hung afterwards, 0.84; the tree sought from nothing after each, the same at three times the cost; the price of lost
 * nodes measured again without them, the same.
 */
export function findSeconds(
  characters: readonly Character[],
  tree: Tree,
  prices: Prices,
): { tree: Tree; seconds: Second[] } {
  const { count } = tree;
  let [left, found]: [readonly Character[], Tree] = [characters, tree];
  const mixed: Pair[] = [];
  for (let matrix = makeMatrix(left, count); mixed.length < count / 2; ) {
    const best = findClearest(matrix, found, mixed, prices);
    if (best === null) break;
    mixed.push(best);
    left = takeOut(left, matrix, best);
    matrix = makeMatrix(left, count);
    found = climb(matrix, found, prices.lost);
  }
  const whole = makeMatrix(characters, count);
  const seconds = mixed.map(({ text, gain }) => ({ text, gain, node: findSecond(whole, found, text) }));
  return { tree: found, seconds: seconds.filter(({ node }) => node >= 0) };
}

function findClearest(matrix: Matrix, tree: Tree, mixed: readonly Pair[], prices: Prices): Pair | null {
  const sight = makeSight(matrix);
  let best: Pair | null = null;
  for (let text = 0; text < matrix.count; text++) {
    if (mixed.some((pair) => pair.text === text)) continue;
    const pair = findPair(matrix, sight, tree, text, prices);
    if (pair !== null && pair.gain > (best?.gain ?? 0)) best = pair;
  }
  return best;
}

/** Silences the branch where it reads with the lesser of its two exemplars. */
function takeOut(characters: readonly Character[], matrix: Matrix, { text, first, other, branch }: Pair): Character[] {
  const [main, second] = first.cost <= other.cost ? [first, other] : [other, first];
  const out = new Set(matrix.places.filter((_, bit) => hasBit(main.misses, bit) && !hasBit(second.misses, bit)));
  return characters.map((character, place) => {
    if (!out.has(place)) return character;
    const states = character.states.slice();
    for (const node of branch) if (character.states[node] === character.states[text]) states[node] = -1;
    return { ...character, states };
  });
}

/**
 * The node that a text has its other readings of; -1 if there is none. Of the places that explain what the text's own does not
 * many come out nearly alike, most often neighbors: the one in the midst of them, each counted as it is likely, is nearer to the truth than the
 * one that costs least.
 */
function findSecond(matrix: Matrix, tree: Tree, text: number): number {
  const hung = hangTree(tree, text === 0 ? 1 : 0);
  const parent = hung.up[text]!;
  const slid = prune(hung, text);
  const places = listPlaces(matrix, makeSight(matrix), hung, { node: text, lost: 0 });
  const own = places.find(({ node, isLine }) => (slid < 0 ? node === parent && !isLine : node === slid && isLine))!;
  const others = places
    .filter((place) => place !== own)
    .map((place) => ({ ...place, rest: weighBoth(matrix, own, place, Number.POSITIVE_INFINITY) }));
  const least = Math.min(...others.map(({ rest }) => rest));
  const likely = others.map((place) => ({ ...place, weight: 2 ** ((least - place.rest) / HALF) }));
  let best = { node: -1, far: Number.POSITIVE_INFINITY };
  for (const node of listBelow(hung, hung.root)) {
    if (node === parent) continue;
    const steps = countSteps(hung, node);
    const far = likely.reduce((sum, place) => sum + place.weight * measureFar(place, steps), 0);
    if (far < best.far) best = { node, far };
  }
  return best.node;

  /** In the middle of a line it is as far from both its ends. */
  function measureFar({ node: place, isLine }: { node: number; isLine: boolean }, steps: Int32Array): number {
    return isLine ? (steps[place]! + steps[hung.up[place]!]!) / 2 : steps[place]!;
  }
}

/** Lines from a node to each. */
function countSteps({ up, kids }: Hung, from: number): Int32Array {
  const steps = new Int32Array(up.length).fill(-1);
  steps[from] = 0;
  const queue = [from];
  for (const node of queue) {
    for (const next of up[node]! < 0 ? kids[node]! : [up[node]!, ...kids[node]!]) {
      if (steps[next]! >= 0) continue;
      steps[next] = steps[node]! + 1;
      queue.push(next);
    }
  }
  return steps;
}
