import { measureEdit } from "../text/edit.ts";
import { foldWord } from "../text/fold.ts";
import { sliceSpan } from "../text/span.ts";
import { findWords } from "../text/token.ts";
import { alignAffine } from "./affine.ts";
import { findRising } from "./rising.ts";

/** Whole texts side by side: in each column one place of the wording. */
export interface Grid {
  /** Folded words; two that are the same have one number, their place here. */
  readonly forms: readonly string[];
  /** How often each form stands in all texts together. */
  readonly counts: readonly number[];
  /** Column by column, for each text in the order given the number of its word there, or -1. */
  readonly columns: readonly Int32Array[];
}

const SAME = 2;
const ALIKE = 0.8;
const UNLIKE = -0.6;
/** Words whose letters differ by no more than this share are spellings of one word. */
const MOST_EDIT = 0.4;
/**
 * Lays whole texts side by side. Progressive along a guide: the text most like the others first, then always the one that is
 * most like one already placed, so that a copy is laid beside its exemplar or a sibling and the order given plays no part but
 * between texts equally alike. Pairs of words that both have once are anchors (the longest rising chain of them); between
 * anchors dynamic programming with affine gaps (Gotoh 1982), so that a lost passage is one gap. Spellings and other words for a
 * word share its column. Near-linear in the length for texts that are copies of each other.
 *
 * `makeTable` of the collation was tried and left: on 40 texts of 1,000 words it takes two to three times as long and makes 2,900
 * columns where this makes 1,100, as another word for a word gets a column of its own there.
 */
export function makeGrid(texts: readonly string[]): Grid {
  const { forms, counts, words } = readForms(texts);
  const likeness = makeLikeness(forms);
  const { order, nearest } = orderTexts(words);
  let columns: Int32Array[] = [];
  for (const at of order) columns = addText(columns, words, { at, beside: nearest[at]! }, likeness);
  return { forms, counts, columns };
}

type Likeness = (a: number, b: number) => number;

function readForms(texts: readonly string[]): { forms: string[]; counts: number[]; words: Int32Array[] } {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const words = texts.map((text) =>
    Int32Array.from(findWords(text), (span) => {
      const form = foldWord(sliceSpan(text, span));
      const number = numbers.get(form) ?? numbers.size;
      numbers.set(form, number);
      counts[number] = (counts[number] ?? 0) + 1;
      return number;
    }),
  );
  return { forms: [...numbers.keys()], counts, words };
}

/** What two words are worth in one column; kept, as the same pairs return. */
function makeLikeness(forms: readonly string[]): Likeness {
  const known = new Map<number, number>();
  return (a, b) => {
    if (a === b) return SAME;
    const key = Math.min(a, b) * forms.length + Math.max(a, b);
    let worth = known.get(key);
    if (worth === undefined) {
      worth = isSpelling(forms[a]!, forms[b]!) ? ALIKE : UNLIKE;
      known.set(key, worth);
    }
    return worth;
  };
}

/** Whether two words differ as spellings of one do: few of their letters. */
export function isSpelling(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  return Math.abs(a.length - b.length) <= MOST_EDIT * longest && measureEdit(a, b) <= MOST_EDIT * longest;
}

/** The order in which texts are placed, and for each the one already placed that it is most like (itself for the first). */
function orderTexts(words: readonly Int32Array[]): { order: number[]; nearest: number[] } {
  const pairs = words.map((own) => new Set(Array.from(own.subarray(1), (word, i) => pairOf(own[i]!, word))));
  const like = pairs.map(() => new Float64Array(pairs.length));
  for (const [i, a] of pairs.entries())
    for (const [j, b] of pairs.slice(0, i + 1).entries())
      like[i]![j] = like[j]![i] = (2 * a.intersection(b).size) / (a.size + b.size || 1);
  const sums = like.map((row) => row.reduce((sum, share) => sum + share, 0));
  const first = sums.indexOf(Math.max(...sums));
  const order = words.length === 0 ? [] : [first];
  const nearest = words.map(() => first);
  const waiting = new Set(words.keys().filter((at) => at !== first));
  while (waiting.size > 0) {
    let best = -1;
    for (const at of waiting) if (best === -1 || like[at]![nearest[at]!]! > like[best]![nearest[best]!]!) best = at;
    waiting.delete(best);
    order.push(best);
    for (const at of waiting) if (like[at]![best]! > like[at]![nearest[at]!]!) nearest[at] = best;
  }
  return { order, nearest };
}

