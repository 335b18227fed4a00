import type { Kinship } from "./answer.ts";
import type { Pinned } from "./pin.ts";
import { type Growing, isKeptApart } from "./speech.ts";
import { findBeside, type Unit } from "./unit.ts";

/** Most sentences between two paired ones that are paired one by one. */
const MOST_BETWEEN = 3;
/** Of the words of the longer, so many must be those of the other, where paired sentences stand on both sides. */
const LEAST_ALIKE = 0.5;

/** What is known of the units beside their words. */
interface Known {
  readonly credit: (a: Unit, b: Unit) => Kinship;
  readonly pinned: Pinned;
}

/**
 * Groups of what stands next to paired sentences of one speech and is too short or too common to be told by its words alone: "Why?".
 * Between two pairs, as many sentences in either report answer one another in order where half of their words are alike; beside one pair,
 * only where all are. Reported words without marks (“she knew it”) are left as they are, and so are the groups given. Linear in the
 * number of units, square in that of reports.
 */
export function pairBetween(units: readonly Unit[], groups: readonly Growing[], known: Known): Growing[] {
  const groupOf = new Map<number, Growing>();
  for (const group of groups) for (const place of [...group.values()].flat()) groupOf.set(place, group);
  const found = new Map<number, Growing>();
  for (const group of groups)
    for (const step of [1, -1] as const) {
      const runs = [...group.values()].map((places) => readFree(step === 1 ? places.at(-1)! : places[0]!, step));
      const some = runs.filter(({ places }) => places.length > 0);
      for (const [at, run] of some.entries()) for (const other of some.slice(at + 1)) pairRuns(run, other);
    }
  return [...new Set(found.values())];

  /** Words in marks in none of the groups, from the unit beside `place` on, and the group that ends it, if any. */
  function readFree(place: number, step: 1 | -1): Run {
    const places: number[] = [];
    let next = findBeside(units, place, step);
    while (next !== undefined && isFree(next) && places.length < MOST_BETWEEN) {
      places.push(next);
      next = findBeside(units, next, step);
    }
    return { places, end: next === undefined ? undefined : groupOf.get(next) };
  }

  function isFree(place: number): boolean {
    const { quotation, words } = units[place]!;
    return quotation !== null && words.every(({ quoted }) => quoted) && !groupOf.has(place);
  }

  function pairRuns(a: Run, b: Run): void {
    const isBetween = a.end !== undefined && a.end === b.end && a.places.length === b.places.length;
    for (const [at, place] of a.places.entries()) {
      const answer = b.places[at];
      if (answer === undefined || known.credit(units[place]!, units[answer]!) === "other") continue;
      const alike = shareAlike(units[place]!, units[answer]!);
      if (isBetween ? alike >= LEAST_ALIKE : alike === 1 && at === 0) put(place, answer);
    }
  }

  /** Keeps a pair, unless a report has something else there or a reader keeps them apart. */
  function put(a: number, b: number): void {
    const [left, right] = [found.get(a) ?? alone(a), found.get(b) ?? alone(b)];
    if (left === right || [...right.keys()].some((report) => left.has(report))) return;
    if (isKeptApart(left, right, known.pinned)) return;
    for (const [report, places] of right) left.set(report, places);
    for (const place of [...left.values()].flat()) found.set(place, left);
  }

  function alone(place: number): Growing {
    return new Map([[units[place]!.report, [place]]]);
  }
}

/** Words in marks beside a paired sentence that are not paired. */
interface Run {
  readonly places: readonly number[];
  /** The group of what comes behind it, if it is paired. */
  readonly end: Growing | undefined;
}

/** 0 to 1: how many of the words of the longer are those of the other, in any order. */
function shareAlike(a: Unit, b: Unit): number {
  const counts = new Map<string, number>();
  for (const { form } of a.words) counts.set(form, (counts.get(form) ?? 0) + 1);
  let alike = 0;
  for (const { form } of b.words) {
    const count = counts.get(form) ?? 0;
    if (count > 0) alike++;
    counts.set(form, count - 1);
  }
  return alike / Math.max(a.words.length, b.words.length);
}
