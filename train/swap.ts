import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Forest, writeForest } from "../src/collate/forest.ts";
import { listChances, makeTold, type Told } from "../src/collate/swap.ts";
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
  const rows: Float64Array[] = [];
  const wanted: number[] = [];
  const weights: number[] = [];
  for (const { a, b, differences } of pairs) {
    if (differences === undefined) continue;
    const marked = differences.filter((difference) => isNamed(difference, false));
    for (const chance of listChances(readTold(a), readTold(b))) {
      const shown = { a: sliceSpan(a, chance.a), b: sliceSpan(b, chance.b) };
      rows.push(chance.row);
      const isSwap = marked.some((own) => isHit(shown, own));
      const isKept = differences.some((own) => isNamed(own, true) && isHit(shown, own));
      wanted.push(isSwap ? 1 : 0);
      weights.push(!isSwap && isKept ? KEPT : 1);
    }
  }
  const width = rows[0]!.length;
  const values = new Float32Array(rows.length * width);
  for (const [at, row] of rows.entries()) values.set(row, at * width);
  return growForest(
    { width, count: rows.length, values, wanted: Uint8Array.from(wanted), weights: Float32Array.from(weights) },
    GROWTH,
  );
}

/** Writes `src/lang/en/swap.ts` from `DIR/sentence-pair/mrpc-train.jsonl`. */
export function trainSwap(data: string): void {
  const pairs = readPairs(join(data, "sentence-pair/mrpc-train.jsonl"));
  const marked = pairs.filter(({ differences }) => differences !== undefined).length;
  const rows = writeForest(trainSwaps(pairs)).map((row) => `  ${JSON.stringify(row)},`);
  writeFileSync(
    new URL("../src/lang/en/swap.ts", import.meta.url),
    `/**
 * What was learned from ${marked} pairs of sentences of the Microsoft Research Paraphrase Corpus whose differences the Extended
 * Paraphrase Typology Corpus marks (Kovatchev, Martí and Salamó 2018), the training part, of which names, numbers and dates stand
 * in the place of another. Written by \`npm run train -- swap\`. See \`readForest\`.
 */
// biome-ignore format: a table
export const SWAPS: readonly string[] = [
${rows.join("\n")}
];
`,
  );
}
