import { alignEnds, type Column, findChain, type Link, measureAnswer, type Worth, weighPair } from "./align.ts";
import { hasLikeness, type Known, type KnownRows } from "./alike.ts";
import { findAnchors, findRuns, type Rows } from "./anchor.ts";
import { makeCountShared } from "./gram.ts";
import { hasInitials } from "./initials.ts";
import { know, linkWords, type WordLink } from "./link.ts";
import type { Numbered } from "./numbered.ts";
import type { Word } from "./word.ts";

/** Two words of different witnesses that answer each other. */
export type Bond = readonly [Word, Word];

/** How a witness stands to the columns before it. */
export interface Aligned {
  /** For each of its words the column that it answers, rising; -1 if it answers none. */
  readonly answered: Int32Array;
  readonly bonds: readonly Bond[];
  readonly exact: boolean;
}

/** A stretch of columns and the words that stand between the same anchors. */
interface Gap {
  readonly columns: readonly Column[];
  readonly words: readonly Word[];
}

/** The links of gaps met before, by their words: what one witness has alone, all others meet with the same words. */
type KnownLinks = Map<string, readonly WordLink[]>;

/** What the alignments of one table share. */
export interface Memory {
  readonly known: KnownLinks;
  /** Room to note by the number of a fold where it stands. */
  readonly inA: Int32Array;
  readonly inB: Int32Array;
}

/** `folds`: one more than the greatest number of a fold. */
export function makeMemory(folds: number): Memory {
  return { known: new Map(), inA: new Int32Array(folds), inB: new Int32Array(folds) };
}

/** Up to so many pairs of a column and a word are compared without anchors. */
const SMALL = 4_000;
/** Up to so many, links are sought; they look at words beside words, which a longer stretch has by itself. */
const MOST_LINKED = 10_000;
/** Beyond so many, the same words at the two ends are all that is aligned. */
const MOST_CELLS = 4_000_000;
/** Less sure links are left out: a wrong one sets words against each other that have nothing to do with each other. */
const SURE = 0.6;

/**
 * The columns that the words of a further witness answer, both sides rising: the greatest sum of worth within each gap, where a
 * gap is all, or, for long wordings, what lies between anchors. `guides`: witnesses that stand in the columns, the nearest
 * first. Time is that of the gaps, each the product of its columns and words.
 */
export function alignWitness(
  columns: readonly Column[],
  own: Numbered,
  guides: readonly Numbered[],
  memory: Memory,
): Aligned {
  const { words } = own;
  const [guide] = guides;
  const rows = guide === undefined ? null : { ...memory, a: guide.folds, b: own.folds };
  const isLong = columns.length * words.length > SMALL; // else little is to compare, and nothing is anchored
  const answered = isLong && rows !== null ? findFixed(columns, rows, guide!) : new Int32Array(words.length).fill(-1);
  const isEnough = answered.some((column) => column !== -1) || (rows !== null && isNear(rows));
  const asked = isEnough ? guides.slice(0, 1) : guides; // the others have little to add where one is near
  const bonds: Bond[] = [];
  let exact = true;
  let [column, word] = [0, 0];
  for (let toWord = 0; toWord <= words.length; toWord++) {
    const toColumn = toWord < words.length ? answered[toWord]! : columns.length;
    if (toColumn === -1) continue;
    if (toColumn > column && toWord > word) {
      const gap = { columns: columns.slice(column, toColumn), words: words.slice(word, toWord) };
      const aligned = alignGap(gap, asked, memory.known);
      for (const [i, j] of aligned.links) answered[word + j] = column + i;
      bonds.push(...aligned.bonds);
      exact &&= aligned.exact;
    }
    column = toColumn + 1;
    word = toWord + 1;
  }
  return { answered, bonds, exact };
}

/** The columns of words that are anchored to those of the nearest witness, by where that stands; -1 for others. */
function findFixed(columns: readonly Column[], rows: Rows, guide: Numbered): Int32Array {
  const fixed = new Int32Array(rows.b.length).fill(-1);
  const { places } = listOwn(columns, guide);
  for (const { a, b, length } of findAnchors(rows, guide.words))
    for (let k = 0; k < length; k++) fixed[b + k] = places[a + k]!;
  return fixed;
}

/** Runs so long tell that two wordings are near, where most words stand in such. */
const LEAST_RUN = 3;

/** Whether most words of b stand in runs that a has too. */
function isNear(rows: Rows): boolean {
  const runs = findRuns(rows).filter(({ length }) => length >= LEAST_RUN);
  return 2 * runs.reduce((sum, { length }) => sum + length, 0) > rows.b.length;
}

/** The words of one witness among columns, and where each stands. */
function listOwn(columns: readonly Column[], { at: witness }: Numbered): { places: number[]; own: Word[] } {
  const places: number[] = [];
  const own: Word[] = [];
  for (let at = 0; at < columns.length; at++) {
    const word = columns[at]![witness];
    if (!word) continue;
    places.push(at);
    own.push(word);
  }
  return { places, own };
}

