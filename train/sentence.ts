import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Matched } from "../src/collate/matched.ts";
import { type Judge, listStems, matchPair, weighStems } from "../src/collate/same.ts";
import { describePair } from "../src/collate/sentence.ts";
import { makeWords, type Word } from "../src/collate/word.ts";
import { writeForest } from "../src/text/forest.ts";
import { type Growth, growForest } from "./boost.ts";

/** A line of `sentence-pair`. */
export interface SentencePair {
  readonly n: number;
  readonly ids: readonly string[];
  readonly same: boolean;
  readonly a: string;
  readonly b: string;
  readonly differences?: readonly Marked[];
}

/** A difference that annotators marked. */
export interface Marked {
  readonly type: string;
  readonly sensePreserving: boolean;
  readonly a: string;
  readonly b: string;
}

/** A pair with what is known of it. */
export interface Judged {
  readonly matched: Matched;
  readonly row: Float64Array;
  readonly stems: ReturnType<typeof listStems>;
  readonly same: boolean;
}

const GROWTH: Growth = { trees: 150, leaves: 5, rate: 0.06, least: 8, ridge: 10 };
/** Parts for what a line's own label must not tell of it: the weights of its stems. */
const PARTS = 5;

/** The words of a text that is one wording. */
export function makeSentence(text: string): Word[] {
  return makeWords(text, [{ from: 0, to: text.length }], []);
}

export function makeJudged({ a, b, same }: SentencePair): Judged {
  const matched = matchPair(makeSentence(a), makeSentence(b));
  return { matched, row: describePair(matched), stems: listStems(matched), same };
}

/** Learns from pairs; the same pairs in the same order give the same. */
export function trainJudge(pairs: readonly Judged[]): Judge {
  const weights = weighWords(pairs);
  const sums = pairs.map(() => 0);
  for (let part = 0; part < PARTS; part++) {
    const others = weighWords(pairs.filter((_, at) => at % PARTS !== part));
    for (const [at, { stems }] of pairs.entries()) if (at % PARTS === part) sums[at] = weighStems(stems, others);
  }
  const width = pairs[0]!.row.length + 1;
  const values = new Float32Array(pairs.length * width);
  for (const [at, { row }] of pairs.entries()) values.set([...row, sums[at]!], at * width);
  const wanted = Uint8Array.from(pairs, ({ same }) => (same ? 1 : 0));
  const all = { width, count: pairs.length, values, wanted, weights: new Float32Array(pairs.length).fill(1) };
  return { forest: growForest(all, GROWTH), ...weights };
}

/** Stems in fewer pairs have no weight. */
const FEWEST = 6;
const EPOCHS = 15;
const RIDGE = 0.02;

/**
 * Weights of stems that are met and of stems left over: logistic regression by AdaGrad (Duchi et al. 2011), beside the row of
 * each pair, so that a stem is weighed by what the row does not tell already.
 */
