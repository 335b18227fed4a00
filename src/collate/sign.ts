import { HEDGES, PLAIN } from "../lang/en/grammar.ts";
import type { Difference } from "./collation.ts";
import type { Stretch } from "./stretch.ts";
import type { Word } from "./word.ts";

/** Two witnesses' words, place by place; as many of both. */
export interface Places {
  readonly a: readonly Stretch[];
  readonly b: readonly Stretch[];
  /** Places at which some witness has words that deny or hedge, rising: few, and every two witnesses are held against each other. */
  readonly signed: readonly number[];
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
 * Negations and hedges that one witness has and the other does not have there or near, where few words stand on either side
 * and both agree right before or behind: what is lost with a whole clause is trimmed, not denied.
 */
export function findSigns(places: Places): Difference[] {
  const found: Difference[] = [];
  for (const at of places.signed) {
    if (places.a[at]!.signs.length + places.b[at]!.signs.length === 0 || !isComparable(places, at)) continue;
    found.push(...findUnanswered(places, at, "a"), ...findUnanswered(places, at, "b"));
  }
  return found;
}

function findUnanswered(places: Places, at: number, own: "a" | "b"): Difference[] {
  const other = own === "a" ? "b" : "a";
  const listNear = (side: "a" | "b") => places[side].slice(Math.max(0, at - NEAR), at + NEAR + 1);
  const listWords = (side: "a" | "b") => listNear(side).flatMap(({ words }) => words);
  const near = listNear(other).flatMap(({ signs }) => signs);
  const unanswered = places[own][at]!.signs.filter(({ kind, degree }) => {
    if (near.some((sign) => sign.degree === degree)) return false;
    if (degree === "may") return !listWords(other).some(({ fold }) => fold === CAN);
    return kind === "hedge" || !isDenied(listWords(own), listWords(other));
  });
  return unanswered.map(({ kind, word }) => {
    const answer = kind === "hedge" ? places[other][at]!.words.find(isCertainty) : undefined;
    const side = answer === undefined ? null : toSpan(answer);
    return own === "a" ? { kind, a: toSpan(word), b: side } : { kind, a: side, b: toSpan(word) };
  });
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
function isComparable({ a, b }: Places, at: number): boolean {
  const hasBoth = (place: number) => (a[place]?.words.length ?? 0) > 0 && (b[place]?.words.length ?? 0) > 0;
  if (a[at]!.words.length > MOST_WORDS || b[at]!.words.length > MOST_WORDS) return false;
  const beside = [at - 1, at + 1].filter(hasBoth).length;
  return beside > (hasBoth(at) ? 0 : 1);
}

function toSpan({ from, to }: Word): { from: number; to: number } {
  return { from, to };
}
