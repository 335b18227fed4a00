import type { Digest } from "./digest.ts";
import { FEATURES } from "./measure.ts";

/** What the chance of a pair is reckoned from, in order; `weights.ts` has a factor for each. */
export const EVIDENCE: readonly string[] = [
  "always",
  ...FEATURES,
  "leastLength", // ln of the number of stems looked at, the smaller of the two
  "mostLength",
  "leastBest", // likeness as a share of that to the most alike report, the smaller of the two
  "mostBest",
  "leastThird", // ln of likeness as a share of that to the third most alike, the smaller of the two
  "mostThird",
];

/** Likeness that chance alone can give: what is near is not compared with less. */
const CHANCE = 0.2;

/** Likeness of a report to those most like it. */
export interface Nearest {
  readonly best: number;
  readonly third: number;
}

/** The evidence in two reports themselves: `EVIDENCE` up to `mostLength`. */
export function listOwn(features: readonly number[], a: Digest, b: Digest): number[] {
  const lengths = [a, b].map(({ words }) => Math.log1p(words.ids.length));
  return [1, ...features, Math.min(...lengths), Math.max(...lengths)];
}

/** Days between the two at least; null where the date of one is not known. */
export function findGap(a: Digest, b: Digest): number | null {
  if (a.days === null || b.days === null) return null;
  return Math.max(0, a.days.from - b.days.to, b.days.from - a.days.to);
}

/** One figure for how alike two reports are, to compare neighbors by: two cosines, 0 to 2. */
export function measureLikeness([long, lead]: readonly number[]): number {
  return long! + lead!;
}

/**
 * The evidence in what else is near: the same likeness tells more where no other report comes close to it. So leads, which share
 * few words, and full reports, which share many, go by one measure.
 */
export function listNear(likeness: number, a: Nearest, b: Nearest): number[] {
  const best = [a, b].map((nearest) => likeness / Math.max(CHANCE, nearest.best));
  const third = [a, b].map((nearest) => Math.log(0.05 + likeness / Math.max(CHANCE, nearest.third)));
  return [Math.min(...best), Math.max(...best), Math.min(...third), Math.max(...third)];
}
