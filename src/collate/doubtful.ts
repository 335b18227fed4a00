import type { Kinship } from "./answer.ts";
import type { Candidate } from "./candidate.ts";
import { measureSame } from "./same.ts";
import { findSwaps, makeTold } from "./swap.ts";
import type { Unit } from "./unit.ts";

/** What the learned evidence needs to know of a candidate. */
export interface Doubt {
  readonly a: Unit;
  readonly b: Unit;
  readonly kinship: Kinship;
  /** Texts of their reports. */
  readonly textA: string;
  readonly textB: string;
  /** Whether both are the reporters' own words in the leads of their reports. */
  readonly isLead: boolean;
}

/** Most candidates that are judged by what was learned, the likest first: it takes a fraction of a millisecond each. */
const MOST_JUDGED = 200;

/** Of candidates that no rule takes for answers, those that what was learned does, in their order. `describe` tells of one. */
export function findLearned(candidates: readonly Candidate[], describe: (one: Candidate) => Doubt): Candidate[] {
  const likest = candidates
    .filter((one) => isClose(one) || isCounted(one))
    .sort((p, q) => q.similarity.dice - p.similarity.dice || p.a - q.a || p.b - q.b)
    .slice(0, MOST_JUDGED);
  const learned = new Set(likest.filter((one) => isLearned(one, describe(one))));
  return candidates.filter((one) => learned.has(one));
}

/** So alike that the judge of sentences is asked. */
function isClose({ similarity: { dice, plain, count } }: Candidate): boolean {
  return dice >= 0.42 && plain >= 0.33 && count >= 4;
}

/** So alike that another number in the same place may be all that sets them apart. */
function isCounted({ similarity: { dice, plain, count } }: Candidate): boolean {
  return dice >= 0.15 && plain >= 0.3 && count >= 3;
}

/** Set by reading pairs from stories of Giveme5W1H's development part. */
const SAME = 0.6;
const SURE = 0.85;
/**
 * Whether people would say that both mean the same; or both are the reporters' own, stand in the lead and have one number for another:
 * "at least five people are dead" answers "at least seven people were killed".
 */
function isLearned(candidate: Candidate, { a, b, kinship, textA, textB, isLead }: Doubt): boolean {
  if (kinship === "other") return false;
  if (isClose(candidate) && measureSame(a.words, b.words) >= SAME) return true;
  if (!isLead || !isCounted(candidate)) return false;
  return findSwaps(makeTold(textA, a.words), makeTold(textB, b.words), SURE).some(({ kind }) => kind === "number");
}
