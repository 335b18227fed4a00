import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Matched } from "../src/collate/matched.ts";
import { type Judge, listStems, matchPair, weighStems } from "../src/collate/same.ts";
import { describePair } from "../src/collate/sentence.ts";
import { makeWords, type Word } from "../src/collate/word.ts";
import { writeForest } from "../src/text/forest.ts";
import { findSentences } from "../src/text/sentence.ts";
import { sliceSpan } from "../src/text/span.ts";
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

/**
 * What more of each feature of `describePair`, in its order, and then of the weights of stems, can speak for: what is covered and runs
 * alike that both mean the same, what is left over and out of order that they do not. So what a few pairs show by chance is not learned.
 */
const SIGNS: readonly number[] = [
  ...repeat([1], 22), // n-grams, common subsequence, longest run
  ...[-1, -1, 1, 1], // edit distance, both ends
  ...[1, 1, 0, 0, 0], // letters, lengths
  ...repeat([-1, -1, 1, 1, -1, 1], 8), // classes of words: what is left, what is covered
  ...repeat([-1], 6), // runs that nothing answers
  ...[0, -1, -1, -1, 0, 1], // chunks, order
  ...[-1, 0, -1], // negations, hedges
  ...repeat([-1, -1, 1, 1, 1], 6), // classes of words by links
  ...repeat([-1], 6), // free words
  ...[0, 0, 1], // links of other words; stems
];
const GROWTH: Growth = { trees: 150, leaves: 5, rate: 0.06, least: 8, ridge: 10, signs: SIGNS, share: 0.5 };

function repeat(signs: readonly number[], count: number): number[] {
  return Array.from({ length: count }, () => signs).flat();
}

/** What a pair weighs that is known to be apart, where a judged one weighs 1. */
const APART = 0.1;
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

/**
 * Learns from pairs, and from `apart`: pairs that do not mean the same and weigh less; the same in the same order give the same. The
 * stems are weighed by the pairs alone.
 */
export function trainJudge(pairs: readonly Judged[], apart: readonly Judged[] = []): Judge {
  const weights = weighWords(pairs);
  const sums = [...pairs, ...apart].map(({ stems }) => weighStems(stems, weights));
  for (let part = 0; part < PARTS; part++) {
    const others = weighWords(pairs.filter((_, at) => at % PARTS !== part));
    for (const [at, { stems }] of pairs.entries()) if (at % PARTS === part) sums[at] = weighStems(stems, others);
  }
  const all = [...pairs, ...apart];
  const width = all[0]!.row.length + 1;
  if (width !== SIGNS.length) throw new RangeError(`${width} features, but ${SIGNS.length} signs`);
  const values = new Float32Array(all.length * width);
  for (const [at, { row }] of all.entries()) values.set([...row, sums[at]!], at * width);
  const wanted = Uint8Array.from(all, ({ same }) => (same ? 1 : 0));
  const own = Float32Array.from(all, (_, at) => (at < pairs.length ? 1 : APART));
  return { forest: growForest({ width, count: all.length, values, wanted, weights: own }, GROWTH), ...weights };
}

/** Stems in fewer pairs have no weight. */
const FEWEST = 6;
const EPOCHS = 15;
const RIDGE = 0.06;

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
const REPORTS = "corpus/news-9k.jsonl.gz";

/** Sentences so far apart in a report at most, and so many at its head, are held against each other. */
const NEAR = 4;
const HEAD = 20;
/** In words: what is shorter tells too little, what is longer is mostly a list. */
const [SHORTEST, LONGEST] = [8, 40];
/** Two sentences of a report that share more of their stems, as Dice's coefficient, may say the same; fewer content words are no topic. */
const MOST_ALIKE = 0.7;
const LEAST_SHARED = 3;
/** So many pairs are learned from, the likest. */
const MOST_APART = 5000;

/**
 * Pairs of sentences that have words in common and do not say the same: of each report of `DIR/corpus` the two near each other that
 * are likest, for nobody says a thing twice within five sentences. None where there is no such file.
 */
export function readApart(data: string): Judged[] {
  const file = join(data, REPORTS);
  if (!existsSync(file)) return [];
  const lines = gunzipSync(readFileSync(file)).toString("utf8").split("\n").filter(Boolean);
  return lines
    .flatMap((line) => findLikest((JSON.parse(line) as { text: string | null }).text ?? "") ?? [])
    .sort((p, q) => q.alike - p.alike)
    .slice(0, MOST_APART)
    .map(({ a, b }, n) => makeJudged({ n, ids: [], same: false, a, b }));
}

interface Near {
  readonly a: string;
  readonly b: string;
  readonly alike: number;
}

function findLikest(text: string): Near | null {
  const sentences = findSentences(text, { from: 0, to: text.length })
    .map((span) => sliceSpan(text, span))
    .filter((sentence) => isPlain(sentence))
    .slice(0, HEAD);
  const stems = sentences.map(
    (sentence) => new Set(makeSentence(sentence).flatMap((w) => (w.content ? [w.stem] : []))),
  );
  let best: Near | null = null;
  for (const [i, x] of stems.entries()) {
    for (let j = i + 1; j < Math.min(stems.length, i + 1 + NEAR); j++) {
      const shared = [...x].filter((stem) => stems[j]!.has(stem)).length;
      const alike = (2 * shared) / (x.size + stems[j]!.size);
      if (shared < LEAST_SHARED || alike >= MOST_ALIKE || alike <= (best?.alike ?? 0)) continue;
      best = { a: sentences[i]!, b: sentences[j]!, alike };
    }
  }
  return best;
}

function isPlain(sentence: string): boolean {
  const { length } = sentence.split(/\s+/u);
  return length >= SHORTEST && length <= LONGEST && !sentence.includes("\n");
}

export function readPairs(file: string): SentencePair[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as SentencePair);
}

/** Writes `src/lang/en/sentence.ts` from `DIR/sentence-pair/mrpc-train.jsonl` and the reports of `DIR/corpus`. */
export function trainSentence(data: string): void {
  const pairs = readPairs(join(data, TRAINED));
  const apart = readApart(data);
  const { forest, met, left } = trainJudge(pairs.map(makeJudged), apart);
  writeFileSync(
    new URL("../src/lang/en/sentence.ts", import.meta.url),
    `/**
 * What was learned from ${pairs.length} pairs of sentences of the Microsoft Research Paraphrase Corpus (Dolan, Quirk and Brockett
 * 2004), the training part, of whether two sentences mean the same; and, with a tenth of the weight each, from ${apart.length} pairs of
 * neighboring sentences of the news reports of Article-Bias-Prediction (Baly et al. 2020), which do not. Written by
 * \`npm run train -- sentence\`.
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
