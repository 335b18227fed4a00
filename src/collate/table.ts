import { measureLikeness } from "../text/similarity.ts";
import type { Word } from "./word.ts";

/** A place in the wording: for each witness its word there, or null. At least one word. */
export type Column = readonly (Word | null)[];

/** Columns in reading order; each word of each witness stands in exactly one. */
export interface Table {
  readonly columns: readonly Column[];
  /** False if two witnesses were too long to compare in full. */
  readonly exact: boolean;
}

/** What two words that answer each other are worth beside their bits, and what each that does not stand alone adds. */
const CONTENT = 4;
const FILLER = 0.5;
const ADJACENT = 0.6;
/** Words less alike than this stand in columns of their own. */
const LEAST_LIKENESS = 0.75;
/** Cells of the comparison, columns times words; beyond, the same words at the two ends are all that is aligned. */
const MOST_CELLS = 4_000_000;

/**
 * Aligns the witnesses of one tradition word by word. Progressive (Feng and Doolittle 1987): the witness most like the
 * others comes first, each next one is aligned with the columns so far for the greatest sum of what answers. Content words
 * weigh by what they tell, so they anchor; function words weigh little and fill in beside them, and one that stands alone
 * among what differs is let go, for an "of" in two different phrases is no agreement. Editors' insertions are set in afterwards
 * in columns of their own. Monotone: moved words stay where they stand (see `findMoves`). Time and space grow with the number
 * of witnesses and with the product of columns and words.
 */
export function makeTable(witnesses: readonly (readonly Word[])[]): Table {
  let columns: Column[] = [];
  let exact = true;
  for (const at of orderWitnesses(witnesses)) {
    const words = witnesses[at]!.filter((word) => !word.editorial);
    const aligned = alignWords(columns, words);
    exact &&= aligned.exact;
    columns = addWitness(columns, words, dropLone(columns, words, aligned.links), at, witnesses.length);
  }
  for (const [at, words] of witnesses.entries()) columns = insertEditorial(columns, words, at, witnesses.length);
  return { columns, exact };
}

/** Witnesses with the most words in common with the others first; equals in the order given. */
function orderWitnesses(witnesses: readonly (readonly Word[])[]): number[] {
  const stems = witnesses.map((words) => new Set(words.filter((word) => word.content).map((word) => word.stem)));
  const common = stems.map((own, i) =>
    stems.reduce((sum, other, j) => sum + (i === j ? 0 : own.intersection(other).size), 0),
  );
  return witnesses.map((_, at) => at).sort((a, b) => common[b]! - common[a]! || a - b);
}

type Link = readonly [column: number, word: number];

/** The words of each column, those alike but once: where most witnesses agree, little is left to compare. */
function listDistinct(columns: readonly Column[]): Word[][] {
  return columns.map((column) => [
    ...new Map(column.filter((word) => word !== null).map((word) => [word.fold, word])).values(),
  ]);
}

/** What a word is worth beside those of a column: 0 if it answers none of them. */
function measureAnswer(column: readonly Word[], word: Word): number {
  let best = 0;
  for (const other of column) best = Math.max(best, measureWords(other, word));
  return best;
}

function measureWords(a: Word, b: Word): number {
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

/** The links of greatest worth, both sides rising: dynamic programming over columns and words, with a bonus for neighbors. */
function alignWords(columns: readonly Column[], words: readonly Word[]): { links: Link[]; exact: boolean } {
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

/** Without the function words that have no linked neighbor on either side, the ends of the wordings apart. */
function dropLone(columns: readonly Column[], words: readonly Word[], links: readonly Link[]): Link[] {
  return links.filter(([column, word], k) => {
    if (words[word]!.content) return true;
    const isNext = (other: Link | undefined, step: number) =>
      other !== undefined && other[0] === column + step && other[1] === word + step;
    const atEnd = (column === 0 && word === 0) || (column === columns.length - 1 && word === words.length - 1);
    return atEnd || isNext(links[k - 1], -1) || isNext(links[k + 1], 1);
  });
}

/** The columns with one more witness; where neither side is linked, what the columns had comes before what is new. */
function addWitness(
  columns: readonly Column[],
  words: readonly Word[],
  links: readonly Link[],
  at: number,
  count: number,
): Column[] {
  const added: Column[] = [];
  let [column, word] = [0, 0];
  for (const [nextColumn, nextWord] of [...links, [columns.length, words.length] as Link]) {
    added.push(...columns.slice(column, nextColumn));
    for (; word < nextWord; word++) added.push(makeColumn(words[word]!, at, count));
    if (nextColumn < columns.length) added.push(columns[nextColumn]!.with(at, words[nextWord]!));
    [column, word] = [nextColumn + 1, nextWord + 1];
  }
  return added;
}

/** Sets each insertion right behind the column of the word before it; before all columns if there is none. */
function insertEditorial(columns: readonly Column[], words: readonly Word[], at: number, count: number): Column[] {
  if (!words.some((word) => word.editorial)) return [...columns];
  const behind = new Map<Word | null, Column[]>();
  let last: Word | null = null;
  for (const word of words) {
    if (!word.editorial) last = word;
    else behind.set(last, [...(behind.get(last) ?? []), makeColumn(word, at, count)]);
  }
  const inserted = columns.flatMap((column) => [column, ...(column[at] ? (behind.get(column[at]!) ?? []) : [])]);
  return [...(behind.get(null) ?? []), ...inserted];
}

function makeColumn(word: Word, at: number, count: number): Column {
  return Array.from({ length: count }, (_, i) => (i === at ? word : null));
}
