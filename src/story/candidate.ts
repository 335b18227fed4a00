import { DATE_WIDTH, type Digest } from "./digest.ts";
import { type Weighed, weighLong } from "./measure.ts";
import { findGap } from "./pair.ts";
import type { Weights } from "./row.ts";
import type { Calendar } from "./time.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Stems by which a report is looked up: those that weigh most in it. */
const KEYS = 32;
/** Stems in more reports than this are no keys: what they bring together has little in common, at a cost that grows in squares. */
const MOST_REPORTS = 500;
/** Least cosine over the keys. */
const LEAST = 0.06;
/** Earlier reports that one is compared with at most: the most alike by their keys. */
const MOST = 100;

/** What is looked up: the reports in their fixed order, and what their stems weigh. */
export interface Field {
  /** Those without a date first, then by the start of their time; equal ones by id. */
  readonly reports: readonly Weighed[];
  readonly weights: Weights;
  readonly vocabulary: Vocabulary;
  readonly calendar: Calendar;
  /** Days. */
  readonly window: number;
}

/** Reports that have a key, in their order, and what it weighs in each. */
interface Posting {
  readonly reports: number[];
  readonly weights: number[];
}

interface Key {
  readonly id: number;
  readonly weight: number;
}

/**
 * For each report in turn, the earlier ones that may tell of the same event, by rising place: they share some of their
 * weightiest stems, and their dates are at most `window` days apart or not known. So every pair comes once.
 */
export function* findCandidates(field: Field): Generator<{ readonly at: number; readonly others: readonly number[] }> {
  const undated = new Map<number, Posting>();
  const dated = new Map<number, Posting>();
  const dots = new Float64Array(field.reports.length);
  for (const [at, { digest }] of field.reports.entries()) {
    const met: number[] = [];
    const own = digest.days === null ? undated : dated;
    for (const key of listKeys(digest, field)) {
      for (const posting of [dated.get(key.id), undated.get(key.id)]) meet(posting, key.weight, digest);
      enter(own, key, at);
    }
    yield { at, others: keepBest(met, dots, at, field) };
    for (const other of met) dots[other] = 0;

    /** Latest first; those of a posting that are too long ago are not looked at. */
    function meet(posting: Posting | undefined, weight: number, digest: Digest): void {
      for (let i = (posting?.reports.length ?? 0) - 1; i >= 0; i--) {
        const other = posting!.reports[i]!;
        const gap = findGap(digest, field.reports[other]!.digest);
        if (gap !== null && gap > field.window) {
          if (gap > 2 * Math.max(field.window, DATE_WIDTH)) break;
          continue;
        }
        if (dots[other] === 0) met.push(other);
        dots[other]! += weight * posting!.weights[i]!;
      }
    }
  }
}

/** The keys of a report; of equal weight those that come first in it by hash, so that numbers play no part. */
function listKeys(digest: Digest, { weights, vocabulary: { terms } }: Field): Key[] {
  const keys: Key[] = [];
  for (const [at, id] of digest.words.ids.entries()) {
    const { count } = terms[id]!;
    const weight = weighLong(digest, at, weights);
    if (count > 1 && count <= MOST_REPORTS && weight > 0) keys.push({ id, weight });
  }
  return keys.sort((a, b) => b.weight - a.weight || terms[a.id]!.hash - terms[b.id]!.hash).slice(0, KEYS);
}

function enter(postings: Map<number, Posting>, { id, weight }: Key, at: number): void {
  const posting = postings.get(id);
  if (posting === undefined) postings.set(id, { reports: [at], weights: [weight] });
  else {
    posting.reports.push(at);
    posting.weights.push(weight);
  }
}

function keepBest(met: readonly number[], dots: Float64Array, at: number, { reports }: Field): number[] {
  const norm = reports[at]!.norms[0]!;
  const cosine = (other: number) => dots[other]! / (norm * reports[other]!.norms[0]!);
  const kept = met.filter((other) => cosine(other) >= LEAST);
  if (kept.length > MOST) kept.sort((a, b) => cosine(b) - cosine(a) || a - b).length = MOST;
  return kept.sort((a, b) => a - b);
}