function pairOf(a: number, b: number): number {
  return a * 2 ** 26 + b;
}

/** The columns with one more text, laid beside one already placed. */
function addText(
  columns: readonly Int32Array[],
  words: readonly Int32Array[],
  { at, beside }: { at: number; beside: number },
  likeness: Likeness,
): Int32Array[] {
  const own = words[at]!;
  const added: Int32Array[] = [];
  const put = (column: Int32Array | undefined, word: number) => {
    const next = column ?? new Int32Array(words.length).fill(-1);
    next[at] = word;
    added.push(next);
  };
  let [column, word] = [0, 0];
  for (const [nextColumn, nextWord] of [
    ...(at === beside ? [] : linkColumns(columns, words[beside]!, { own, beside }, likeness)),
    [columns.length, own.length] as const,
  ]) {
    for (; column < nextColumn; column++) put(columns[column]!, -1);
    for (; word < nextWord; word++) put(undefined, own[word]!);
    if (nextColumn < columns.length) put(columns[nextColumn]!, own[nextWord]!);
    [column, word] = [nextColumn + 1, nextWord + 1];
  }
  return added;
}

/** Columns and words that share a place, both rising. */
function linkColumns(
  columns: readonly Int32Array[],
  placed: Int32Array,
  { own, beside }: { own: Int32Array; beside: number },
  likeness: Likeness,
): (readonly [number, number])[] {
  const filled = columns.flatMap((column, place) => (column[beside]! >= 0 ? [place] : []));
  const links: (readonly [number, number])[] = [];
  let [column, word] = [0, 0];
  for (const [i, j] of [...findAnchors(placed, own), [placed.length, own.length] as const]) {
    const nextColumn = filled[i] ?? columns.length;
    const between = alignColumns(columns.slice(column, nextColumn), own.subarray(word, j), likeness);
    for (const [x, y] of between) links.push([column + x, word + y]);
    if (j < own.length) links.push([nextColumn, j]);
    [column, word] = [nextColumn + 1, j + 1];
  }
  return links;
}

function alignColumns(
  columns: readonly Int32Array[],
  words: Int32Array,
  likeness: Likeness,
): (readonly [number, number])[] {
  if (words.length === 0) return [];
  const distinct = columns.map((column) => [...new Set(column)].filter((word) => word >= 0));
  return alignAffine(columns.length, words.length, (i, j) => {
    let best = Number.NEGATIVE_INFINITY;
    for (const other of distinct[i]!) best = Math.max(best, likeness(other, words[j]!));
    return best;
  });
}

/** The longest rising chain of words that begin the same pair in both, where neither has the pair twice. */
function findAnchors(a: Int32Array, b: Int32Array): (readonly [number, number])[] {
  const inA = findOnce(a);
  const inB = findOnce(b);
  const met: (readonly [number, number])[] = [];
  for (const [pair, i] of inA) if (i >= 0 && (inB.get(pair) ?? -1) >= 0) met.push([i, inB.get(pair)!]);
  return findRising(met);
}

/** Where each pair of neighbors stands; -1 if at several places. In text order. */
function findOnce(words: Int32Array): Map<number, number> {
  const places = new Map<number, number>();
  for (let i = 0; i + 1 < words.length; i++) {
    const pair = pairOf(words[i]!, words[i + 1]!);
    places.set(pair, places.has(pair) ? -1 : i);
  }
  return places;
}
