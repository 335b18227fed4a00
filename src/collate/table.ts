import type { Column } from "./align.ts";
import { alignWitness, type Bond, makeMemory } from "./gap.ts";
import { type Numbered, type Numbering, numberWitnesses } from "./numbered.ts";
import type { Word } from "./word.ts";

/** Columns in reading order; each word of each witness stands in exactly one. */
export interface Table {
  readonly columns: readonly Column[];
  /** Words that answer each other and stand in different columns. */
  readonly bonds: readonly Bond[];
  /** False if two witnesses were too long to compare in full. */
  readonly exact: boolean;
}

/** So many witnesses that stand already, the nearest first, tell which columns a further one answers. */
const MOST_GUIDES = 3;

/**
 * Aligns the witnesses of one tradition word by word. Progressive (Feng and Doolittle 1987): the witness most like the
 * others comes first, each next one is aligned with the columns so far for the greatest sum of what answers, by letters and by
 * what was learned of links. Content words weigh by what they tell, so they anchor; function words weigh little and fill in
 * beside them, and one that stands alone among what differs is let go, for an "of" in two different phrases is no agreement.
 * A witness with the same words as another stands where it stands. Editors' insertions are set in afterwards in columns of
 * their own. Monotone: words that answer in another order are `bonds`, far ones moves (see `findMoves`).
 */
export function makeTable(witnesses: readonly (readonly Word[])[]): Table {
  let columns: Growing[] = [];
  let exact = true;
  const bonds: Bond[] = [];
  const numbering = numberWitnesses(witnesses);
  const memory = makeMemory(numbering.folds);
  const placed: Numbered[] = [];
  for (const own of orderWitnesses(numbering)) {
    const twin = placed.find((other) => isTwin(other, own));
    if (twin !== undefined) {
      addTwin(columns, own, twin);
      continue;
    }
    const aligned = alignWitness(columns, own, findGuides(placed, own, numbering), memory);
    exact &&= aligned.exact;
    bonds.push(...aligned.bonds);
    columns = addWitness(columns, own, dropLone(columns.length, own.words, aligned.answered), witnesses.length);
    placed.push(own);
  }
  for (const [at, words] of witnesses.entries()) columns = insertEditorial(columns, words, at, witnesses.length);
  return { columns, bonds, exact };
}

/** A column while witnesses are set in. */
type Growing = (Word | null)[];

/** The placed witnesses with most stems in common with one; equals in the order in which they were placed. */
function findGuides(placed: readonly Numbered[], { stems }: Numbered, { stems: count }: Numbering): Numbered[] {
  const has = new Uint8Array(count);
  for (const stem of stems) has[stem] = 1;
  const common = placed.map((other) => other.stems.reduce((sum, stem) => sum + has[stem]!, 0));
  const order = [...placed.keys()].sort((a, b) => common[b]! - common[a]! || a - b);
  return order.slice(0, MOST_GUIDES).map((place) => placed[place]!);
}

/** Witnesses with the most words in common with the others first; equals in the order given. */
function orderWitnesses({ witnesses, stems: count }: Numbering): Numbered[] {
  const holders = new Int32Array(count); // how many witnesses have a stem
  for (const { stems } of witnesses) for (const stem of stems) holders[stem]!++;
  const common = witnesses.map(({ stems }) => stems.reduce((sum, stem) => sum + holders[stem]! - 1, 0));
  return [...witnesses].sort((a, b) => common[b.at]! - common[a.at]! || a.at - b.at);
}

function isTwin(a: Numbered, b: Numbered): boolean {
  return a.folds.length === b.folds.length && a.folds.every((fold, at) => fold === b.folds[at]);
}

/** Sets words beside those of another witness, which are the same. */
function addTwin(columns: readonly Growing[], { at, words }: Numbered, twin: Numbered): void {
  let next = 0;
  for (const column of columns) if (column[twin.at] !== null) column[at] = words[next++]!;
}

