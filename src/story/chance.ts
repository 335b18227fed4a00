import { type Field, findCandidates } from "./candidate.ts";
import { type Edge, MILLION } from "./link.ts";
import { measurePair } from "./measure.ts";
import { listNear, listOwn, measureLikeness, type Nearest } from "./pair.ts";
import { WEIGHTS } from "./weights.ts";

/** Two reports with the evidence on them. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly likeness: number;
}

/** Chances below this, in millionths, are taken for none. */
const LEAST = 10_000;

/** A pair with the part of the sum that its own two reports give. */
interface Drawn extends Pair {
  readonly sum: number;
}

/**
 * The chance that two reports tell of one event, for all candidates that have one worth the name: logistic regression over
 * `EVIDENCE`. What is near a report counts too, so it takes two passes over the pairs.
 */
export function findChances(field: Field): Edge[] {
  const drawn: Drawn[] = [];
  const { length } = WEIGHTS;
  for (const { a, b, own, likeness } of findPairs(field)) drawn.push({ a, b, likeness, sum: dot(own, WEIGHTS, 0) });
  const nearest = findNearest(drawn, field.reports.length);
  const edges: Edge[] = [];
  for (const { a, b, likeness, sum } of drawn) {
    const near = listNear(likeness, nearest[a]!, nearest[b]!);
    const chance = Math.round(MILLION / (1 + Math.exp(-sum - dot(near, WEIGHTS, length - near.length))));
    if (chance >= LEAST) edges.push({ a, b, chance });
  }
  return edges;
}

/** All candidates with their own evidence. */
export function* findPairs(field: Field): Generator<Pair & { readonly own: readonly number[] }> {
  const { reports, weights } = field;
  for (const { at, others } of findCandidates(field)) {
    for (const other of others) {
      const features = measurePair(reports[other]!, reports[at]!, weights);
      const own = listOwn(features, reports[other]!.digest, reports[at]!.digest);
      yield { a: other, b: at, likeness: measureLikeness(features), own };
    }
  }
}

/** For each report how alike the most alike of the others is, and the third. */
export function findNearest(pairs: readonly Pair[], count: number): Nearest[] {
  const tops = Array.from({ length: count }, () => [0, 0, 0]);
  for (const { a, b, likeness } of pairs) {
    for (const top of [tops[a]!, tops[b]!]) {
      if (likeness > top[0]!) top.splice(0, 3, likeness, top[0]!, top[1]!);
      else if (likeness > top[1]!) top.splice(1, 2, likeness, top[1]!);
      else if (likeness > top[2]!) top[2] = likeness;
    }
  }
  return tops.map(([best, , third]) => ({ best: best!, third: third! }));
}

function dot(evidence: readonly number[], weights: readonly number[], from: number): number {
  return evidence.reduce((sum, value, at) => sum + value * weights[from + at]!, 0);
}
