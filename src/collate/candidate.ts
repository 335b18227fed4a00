import { type Bag, measureSimilarity, type Similarity, WORTH_A_LOOK } from "./similarity.ts";
import { findTwins } from "./twin.ts";
import type { Unit } from "./unit.ts";

/** Two units of different reports that share words; `a` and `b` are places in the list of units, a the lesser. */
export interface Candidate {
  readonly a: number;
  readonly b: number;
  readonly similarity: Similarity;
  /** Whether all their words are the same, function words too. */
  readonly identical: boolean;
  /** Whether both are said, and all their words but one or two are the same. */
  readonly nearly: boolean;
  /** Whether it is an answer by what was learned though no rule has it (`findLearned`). */
  readonly learned: boolean;
}

/** Pairs that share fewer bits in equal stems are not looked at. */
const LEAST_BITS = 6;
/** A stem in more units a report than this tells nothing about any two; keeps the work linear on hostile input. */
const MOST_UNITS = 64;

/** Every two units of different reports that may say the same, by place of a, then of b. */
export function findCandidates(units: readonly Unit[], bags: readonly Bag[]): Candidate[] {
  const postings = indexStems(bags);
  const twins = findTwins(units);
  const most = MOST_UNITS * new Set(units.map((unit) => unit.report)).size;
  const shared = new Float64Array(units.length); // of the unit at hand with each other
  return bags.flatMap((bag, a) => {
    const { identical, nearly } = twins[a]!;
    const own = new Set([...identical, ...nearly]);
    const others = [...own];
    for (const b of sumShared(bag, a, { postings, most, shared })) {
      const isShared = shared[b]! >= LEAST_BITS && shared[b]! >= WORTH_A_LOOK * Math.min(bag.bits, bags[b]!.bits);
      if (isShared && !own.has(b)) others.push(b);
      shared[b] = 0;
    }
    return others
      .filter((b) => b > a && units[a]!.report !== units[b]!.report)
      .sort((x, y) => x - y)
      .map((b) => ({
        ...{ a, b, similarity: measureSimilarity(bag, bags[b]!) },
        ...{ identical: identical.includes(b), nearly: nearly.includes(b), learned: false },
      }));
  });
}

/** What tells which units share stems. */
interface Sharing {
  readonly postings: ReadonlyMap<string, readonly number[]>;
  /** Stems in more units are passed over. */
  readonly most: number;
  readonly shared: Float64Array;
}

/** Adds to `shared`, for each later unit, the bits of the stems shared, each stem once; the units that have any. */
function sumShared(bag: Bag, a: number, { postings, most, shared }: Sharing): number[] {
  const met: number[] = [];
  for (const [stem, [first]] of bag.places) {
    const places = postings.get(stem)!;
    const { bits } = bag.words[first!]!;
    if (places.length > most || bits === 0) continue;
    for (let i = places.length - 1; i >= 0 && places[i]! > a; i--) {
      if (shared[places[i]!] === 0) met.push(places[i]!);
      shared[places[i]!]! += bits;
    }
  }
  return met;
}

/** For each stem the units that have it, in order. */
function indexStems(bags: readonly Bag[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [at, bag] of bags.entries()) {
    for (const stem of bag.places.keys()) (index.get(stem) ?? index.set(stem, []).get(stem)!).push(at);
  }
  return index;
}
