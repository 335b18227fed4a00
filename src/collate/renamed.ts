import type { Fact } from "../fact/fact.ts";
import { RENAMED } from "../lang/en/swap.ts";
import { type Forest, readForest } from "../text/forest.ts";
import { measureLikeness } from "../text/similarity.ts";
import { getLinker, scoreWords } from "./link.ts";
import {
  type Chance,
  describeChance,
  findPlace,
  listSceneChances,
  makeScene,
  type Scene,
  type Swap,
  type Told,
  takeSurest,
} from "./swap.ts";

/** Less likely than this is left out: where, on lines of MRPC that it was not trained on, F1 over all that is marked is best. */
const LIKELY = 0.36;
/** Words beside a fact that nothing answers are counted up to so many. */
const MOST_FREE = 6;
/** Words to either side of a fact whose links are looked at. */
const REACH = 4;
/** Words to either side among which the nearest link is sought. */
const FAR = 6;
/** A link at least so sure is one. */
const SURE = 0.5;
/** What stands before a name and is dropped or added without another person being meant. */
const TITLE =
  /^(?:mr|mrs|ms|dr|prof|rev|sir|lord|lady|sen|rep|gov|lt|col|gen|sgt|capt|senator|governor|president|chairman|director|judge|justice|attorney|secretary|minister|police|chief|officer|the)$/u;
/** A stock exchange's sign for a share, as wire services put it behind a name. */
const TICKER = /^[\s,]*[<(]?\.?\p{Lu}{2,}/u;

/**
 * Names, numbers and dates that two wordings give differently though they need not mean another thing: "Mr Oswick" and "Maren
 * Oswick", "the wall" of "the Kelsmouth wall", "some 40" and "38". Beside the swaps (`findSwaps`), of which none is told again. By
 * weights learned from all differences of names, numbers and dates that people marked in ETPC, those that leave the sense as it
 * is among them. In the order of a.
 */
export function findRenamed(a: Told, b: Told, swaps: readonly Swap[], forest: Forest = getForest()): Swap[] {
  const taken = new Set(swaps.flatMap((swap) => [swap.a, swap.b]));
  return takeSurest(listMentions(a, b), forest, LIKELY, taken);
}

/** Every two facts of one kind that differ, and every two that are the same beside words that nothing answers. */
export function listMentions(a: Told, b: Told): Chance[] {
  const scene = makeScene(a, b);
  const chances = listSceneChances(scene);
  const equals = a.facts.flatMap((one) =>
    b.facts
      .filter(({ kind, value }) => kind === one.kind && value === one.value)
      .map((other) => ({ kind: one.kind, a: one, b: other, row: describeChance(scene, one, other) })),
  );
  const all = [...chances, ...equals.filter((chance) => isBesideFree(scene, chance))];
  if (all.length === 0) return [];
  const odds = scoreWords(a.words, b.words, getLinker());
  return all.map((chance) => {
    const row = [...chance.row, ...describeMention(scene, chance), ...describeLinks(scene, chance, odds)];
    return { ...chance, row: Float64Array.from(row, Math.fround) };
  });
}

/** How likely it is that the facts answer each other by the word alignment, that others answer them, and what links stand near. */
function describeLinks({ a, b }: Scene, chance: Chance, odds: Float32Array): number[] {
  const [n, m] = [a.words.length, b.words.length];
  const [[i0, i1], [j0, j1]] = [findPlace(a.words, chance.a), findPlace(b.words, chance.b)];
  const isBeyond = (i: number, j: number) => (i < 0 && j < 0) || (i >= n && j >= m);
  const at = (i: number, j: number) =>
    i < 0 || j < 0 || i >= n || j >= m ? (isBeyond(i, j) ? 0.5 : 0) : odds[i * m + j]!;
  let [own, around, other] = [0, 0, 0];
  for (let i = i0; i <= i1; i++) for (let j = j0; j <= j1; j++) own = Math.max(own, at(i, j));
  for (let k = 1; k <= REACH; k++)
    for (let q = 1; q <= REACH; q++) around += (at(i0 - k, j0 - q) + at(i1 + k, j1 + q)) / (k + q);
  for (let j = 0; j < m; j++) if (j !== j0) other = Math.max(other, at(i0, j));
  for (let i = 0; i < n; i++) if (i !== i0) other = Math.max(other, at(i, j0));
  const beside = [1, 2].flatMap((k) => [at(i0 - k, j0 - k), at(i1 + k, j1 + k)]);
  const before = findWay((k, q) => at(i0 - k, j0 - q));
  const behind = findWay((k, q) => at(i1 + k, j1 + q));
  return [own, ...beside, around, other, before, behind];
}

/** Words on both sides to the nearest link, or one more than can be. */
function findWay(at: (k: number, q: number) => number): number {
  for (let way = 2; way <= 2 * FAR; way++)
    for (let k = Math.max(1, way - FAR); k <= Math.min(FAR, way - 1); k++) if (at(k, way - k) > SURE) return way;
  return 2 * FAR + 1;
}

function isBesideFree(scene: Scene, { a, b }: Chance): boolean {
  return [...listBeside(scene, "a", a), ...listBeside(scene, "b", b)].some(({ count }) => count > 0);
}

/** How many words right before and right behind a fact nothing answers, and how many of them have capitals. */
function listBeside({ matched, ...scene }: Scene, side: "a" | "b", fact: Fact): { count: number; capitals: number }[] {
  const { text, words } = scene[side];
  const answers = side === "a" ? matched.toB : matched.toA;
  const [first, last] = findPlace(words, fact);
  return [
    [first - 1, -1],
    [last + 1, 1],
  ].map(([from, step]) => {
    let [count, capitals] = [0, 0];
    for (let at = from!; answers[at] === -1 && count < MOST_FREE; at += step!) {
      count++;
      if (/^\p{Lu}/u.test(text.slice(words[at]!.from, words[at]!.to))) capitals++;
    }
    return { count, capitals };
  });
}

/** How the two mentions are like and unlike. A place in the row is a feature. */
function describeMention(scene: Scene, { a: x, b: y }: Chance): number[] {
  const [i, j] = [findPlace(scene.a.words, x)[0], findPlace(scene.b.words, y)[0]];
  const [before, behind] = listBeside(scene, "a", x).map((own, at) => [own, listBeside(scene, "b", y)[at]!] as const);
  const [p, q] = [scene.a.words[i - 1]?.fold ?? "", scene.b.words[j - 1]?.fold ?? ""];
  const titles = [p, q].filter((word) => TITLE.test(word)).length;
  const [left, right] = [x.value.split(" "), y.value.split(" ")];
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  return [
    Number(x.value === y.value),
    ...[before!, behind!].flatMap(([own, other]) => [
      Math.max(own.count, other.count),
      Math.min(own.count, other.count),
      own.capitals + other.capitals,
    ]),
    Math.min(1, titles),
    Math.max(0, titles - 1),
    Number(p === q),
    Number(left.at(-1) === right.at(-1)),
    Number(left[0] === right[0]),
    few.filter((word) => many.includes(word)).length / few.length,
    measureLikeness(x.value, y.value),
    Number(scene.matched.toB[i] === j),
    many.length - few.length,
    Number(hasTicker(scene.a, x) !== hasTicker(scene.b, y)),
  ];
}

function hasTicker({ text }: Told, { to }: Fact): boolean {
  return TICKER.test(text.slice(to, to + 8));
}

let learned: Forest | null = null;

function getForest(): Forest {
  learned ??= readForest(RENAMED);
  return learned;
}
