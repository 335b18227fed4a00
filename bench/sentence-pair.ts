import { findRenamed } from "../src/collate/renamed.ts";
import { judgePair, measureSame } from "../src/collate/same.ts";
import { findSwaps } from "../src/collate/swap.ts";
import type { Forest } from "../src/text/forest.ts";
import { sliceSpan } from "../src/text/span.ts";
import {
  type Judged,
  makeFolds,
  makeJudged,
  makeSentence,
  readApart,
  readPairs,
  type SentencePair,
  trainJudge,
} from "../train/sentence.ts";
import { isHit, isNamed, readTold, trainRenamed, trainSwaps } from "../train/swap.ts";
import { type Bench, f1, findDataFiles, formatFigure } from "./data.ts";

const FOLDS = 10;

/**
 * Whether two sentences mean the same: accuracy and F1 of `same` at a probability of one half, and a table of what came true of
 * what probability. Files that the shipped weights were trained on are scored by cross-validation in ten folds, pairs that share a
 * sentence in one fold.
 */
export async function scoreSentencePairs({ data, print, dump }: Bench): Promise<void> {
  for (const file of findDataFiles(data, "sentence-pair")) {
    const pairs = readPairs(file.path);
    const swaps = file.isTrain ? crossSwaps(pairs) : pairs.map((pair) => listSwaps(pair));
    const scores = file.isTrain ? crossValidate(pairs, readApart(data)) : pairs.map(judgeShipped);
    const how = file.isTrain ? `, ${FOLDS}-fold cross-validation` : "";
    const { accuracy, f } = scoreSame(pairs, scores);
    print(
      `sentence-pair/${file.name}: ${pairs.length} pairs${how}, accuracy ${formatFigure(accuracy)}, F1 ${formatFigure(f)}`,
    );
    for (const line of tabulate(pairs, scores)) print(line);
    for (const all of [false, true]) print(scoreSwaps(pairs, swaps, all));
    for (const [at, { n }] of pairs.entries())
      dump({ n, same: scores[at]! >= 0.5, score: scores[at]!, differences: swaps[at]! });
  }
}

interface Shown {
  readonly a: string;
  readonly b: string;
  readonly kind: string;
  /** Whether it is the same thing given differently, as ETPC has it. */
  readonly sensePreserving: boolean;
}

/** The swaps, and what is given differently besides. */
function listSwaps({ a, b }: SentencePair, forest?: Forest, others?: Forest): Shown[] {
  const [left, right] = [readTold(a), readTold(b)];
  const swaps = findSwaps(left, right, undefined, forest);
  const renamed = findRenamed(left, right, swaps, others);
  return [...swaps, ...renamed].map((swap, at) => ({
    a: sliceSpan(a, swap.a),
    b: sliceSpan(b, swap.b),
    kind: swap.kind,
    sensePreserving: at >= swaps.length,
  }));
}

function crossSwaps(pairs: readonly SentencePair[]): Shown[][] {
  const folds = makeFolds(pairs, FOLDS);
  const forests = Array.from({ length: FOLDS }, (_, fold) => {
    const others = pairs.filter((_, at) => folds[at] !== fold);
    return [trainSwaps(others), trainRenamed(others)] as const;
  });
  return pairs.map((pair, at) => listSwaps(pair, ...forests[folds[at]!]!));
}

/**
 * What is reported against what annotators marked as another name, number or date, on the pairs that they marked at all: only what
 * changes the sense on both sides, or all on both.
 */
function scoreSwaps(pairs: readonly SentencePair[], swaps: readonly (readonly Shown[])[], all: boolean): string {
  let [hits, said, found, wanted] = [0, 0, 0, 0];
  for (const [at, { differences }] of pairs.entries()) {
    if (differences === undefined) continue;
    const marked = differences.filter((difference) => isNamed(difference, all));
    const own = swaps[at]!.filter(({ sensePreserving }) => all || !sensePreserving);
    hits += own.filter((swap) => marked.some((mark) => isHit(swap, mark))).length;
    found += marked.filter((mark) => own.some((swap) => isHit(swap, mark))).length;
    said += own.length;
    wanted += marked.length;
  }
  if (wanted === 0) return "  facts that differ: none marked";
  const [precision, recall] = [hits / Math.max(1, said), found / wanted];
  const what = all ? "  all marked, also one fact written otherwise" : "  facts that differ";
  return `${what}: precision ${formatFigure(precision)}, recall ${formatFigure(recall)}, F1 ${formatFigure(f1(precision, recall))} (${said} of ${wanted})`;
}

function judgeShipped({ a, b }: SentencePair): number {
  return measureSame(makeSentence(a), makeSentence(b));
}

function crossValidate(pairs: readonly SentencePair[], apart: readonly Judged[]): number[] {
  const all = pairs.map(makeJudged);
  const folds = makeFolds(pairs, FOLDS);
  const scores = pairs.map(() => 0);
  for (let fold = 0; fold < FOLDS; fold++) {
    const judge = trainJudge(
      all.filter((_, at) => folds[at] !== fold),
      apart,
    );
    for (const [at, { matched }] of all.entries()) if (folds[at] === fold) scores[at] = judgePair(matched, judge);
  }
  return scores;
}

function scoreSame(pairs: readonly SentencePair[], scores: readonly number[]): { accuracy: number; f: number } {
  const [hit, extra, missed] = [true, true, false].map(
    (said, k) => pairs.filter(({ same }, at) => scores[at]! >= 0.5 === said && same === (k !== 1)).length,
  );
  const right = pairs.filter(({ same }, at) => scores[at]! >= 0.5 === same).length;
  return { accuracy: right / pairs.length, f: (2 * hit!) / (2 * hit! + extra! + missed!) };
}

/** For each tenth of the probability: how many pairs, what was said on average, what came true. */
function tabulate(pairs: readonly SentencePair[], scores: readonly number[]): string[] {
  const tenths = Map.groupBy(pairs.keys(), (at) => Math.min(9, Math.floor(scores[at]! * 10)));
  return [...tenths]
    .sort(([a], [b]) => a - b)
    .map(([tenth, own]) => {
      const said = own.reduce((sum, at) => sum + scores[at]!, 0) / own.length;
      const came = own.filter((at) => pairs[at]!.same).length / own.length;
      return `  said ${tenth / 10}–${(tenth + 1) / 10}: ${`${own.length}`.padStart(4)} pairs, mean ${formatFigure(said)}, came true ${formatFigure(came)}`;
    });
}
