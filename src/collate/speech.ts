import type { Pinned } from "./pin.ts";
import { type Bag, joinBags, measureSimilarity } from "./similarity.ts";
import { findBeside, type Unit } from "./unit.ts";

/** A group while it grows: places in the list of units, by report, each list in text order. */
export type Growing = Map<number, number[]>;

/** What a report that has nothing of the joined part must gain in likeness by it. */
const LEAST_GAIN = 0.02;

/**
 * Joins groups that follow each other within one quotation: one thing said once, in several sentences. The reports of one
 * must all be among those of the other, and follow on in each; a report that only the larger has must answer both together
 * better than the one alone, as where it makes one sentence of two. Gives the groups in no particular order.
 */
export function joinSpeech(
  units: readonly Unit[],
  bags: readonly Bag[],
  groups: readonly Growing[],
  pinned: Pinned,
): Growing[] {
  const groupOf = new Map<number, Growing>();
  for (const group of groups) for (const place of listPlaces(group)) groupOf.set(place, group);
  const order = [...groups].sort((a, b) => Math.min(...listPlaces(a)) - Math.min(...listPlaces(b)));
  for (const group of order) {
    for (let next = findNext(group); next !== undefined; next = findNext(group)) join(group, next);
  }
  return [...new Set(groupOf.values())];

  function findNext(group: Growing): Growing | undefined {
    if (groupOf.get(listPlaces(group)[0]!) !== group) return undefined; // joined to another already
    const beside = listPlaces(group).flatMap((place) => [findBeside(units, place, -1), findBeside(units, place, 1)]);
    const others = beside.map((place) => (place === undefined ? undefined : groupOf.get(place)));
    return others.find(
      (other) =>
        other !== undefined &&
        other !== group &&
        !isKeptApart(group, other, pinned) &&
        isJoinable(units, bags, group, other),
    );
  }

  function join(group: Growing, next: Growing): void {
    for (const [report, places] of next) {
      group.set(
        report,
        [...(group.get(report) ?? []), ...places].sort((a, b) => a - b),
      );
      for (const place of places) groupOf.set(place, group);
    }
  }
}

/** Whether a reader said that some unit of the one does not say the same as some of the other. */
export function isKeptApart(group: Growing, other: Growing, { isForbidden }: Pinned): boolean {
  return listPlaces(group).some((a) => listPlaces(other).some((b) => isForbidden(a, b)));
}

function listPlaces(group: Growing): number[] {
  return [...group.values()].flat();
}

function isJoinable(units: readonly Unit[], bags: readonly Bag[], group: Growing, other: Growing): boolean {
  const [less, more] = group.size <= other.size ? [group, other] : [other, group];
  if (![...less].every(([report, places]) => more.has(report) && isOneRun(units, more.get(report)!, places)))
    return false;
  const alone = [...more].filter(([report]) => !less.has(report));
  return alone.every(([, places]) =>
    [...less].some(([report, added]) => isGain(bags, places, more.get(report)!, added)),
  );
}

/** Whether two lists of units stand side by side in one quotation. */
function isOneRun(units: readonly Unit[], a: readonly number[], b: readonly number[]): boolean {
  const isBeside = findBeside(units, a.at(-1)!, 1) === b[0] || findBeside(units, b.at(-1)!, 1) === a[0];
  const quotation = units[a[0]!]!.quotation;
  return isBeside && quotation !== null && [...a, ...b].every((place) => units[place]!.quotation === quotation);
}

function isGain(
  bags: readonly Bag[],
  places: readonly number[],
  own: readonly number[],
  added: readonly number[],
): boolean {
  const join = (list: readonly number[]) => joinBags(list.map((place) => bags[place]!));
  const theirs = join(places);
  const [before, after] = [measureSimilarity(join(own), theirs), measureSimilarity(join([...own, ...added]), theirs)];
  return after.dice >= before.dice + LEAST_GAIN;
}
