import { type Bag, measureSimilarity, type Similarity } from "./similarity.ts";
import type { Unit } from "./unit.ts";

/** Two units of different reports that share words; `a` and `b` are places in the list of units, a the lesser. */
export interface Candidate {
  readonly a: number;
  readonly b: number;
  readonly similarity: Similarity;
}

/** Pairs that share fewer bits in equal stems are not looked at. */
const LEAST_BITS = 6;
/** A stem in more units a report than this tells nothing about any two; keeps the work linear on hostile input. */
const MOST_UNITS = 64;

/** Every two units of different reports that may say the same, by place of a, then of b. */
export function findCandidates(units: readonly Unit[], bags: readonly Bag[]): Candidate[] {
  const postings = indexStems(bags);
  const most = MOST_UNITS * new Set(units.map((unit) => unit.report)).size;
  const candidates: Candidate[] = [];
  for (const [a, bag] of bags.entries()) {
    const shared = new Map<number, number>();
    for (const [stem, bits] of new Map(bag.words.map((word) => [word.stem, word.bits]))) {
      const units = postings.get(stem)!;
      if (units.length > most) continue;
      for (let i = units.length - 1; i >= 0 && units[i]! > a; i--)
        shared.set(units[i]!, (shared.get(units[i]!) ?? 0) + bits);
    }
    const others = [...shared].filter(([b, bits]) => bits >= LEAST_BITS && units[a]!.report !== units[b]!.report);
    for (const [b] of others.sort(([x], [y]) => x - y))
      candidates.push({ a, b, similarity: measureSimilarity(bag, bags[b]!) });
  }
  return candidates;
}

/** For each stem the units that have it, in order. */
function indexStems(bags: readonly Bag[]): Map<string, number[]> {
  const postings = new Map<string, number[]>();
  for (const [at, bag] of bags.entries()) {
    for (const stem of new Set(bag.words.map((word) => word.stem)))
      (postings.get(stem) ?? postings.set(stem, []).get(stem)!).push(at);
  }
  return postings;
}
