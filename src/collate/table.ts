import type { Column, Link } from "./align.ts";
import { alignWitness, type Bond, type KnownLinks } from "./gap.ts";
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
  const stems = numberStems(witnesses);
  const placed: Placed[] = [];
  const known: KnownLinks = new Map();
  for (const at of orderWitnesses(stems)) {
    const words = witnesses[at]!.filter((word) => !word.editorial);
    const key = words.map((word) => word.fold).join(" ");
    const twin = placed.find((other) => other.key === key);
    if (twin !== undefined) {
      addTwin(columns, words, twin.at, at);
      continue;
    }
    const aligned = alignWitness(columns, words, findGuides(placed, at, stems), known);
    exact &&= aligned.exact;
    bonds.push(...aligned.bonds);
    columns = addWitness(columns, words, dropLone(columns, words, aligned.links), at, witnesses.length);
    placed.push({ at, key });
  }
  for (const [at, words] of witnesses.entries()) columns = insertEditorial(columns, words, at, witnesses.length);
  return { columns, bonds, exact };
}

/** A column while witnesses are set in. */
type Growing = (Word | null)[];

/** A witness that stands in the columns. */
interface Placed {
  readonly at: number;
  /** Its words as compared. */
  readonly key: string;
}

/** The stems of content words of each witness, each once, as numbers; `count`: one more than the greatest. */
interface Stems {
  readonly own: readonly (readonly number[])[];
  readonly count: number;
}

function numberStems(witnesses: readonly (readonly Word[])[]): Stems {
  const numbers = new Map<string, number>();
  const own = witnesses.map((words) => {
    const found = new Set<number>();
    for (const { content, editorial, stem } of words) {
      if (!content || editorial) continue;
      const number = numbers.get(stem) ?? numbers.size;
      if (number === numbers.size) numbers.set(stem, number);
      found.add(number);
    }
    return [...found];
  });
  return { own, count: numbers.size };
}

/** The placed witnesses with most stems in common with one; equals in the order in which they were placed. */
function findGuides(placed: readonly Placed[], at: number, { own, count }: Stems): number[] {
  const has = new Uint8Array(count);
  for (const stem of own[at]!) has[stem] = 1;
  const common = placed.map((other) => own[other.at]!.reduce((sum, stem) => sum + has[stem]!, 0));
  const order = [...placed.keys()].sort((a, b) => common[b]! - common[a]! || a - b);
  return order.slice(0, MOST_GUIDES).map((place) => placed[place]!.at);
}

/** Witnesses with the most words in common with the others first; equals in the order given. */
function orderWitnesses({ own, count }: Stems): number[] {
  const holders = new Int32Array(count); // how many witnesses have a stem
  for (const stems of own) for (const stem of stems) holders[stem]!++;
  const common = own.map((stems) => stems.reduce((sum, stem) => sum + holders[stem]! - 1, 0));
  return [...own.keys()].sort((a, b) => common[b]! - common[a]! || a - b);
}

/** Sets words beside those of another witness, which are the same. */
function addTwin(columns: readonly Growing[], words: readonly Word[], twin: number, at: number): void {
  let next = 0;
  for (const column of columns) if (column[twin] !== null) column[at] = words[next++]!;
}

/** Words, and columns, in which several witnesses may have words beside each other, from a lone function word to what is linked on either side at most. */
const SHORT = 2;
const SHORT_COLUMNS = 4;

/**
 * Without the function words that have no linked neighbor on either side, the ends of the wordings apart, and those that stand in
 * a short gap: "one *bad*" beside "*only* one *heavy*".
 */
function dropLone(columns: readonly Column[], words: readonly Word[], links: readonly Link[]): Link[] {
  return links.filter((link, k) => {
    if (words[link[1]]!.content) return true;
    const [before, behind] = [links[k - 1], links[k + 1]];
    const isFirst = link[0] === 0 && link[1] === 0;
    const isLast = link[0] === columns.length - 1 && link[1] === words.length - 1;
    if (isFirst || isLast || isWithin(link, before, 1, 1) || isWithin(link, behind, 1, 1)) return true;
    return isWithin(link, before, SHORT_COLUMNS, SHORT) && isWithin(link, behind, SHORT_COLUMNS, SHORT);
  });
}

function isWithin(link: Link, other: Link | undefined, columns: number, words: number): boolean {
  return other !== undefined && Math.abs(other[0] - link[0]) <= columns && Math.abs(other[1] - link[1]) <= words;
}

/** The columns with one more witness; where neither side is linked, what the columns had comes before what is new. */
function addWitness(
  columns: readonly Growing[],
  words: readonly Word[],
  links: readonly Link[],
  at: number,
  count: number,
): Growing[] {
  const added: Growing[] = [];
  let [column, word] = [0, 0];
  for (let k = 0; k <= links.length; k++) {
    const nextColumn = links[k]?.[0] ?? columns.length;
    const nextWord = links[k]?.[1] ?? words.length;
    for (; column < nextColumn; column++) added.push(columns[column]!);
    for (; word < nextWord; word++) added.push(makeColumn(words[word]!, at, count));
    if (k === links.length) break;
    columns[column]![at] = words[word]!;
    added.push(columns[column++]!);
    word++;
  }
  return added;
}

/** Sets each insertion right behind the column of the word before it; before all columns if there is none. */
function insertEditorial(columns: Growing[], words: readonly Word[], at: number, count: number): Growing[] {
  if (!words.some((word) => word.editorial)) return columns;
  const behind = new Map<Word | null, Growing[]>();
  let last: Word | null = null;
  for (const word of words) {
    if (!word.editorial) last = word;
    else behind.set(last, [...(behind.get(last) ?? []), makeColumn(word, at, count)]);
  }
  const inserted = columns.flatMap((column) => [column, ...(column[at] ? (behind.get(column[at]!) ?? []) : [])]);
  return [...(behind.get(null) ?? []), ...inserted];
}

function makeColumn(word: Word, at: number, count: number): Growing {
  const column: Growing = new Array(count).fill(null);
  column[at] = word;
  return column;
}
