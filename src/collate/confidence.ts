import { measureSame } from "./same.ts";
import type { Word } from "./word.ts";

/** Tells of two witnesses, by their places, and Dice's coefficient of their wordings, how likely a reader would call the pairing right. */
export type Confidence = (i: number, j: number, dice: number) => number;

/** So alike that nothing else is asked: of the pairs judged by hand all were right. */
const ALIKE = 0.75;
/** Pairs of a tradition for which the judge of sentences is asked; it takes a fraction of a millisecond each. */
const MOST_JUDGED = 100;
/** The judge is never surer than this. */
const LEAST = 0.001;

/**
 * Confidence is logistic in Dice's coefficient where that is high. Below, readers go by what the words say: it is logistic in the
 * log-odds that `measureSame` gives, fitted on the 84 pairs of `bench/judged.ts` that are made and less alike, 72 of them right.
 * Each tenth of these judged by weights that did not see it, the mean of -ln p is 0.34, by Dice's coefficient 0.43. Dice alone too
 * for pairs beyond the first hundred that are judged in a tradition. `npm run bench -- pairing`: of 69 pairs at 0.95 or above all
 * are right; of 48 below, 36, said 0.77.
 */
export function makeConfidence(witnesses: readonly (readonly Word[])[]): Confidence {
  const judged = new Map<string, number>();
  const keys: string[] = [];
  const findKey = (i: number) => (keys[i] ??= witnesses[i]!.map((word) => word.form).join(" ")); // mostly none is asked for
  const judge = (i: number, j: number) => {
    const key = `${findKey(i)}|${findKey(j)}`;
    const known = judged.get(key);
    if (known !== undefined || judged.size >= MOST_JUDGED) return known;
    const same = measureSame(witnesses[i]!, witnesses[j]!);
    judged.set(key, same);
    return same;
  };
  return (i, j, dice) => {
    const same = dice >= ALIKE ? undefined : judge(i, j);
    return same === undefined ? squash(6.5 * dice - 1.8) : squash(3.9 + 0.9 * measureOdds(same));
  };
}

function measureOdds(p: number): number {
  const clipped = Math.max(LEAST, Math.min(1 - LEAST, p));
  return Math.log(clipped / (1 - clipped));
}

function squash(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
