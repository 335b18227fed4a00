import { type Bag, measureSimilarity, type Similarity } from "./similarity.ts";
import type { Unit } from "./unit.ts";

/** Two units of different reports that share words; `a` and `b` are places in the list of units, a the lesser. */
export interface Candidate {
  readonly a: number;
  readonly b: number;
  readonly similarity: Similarity;
  /** Whether all their words are the same, function words too. */
  readonly identical: boolean;
}

/** Pairs that share fewer bits in equal stems are not looked at. */
const LEAST_BITS = 6;
/** A stem in more units a report than this tells nothing about any two; keeps the work linear on hostile input. */
const MOST_UNITS = 64;
/** So many words alike to the last, however common, are no chance. */
const LEAST_IDENTICAL = 4;

/** Every two units of different reports that may say the same, by place of a, then of b. */
export function findCandidates(units: readonly Unit[], bags: readonly Bag[]): Candidate[] {
  const postings = indexUnits(bags.map((bag) => new Set(bag.words.map((word) => word.stem))));
  const identical = findTwins(units);
  const most = MOST_UNITS * new Set(units.map((unit) => unit.report)).size;
  return bags.flatMap((bag, a) => {
    const shared = sumShared(bag, a, postings, most);
    const twins = new Set(identical[a]);
    const others = new Set([...shared].flatMap(([b, bits]) => (bits >= LEAST_BITS ? [b] : [])));
    return [...others.union(twins)]
      .filter((b) => b > a && units[a]!.report !== units[b]!.report)
      .sort((x, y) => x - y)
      .map((b) => ({ a, b, similarity: measureSimilarity(bag, bags[b]!), identical: twins.has(b) }));
  });
}

/** For each unit the first of each other report with the same words, if it is the first of its own; else none. */
function findTwins(units: readonly Unit[]): number[][] {
  const firsts = new Map<string, Map<number, number>>();
  const key = ({ words }: Unit) => words.map((word) => word.form).join(" ");
  for (const [at, unit] of units.entries()) {
    if (unit.words.length < LEAST_IDENTICAL) continue;
    const own = firsts.get(key(unit)) ?? firsts.set(key(unit), new Map()).get(key(unit))!;
    if (!own.has(unit.report)) own.set(unit.report, at);
  }
  return units.map((unit, at) => {
    const own = firsts.get(key(unit));
    return own?.get(unit.report) === at ? [...own.values()] : [];
  });
}

/** For each later unit that shares a stem, the bits of the stems shared. */
function sumShared(
  bag: Bag,
  a: number,
  postings: ReadonlyMap<string, readonly number[]>,
  most: number,
): Map<number, number> {
  const shared = new Map<number, number>();
  for (const [stem, bits] of new Map(bag.words.map((word) => [word.stem, word.bits]))) {
    const places = postings.get(stem)!;
    if (places.length > most) continue;
    for (let i = places.length - 1; i >= 0 && places[i]! > a; i--)
      shared.set(places[i]!, (shared.get(places[i]!) ?? 0) + bits);
  }
  return shared;
}

/** For each key the units that have it, in order. */
function indexUnits(keys: readonly Iterable<string>[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [at, own] of keys.entries())
    for (const key of own) (index.get(key) ?? index.set(key, []).get(key)!).push(at);
  return index;
}
