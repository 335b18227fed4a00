import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { listMentions } from "../src/collate/renamed.ts";
import { type Chance, listChances, makeTold, type Told } from "../src/collate/swap.ts";
import { type Forest, writeForest } from "../src/text/forest.ts";
import { sliceSpan } from "../src/text/span.ts";
import { type Growth, growForest } from "./boost.ts";
import { type Marked, makeSentence, readPairs, type SentencePair } from "./sentence.ts";

const GROWTH: Growth = { trees: 120, leaves: 6, rate: 0.08, least: 5, ridge: 5 };
/** Weight of a pair that annotators marked but took for the same in sense: no swap, yet not far from one. */
const KEPT = 0.25;
/** What ETPC calls a name, number or date in the place of another. */
const NAMED = "Same Polarity Substitution (named ent.)";

/** Whether a difference is one of names, numbers or dates; of those that change what is said, or of all. */
export function isNamed({ type, sensePreserving }: Marked, all: boolean): boolean {
  return type === NAMED && (all || !sensePreserving);
}

export function readTold(text: string): Told {
  return makeTold(text, makeSentence(text));
}

/** Whether two differences share a word on both sides. */
export function isHit(x: { a: string; b: string }, y: { a: string; b: string }): boolean {
  return shareWord(x.a, y.a) && shareWord(x.b, y.b);
}

function shareWord(x: string, y: string): boolean {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const others = new Set(words(y));
  return words(x).some((word) => others.has(word));
}

/** Learns from the pairs whose differences are marked which facts stand in the place of another and matter. */
export function trainSwaps(pairs: readonly SentencePair[]): Forest {
  const seen = seeChances(pairs, listChances);
  return grow(
    seen,
    (one) => one.isSwap,
    ({ isSwap, isMarked }) => (!isSwap && isMarked ? KEPT : 1),
  );
}

/** The same of which facts are given differently, whether it matters or not. */
export function trainRenamed(pairs: readonly SentencePair[]): Forest {
  return grow(
    seeChances(pairs, listMentions),
    (one) => one.isMarked,
    () => 1,
  );
}

/** Two facts, and whether annotators marked them, and as a change of what is said. */
interface Seen {
  readonly row: Float64Array;
  readonly isMarked: boolean;
  readonly isSwap: boolean;
}

function seeChances(pairs: readonly SentencePair[], list: (a: Told, b: Told) => Chance[]): Seen[] {
  return pairs.flatMap(({ a, b, differences }) => {
    if (differences === undefined) return [];
    const [marked, changes] = [true, false].map((all) => differences.filter((own) => isNamed(own, all)));
    return list(readTold(a), readTold(b)).map((chance) => {
      const shown = { a: sliceSpan(a, chance.a), b: sliceSpan(b, chance.b) };
      const isIn = (list: readonly Marked[]) => list.some((own) => isHit(shown, own));
      return { row: chance.row, isMarked: isIn(marked!), isSwap: isIn(changes!) };
    });
  });
}

function grow(seen: readonly Seen[], isWanted: (one: Seen) => boolean, weigh: (one: Seen) => number): Forest {
  const width = seen[0]!.row.length;
  const values = new Float32Array(seen.length * width);
  for (const [at, { row }] of seen.entries()) values.set(row, at * width);
  const wanted = Uint8Array.from(seen, (one) => Number(isWanted(one)));
  return growForest({ width, count: seen.length, values, wanted, weights: Float32Array.from(seen, weigh) }, GROWTH);
}

/** Writes `src/lang/en/swap.ts` from `DIR/sentence-pair/mrpc-train.jsonl`. */
export function trainSwap(data: string): void {
  const pairs = readPairs(join(data, "sentence-pair/mrpc-train.jsonl"));
  const marked = pairs.filter(({ differences }) => differences !== undefined).length;
  const [swaps, renamed] = [trainSwaps(pairs), trainRenamed(pairs)].map((forest) =>
    writeForest(forest)
      .map((row) => `  ${JSON.stringify(row)},`)
      .join("\n"),
  );
  writeFileSync(
    new URL("../src/lang/en/swap.ts", import.meta.url),
    `/**
 * What was learned from ${marked} pairs of sentences of the Microsoft Research Paraphrase Corpus whose differences the Extended
 * Paraphrase Typology Corpus marks (Kovatchev, Martí and Salamó 2018), the training part, of which names, numbers and dates stand
 * in the place of another. Written by \`npm run train -- swap\`. See \`readForest\`.
 */
// biome-ignore format: a table
export const SWAPS: readonly string[] = [
${swaps}
];

/** The same of which names, numbers and dates are given differently, whether it changes the sense or not. */
// biome-ignore format: a table
export const RENAMED: readonly string[] = [
${renamed}
];
`,
  );
}
