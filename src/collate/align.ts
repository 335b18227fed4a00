import { measureLikeness } from "../text/similarity.ts";
import type { Word } from "./word.ts";

/** A place in the wording: for each witness its word there, or null. At least one word. */
export type Column = readonly (Word | null)[];

/** A word and the column whose words it answers, by their places. */
export type Link = readonly [column: number, word: number];

/** What each pair of a column and a word is worth, row-major, rows of columns; 0 or less if the word does not answer. */
export interface Worth {
  readonly rows: number;
  readonly width: number;
  readonly values: Float64Array;
}

/** What two words that answer each other are worth beside their bits, and what each that does not stand alone adds. */
const CONTENT = 4;
const FILLER = 0.5;
export const ADJACENT = 0.6;
/** Words less alike than this stand in columns of their own, unless a link says otherwise. */
const LEAST_LIKENESS = 0.75;

/** The links of greatest worth, both sides rising: dynamic programming over columns and words, with a bonus for neighbors. */
export function findChain({ rows, width: words, values }: Worth): Link[] {
  if (words === 1) return findBest(values);
  const width = words + 1;
  const { linked, best } = takeRoom((rows + 1) * width);
  for (let i = 1; i <= rows; i++) {
    for (let j = 1; j < width; j++) {
      const at = i * width + j;
      const worth = values[(i - 1) * words + j - 1]!;
      const before = at - width - 1;
      if (worth > 0) linked[at] = worth + Math.max(best[before]!, linked[before]! < 0 ? 0 : linked[before]! + ADJACENT);
      best[at] = Math.max(best[at - 1]!, best[at - width]!, linked[at]!);
    }
  }
  return traceLinks(linked, best, rows, width);
}

/** So many cells are kept at hand; most gaps are far smaller, and to make room takes as long as to fill it. */
const KEPT = 4096;
const kept = { linked: new Float64Array(KEPT), best: new Float64Array(KEPT) };

/** Cells of nothing linked, and of nothing gained; what was taken before is given up. */
function takeRoom(cells: number): { linked: Float64Array; best: Float64Array } {
  const room = cells > KEPT ? { linked: new Float64Array(cells), best: new Float64Array(cells) } : kept;
  room.linked.fill(-1, 0, cells);
  room.best.fill(0, 0, cells);
  return room;
}

/** For one word, as many gaps have: the column that it is worth most in, of several the last. */
function findBest(values: Float64Array): Link[] {
  let best = 0;
  for (let at = 1; at < values.length; at++) if (values[at]! >= values[best]!) best = at;
  return values.length > 0 && values[best]! > 0 ? [[best, 0]] : [];
}

/** Walks back from the end; where several ways are worth the same, links as late as possible. */
function traceLinks(linked: Float64Array, best: Float64Array, rows: number, width: number): Link[] {
  const links: Link[] = [];
  let mustLink = false;
  for (let i = rows, j = width - 1; i > 0 && j > 0; ) {
    const at = i * width + j;
    if (mustLink || (linked[at]! >= 0 && linked[at] === best[at])) {
      links.push([i - 1, j - 1]);
      const before = at - width - 1;
      mustLink = linked[before]! >= 0 && linked[before]! + ADJACENT >= best[before]!;
      i--;
      j--;
    } else if (best[at - width]! >= best[at - 1]!) i--;
    else j--;
  }
  return links.reverse();
}

/** For what is too long: the same words at the start and at the end. Linear. */
export function alignEnds(columns: readonly Column[], words: readonly Word[]): Link[] {
  const most = Math.min(columns.length, words.length);
  const isAnswer = (column: number, word: number) => measureAnswer(columns.at(column)!, words.at(word)!) > 0;
  let head = 0;
  while (head < most && isAnswer(head, head)) head++;
  let tail = 0;
  while (tail < most - head && isAnswer(-1 - tail, -1 - tail)) tail++;
  const heads = Array.from({ length: head }, (_, i): Link => [i, i]);
  const tails = Array.from({ length: tail }, (_, i): Link => [columns.length - tail + i, words.length - tail + i]);
  return [...heads, ...tails];
}

/** What a word is worth beside those of a column by their letters: 0 if it answers none of them. */
export function measureAnswer(column: Column, word: Word): number {
  let best = 0;
  for (const other of column) if (other !== null) best = Math.max(best, measureWords(other, word));
  return best;
}

/** What two words are worth to each other by their letters. */
export function measureWords(a: Word, b: Word): number {
  const alike =
    a.stem === b.stem
      ? a.fold === b.fold
        ? 1
        : 0.9
      : a.content && b.content
        ? measureLikeness(a.fold, b.fold, LEAST_LIKENESS)
        : 0;
  return alike < LEAST_LIKENESS ? 0 : alike * weighPair(a, b);
}

/** What a sure answer is worth: content words anchor by what they tell, function words fill. */
export function weighPair(a: Word, b: Word): number {
  return a.content && b.content ? CONTENT + (a.bits + b.bits) / 2 : FILLER;
}
