import type { Fact } from "../fact/fact.ts";
import { SWAPS } from "../lang/en/swap.ts";
import { type Forest, readForest, sumTrees } from "../text/forest.ts";
import { bySpan, isOverlapping } from "../text/span.ts";
import { type Matched, matchWords } from "./matched.ts";
import type { Word } from "./word.ts";

/** A wording with the names, numbers and dates in it, in text order. */
export interface Told {
  readonly text: string;
  readonly words: readonly Word[];
  readonly facts: readonly Fact[];
}

/**
 * What a wording tells, from its words: the facts of each part, what editors put in before or behind it left out, and names that the
 * facts leave out because they begin a sentence.
 */
export function makeTold(text: string, words: readonly Word[]): Told {
  const facts: Fact[] = [];
  for (const part of Map.groupBy(words, (word) => word.part).values()) {
    const first = part.find((word) => !word.editorial);
    if (first === undefined) continue;
    const last = part.findLast((word) => !word.editorial)!;
    const own = part.flatMap((word) => word.facts).filter(({ from, to }) => from >= first.from && to <= last.to);
    facts.push(...own);
    if (first.name && !own.some((fact) => isOverlapping(fact, first)))
      facts.push({ kind: "name", from: first.from, to: first.to, value: first.fold });
  }
  return { text, words, facts: facts.sort(bySpan) };
}

/** One fact against another of its kind in the same place of what is said. */
export interface Swap {
  readonly kind: Fact["kind"];
  readonly a: Fact;
  readonly b: Fact;
  /** 0 to 1: how likely it is that people would say that the one stands where the other does, and that it matters. */
  readonly confidence: number;
}

/** Swaps less likely than this are left out: where, on the lines of MRPC that it was not trained on, F1 is best. */
export const LIKELY = 0.5;

/**
 * Names, numbers and dates that one wording has in the place of another's: "240 households" against "420 families". Only facts
 * that the other wording does not have; each in one swap at most, the surest first; in the order of a. What stands around
 * decides, by weights learned from the differences that people marked in ETPC (Kovatchev, Martí and Salamó 2018). Whether it is
 * one thing written otherwise, as "Luhrmann" and "Baz Luhrmann", is no swap.
 */
export function findSwaps(a: Told, b: Told, least: number = LIKELY, forest: Forest = getForest()): Swap[] {
  return takeSurest(listChances(a, b), forest, least);
}

/** Of the chances that are at least so likely the surest first, each fact once and none that is `taken`; in the order of a. */
export function takeSurest(
  chances: readonly Chance[],
  forest: Forest,
  least: number,
  taken: Set<Fact> = new Set(),
): Swap[] {
  const likely = chances
    .map(({ row, ...swap }) => ({ ...swap, confidence: 1 / (1 + Math.exp(-sumTrees(forest, row))) }))
    .filter(({ confidence }) => confidence >= least)
    .sort((p, q) => q.confidence - p.confidence || bySpan(p.a, q.a) || bySpan(p.b, q.b));
  const swaps = likely.filter((swap) => {
    if (taken.has(swap.a) || taken.has(swap.b)) return false;
    taken.add(swap.a).add(swap.b);
    return true;
  });
  return swaps.sort((p, q) => bySpan(p.a, q.a));
}

/** A pair of facts that may be a swap, with what is known of it. */
export interface Chance {
  readonly kind: Fact["kind"];
  readonly a: Fact;
  readonly b: Fact;
  readonly row: Float64Array;
}

/** Every two facts of one kind that the other side does not have. */
export function listChances(a: Told, b: Told): Chance[] {
  const [left, right] = [listFree(a, b), listFree(b, a)];
  if (!left.some(({ kind }) => right.some((other) => other.kind === kind))) return [];
  return listSceneChances({ a, b, left, right, matched: matchWords(a.words, b.words) });
}

/** The same, of a scene that is known. */
export function listSceneChances(scene: Scene): Chance[] {
  return scene.left.flatMap((one) =>
    scene.right
      .filter(({ kind }) => kind === one.kind)
      .map((other) => ({ kind: one.kind, a: one, b: other, row: describeChance(scene, one, other) })),
  );
}

export function makeScene(a: Told, b: Told): Scene {
  return { a, b, left: listFree(a, b), right: listFree(b, a), matched: matchWords(a.words, b.words) };
}

/** Facts that the other wording does not have as often. */
function listFree(own: Told, other: Told): Fact[] {
  const key = ({ kind, value }: Fact) => `${kind} ${value}`;
  const counts = new Map<string, number>();
  for (const fact of other.facts) counts.set(key(fact), (counts.get(key(fact)) ?? 0) + 1);
  return own.facts.filter((fact) => {
    const count = counts.get(key(fact)) ?? 0;
    counts.set(key(fact), count - 1);
    return count <= 0;
  });
}

/** Two wordings, the facts of each that the other does not have, and which words answer each other. */
export interface Scene {
  readonly a: Told;
  readonly b: Told;
  readonly left: readonly Fact[];
  readonly right: readonly Fact[];
  readonly matched: Matched;
}

/** Words to either side that are looked at. */
const REACH = 4;
const KINDS: readonly Fact["kind"][] = ["number", "date", "name"];
const PER_CENT = /^\s*(?:%|percent|per cent|point|basis)/u;