function alignGap(gap: Gap, guides: readonly Numbered[], known: KnownLinks): AlignedGap {
  const cells = gap.columns.length * gap.words.length;
  if (cells > MOST_CELLS) return { links: alignEnds(gap.columns, gap.words), bonds: [], exact: false };
  const worth = measureWorth(gap);
  const answers = cells > MOST_LINKED ? [] : addLinked(gap, guides, worth, known);
  const links = findChain(worth);
  const isLinked = ({ column, word }: Answer) => links.some((link) => link[0] === column && link[1] === word);
  return { links, bonds: answers.filter((answer) => !isLinked(answer)).map(({ bond }) => bond), exact: true };
}

/** The same within a gap, by places in it. */
interface AlignedGap {
  readonly links: readonly Link[];
  readonly bonds: readonly Bond[];
  readonly exact: boolean;
}

/** A word that answers one in a column. */
interface Answer {
  readonly column: number;
  readonly word: number;
  readonly bond: Bond;
}

/** What words are worth by their letters. Function words are left to the links where those are sought. */
function measureWorth({ columns, words }: Gap): Worth {
  const values = new Float64Array(columns.length * words.length);
  const distinct: Word[] = []; // one for all columns
  for (let i = 0, at = 0; i < columns.length; i++) {
    listDistinct(columns[i]!, distinct);
    for (let j = 0; j < words.length; j++, at++) values[at] = measureAnswer(distinct, words[j]!);
  }
  return { rows: columns.length, width: words.length, values };
}

/** Lists one of each word of a column, one at least. */
function listDistinct(column: Column, distinct: Word[]): void {
  distinct.length = 0;
  let last: Word | null = null;
  for (const word of column) {
    if (word === null || word.fold === last?.fold) continue; // mostly all are the same
    if (!distinct.some((other) => other.fold === word.fold)) distinct.push(word);
    last = word;
  }
}

/**
 * Adds what was learned: a pair that is linked in any guide's wording is worth what its words tell, as surely as it is linked.
 * Pairs that only their neighbors speak for are left out: words that nothing answers, where the other has such, are one place anyway.
 */
function addLinked(
  { columns, words }: Gap,
  guides: readonly Numbered[],
  { width, values }: Worth,
  known: KnownLinks,
): Answer[] {
  const answers: Answer[] = [];
  const seen = new Set<string>();
  for (const guide of guides) {
    const { places, own } = listOwn(columns, guide);
    if (own.length * words.length <= 1) continue; // one word for another is one place in any case
    const key = guides.length === 1 ? "" : own.map((word) => word.fold).join(" ");
    if (seen.has(key)) continue;
    seen.add(key);
    const rows = know(own, words);
    if (!isTelling(own, words, rows)) continue;
    for (const { a, b, confidence, alike } of recallLinks(own, words, known)) {
      const [left, right] = [own[a]!, words[b]!];
      if (alike === 0 || !isKin(rows.a[a]!, rows.b[b]!)) continue;
      const at = places[a]! * width + b;
      values[at] = Math.max(values[at]!, confidence * weighPair(left, right));
      if (left.content && right.content) answers.push({ column: places[a]!, word: b, bond: [left, right] });
    }
  }
  return answers;
}

/**
 * Whether links can tell what the letters do not: a word that the other side does not have is alike to one there, or the same content
 * words stand in another order. Mostly not, in a short gap, and to see it costs a tenth of the links.
 */
function isTelling(own: readonly Word[], words: readonly Word[], rows: KnownRows): boolean {
  const { a: left, b: right } = rows;
  const [loneA, loneB] = [left.map(() => true), right.map(() => true)];
  let last = -1;
  for (let i = 0; i < left.length; i++) {
    for (let j = 0; j < right.length; j++) {
      if (left[i]!.id !== right[j]!.id) continue;
      loneA[i] = loneB[j] = false;
      if (!own[i]!.content) continue;
      if (j <= last) return true;
      last = j;
    }
  }
  return hasAlike(rows, loneA, loneB) || hasInitials(own, words);
}

/** Whether two words are alike and one of them stands alone: the other row does not have it. */
function hasAlike({ a, b }: KnownRows, loneA: readonly boolean[], loneB: readonly boolean[]): boolean {
  const all = [...b.keys()];
  const lone = all.filter((j) => loneB[j]);
  const isOpen = loneA.includes(true);
  if (!isOpen && lone.length === 0) return false;
  const countShared = makeCountShared(b, isOpen ? all : lone);
  return a.some((x, i) => {
    const others = loneA[i] ? all : lone;
    if (others.length === 0) return false;
    const shared = countShared(x);
    return others.some((j) => isKin(x, b[j]!) && x.id !== b[j]!.id && hasLikeness(x, b[j]!, shared[j]!));
  });
}

function recallLinks(a: readonly Word[], b: readonly Word[], known: KnownLinks): readonly WordLink[] {
  const key = `${writeKey(a)}|${writeKey(b)}`;
  const links = known.get(key) ?? linkWords(a, b, SURE);
  known.set(key, links);
  return links;
}

/** All that the links heed of words that are no insertions: stem, bits and whether it is a content word follow from the fold. */
function writeKey(words: readonly Word[]): string {
  return words.map(({ form, fold, name }) => `${form}/${fold}${name ? "^" : ""}`).join(" ");
}

/** Content words, or function words of one kind: "at" for "then" is no answer to set beside. */
function isKin(a: Known, b: Known): boolean {
  return (a.isContent && b.isContent) || a.kind === b.kind;
}
