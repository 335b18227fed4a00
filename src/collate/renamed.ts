import type { Fact } from "../fact/fact.ts";
import { RENAMED } from "../lang/en/swap.ts";
import { measureLikeness } from "../text/similarity.ts";
import { type Forest, readForest } from "./forest.ts";
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
const LIKELY = 0.4;
/** Words beside a fact that nothing answers are counted up to so many. */
const MOST_FREE = 6;
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
  return [
    ...chances.map((chance) => addMention(scene, chance)),
    ...equals.filter((chance) => isBesideFree(scene, chance)).map((chance) => addMention(scene, chance)),
  ];
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

/** What is known of a chance, and how the two mentions are like and unlike. A place in the row is a feature. */
function addMention(scene: Scene, chance: Chance): Chance {
  const { a: x, b: y } = chance;
  const [i, j] = [findPlace(scene.a.words, x)[0], findPlace(scene.b.words, y)[0]];
  const [before, behind] = listBeside(scene, "a", x).map((own, at) => [own, listBeside(scene, "b", y)[at]!] as const);
  const [p, q] = [scene.a.words[i - 1]?.fold ?? "", scene.b.words[j - 1]?.fold ?? ""];
  const titles = [p, q].filter((word) => TITLE.test(word)).length;
  const [left, right] = [x.value.split(" "), y.value.split(" ")];
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  const mention = [
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
  return { ...chance, row: Float64Array.from([...chance.row, ...mention], Math.fround) };
}

function hasTicker({ text }: Told, { to }: Fact): boolean {
  return TICKER.test(text.slice(to, to + 8));
}

let learned: Forest | null = null;

function getForest(): Forest {
  learned ??= readForest(RENAMED);
  return learned;
}