function weighWords(pairs: readonly Judged[]): Omit<Judge, "forest"> {
  const keys = pairs.map(({ stems }) => [
    ...[...stems.met].map((s) => `=${s}`),
    ...[...stems.left].map((s) => `-${s}`),
  ]);
  const counts = new Map<string, number>();
  for (const key of keys.flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const names = [...counts].filter(([, count]) => count >= FEWEST).map(([key]) => key);
  const ids = new Map(names.map((key, at) => [key, at]));
  const weights = learn(
    standardize(pairs),
    keys.map((own) => own.flatMap((key) => ids.get(key) ?? [])),
    pairs.map(({ same }) => (same ? 1 : 0)),
    names.length,
  );
  const pick = (sign: string) =>
    new Map(names.flatMap((key, at) => (key[0] === sign ? [[key.slice(1), round(weights[at]!)] as const] : [])));
  return { met: pick("="), left: pick("-") };
}

/** In hundredths, as they are shipped. */
function round(weight: number): number {
  return Math.round(weight * 100) / 100;
}

/** Rows with mean 0 and deviation 1. */
function standardize(pairs: readonly Judged[]): Float64Array[] {
  const width = pairs[0]!.row.length;
  const rows = pairs.map(({ row }) => Float64Array.from(row));
  for (let k = 0; k < width; k++) {
    const mean = rows.reduce((sum, row) => sum + row[k]!, 0) / rows.length;
    const deviation = Math.sqrt(rows.reduce((sum, row) => sum + (row[k]! - mean) ** 2, 0) / rows.length) + 1e-6;
    for (const row of rows) row[k] = (row[k]! - mean) / deviation;
  }
  return rows;
}

function learn(
  rows: readonly Float64Array[],
  keys: readonly (readonly number[])[],
  wanted: readonly number[],
  count: number,
): Float64Array {
  const width = rows[0]!.length;
  const [words, wordSquares] = [new Float64Array(count), new Float64Array(count)];
  const [dense, denseSquares] = [new Float64Array(width), new Float64Array(width)];
  let bias = 0.5;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const [at, row] of rows.entries()) {
      let sum = bias;
      for (let k = 0; k < width; k++) sum += dense[k]! * row[k]!;
      for (const id of keys[at]!) sum += words[id]!;
      const slope = 1 / (1 + Math.exp(-sum)) - wanted[at]!;
      bias -= 0.05 * slope;
      for (let k = 0; k < width; k++) {
        const own = slope * row[k]! + 0.003 * dense[k]!;
        denseSquares[k]! += own * own;
        dense[k]! -= (0.05 * own) / Math.sqrt(denseSquares[k]! + 1e-6);
      }
      for (const id of keys[at]!) {
        const own = slope + RIDGE * words[id]!;
        wordSquares[id]! += own * own;
        words[id]! -= (0.1 * own) / Math.sqrt(wordSquares[id]! + 1e-6);
      }
    }
  }
  return words;
}

/** Deals pairs into folds, those that share a sentence into one, in the order in which a group first comes. */
export function makeFolds(pairs: readonly SentencePair[], count: number): number[] {
  const group = pairs.map((_, at) => at);
  const find = (at: number): number => (group[at] === at ? at : find(group[at]!));
  const first = new Map<string, number>();
  for (const [at, { ids }] of pairs.entries()) {
    for (const id of ids) {
      if (first.has(id)) group[find(at)] = find(first.get(id)!);
      else first.set(id, at);
    }
  }
  const heads = [...new Set(pairs.map((_, at) => find(at)))];
  const fold = new Map(heads.map((head, at) => [head, at % count]));
  return pairs.map((_, at) => fold.get(find(at))!);
}

/** Files whose lines the shipped weights are trained on. */
const TRAINED = "sentence-pair/mrpc-train.jsonl";

export function readPairs(file: string): SentencePair[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as SentencePair);
}

/** Writes `src/lang/en/sentence.ts` from `DIR/sentence-pair/mrpc-train.jsonl`. */
export function trainSentence(data: string): void {
  const pairs = readPairs(join(data, TRAINED));
  const { forest, met, left } = trainJudge(pairs.map(makeJudged));
  writeFileSync(
    new URL("../src/lang/en/sentence.ts", import.meta.url),
    `/**
 * What was learned from ${pairs.length} pairs of sentences of the Microsoft Research Paraphrase Corpus (Dolan, Quirk and Brockett
 * 2004), the training part, of whether two sentences mean the same. Written by \`npm run train -- sentence\`.
 */
// biome-ignore-all format: tables

/** See \`readForest\`. */
export const FOREST: readonly string[] = ${list(writeForest(forest))};

/** Log-odds in hundredths that a stem adds where both sentences have it, then the stems; none for 0. */
export const MET: readonly string[] = ${list(groupWeights(met))};

/** The same where one has it and nothing in the other answers. */
export const LEFT: readonly string[] = ${list(groupWeights(left))};
`,
  );
}

function list(rows: readonly string[]): string {
  return `[\n${rows.map((row) => `  ${JSON.stringify(row)},`).join("\n")}\n]`;
}

function groupWeights(weights: ReadonlyMap<string, number>): string[] {
  const groups = Map.groupBy(weights, ([, weight]) => Math.round(weight * 100));
  return [...groups]
    .filter(([weight]) => weight !== 0)
    .sort(([a], [b]) => a - b)
    .map(([weight, own]) => [weight, ...own.map(([stem]) => stem).sort()].join(" "));
}