/** Words, and columns, in which several witnesses may have words beside each other, from a lone function word to what is linked on either side at most. */
const SHORT = 2;
const SHORT_COLUMNS = 4;

/**
 * Without the function words that have no linked neighbor on either side, the ends of the wordings apart, and those that stand in
 * a short gap: "one *bad*" beside "*only* one *heavy*". `answered`: for each word its column, or -1.
 */
function dropLone(columns: number, words: readonly Word[], answered: Int32Array): Int32Array {
  const kept = answered.slice();
  const isWithin = (word: number, other: number, mostColumns: number, mostWords: number) =>
    answered[other] !== undefined &&
    Math.abs(answered[other] - answered[word]!) <= mostColumns &&
    Math.abs(other - word) <= mostWords;
  const isHeld = (word: number, before: number, behind: number) => {
    const isFirst = answered[word] === 0 && word === 0;
    const isLast = answered[word] === columns - 1 && word === words.length - 1;
    if (isFirst || isLast || isWithin(word, before, 1, 1) || isWithin(word, behind, 1, 1)) return true;
    return isWithin(word, before, SHORT_COLUMNS, SHORT) && isWithin(word, behind, SHORT_COLUMNS, SHORT);
  };
  let before = -1; // the last word that answers a column
  for (let word = 0; word < words.length; word++) {
    if (answered[word] === -1) continue;
    if (!words[word]!.content && !isHeld(word, before, findNext(answered, word))) kept[word] = -1;
    before = word;
  }
  return kept;
}

/** The next word that answers a column; beyond the last if none does. */
function findNext(answered: Int32Array, word: number): number {
  let next = word + 1;
  while (answered[next] === -1) next++;
  return next;
}

/** The columns with one more witness; where neither side is linked, what the columns had comes before what is new. */
function addWitness(
  columns: readonly Growing[],
  { at, words }: Numbered,
  answered: Int32Array,
  count: number,
): Growing[] {
  const added: Growing[] = [];
  let [column, word] = [0, 0];
  for (let next = 0; next <= words.length; next++) {
    const toColumn = next < words.length ? answered[next]! : columns.length;
    if (toColumn === -1) continue;
    for (; column < toColumn; column++) added.push(columns[column]!);
    for (; word < next; word++) added.push(makeColumn(words[word]!, at, count));
    if (next === words.length) break;
    columns[column]![at] = words[word]!;
    added.push(columns[column++]!);
    word++;
  }
  return added;
}

/**
 * Sets each insertion right behind the column of the word before it, or before all columns if there is none; where another witness has the
 * same there, in its column.
 */
function insertEditorial(columns: Growing[], words: readonly Word[], at: number, count: number): Growing[] {
  if (!words.some((word) => word.editorial)) return columns;
  const behind = new Map<Word | null, Word[]>();
  let last: Word | null = null;
  for (const word of words) {
    if (!word.editorial) last = word;
    else behind.set(last, [...(behind.get(last) ?? []), word]);
  }
  const inserted: Growing[] = [];
  let next = 0;
  const insert = (own: readonly Word[]): void => {
    const same = own.findIndex((word, i) => !hasEditorial(columns[next + i], word));
    const shared = same < 0 ? own.length : same;
    for (const word of own.slice(0, shared)) {
      columns[next]![at] = word;
      inserted.push(columns[next++]!);
    }
    for (const word of own.slice(shared)) inserted.push(makeColumn(word, at, count));
  };
  insert(behind.get(null) ?? []);
  while (next < columns.length) {
    const column = columns[next++]!;
    inserted.push(column);
    if (column[at]) insert(behind.get(column[at]) ?? []);
  }
  return inserted;
}

/** Whether a column is one of insertions with this word. */
function hasEditorial(column: Growing | undefined, { form }: Word): boolean {
  return column?.some((word) => word?.editorial === true && word.form === form) === true;
}

function makeColumn(word: Word, at: number, count: number): Growing {
  const column: Growing = new Array(count).fill(null);
  column[at] = word;
  return column;
}
