import { measureLikeness } from "../text/similarity.ts";
import type { Word } from "./word.ts";

/** A place in the wording: for each witness its word there, or null. At least one word. */
export type Column = readonly (Word | null)[];

/** A word and the column whose words it answers, by their places. */
export type Link = readonly [column: number, word: number];

/** What two words that answer each other are worth beside their bits, and what each that does not stand alone adds. */
const CONTENT = 4;
const FILLER = 0.5;
export const ADJACENT = 0.6;
/** Words less alike than this stand in columns of their own. */
const LEAST_LIKENESS = 0.75;
/** Cells of the comparison, columns times words; beyond, the same words at the two ends are all that is aligned. */
const MOST_CELLS = 4_000_000;

/** The links of greatest worth, both sides rising: dynamic programming over columns and words, with a bonus for neighbors. */
export function alignWords(columns: readonly Column[], words: readonly Word[]): { links: Link[]; exact: boolean } {
  const [rows, width] = [columns.length, words.length + 1];
  if (rows * width > MOST_CELLS) return { links: alignEnds(columns, words), exact: false };
  const distinct = listDistinct(columns);
  const linked = new Float64Array((rows + 1) * width).fill(-1);
  const best = new Float64Array((rows + 1) * width);
  for (let i = 1; i <= rows; i++) {
    for (let j = 1; j < width; j++) {
      const at = i * width + j;
      const worth = measureAnswer(distinct[i - 1]!, words[j - 1]!);
      const before = at - width - 1;
      if (worth > 0) linked[at] = worth + Math.max(best[before]!, linked[before]! < 0 ? 0 : linked[before]! + ADJACENT);
      best[at] = Math.max(best[at - 1]!, best[at - width]!, linked[at]!);
    }
  }
  return { links: traceLinks(linked, best, rows, width), exact: true };
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
function alignEnds(columns: readonly Column[], words: readonly Word[]): Link[] {
  const distinct = listDistinct(columns);
  const most = Math.min(columns.length, words.length);
  let head = 0;
  while (head < most && measureAnswer(distinct[head]!, words[head]!) > 0) head++;
  let tail = 0;
  while (tail < most - head && measureAnswer(distinct.at(-1 - tail)!, words.at(-1 - tail)!) > 0) tail++;
  const heads = Array.from({ length: head }, (_, i): Link => [i, i]);
  const tails = Array.from({ length: tail }, (_, i): Link => [columns.length - tail + i, words.length - tail + i]);
  return [...heads, ...tails];
}

/** The words of each column, those alike but once: where most witnesses agree, little is left to compare. */
function listDistinct(columns: readonly Column[]): Word[][] {
  return columns.map((column) => [
    ...new Map(column.filter((word) => word !== null).map((word) => [word.fold, word])).values(),
  ]);
}

/** What a word is worth beside those of a column: 0 if it answers none of them. */
export function measureAnswer(column: readonly Word[], word: Word): number {
  let best = 0;
  for (const other of column) best = Math.max(best, measureWords(other, word));
  return best;
}

export function measureWords(a: Word, b: Word): number {
  const alike =
    a.stem === b.stem
      ? a.fold === b.fold
        ? 1
        : 0.9
      : a.content && b.content
        ? measureLikeness(a.fold, b.fold, LEAST_LIKENESS)
        : 0;
  if (alike < LEAST_LIKENESS) return 0;
  return alike * (a.content && b.content ? CONTENT + (a.bits + b.bits) / 2 : FILLER);
}
