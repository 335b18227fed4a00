import { findSentences } from "../text/sentence.ts";
import { measureSequence } from "../text/sequence.ts";
import { makeWords } from "./word.ts";

/** How much of a text is taken from another. All 0 to 1; all 0 where either has no sentence of three words. */
export interface Degree {
  /** Mean of `loose`, `close` and `copied`: 1 if every sentence is copied, 0 if none resembles one of the original. */
  readonly score: number;
  /** Mean over the text's sentences of how like each is to the one of the original that it is most like. */
  readonly likeness: number;
  /** Shares of its sentences that are at least 0.5, 0.7 and 0.9 like one of the original. */
  readonly loose: number;
  readonly close: number;
  readonly copied: number;
  /** Share of its different words that the original has as well (containment, Broder 1997), by stem. */
  readonly words: number;
}

/** Between paragraphs, and before an item of a list: a sentence ends there with or without a stop. */
const BREAK = /\n[^\S\n]*\n|\n(?=[^\S\n]*[*•–-]\s)/gu;
/** Shorter sentences are like many by chance. In words. */
const SHORTEST = 3;

/**
 * How much of `text` is taken from `original`, which may be far longer: sentence by sentence, for who revises what he takes keeps
 * its sentences longer than its runs of words. Two sentences are alike as Dice's coefficient over the words of their longest common
 * subsequence, by stem. Not symmetric. Time grows with the product of the lengths.
 */
export function measureReuse(text: string, original: string): Degree {
  const sources = listStems(original);
  const sentences = listStems(text);
  const likes = sentences.map((own) => sources.reduce((best, other) => Math.max(best, measureSequence(own, other)), 0));
  const share = (least: number) => likes.filter((like) => like >= least).length / Math.max(1, likes.length);
  const [loose, close, copied] = [share(0.5), share(0.7), share(0.9)];
  const likeness = likes.reduce((sum, like) => sum + like, 0) / Math.max(1, likes.length);
  const words = compareWords(new Set(sentences.flat()), new Set(sources.flat()));
  return { score: (loose + close + copied) / 3, likeness, loose, close, copied, words };
}

function compareWords(own: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return [...own].filter((stem) => others.has(stem)).length / Math.max(1, own.size);
}

function listStems(text: string): string[][] {
  const breaks = [...text.matchAll(BREAK)];
  return [0, ...breaks.map(({ index }) => index)]
    .flatMap((from, at) => findSentences(text, { from, to: breaks[at]?.index ?? text.length }))
    .map((sentence) => makeWords(text, [sentence], []).map((word) => word.stem))
    .filter((stems) => stems.length >= SHORTEST);
}
