import { type Field, findCandidates } from "./candidate.ts";
import { type Edge, MILLION } from "./link.ts";
import { measurePair } from "./measure.ts";
import { listNear, listOwn, measureLikeness, type Nearest } from "./pair.ts";
import { weighDays } from "./time.ts";
import { WEIGHTS } from "./weights.ts";

/** Two reports with the evidence on them. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly likeness: number;
}

/** A pair with the evidence in its two reports. */
export interface OwnPair extends Pair {
  readonly own: readonly number[];
  /** What its days tell, and what is known of any two reports of the set: a part of the logarithm of the odds. */
  readonly offset: number;
}

/** Chances below this, in millionths, are taken for none. */
const LEAST = 10_000;

/** A pair with the part of the sum that its own two reports give. */
interface Drawn extends Pair {
  readonly sum: number;
}

/**
 * The chance that two reports tell of one event, for all candidates that have one worth the name: logistic regression over
 * `EVIDENCE`, beside the days apart and the size of the set. What is near a report counts too, so it takes two passes over the pairs.
 */
export function findChances(field: Field): Edge[] {
  const drawn: Drawn[] = [];
  const { length } = WEIGHTS;
  for (const { a, b, own, likeness, offset } of findPairs(field))
    drawn.push({ a, b, likeness, sum: offset + dot(own, WEIGHTS, 0) });
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
export function* findPairs(field: Field): Generator<OwnPair> {
  const { reports, weights, calendar } = field;
  const prior = weighSize(reports.length);
  for (const { at, others } of findCandidates(field)) {
    for (const other of others) {
      const features = measurePair(reports[other]!, reports[at]!, weights);
      const [first, second] = [reports[other]!.digest, reports[at]!.digest];
      const own = listOwn(features, first, second);
      const offset = prior + weighDays(first, second, calendar);
      yield { a: other, b: at, likeness: measureLikeness(features), own, offset };
    }
  }
}

/** A set of fewer is taken as if it had some more: that a folder is small does not make its reports one event. */
const SMALLEST = 100;
/**
 * Of the larger set, the more two reports are alike by chance: with once the logarithm, the odds of any two, a corpus of years was
 * still grouped by topic.
 */
const SIZE = 2.4;

/** The logarithm of the odds that any two of so many reports tell of one event, but for a constant. */
function weighSize(reports: number): number {
  return -SIZE * Math.log(SMALLEST + reports);
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
