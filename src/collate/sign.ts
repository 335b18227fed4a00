import { HEDGES, NEGATIONS, PLAIN } from "../lang/en/grammar.ts";
import type { Difference } from "./collation.ts";
import type { Word } from "./word.ts";

/** Two witnesses' words at one place, editors' insertions apart. */
export interface Place {
  readonly a: readonly Word[];
  readonly b: readonly Word[];
}

/** Readings with more words than this are another way to put it, not one word for another. */
const MOST_WORDS = 6;
/** A negation or hedge that stands so many places away in the other witness still answers. */
const NEAR = 3;

/** The degree of a negation or hedge; null for other words. */
type Sign = (word: Word) => string | null;

const SIGNS: Readonly<Record<"negation" | "hedge", Sign>> = {
  negation: (word) => (NEGATIONS.has(word.fold) || word.fold.endsWith("n't") ? "not" : null),
  hedge: (word) => (word.name && word.fold === "may" ? null : (HEDGES.get(word.fold) ?? null)),
};

/**
 * Negations and hedges that one witness has and the other does not have there or near, where few words stand on either side
 * and both agree right before or behind: what is lost with a whole clause is trimmed, not denied.
 */
export function findSigns(places: readonly Place[]): Difference[] {
  return (["negation", "hedge"] as const).flatMap((kind) =>
    places.flatMap((_, at) => [...findUnanswered(places, at, "a", kind), ...findUnanswered(places, at, "b", kind)]),
  );
}

function findUnanswered(
  places: readonly Place[],
  at: number,
  own: "a" | "b",
  kind: "negation" | "hedge",
): Difference[] {
  const sign = SIGNS[kind];
  const signed = places[at]![own].filter((word) => sign(word) !== null);
  if (signed.length === 0 || !isComparable(places, at)) return [];
  const other = own === "a" ? "b" : "a";
  const near = places.slice(Math.max(0, at - NEAR), at + NEAR + 1).flatMap((place) => place[other]);
  const degrees = new Set(near.map(sign));
  const answer =
    kind === "hedge" ? places[at]![other].find((word) => PLAIN.has(word.fold) || HEDGES.has(word.fold)) : undefined;
  const side = answer === undefined ? null : toSpan(answer);
  return signed
    .filter((word) => !degrees.has(sign(word)))
    .map((word) => (own === "a" ? { kind, a: toSpan(word), b: side } : { kind, a: side, b: toSpan(word) }));
}

/**
 * Few words on both sides, and both witnesses have words right before or behind; before and behind where one has none here,
 * for what lies beyond the end of a wording is not dropped from it.
 */
function isComparable(places: readonly Place[], at: number): boolean {
  const { a, b } = places[at]!;
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) return false;
  const beside = [places[at - 1], places[at + 1]].filter((place) => place && place.a.length > 0 && place.b.length > 0);
  return beside.length > (a.length === 0 || b.length === 0 ? 1 : 0);
}

function toSpan({ from, to }: Word): { from: number; to: number } {
  return { from, to };
}
