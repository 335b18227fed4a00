import { COLUMNS, type Digest } from "./digest.ts";
import { findPairBits, findRows, type Rows, type Weights } from "./row.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * How alike two reports are, each figure 0 to 1. Cosines are of vectors of (1 + ln count) × bits, as usual in retrieval
 * (Salton and Buckley 1988); bits are from news at large and from this set together.
 */
export const FEATURES = [
  "long", // words of the title, twice, and of the text looked at
  "lead", // words of the title, twice, and of the lead
  "title", // words of the titles
  "name", // names in the texts
  "number", // numbers anywhere
  "pair", // two words in a row
  "leastTitle", // share of a title's bits that the other report has, the smaller of the two
  "mostTitle", // the larger
  "quotation", // words in a row that both have within quotation marks, by their bits
  "passage", // words in a row that stand equally far apart in both, as in a passage taken over, by their bits
] as const;

/** Vectors of words: long, lead, title, name, number. */
const PLANES = 5;
const TITLE = 2;

/** A report, with what its terms weigh in this set. */
export interface Weighed {
  readonly digest: Digest;
  /** Lengths of the vectors: of words in each plane, then of pairs. */
  readonly norms: Float64Array;
  /** Bits of the words of the title together, in sixteenths. */
  readonly titleBits: number;
}

/** What news at large weighs against the reports of the set, in reports: with as many in the set, both count alike. */
const BACKGROUND = 100;
/** Words of fewer bits tell nothing. */
const FEWEST = 1.5;
/** Bits of words in a row that count half as much as any number of them. */
const HALF_QUOTED = 40;
const HALF_PASSAGE = 100;
/** Share of a title's words that the other report is taken to have where there is no title. */
const UNTITLED = 0.5;
/** 1 + ln of a count, in sixteenths. */
const TIMES: Int32Array = Int32Array.from({ length: 3 * 256 + 512 }, (_, count) =>
  count === 0 ? 0 : Math.round(16 * (1 + Math.log(count))),
);

/** What the stems weigh in a set of so many reports. A stem's bits are -log2 of the share of reports, of both kinds, that have it. */
export function weighTerms({ terms }: Vocabulary, reports: number): Weights {
  const bits = Int32Array.from(terms, ({ bits, count }) => {
    const own = -Math.log2((BACKGROUND * 2 ** -bits + count) / (BACKGROUND + reports));
    return own < FEWEST ? 0 : Math.round(16 * own);
  });
  return { bits, numbers: Int32Array.from(terms, ({ numberBits }) => 16 * numberBits) };
}

/** The lengths of a report's vectors. */
export function weighDigest(digest: Digest, weights: Weights): Weighed {
  const norms = new Float64Array(PLANES + 1);
  const row = new Float64Array(PLANES);
  let titleBits = 0;
  for (let at = 0; at < digest.words.ids.length; at++) {
    readRow(digest, at, weights, row);
    for (let plane = 0; plane < PLANES; plane++) norms[plane]! += row[plane]! ** 2;
    if (row[TITLE]! > 0) titleBits += weights.bits[digest.words.ids[at]!]!;
  }
  for (let at = 0; at < digest.pairs.hashes.length; at++) norms[PLANES]! += findPairBits(digest, at, weights) ** 2;
  return { digest, norms: norms.map(Math.sqrt), titleBits };
}

/** Room to work in: no allocation, as this is called for millions of pairs. */
const rowA: Float64Array = new Float64Array(PLANES);
const rowB: Float64Array = new Float64Array(PLANES);

/** The features of two reports, in the order of `FEATURES`, whichever is given first. */
export function measurePair(a: Weighed, b: Weighed, weights: Weights): number[] {
  const dots = new Float64Array(PLANES + 1);
  let titleA = 0;
  let titleB = 0;
  const [idsA, idsB] = [a.digest.words.ids, b.digest.words.ids];
  for (let i = 0, j = 0; i < idsA.length && j < idsB.length; ) {
    const step = idsA[i]! - idsB[j]!;
    if (step === 0) {
      readRow(a.digest, i, weights, rowA);
      readRow(b.digest, j, weights, rowB);
      for (let plane = 0; plane < PLANES; plane++) dots[plane]! += rowA[plane]! * rowB[plane]!;
      if (rowA[TITLE]! > 0) titleA += weights.bits[idsA[i]!]!;
      if (rowB[TITLE]! > 0) titleB += weights.bits[idsA[i]!]!;
    }
    if (step <= 0) i++;
    if (step >= 0) j++;
  }
  const rows = findRows(a.digest, b.digest, weights);
  dots[PLANES] = rows.dot;
  const cosines = Array.from(dots, (dot, plane) => divide(dot, a.norms[plane]! * b.norms[plane]!, 0));
  const shares = [divide(titleA, a.titleBits, UNTITLED), divide(titleB, b.titleBits, UNTITLED)];
  return [...cosines, Math.min(...shares), Math.max(...shares), ...measureRows(rows)];
}

/** What the stem at a place weighs in each plane. */
function readRow({ words }: Digest, at: number, weights: Weights, row: Float64Array): void {
  const id = words.ids[at]!;
  const bits = weights.bits[id]!;
  const lead = words.counts[4 * at + COLUMNS.lead]!;
  const title = words.counts[4 * at + COLUMNS.title]!;
  const text = lead + words.counts[4 * at + COLUMNS.rest]!;
  row[0] = bits * TIMES[2 * title + text]!;
  row[1] = bits * TIMES[2 * title + lead]!;
  row[TITLE] = bits * TIMES[title]!;
  row[3] = bits * TIMES[words.counts[4 * at + COLUMNS.name]!]!;
  row[4] = weights.numbers[id]! * TIMES[title + text]!;
}

/** What the stem at a place weighs in the plane `long`. */
export function weighLong({ words }: Digest, at: number, weights: Weights): number {
  const [lead, rest, title] = [COLUMNS.lead, COLUMNS.rest, COLUMNS.title].map((c) => words.counts[4 * at + c]!);
  return weights.bits[words.ids[at]!]! * TIMES[2 * title! + lead! + rest!]!;
}

function measureRows({ quoted, passage }: Rows): number[] {
  return [quoted / (quoted + 16 * HALF_QUOTED), passage / (passage + 16 * HALF_PASSAGE)];
}

function divide(part: number, whole: number, otherwise: number): number {
  return whole === 0 ? otherwise : Math.min(1, part / whole);
}
