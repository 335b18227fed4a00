import { type Fact, findFacts } from "../fact/fact.ts";
import { HEDGES, NEGATIONS, PLAIN } from "../lang/en/grammar.ts";
import { measureLikeness } from "../text/similarity.ts";
import { isOverlapping, type Span } from "../text/span.ts";
import type { Difference } from "./collation.ts";
import type { Cluster } from "./locus.ts";
import type { Word } from "./word.ts";

/** Readings with more words than this are another way to put it, not one word for another. */
const MOST_WORDS = 6;
/** A negation or hedge that stands so many clusters away in the other witness still answers. */
const NEAR = 3;
/** Words of names at least so alike are forms of one name: "Russia", "Russian". */
const SAME_NAME = 0.6;

/** Two witnesses' words at one place. */
interface Place {
  readonly a: readonly Word[];
  readonly b: readonly Word[];
}

/**
 * Words that change what is claimed, in reading order: another number, date or name at the same place; a negation or hedge
 * that only one has where both speak of the same. Precision first: long readings are compared for numbers only, and a name for
 * another name only where nothing else stands at that place.
 */
export function findDifferences(
  texts: readonly [string, string],
  clusters: readonly Cluster[],
  i: number,
  j: number,
): Difference[] {
  const places = clusters.map((cluster): Place => ({ a: take(cluster, i), b: take(cluster, j) }));
  const facts = places.flatMap((place) => (isDifferent(place) ? findFactDifferences(texts, place) : []));
  return [...facts, ...findSigns(places, "negation", signNegation), ...findSigns(places, "hedge", signHedge)].sort(
    byStart,
  );
}

function take(cluster: Cluster, at: number): Word[] {
  return cluster.flatMap((column) => (column[at] && !column[at]!.editorial ? [column[at]!] : []));
}

function isDifferent({ a, b }: Place): boolean {
  return a.length > 0 && b.length > 0 && a.map((word) => word.fold).join(" ") !== b.map((word) => word.fold).join(" ");
}

/** One fact against one of its kind; where either side has several or none, nothing can be said. */
function findFactDifferences([textA, textB]: readonly [string, string], { a, b }: Place): Difference[] {
  const [factsA, factsB] = [findIn(textA, a), findIn(textB, b)];
  return (["number", "date", "name"] as const).flatMap((kind) => {
    const [left, right] = [factsA.filter((fact) => fact.kind === kind), factsB.filter((fact) => fact.kind === kind)];
    if (left.length !== 1 || right.length !== 1 || left[0]!.value === right[0]!.value) return [];
    if (kind === "name" && !(isWhole(left[0]!, a) && isWhole(right[0]!, b) && isOtherName(left[0]!, right[0]!)))
      return [];
    return [{ kind, a: toSpan(left[0]!), b: toSpan(right[0]!) }];
  });
}

function findIn(text: string, words: readonly Word[]): Fact[] {
  const cover = { from: words[0]!.from, to: words.at(-1)!.to };
  return findFacts(text, cover).length === 0 && words[0]!.name
    ? [{ ...cover, kind: "name", value: words.map((word) => word.fold).join(" ") }]
    : findFacts(text, cover);
}

/** Whether the fact is all that stands there, function words apart. */
function isWhole(fact: Fact, words: readonly Word[]): boolean {
  return words.every((word) => !word.content || isOverlapping(word, fact));
}

/** Not a shorter or longer form of one name, and no initialism of it. */
function isOtherName(a: Fact, b: Fact): boolean {
  const [left, right] = [a.value.split(" "), b.value.split(" ")];
  const initials = (words: readonly string[]) => words.map((word) => word[0]).join("");
  if (left.some((word) => right.some((other) => measureLikeness(word, other) >= SAME_NAME))) return false;
  return initials(left) !== b.value && initials(right) !== a.value;
}

function toSpan({ from, to }: Span): Span {
  return { from, to };
}

/** The degree of a negation or hedge; null for other words. */
type Sign = (word: Word) => string | null;

const signNegation: Sign = (word) => (NEGATIONS.has(word.fold) || word.fold.endsWith("n't") ? "not" : null);
const signHedge: Sign = (word) => (word.name && word.fold === "may" ? null : (HEDGES.get(word.fold) ?? null));

/** Signs at a place that the other witness does not have there or near, and that are not lost with all around them. */
function findSigns(places: readonly Place[], kind: "negation" | "hedge", sign: Sign): Difference[] {
  const answered = (own: "a" | "b", at: number, degree: string) => {
    const other = own === "a" ? "b" : "a";
    return places
      .slice(Math.max(0, at - NEAR), at + NEAR + 1)
      .some((place) => place[other].some((word) => sign(word) === degree));
  };
  return places.flatMap((place, at) =>
    (["a", "b"] as const).flatMap((own) => {
      const other = own === "a" ? "b" : "a";
      return place[own].flatMap((word): Difference[] => {
        const degree = sign(word);
        if (degree === null || answered(own, at, degree) || !isComparable(places, at)) return [];
        const answer =
          kind === "hedge" ? (place[other].find((w) => PLAIN.has(w.fold) || HEDGES.has(w.fold)) ?? null) : null;
        const side = answer === null ? null : toSpan(answer);
        return [own === "a" ? { kind, a: toSpan(word), b: side } : { kind, a: side, b: toSpan(word) }];
      });
    }),
  );
}

/** Few words on both sides, and both witnesses agree right before or behind: they speak of the same. */
function isComparable(places: readonly Place[], at: number): boolean {
  const { a, b } = places[at]!;
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) return false;
  return [places[at - 1], places[at + 1]].some(
    (place) => place !== undefined && place.a.length > 0 && place.b.length > 0,
  );
}

function byStart(x: Difference, y: Difference): number {
  return (x.a?.from ?? -1) - (y.a?.from ?? -1) || (x.b?.from ?? -1) - (y.b?.from ?? -1) || (x.kind < y.kind ? -1 : 1);
}
