import { measureSame } from "./same.ts";
import type { Word } from "./word.ts";

/** Two witnesses, by their places, and Dice's coefficient of their wordings. */
export interface Likened {
  readonly i: number;
  readonly j: number;
  readonly dice: number;
}

/** So alike that nothing else is asked: of the pairs judged by hand all were right. */
const ALIKE = 0.75;
/** Pairs of a tradition for which the judge of sentences is asked, the least alike first; it takes a fraction of a millisecond each. */
const MOST_JUDGED = 30;
/** The judge is never surer than this. */
const LEAST = 0.001;

/**
 * How likely a reader would call each of the pairs right. Confidence is logistic in Dice's coefficient where that is high. Below, readers
 * go by what the words say: it is logistic in the log-odds that `measureSame` gives, fitted on the 84 pairs of `bench/judged.ts` that are
 * made and less alike, 72 of them right. Each tenth of these judged by weights that did not see it, the mean of -ln p is 0.34, by Dice's
 * coefficient 0.43. Dice alone too for what is not judged of a tradition of nine witnesses or more. `npm run bench -- pairing`: of 69
 * pairs at 0.95 or above all are right; of 42 below, 35, said 0.79.
 */
export function measureConfidence(witnesses: readonly (readonly Word[])[], pairs: readonly Likened[]): number[] {
  const doubtful = [...pairs.entries()]
    .filter(([, { dice }]) => dice < ALIKE)
    .sort(([x, p], [y, q]) => p.dice - q.dice || x - y);
  const keys: string[] = [];
  const findKey = (i: number) => (keys[i] ??= witnesses[i]!.map((word) => word.form).join(" "));
  const judged = new Map<string, number>(); // by their words: witnesses may have the same
  const same = new Map<number, number>();
  for (const [at, { i, j }] of doubtful) {
    const key = `${findKey(i)}|${findKey(j)}`;
    if (!judged.has(key) && judged.size === MOST_JUDGED) break;
    if (!judged.has(key)) judged.set(key, measureSame(witnesses[i]!, witnesses[j]!));
    same.set(at, judged.get(key)!);
  }
  return pairs.map(({ dice }, at) => {
    const p = same.get(at);
    return p === undefined ? squash(6.5 * dice - 1.8) : squash(3.9 + 0.9 * measureOdds(p));
  });
}

function measureOdds(p: number): number {
  const clipped = Math.max(LEAST, Math.min(1 - LEAST, p));
  return Math.log(clipped / (1 - clipped));
}

function squash(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
