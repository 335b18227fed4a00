import { HEDGES, PLAIN } from "../lang/en/grammar.ts";
import type { Difference } from "./collation.ts";
import type { Stretch } from "./stretch.ts";
import type { Word } from "./word.ts";

/** Two witnesses' words at one place. */
export interface Place {
  readonly a: Stretch;
  readonly b: Stretch;
}

/** Readings with more words than this are another way to put it, not one word for another. */
const MOST_WORDS = 6;
/** A negation or hedge that stands so many places away in the other witness still answers. */
const NEAR = 3;

/**
 * Negations and hedges that one witness has and the other does not have there or near, where few words stand on either side
 * and both agree right before or behind: what is lost with a whole clause is trimmed, not denied.
 */
export function findSigns(places: readonly Place[]): Difference[] {
  return places.flatMap(({ a, b }, at) => {
    if (a.signs.length + b.signs.length === 0 || !isComparable(places, at)) return [];
    return [...findUnanswered(places, at, "a"), ...findUnanswered(places, at, "b")];
  });
}

function findUnanswered(places: readonly Place[], at: number, own: "a" | "b"): Difference[] {
  const other = own === "a" ? "b" : "a";
  const near = places.slice(Math.max(0, at - NEAR), at + NEAR + 1).flatMap((place) => place[other].signs);
  const unanswered = places[at]![own].signs.filter(({ degree }) => !near.some((sign) => sign.degree === degree));
  return unanswered.map(({ kind, word }) => {
    const answer = kind === "hedge" ? places[at]![other].words.find(isCertainty) : undefined;
    const side = answer === undefined ? null : toSpan(answer);
    return own === "a" ? { kind, a: toSpan(word), b: side } : { kind, a: side, b: toSpan(word) };
  });
}

function isCertainty({ fold }: Word): boolean {
  return PLAIN.has(fold) || HEDGES.has(fold);
}

/**
 * Few words on both sides, and both witnesses have words right before or behind; before and behind where one has none here,
 * for what lies beyond the end of a wording is not dropped from it.
 */
function isComparable(places: readonly Place[], at: number): boolean {
  const hasBoth = (place: Place | undefined) =>
    place !== undefined && place.a.words.length > 0 && place.b.words.length > 0;
  const { a, b } = places[at]!;
  if (a.words.length > MOST_WORDS || b.words.length > MOST_WORDS) return false;
  const beside = [places[at - 1], places[at + 1]].filter(hasBoth).length;
  return beside > (hasBoth(places[at]) ? 0 : 1);
}

function toSpan({ from, to }: Word): { from: number; to: number } {
  return { from, to };
}