/** What stands around two facts, and how many like them there are. A place in the row is a feature. */
export function describeChance(scene: Scene, x: Fact, y: Fact): Float64Array {
  const { a, b, left, right, matched } = scene;
  const [{ words: wordsA }, { words: wordsB }] = [a, b];
  const [[i0, i1], [j0, j1]] = [findPlace(wordsA, x), findPlace(wordsB, y)];
  const stem = (p: Word | undefined, q: Word | undefined) => (p && q ? Number(p.stem === q.stem) : p || q ? 0 : 0.5);
  const meets = (p: number, q: number) => (matched.toB[p] === q && q >= 0 ? 1 : 0);
  const near = findNear(matched, [i0, i1], [j0, j1]);
  const count = (facts: readonly Fact[]) => facts.filter(({ kind }) => kind === x.kind).length;
  const before = (facts: readonly Fact[], fact: Fact) =>
    facts.filter(({ kind, from }) => kind === fact.kind && from < fact.from).length;
  const [dollarA, dollarB] = [hasDollar(a.text, x), hasDollar(b.text, y)];
  const [shareA, shareB] = [isShare(a.text, x), isShare(b.text, y)];
  const met = matched.toB.reduce((sum, j) => sum + (j === -1 ? 0 : 1), 0);
  return Float64Array.from(
    [
      KINDS.indexOf(x.kind),
      Number(dollarA === dollarB),
      Number(dollarA) + Number(dollarB),
      Number(shareA === shareB),
      Number(shareA) + Number(shareB),
      stem(wordsA[i0 - 1], wordsB[j0 - 1]),
      stem(wordsA[i1 + 1], wordsB[j1 + 1]),
      stem(wordsA[i0 - 2], wordsB[j0 - 2]),
      stem(wordsA[i1 + 2], wordsB[j1 + 2]),
      meets(i0 - 1, j0 - 1),
      meets(i1 + 1, j1 + 1),
      meets(i0 - 2, j0 - 2),
      meets(i1 + 2, j1 + 2),
      sumAround(meets, [i0, i1], [j0, j1]),
      Math.min(count(left), count(right)),
      Math.max(count(left), count(right)),
      Math.abs(i0 / wordsA.length - j0 / wordsB.length),
      ...near,
      met / Math.max(1, wordsA.length, wordsB.length),
      met / Math.max(1, Math.min(wordsA.length, wordsB.length)),
      x.kind === "name" ? compareNames(x.value, y.value) : 0,
      x.kind === "number" ? compareNumbers(x.value, y.value) : 0,
      Math.min(i1 - i0, j1 - j0),
      Math.max(i1 - i0, j1 - j0),
      Math.abs(countDecimals(x.value) - countDecimals(y.value)),
      Math.min(i0, j0),
      Math.max(wordsA.length - i1, wordsB.length - j1),
      Math.abs(before(a.facts, x) - before(b.facts, y)),
      Math.abs(before(left, x) - before(right, y)),
    ],
    Math.fround,
  );
}

/** First and last word of a fact. */
export function findPlace(words: readonly Word[], { from, to }: Fact): [number, number] {
  const first = words.findIndex((word) => word.to > from);
  const next = words.findIndex((word) => word.from >= to);
  return [first, Math.max(first, (next === -1 ? words.length : next) - 1)];
}

/** How far the facts stand from the nearest words on either side that answer each other, the lesser and the greater. */
function findNear({ a, b, toB }: Matched, [i0, i1]: [number, number], [j0, j1]: [number, number]): number[] {
  let before = i0 - 1;
  while (before >= 0 && toB[before] === -1) before--;
  let behind = i1 + 1;
  while (behind < a.length && toB[behind] === -1) behind++;
  const [wayA, wayB] = [i0 - before, j0 - (before >= 0 ? toB[before]! : -1)];
  const [onA, onB] = [behind - i1, (behind < a.length ? toB[behind]! : b.length) - j1];
  return [Math.min(wayA, wayB), Math.max(wayA, wayB), Math.min(onA, onB), Math.max(onA, onB)];
}

/** Words around both that answer each other, nearer ones more. */
function sumAround(
  meets: (p: number, q: number) => number,
  [i0, i1]: [number, number],
  [j0, j1]: [number, number],
): number {
  let sum = 0;
  for (let k = 1; k <= REACH; k++) {
    for (let q = 1; q <= REACH; q++) sum += (meets(i0 - k, j0 - q) + meets(i1 + k, j1 + q)) / (k + q);
  }
  return sum;
}

function hasDollar(text: string, { from }: Fact): boolean {
  return /[$€£]/u.test(text.slice(Math.max(0, from - 2), from));
}

function isShare(text: string, { to }: Fact): boolean {
  return PER_CENT.test(text.slice(to, to + 12));
}

/** 1 if they share a word or one is the initials of the other. */
function compareNames(a: string, b: string): number {
  const [left, right] = [a.split(" "), b.split(" ")];
  const initials = (words: readonly string[]) => words.map((word) => word[0]).join("");
  return left.some((word) => right.includes(word)) || initials(left) === b || initials(right) === a ? 1 : 0;
}

/** The lesser over the greater; 0 where either is none. */
function compareNumbers(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  return x > 0 && y > 0 ? Math.min(x, y) / Math.max(x, y) : 0;
}

function countDecimals(value: string): number {
  return value.split(".")[1]?.length ?? 0;
}

let learned: Forest | null = null;

function getForest(): Forest {
  learned ??= readForest(SWAPS);
  return learned;
}
