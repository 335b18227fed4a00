import type { Character } from "./character.ts";
import { climb } from "./climb.ts";
import { type Hung, hangTree, listBelow, prune, type Tree } from "./hung.ts";
import { type Matrix, makeMatrix } from "./matrix.ts";
import { makeSight, type Sight } from "./sight.ts";

/** A further exemplar of a text. */
export interface Second {
  readonly text: number;
  /** The node it has readings of; lost nodes too. */
  readonly node: number;
  /** What the two exemplars explain and one does not, in changes of a middling copy. */
  readonly gain: number;
}

/** A second exemplar must explain this share of the changes of a middling copy; less, where its readings stand in a row. */
const LEAST_GAIN = 0.5;
const LEAST_GAIN_IN_A_ROW = 0.35;
/** Standard deviations by which the readings of two exemplars change over less often than by chance (Wald and Wolfowitz 1940). */
const IN_A_ROW = -3;
/** Less than this share of what tells the two apart is coincidence. */
const LEAST_SHARE = 0.08;
/** First exemplars that are tried. */
const MOST_FIRST = 10;

interface Place {
  readonly node: number;
  readonly isLine: boolean;
  readonly misses: Int32Array;
  readonly cost: number;
}

interface Pair {
  readonly text: number;
  readonly first: Place;
  readonly other: Place;
  /** In changes of a middling copy. */
  readonly gain: number;
  /** The texts that go back to this one, it among them. */
  readonly branch: readonly number[];
}

/**
 * Texts that draw on two: in all places of the tree no single one explains a text nearly as well as two do together. The clearest
 * first; then what it has of the second is taken out of the comparison, for it itself and for those below it, and the tree is
 * sought anew, since one such text pulls the tree out of shape and makes its neighbors look mixed. `line`: the cost of a
 * middling copy. Returns the tree without those readings and the texts, the clearest first.
 */
export function findSeconds(
  characters: readonly Character[],
  tree: Tree,
  line: number,
  lost: number,
): { tree: Tree; seconds: Second[] } {
  const { count } = tree;
  let [left, found]: [readonly Character[], Tree] = [characters, tree];
  const mixed: Pair[] = [];
  for (let matrix = makeMatrix(left, count); mixed.length < count / 2; ) {
    const free = Array.from({ length: count }, (_, text) => text).filter(
      (text) => !mixed.some((pair) => pair.text === text),
    );
    const sight = makeSight(matrix);
    const pairs = free.flatMap((text) => findPair(matrix, sight, found, { text, line, lost }) ?? []);
    const best = pairs.reduce<Pair | null>((a, b) => (a !== null && a.gain >= b.gain ? a : b), null);
    if (best === null) break;
    mixed.push(best);
    left = takeOut(left, matrix, best);
    matrix = makeMatrix(left, count);
    found = climb(matrix, found, lost);
  }
  const whole = makeMatrix(characters, count);
  const seconds = mixed.map(({ text, gain }) => ({ text, gain, node: findSecond(whole, found, text) }));
  return { tree: found, seconds: seconds.filter(({ node }) => node >= 0) };
}

/** The two places that together explain a text best, if that is well enough. */
function findPair(
  matrix: Matrix,
  sight: Sight,
  tree: Tree,
  { text, line, lost }: { text: number; line: number; lost: number },
): Pair | null {
  const hung = hangTree(tree, text === 0 ? 1 : 0);
  const branch = listBelow(hung, text).filter((node) => node < matrix.count);
  prune(hung, text);
  const places = listPlaces(matrix, sight, hung, { node: text, lost });
  const [single] = places;
  let best = { first: single!, other: single!, cost: single!.cost };
  for (const first of places.slice(0, MOST_FIRST)) {
    for (const other of places) {
      if (other.isLine || other === first) continue;
      const cost = (first.isLine ? lost : 0) + weighBoth(matrix, first, other, best.cost);
      if (cost < best.cost) best = { first, other, cost };
    }
  }
  const gain = (single!.cost - best.cost) / line;
  const { first, other } = best;
  return gain >= LEAST_GAIN_IN_A_ROW && isMixed(matrix, first, other, gain)
    ? { text, first, other, gain, branch }
    : null;
}

/** Where a cut branch can hang, cheapest first. */
function listPlaces(matrix: Matrix, sight: Sight, hung: Hung, { node, lost }: { node: number; lost: number }): Place[] {
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

/** What neither explains; stops at `most`. */
function weighBoth({ width, weights }: Matrix, a: Place, b: Place, most: number): number {
  let sum = 0;
  for (let word = 0; word < width && sum < most; word++)
    for (let rest = a.misses[word]! & b.misses[word]!; rest !== 0; rest &= rest - 1)
      sum += weights[word * 32 + 31 - Math.clz32(rest & -rest)]!;
  return sum;
}

function isMixed(matrix: Matrix, first: Place, other: Place, gain: number): boolean {
  const inOrder = [...matrix.places.keys()].sort((a, b) => matrix.places[a]! - matrix.places[b]!);
  const sides = inOrder.flatMap((bit) => {
    const [a, b] = [hasBit(first.misses, bit), hasBit(other.misses, bit)];
    return a === b ? [] : [{ isOther: a, weight: matrix.weights[bit]! }];
  });
  const all = sides.reduce((sum, { weight }) => sum + weight, 0);
  const others = sides.reduce((sum, { isOther, weight }) => sum + (isOther ? weight : 0), 0);
  if (Math.min(others, all - others) < LEAST_SHARE * all) return false;
  return gain >= LEAST_GAIN || measureRuns(sides.map(({ isOther }) => isOther)) <= IN_A_ROW;
}

/** Runs test: standard deviations between the number of runs and the one expected if the order were by chance; 0 if all are alike. */
function measureRuns(sides: readonly boolean[]): number {
  const runs = sides.filter((side, i) => i === 0 || side !== sides[i - 1]).length;
  const yes = sides.filter(Boolean).length;
  const expected = (2 * yes * (sides.length - yes)) / sides.length + 1;
  const variance = ((expected - 1) * (expected - 2)) / (sides.length - 1);
  return variance > 0 ? (runs - expected) / Math.sqrt(variance) : 0;
}

function hasBit(marks: Int32Array, bit: number): boolean {
  return ((marks[bit >> 5]! >> (bit & 31)) & 1) === 1;
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

/** The node that best explains what a text's place does not; -1 if there is none. Extant nodes first where it hardly matters. */
function findSecond(matrix: Matrix, tree: Tree, text: number): number {
  const hung = hangTree(tree, text === 0 ? 1 : 0);
  const parent = hung.up[text]!;
  const slid = prune(hung, text);
  const places = listPlaces(matrix, makeSight(matrix), hung, { node: text, lost: 0 });
  const first = places.find(({ node, isLine }) => (slid < 0 ? node === parent && !isLine : node === slid && isLine))!;
  let best = { node: -1, cost: Number.POSITIVE_INFINITY };
  for (const place of places) {
    if (place.isLine || place.node === parent) continue;
    const cost = weighBoth(matrix, first, place, best.cost) + (place.node < matrix.count ? 0 : 0.5);
    if (cost < best.cost) best = { node: place.node, cost };
  }
  return best.node;
}
