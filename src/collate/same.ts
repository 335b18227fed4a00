import { FOREST, LEFT, MET } from "../lang/en/sentence.ts";
import { type Forest, readForest, sumTrees } from "../text/forest.ts";
import { isTurned } from "./link.ts";
import { type Matched, matchWords } from "./matched.ts";
import { describePair } from "./sentence.ts";
import type { Word } from "./word.ts";

/** What was learned of sentences that say the same. */
export interface Judge {
  readonly forest: Forest;
  /** By stem, in log-odds: what it adds that both have it, and that one has it and the other does not answer it. */
  readonly met: ReadonlyMap<string, number>;
  readonly left: ReadonlyMap<string, number>;
}

/**
 * 0 to 1: how likely it is that people would say of two sentences that they mean the same, as they did for those of MRPC (Dolan, Quirk
 * and Brockett 2004), where about two in three do. It is no probability for pairs chosen otherwise. The same for b and a.
 * Boosted trees over what `describePair` tells and the weights of the words that are met or left over, in the manner of
 * TF-KLD (Ji and Eisenstein 2013), but learned, not counted. 0 where either has no words.
 */
export function measureSame(a: readonly Word[], b: readonly Word[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const known = judged.get(a) ?? new WeakMap<readonly Word[], number>();
  const same = known.get(b) ?? judgePair(matchPair(a, b), getJudge());
  judged.set(a, known.set(b, same));
  return same;
}

/** Pairs judged before, as those are that the pairing asked of and that came to be collated; forgotten with their words. */
const judged = new WeakMap<readonly Word[], WeakMap<readonly Word[], number>>();

/** Matches the words of two wordings, the longer first, so that their order does not show. */
export function matchPair(a: readonly Word[], b: readonly Word[]): Matched {
  return isTurned(a, b) ? matchWords(b, a) : matchWords(a, b);
}

/** The same, by other weights than those shipped. */
export function judgePair(matched: Matched, judge: Judge): number {
  const row = [...describePair(matched), Math.fround(weighStems(listStems(matched), judge))];
  return 1 / (1 + Math.exp(-sumTrees(judge.forest, Float64Array.from(row))));
}

/** Stems that are met and stems left over, each once. */
export function listStems({ a, b, toB, toA }: Matched): { met: ReadonlySet<string>; left: ReadonlySet<string> } {
  const met = new Set<string>();
  const left = new Set<string>();
  for (const [i, { stem }] of a.entries()) (toB[i] === -1 ? left : met).add(stem);
  for (const [j, { stem }] of b.entries()) if (toA[j] === -1) left.add(stem);
  return { met, left };
}

/** Log-odds that the stems add. */
export function weighStems(stems: ReturnType<typeof listStems>, judge: Omit<Judge, "forest">): number {
  let sum = 0;
  for (const stem of stems.met) sum += judge.met.get(stem) ?? 0;
  for (const stem of stems.left) sum += judge.left.get(stem) ?? 0;
  return sum;
}

let learned: Judge | null = null;

/** The weights that are shipped, read once. */
function getJudge(): Judge {
  learned ??= { forest: readForest(FOREST), met: readWeights(MET), left: readWeights(LEFT) };
  return learned;
}

/** Rows "weight stem stem …", the weight in hundredths. */
function readWeights(rows: readonly string[]): Map<string, number> {
  return new Map(
    rows.flatMap((row) => {
      const [weight, ...stems] = row.split(" ");
      return stems.map((stem) => [stem, Number(weight) / 100] as const);
    }),
  );
}
