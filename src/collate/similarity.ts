import { measureLikeness } from "../text/similarity.ts";
import type { Unit } from "./unit.ts";
import type { Word } from "./word.ts";

/** A content word of a bag with what it tells within the story, in bits. */
export interface Weighed {
  readonly fold: string;
  readonly stem: string;
  readonly bits: number;
  /** A name, or of somebody's age. */
  readonly name: boolean;
}

/** The content words of one or more units, in text order. */
export interface Bag {
  readonly words: readonly Weighed[];
  /** Sum of the bits of `words`, and of those that are no names. */
  readonly bits: number;
  readonly plain: number;
  /** Where each stem stands in `words`. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** How far two wordings answer each other. */
export interface Similarity {
  /** Bits of the words that answer each other, mean of both sides. */
  readonly shared: number;
  /** How many words answer each other. */
  readonly count: number;
  /** 0 to 1: shared over the mean of both; 0 where neither tells anything. */
  readonly dice: number;
  /** 0 to 1: shared over the lesser of both. */
  readonly contained: number;
  /**
   * 0 to 1: the same over words that are no names and nobody’s age. Two sentences with the same people in them need not say the same of them.
   */
  readonly plain: number;
  /** 0 to 1: of the shared bits, those of words that are no names. */
  readonly told: number;
  /** 0 to 1: how much of a wording lies from the first to the last word that is answered, on the side where it is more. */
  readonly spread: number;
  /** 0 to 1: of the shared bits, those of the words that answer each other in the same order in both. */
  readonly order: number;
}

/** Words less alike than this do not answer each other. See `measureLikeness`. */
const LEAST_LIKENESS = 0.75;

/** Where equal stems share less than this of the lesser bag, words that look alike would not make it an answer. */
export const WORTH_A_LOOK = 0.2;
/** Bags with more words unanswered are compared by equal stems alone: every word is held against every other. */
const MOST_ALIKE = 200;
/** Answers in order are sought among so many, for the search looks at every two. */
const MOST_CHAINED = 500;

/**
 * Compares two bags of words: equal stems answer each other in full, one to one; of the rest, words that look alike in
 * the measure in which they do. Only `order` heeds where they stand, so a passive answers its active.
 */
export function measureSimilarity(a: Bag, b: Bag): Similarity {
  const answers = findAnswers(a, b);
  const shared = sumAnswers(answers);
  const plain = sumAnswers(answers, isPlain);
  const [less, more] = a.bits <= b.bits ? [a, b] : [b, a];
  return {
    shared,
    count: answers.length,
    spread: measureSpread(answers, a, b),
    order: share(sumAnswers(findChain(answers)), shared),
    dice: share(shared, (less.bits + more.bits) / 2),
    contained: share(shared, less.bits),
    plain: share(plain, less.plain),
    told: share(plain, shared),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(1, part / whole);
}

function isPlain({ x, y }: Answer): boolean {
  return !x.name && !y.name;
}

function measureSpread(answers: readonly Answer[], a: Bag, b: Bag): number {
  if (answers.length === 0) return 0;
  let [firstA, lastA, firstB, lastB] = [a.words.length, 0, b.words.length, 0];
  for (const { i, j } of answers) {
    if (i < firstA) firstA = i;
    if (i > lastA) lastA = i;
    if (j < firstB) firstB = j;
    if (j > lastB) lastB = j;
  }
  return Math.max((lastA - firstA + 1) / a.words.length, (lastB - firstB + 1) / b.words.length);
}

/** A word of one bag and the word of the other that answers it, with their places and how alike they are, 0 to 1. */
interface Answer {
  readonly i: number;
  readonly j: number;
  readonly x: Weighed;
  readonly y: Weighed;
  readonly like: number;
}

function findAnswers(a: Bag, b: Bag): Answer[] {
  const taken = new Uint8Array(b.words.length);
  const rest: number[] = [];
  const answers: Answer[] = [];
  for (let i = 0; i < a.words.length; i++) {
    const x = a.words[i]!;
    const j = findFree(b.places.get(x.stem), taken);
    if (j === -1) rest.push(i);
    else {
      taken[j] = 1;
      answers.push({ i, j, x, y: b.words[j]!, like: 1 });
    }
  }
  if (sumAnswers(answers) < WORTH_A_LOOK * Math.min(a.bits, b.bits) || rest.length > MOST_ALIKE) return answers;
  if (rest.length === 0 || answers.length === b.words.length) return answers;
  const left: number[] = [];
  for (let j = 0; j < taken.length; j++) if (taken[j] === 0) left.push(j);
  const alike = findAlike(a, rest, b, left);
  return alike.length === 0 ? answers : [...answers, ...alike];
}

/** The first of some places that is not taken, or -1. */
function findFree(places: readonly number[] | undefined, taken: Uint8Array): number {
  if (places !== undefined) for (const place of places) if (taken[place] === 0) return place;
  return -1;
}

/** Words that look alike, of those at the places given, the best pairs first, each word once. */
function findAlike(a: Bag, left: readonly number[], b: Bag, right: readonly number[]): Answer[] {
  const alike: Answer[] = [];
  for (const i of left) {
    for (const j of right) {
      const x = a.words[i]!;
      const y = b.words[j]!;
      const like = measureLikeness(x.fold, y.fold, LEAST_LIKENESS);
      if (like > 0) alike.push({ i, j, x, y, like });
    }
  }
  if (alike.length < 2) return alike;
  const taken = new Set<Weighed>();
  return alike
    .sort((p, q) => q.like - p.like || p.i - q.i || p.j - q.j)
    .filter(({ x, y }) => {
      if (taken.has(x) || taken.has(y)) return false;
      taken.add(x).add(y);
      return true;
    });
}

/** The longest chain of answers with both places rising; of chains as long, the one that ends first. Mostly it is all. */
function findChain(answers: readonly Answer[]): readonly Answer[] {
  if (answers.length <= MOST_CHAINED && isRising(answers)) return answers;
  const inOrder = [...answers].sort((p, q) => p.i - q.i).slice(0, MOST_CHAINED);
  if (inOrder.every(({ j }, at) => at === 0 || inOrder[at - 1]!.j < j)) return inOrder;
  const length = inOrder.map(() => 1);
  const before = inOrder.map(() => -1);
  let end = 0;
  for (let at = 0; at < inOrder.length; at++) {
    for (let back = 0; back < at; back++) {
      if (inOrder[back]!.j >= inOrder[at]!.j || length[back]! < length[at]!) continue;
      length[at] = length[back]! + 1;
      before[at] = back;
    }
    if (length[at]! > length[end]!) end = at;
  }
  const chain: Answer[] = [];
  for (; end !== -1; end = before[end]!) chain.push(inOrder[end]!);
  return chain;
}

/** Whether both places rise from each answer to the next. */
function isRising(answers: readonly Answer[]): boolean {
  for (let at = 1; at < answers.length; at++)
    if (answers[at]!.i < answers[at - 1]!.i || answers[at]!.j < answers[at - 1]!.j) return false;
  return true;
}

/** Bits of the answers, or of those that `counts` lets pass. */
function sumAnswers(answers: readonly Answer[], counts?: (answer: Answer) => boolean): number {
  let sum = 0;
  for (const answer of answers)
    if (counts === undefined || counts(answer)) sum += (answer.like * (answer.x.bits + answer.y.bits)) / 2;
  return sum;
}

/**
 * Makes the bag of a unit: its content words, each weighed by what it tells in general and within this story. A name that
 * every second sentence has says little about which sentence answers which, so the weight falls from its full value, for
 * a word that a report has once, as the logarithm of the number of its sentences that have it.
 */
export function makeBags(units: readonly Unit[]): Bag[] {
  const counts = countStems(units);
  const mean = units.length / Math.max(1, new Set(units.map((unit) => unit.report)).size);
  const weigh = (stem: string, bits: number) => {
    const { sentences, reports } = counts.get(stem)!;
    return bits * (Math.log2(1 + (mean * reports.size) / sentences) / Math.log2(1 + mean));
  };
  return units.map((unit) => {
    const words = unit.words.flatMap(({ fold, stem, bits, name }, at) =>
      bits > 0 ? [{ fold, stem, name: name || isAge(unit.words, at), bits: Math.min(bits, weigh(stem, bits)) }] : [],
    );
    return makeBag(words);
  });
}

const YEARS = /^\d{1,2}$/;

/** Whether a word belongs to somebody's age, which tells who is meant, as a name does: "31-year-old", "aged 31", "Ana Ruiz, 31". */
function isAge(words: readonly Word[], at: number): boolean {
  const { fold, from, facts } = words[at]!;
  if (fold === "old" || fold === "year") {
    const first = at - (fold === "old" ? 2 : 1);
    return (
      words[first + 1]?.fold === "year" && words[first + 2]?.fold === "old" && YEARS.test(words[first]?.fold ?? "")
    );
  }
  if (!YEARS.test(fold)) return false;
  if (words[at + 1]?.fold === "year" && words[at + 2]?.fold === "old") return true;
  const before = words[at - 1];
  if (before === undefined || !facts.some(({ kind }) => kind === "number")) return false; // none of a date
  return before.fold === "aged" || (before.name && from - before.to === ", ".length);
}

/** Several bags as one. */
export function joinBags(bags: readonly Bag[]): Bag {
  return bags.length === 1 ? bags[0]! : makeBag(bags.flatMap((bag) => bag.words));
}

function makeBag(words: readonly Weighed[]): Bag {
  const places = new Map<string, number[]>();
  for (const [at, { stem }] of words.entries()) (places.get(stem) ?? places.set(stem, []).get(stem)!).push(at);
  return { words, bits: sumBits(words), plain: sumBits(words.filter((word) => !word.name)), places };
}

function sumBits(words: readonly Weighed[]): number {
  return words.reduce((sum, word) => sum + word.bits, 0);
}

function countStems(units: readonly Unit[]): Map<string, { sentences: number; reports: Set<number> }> {
  const counts = new Map<string, { sentences: number; reports: Set<number> }>();
  for (const unit of units) {
    for (const stem of new Set(unit.words.map((word) => word.stem))) {
      const count = counts.get(stem) ?? { sentences: 0, reports: new Set() };
      count.sentences++;
      count.reports.add(unit.report);
      counts.set(stem, count);
    }
  }
  return counts;
}
