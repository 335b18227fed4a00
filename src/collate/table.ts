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
  let columns: Column[] = [];
  let exact = true;
  const bonds: Bond[] = [];
  const placed: Placed[] = [];
  const known: KnownLinks = new Map();
  for (const at of orderWitnesses(witnesses)) {
    const words = witnesses[at]!.filter((word) => !word.editorial);
    const key = words.map((word) => word.fold).join(" ");
    const twin = placed.find((other) => other.key === key);
    if (twin !== undefined) columns = addTwin(columns, words, twin.at, at);
    else {
      const guides = findGuides(placed, words).map((guide) => guide.at);
      const aligned = alignWitness(columns, words, guides, known);
      exact &&= aligned.exact;
      bonds.push(...aligned.bonds);
      columns = addWitness(columns, words, dropLone(columns, words, aligned.links), at, witnesses.length);
    }
    if (twin === undefined) placed.push({ at, key, stems: listStems(words) });
  }
  for (const [at, words] of witnesses.entries()) columns = insertEditorial(columns, words, at, witnesses.length);
  return { columns, bonds, exact };
}

/** A witness that stands in the columns. */
interface Placed {
  readonly at: number;
  /** Its words as compared. */
  readonly key: string;
  readonly stems: ReadonlySet<string>;
}

function listStems(words: readonly Word[]): Set<string> {
  return new Set(words.filter((word) => word.content).map((word) => word.stem));
}

/** Those with most stems in common with the words; equals in the order in which they were placed. */
function findGuides(placed: readonly Placed[], words: readonly Word[]): Placed[] {
  const stems = listStems(words);
  const common = new Map(placed.map((other) => [other, stems.intersection(other.stems).size]));
  return [...placed].sort((a, b) => common.get(b)! - common.get(a)!).slice(0, MOST_GUIDES);
}

/** Witnesses with the most words in common with the others first; equals in the order given. */
function orderWitnesses(witnesses: readonly (readonly Word[])[]): number[] {
  const stems = witnesses.map(listStems);
  const holders = new Map<string, number>(); // how many witnesses have a stem
  for (const own of stems) for (const stem of own) holders.set(stem, (holders.get(stem) ?? 0) + 1);
  const common = stems.map((own) => [...own].reduce((sum, stem) => sum + holders.get(stem)! - 1, 0));
  return witnesses.map((_, at) => at).sort((a, b) => common[b]! - common[a]! || a - b);
}

/** Sets words beside those of another witness, which are the same. */
function addTwin(columns: readonly Column[], words: readonly Word[], twin: number, at: number): Column[] {
  let next = 0;
  return columns.map((column) => (column[twin] === null ? column : column.with(at, words[next++]!)));
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
    for (; column < nextColumn; column++) added.push(columns[column]!);
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
  const column: (Word | null)[] = new Array(count).fill(null);
  column[at] = word;
  return column;
}
