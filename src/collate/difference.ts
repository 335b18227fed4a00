import type { Fact } from "../fact/fact.ts";
import { findFacts } from "../fact/find.ts";
import { measureLikeness } from "../text/similarity.ts";
import { isOverlapping, type Span } from "../text/span.ts";
import type { Difference } from "./collation.ts";
import type { Cluster } from "./locus.ts";
import { findSigns, type Place } from "./sign.ts";
import type { Word } from "./word.ts";

/** Words of names at least so alike are forms of one name: "Russia", "Russian". */
const SAME_NAME = 0.6;

/** A witness's words at one place, in its order. */
export type Words = readonly Word[];

interface FactDifference {
  readonly kind: Fact["kind"];
  readonly a: Fact;
  readonly b: Fact;
}

/**
 * Words that change what is claimed, in reading order: another number, date or name at the same place; a negation or hedge
 * that only one has where both speak of the same. Precision first: long readings are compared for numbers only, and a name for
 * another name only where nothing else stands at that place. `a`, `b`: each witness's words, place by place.
 */
export function findDifferences(
  texts: readonly [string, string],
  a: readonly Words[],
  b: readonly Words[],
): Difference[] {
  const places = a.map((words, at): Place => ({ a: words, b: b[at]! }));
  const found = places.filter(isDifferent).flatMap((place) => findFactDifferences(texts, place));
  return [...dropTurned(found, a, b), ...findSigns(places)].sort(byStart);
}

/** "Six companies and 20 ships", turned round: a number that the other has elsewhere is not another number. */
function dropTurned(found: readonly FactDifference[], a: readonly Words[], b: readonly Words[]): Difference[] {
  if (found.length === 0) return [];
  const [foldsA, foldsB] = [listFolds(a), listFolds(b)];
  return found
    .filter((difference) => !foldsB.has(difference.a.value) && !foldsA.has(difference.b.value))
    .map((difference) => ({ kind: difference.kind, a: toSpan(difference.a), b: toSpan(difference.b) }));
}

/** The words of a witness at each cluster, editors' insertions apart. */
export function listWords(clusters: readonly Cluster[], at: number): Words[] {
  return clusters.map((cluster) =>
    cluster.flatMap((column) => (column[at] && !column[at]!.editorial ? [column[at]!] : [])),
  );
}

function listFolds(words: readonly Words[]): Set<string> {
  return new Set(words.flat().map((word) => word.fold));
}

function isDifferent({ a, b }: Place): boolean {
  return a.length > 0 && b.length > 0 && a.map((word) => word.fold).join(" ") !== b.map((word) => word.fold).join(" ");
}

/** One fact against one of its kind; where either side has several or none, nothing can be said. */
function findFactDifferences([textA, textB]: readonly [string, string], { a, b }: Place): FactDifference[] {
  const [factsA, factsB] = [findIn(textA, a), findIn(textB, b)];
  return (["number", "date", "name"] as const).flatMap((kind) => {
    const [left, right] = [factsA.filter((fact) => fact.kind === kind), factsB.filter((fact) => fact.kind === kind)];
    if (left.length !== 1 || right.length !== 1 || left[0]!.value === right[0]!.value) return [];
    if (kind === "name" && !(isWhole(left[0]!, a) && isWhole(right[0]!, b) && isOtherName(left[0]!, right[0]!)))
      return [];
    return [{ kind, a: left[0]!, b: right[0]! }];
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

function byStart(x: Difference, y: Difference): number {
  return (x.a?.from ?? -1) - (y.a?.from ?? -1) || (x.b?.from ?? -1) - (y.b?.from ?? -1) || (x.kind < y.kind ? -1 : 1);
}
