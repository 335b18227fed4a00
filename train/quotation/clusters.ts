import { foldWord } from "../../src/text/fold.ts";
import { findTokens } from "../../src/text/token.ts";

/** Words that are put in clusters: the most frequent. */
const WORDS = 12_000;
/** Neighbours that are told apart: the most frequent; all others count as one. */
const NEIGHBOURS = 600;
const CLUSTERS = 256;
const ROUNDS = 12;
/** Figures a word: a share for each neighbour before it and behind it. */
const SIZE = 2 * (NEIGHBOURS + 1);

/**
 * Puts the most frequent folded words of the texts, marks included, into clusters numbered from 1 by the company they keep: the shares
 * of each word right before and behind it, square roots taken, in 256 groups by spherical k-means (Dhillon and Modha 2001). The
 * groups come out as parts of speech and meanings: "said", "told", "asked"; "he", "she"; days; states. Deterministic.
 */
export function findClusters(texts: Iterable<string>): Map<string, number> {
  const { words, documents, counts } = countWords(texts);
  const rank = rankWords(words, counts);
  const order = [...rank.keys()].sort((a, b) => rank[a]! - rank[b]!).slice(0, WORDS);
  const company = findCompany(documents, rank, order.length);
  const weights = order.map((word) => Math.sqrt(counts[word]!));
  const clusters = group(company, weights);
  return new Map(order.map((word, i) => [words[word]!, clusters[i]! + 1]));
}

interface Counted {
  readonly words: readonly string[];
  readonly documents: readonly Int32Array[];
  readonly counts: readonly number[];
}

function countWords(texts: Iterable<string>): Counted {
  const places = new Map<string, number>();
  const words: string[] = [];
  const counts: number[] = [];
  const documents: Int32Array[] = [];
  for (const text of texts) {
    const document = findTokens(text).map(({ from, to }) => {
      const word = foldWord(text.slice(from, to));
      const place = places.get(word) ?? words.push(word) - 1;
      places.set(word, place);
      counts[place] = (counts[place] ?? 0) + 1;
      return place;
    });
    documents.push(Int32Array.from(document));
  }
  return { words, documents, counts };
}

/** Each word's place by frequency, then by code unit. */
function rankWords(words: readonly string[], counts: readonly number[]): Int32Array {
  const order = words.map((_, i) => i).sort((a, b) => counts[b]! - counts[a]! || (words[a]! < words[b]! ? -1 : 1));
  const rank = new Int32Array(words.length);
  order.forEach((word, i) => {
    rank[word] = i;
  });
  return rank;
}

function findCompany(documents: readonly Int32Array[], rank: Int32Array, words: number): Float32Array {
  const company = new Float32Array(words * SIZE);
  const column = (place: number | undefined): number =>
    place === undefined ? NEIGHBOURS : Math.min(NEIGHBOURS, rank[place]!);
  for (const document of documents)
    document.forEach((place, i) => {
      const row = rank[place]! * SIZE;
      if (rank[place]! >= words) return;
      company[row + column(document[i - 1])]!++;
      company[row + NEIGHBOURS + 1 + column(document[i + 1])]!++;
    });
  for (let half = 0; half < company.length; half += NEIGHBOURS + 1)
    shareOut(company.subarray(half, half + NEIGHBOURS + 1));
  return company;
}

/** Counts become square roots of shares. */
function shareOut(counts: Float32Array): void {
  const sum = counts.reduce((total, count) => total + count, 0) || 1;
  counts.forEach((count, i) => {
    counts[i] = Math.sqrt(count / sum);
  });
}

/** The most frequent words are the first centers, one of six of those that follow the rest. */
function group(company: Float32Array, weights: readonly number[]): Int32Array {
  const row = (from: Float32Array, i: number): Float32Array => from.subarray(i * SIZE, (i + 1) * SIZE);
  const centers = new Float32Array(CLUSTERS * SIZE);
  for (let k = 0; k < CLUSTERS; k++) {
    const seed = Math.min(weights.length - 1, k < CLUSTERS / 2 ? k : k * 6);
    row(centers, k).set(row(company, seed));
  }
  const own = new Int32Array(weights.length);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < own.length; i++) own[i] = findNearest(row(company, i), centers);
    centers.fill(0);
    weights.forEach((weight, i) => {
      const center = row(centers, own[i]!);
      const words = row(company, i);
      for (let j = 0; j < SIZE; j++) center[j]! += weight * words[j]!;
    });
    for (let k = 0; k < CLUSTERS; k++) normalize(row(centers, k));
  }
  return own;
}

function findNearest(words: Float32Array, centers: Float32Array): number {
  let [best, most] = [0, -1];
  for (let k = 0; k < CLUSTERS; k++) {
    let product = 0;
    for (let j = 0, at = k * SIZE; j < SIZE; j++, at++) product += words[j]! * centers[at]!;
    if (product > most) [best, most] = [k, product];
  }
  return best;
}

function normalize(center: Float32Array): void {
  const size = Math.sqrt(center.reduce((sum, value) => sum + value * value, 0)) || 1;
  center.forEach((value, j) => {
    center[j] = value / size;
  });
}
