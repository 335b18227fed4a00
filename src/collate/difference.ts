import type { Fact } from "../fact/fact.ts";
import { measureLikeness } from "../text/similarity.ts";
import { isOverlapping, type Span } from "../text/span.ts";
import type { Difference } from "./collation.ts";
import { findSigns, type Place } from "./sign.ts";
import type { Stretch } from "./stretch.ts";
import type { Word } from "./word.ts";

/** Words of names at least so alike are forms of one name: "Russia", "Russian". */
const SAME_NAME = 0.6;

interface FactDifference {
  readonly kind: Fact["kind"];
  readonly a: Fact;
  readonly b: Fact;
}

/**
 * Words that change what is claimed, in reading order: another number, date or name at the same place; a negation or hedge
 * that only one has where both speak of the same. Precision first: a place with several numbers says nothing, and a name is
 * another name only where nothing else stands. `a`, `b`: each witness's words, place by place.
 */
export function findDifferences(a: readonly Stretch[], b: readonly Stretch[]): Difference[] {
  const places = a.map((stretch, at): Place => ({ a: stretch, b: b[at]! }));
  const found = places.filter((place) => place.a.key !== place.b.key).flatMap(findFactDifferences);
  return [...dropTurned(found, a, b), ...findSigns(places)].sort(byStart);
}

/** "Six companies and 20 ships", turned round: a number that the other has elsewhere is not another number. */
function dropTurned(found: readonly FactDifference[], a: readonly Stretch[], b: readonly Stretch[]): Difference[] {
  if (found.length === 0) return [];
  const [foldsA, foldsB] = [listFolds(a), listFolds(b)];
  return found
    .filter((difference) => !foldsB.has(difference.a.value) && !foldsA.has(difference.b.value))
    .map((difference) => ({ kind: difference.kind, a: toSpan(difference.a), b: toSpan(difference.b) }));
}

function listFolds(stretches: readonly Stretch[]): Set<string> {
  return new Set(stretches.flatMap(({ words }) => words.map((word) => word.fold)));
}

/** One fact against one of its kind; where either side has several or none, nothing can be said. */
function findFactDifferences({ a, b }: Place): FactDifference[] {
  return (["number", "date", "name"] as const).flatMap((kind) => {
    const [left, more] = a.facts.filter((fact) => fact.kind === kind);
    const [right, others] = b.facts.filter((fact) => fact.kind === kind);
    if (left === undefined || right === undefined || more !== undefined || others !== undefined) return [];
    if (left.value === right.value) return [];
    const isName = kind === "name";
    if (isName && !(isWhole(left, a.words) && isWhole(right, b.words) && isOtherName(left, right))) return [];
    return [{ kind, a: left, b: right }];
  });
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

function byStart(x: Difference, y: Difference): number {
  return (x.a?.from ?? -1) - (y.a?.from ?? -1) || (x.b?.from ?? -1) - (y.b?.from ?? -1) || (x.kind < y.kind ? -1 : 1);
}
