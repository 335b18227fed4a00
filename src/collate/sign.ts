import { ATTRIBUTES, HEDGES, PLAIN } from "../lang/en/grammar.ts";
import type { Span } from "../text/span.ts";
import type { Difference } from "./collation.ts";
import type { Place } from "./locus.ts";
import type { Sign, Word } from "./word.ts";

/** What the witnesses of a tradition say place by place, editors' insertions apart. */
export interface Said {
  readonly places: readonly Place[];
  /** Those at which some witness has words that deny or hedge, rising: few, and every two witnesses are held against each other. */
  readonly signed: readonly number[];
}

/** Two of the witnesses, by their places among them. */
export interface Two {
  readonly a: number;
  readonly b: number;
}

/** The same places without insertions, one list for those that have none. */
export function makeSaid(all: readonly Place[]): Said {
  const signed: number[] = [];
  const places = all.map((place, at) => {
    let [isSigned, isInserted] = [false, false];
    for (const words of place) {
      for (const word of words) {
        if (word.sign !== null) isSigned = true;
        if (word.editorial) isInserted = true;
      }
    }
    if (isSigned) signed.push(at);
    return isInserted ? place.map((words) => words.filter((word) => !word.editorial)) : place;
  });
  return { places, signed };
}

/** Whether any of the words denies or hedges. */
export function hasSign(words: readonly Word[]): boolean {
  return words.some(({ sign }) => sign !== null);
}

/** Readings with more words than this are another way to put it, not one word for another. */
const MOST_WORDS = 6;
/** A negation or hedge that stands so many places away in the other witness still answers. */
const NEAR = 3;

/** "It can take a while" says no more than "it may take a while". */
const CAN = "can";
/** Before a word that is denied in one: "nonexistent" for "does not exist". */
const DENYING = /^(?:non|un|in|im|ir|il|dis)-?/u;
/** Letters that the word that is denied and the one that denies must share. */
const LEAST_SHARED = 4;

/**
 * Negations and hedges that one witness has and the other does not have there or near though it speaks of the same, where few words
 * stand on either side and both agree right before or behind: what is lost with a whole clause is trimmed, not denied.
 */
export function findSigns(said: Said, { a, b }: Two): Difference[] {
  const found: Difference[] = [];
  for (const at of said.signed) {
    const place = said.places[at]!;
    const isAlike = isMatched(place[a]!, place[b]!) && isMatched(place[b]!, place[a]!); // as at most places
    if (isAlike || !isComparable(said, at, { a, b })) continue;
    const miss = (own: number, other: number) => findUnanswered(said, at, own, other);
    found.push(
      ...miss(a, b).map(({ kind, word, side }): Difference => ({ kind, a: word, b: side })),
      ...miss(b, a).map(({ kind, word, side }): Difference => ({ kind, a: side, b: word })),
    );
  }
  return found;
}

/** Whether each of the words that denies or hedges has one of its degree beside it. */
function isMatched(words: readonly Word[], beside: readonly Word[]): boolean {
  for (const { sign } of words)
    if (sign !== null && !beside.some((word) => word.sign?.degree === sign.degree)) return false;
  return true;
}

/** A word of one witness that denies or hedges, and the other's that says it plainly, if it has one. */
interface Unanswered {
  readonly kind: Sign["kind"];
  readonly word: Span;
  readonly side: Span | null;
}

function findUnanswered(said: Said, at: number, own: number, other: number): Unanswered[] {
  const { places } = said;
  if (!hasSign(places[at]![own]!)) return [];
  const beside = places.slice(Math.max(0, at - NEAR), at + NEAR + 1);
  const [near, others] = [own, other].map((i) => beside.flatMap((place) => place[i]!)) as [Word[], Word[]];
  return places[at]![own]!.flatMap((word): Unanswered[] => {
    const { sign } = word;
    if (sign === null || isAnswered(sign, near, others) || !isMet(said, at, word, { a: own, b: other })) return [];
    const answer = sign.kind === "hedge" ? places[at]![other]!.find(isCertainty) : undefined;
    return [{ kind: sign.kind, word: toSpan(word), side: answer === undefined ? null : toSpan(answer) }];
  });
}

/**
 * Whether b speaks of what a word of a's denies or hedges, which is the content word behind it: b has it near, or has other words
 * set against it, as a verb: "may fail", "will collapse". In "the wall that could flood the town" nothing doubts that "the wall was built".
 */
function isMet({ places }: Said, at: number, word: Word, { a, b }: Two): boolean {
  const isTold = ({ from, content, sign }: Word) => from > word.from && content && sign === null;
  const next = places.findIndex((place, i) => i >= at && place[a]!.some(isTold));
  if (next === -1) return false;
  const { stem } = places[next]![a]!.find(isTold)!;
  const near = places.slice(Math.max(0, next - NEAR), next + NEAR + 1).flatMap((place) => place[b]!);
  if (near.some((other) => other.stem === stem)) return true;
  return !ATTRIBUTES.has(word.fold) && places[next]![b]!.some(({ content }) => content);
}

/** Whether a sign among the words near has its answer among the others. */
function isAnswered({ kind, degree }: Sign, near: readonly Word[], others: readonly Word[]): boolean {
  if (others.some(({ sign }) => sign?.degree === degree)) return true;
  if (degree === "may") return others.some(({ fold }) => fold === CAN);
  return kind === "negation" && isDenied(near, others);
}

/** Whether one of the words is denied by its form among the others: "exist", "nonexistent". */
function isDenied(words: readonly Word[], others: readonly Word[]): boolean {
  const denied = others.flatMap(({ fold }) => (DENYING.test(fold) ? [fold.replace(DENYING, "")] : []));
  return denied.some((rest) => words.some(({ stem }) => stem.length >= LEAST_SHARED && rest.startsWith(stem)));
}

function isCertainty({ fold }: Word): boolean {
  return PLAIN.has(fold) || HEDGES.has(fold);
}

/**
 * Few words on both sides, and both witnesses have words right before or behind; before and behind where one has none here,
 * for what lies beyond the end of a wording is not dropped from it.
 */
function isComparable({ places }: Said, at: number, { a, b }: Two): boolean {
  const hasBoth = (place: Place | undefined) => place !== undefined && place[a]!.length > 0 && place[b]!.length > 0;
  if (places[at]![a]!.length > MOST_WORDS || places[at]![b]!.length > MOST_WORDS) return false;
  const beside = [places[at - 1], places[at + 1]].filter(hasBoth).length;
  return beside > (hasBoth(places[at]) ? 0 : 1);
}

function toSpan({ from, to }: Word): Span {
  return { from, to };
}
