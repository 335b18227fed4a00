import { alignEnds, type Column, findChain, type Link, measureAnswer, type Worth, weighPair } from "./align.ts";
import { hasLikeness, type Known, type KnownRows } from "./alike.ts";
import { findAnchors, findRuns, numberWords } from "./anchor.ts";
import { makeCountShared } from "./gram.ts";
import { hasInitials } from "./initials.ts";
import { know, linkWords, type WordLink } from "./link.ts";
import type { Word } from "./word.ts";

/** Two words of different witnesses that answer each other. */
export type Bond = readonly [Word, Word];

/** How a witness stands to the columns before it. */
export interface Aligned {
  readonly links: readonly Link[];
  readonly bonds: readonly Bond[];
  readonly exact: boolean;
}

/** A stretch of columns and the words that stand between the same anchors. */
interface Gap {
  readonly columns: readonly Column[];
  readonly words: readonly Word[];
}

/** The links of gaps met before, by their words: what one witness has alone, all others meet with the same words. */
export type KnownLinks = Map<string, readonly WordLink[]>;

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
 * first. `known`: one for all witnesses of a table. Time is that of the gaps, each the product of its columns and words.
 */
export function alignWitness(
  columns: readonly Column[],
  words: readonly Word[],
  guides: readonly number[],
  known: KnownLinks = new Map(),
): Aligned {
  const links: Link[] = [];
  const bonds: Bond[] = [];
  let exact = true;
  let [column, word] = [0, 0];
  const fixed = findFixed(columns, words, guides);
  const isEnough = fixed.length > 0 || isNear(columns, words, guides);
  const asked = isEnough ? guides.slice(0, 1) : guides; // the others have little to add where one is near
  for (let k = 0; k <= fixed.length; k++) {
    const next = k < fixed.length ? fixed[k]! : ([columns.length, words.length] as const);
    if (next[0] > column && next[1] > word) {
      const gap = { columns: columns.slice(column, next[0]), words: words.slice(word, next[1]) };
      const aligned = alignGap(gap, asked, known);
      for (const link of aligned.links) links.push([column + link[0], word + link[1]]);
      bonds.push(...aligned.bonds);
      exact &&= aligned.exact;
    }
    if (k < fixed.length) links.push(next);
    column = next[0] + 1;
    word = next[1] + 1;
  }
  return { links, bonds, exact };
}

/** Anchors between the words and the nearest witness, by the columns where that stands; none where little is to compare. */
function findFixed(columns: readonly Column[], words: readonly Word[], guides: readonly number[]): Link[] {
  const [guide] = guides;
  if (guide === undefined || columns.length * words.length <= SMALL) return [];
  const { places, own } = listOwn(columns, guide);
  return findAnchors(own, words).map((anchor): Link => [places[anchor[0]]!, anchor[1]]);
}

/** Runs so long tell that two wordings are near, where most words stand in such. */
const LEAST_RUN = 3;

/** Whether most of the words stand in runs that the nearest witness has too. */
function isNear(columns: readonly Column[], words: readonly Word[], [guide]: readonly number[]): boolean {
  if (guide === undefined) return false;
  const runs = findRuns(numberWords(listOwn(columns, guide).own, words)).filter(({ length }) => length >= LEAST_RUN);
  return 2 * runs.reduce((sum, { length }) => sum + length, 0) > words.length;
}

/** The words of one witness among columns, and where each stands. */
function listOwn(columns: readonly Column[], witness: number): { places: number[]; own: Word[] } {
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

function alignGap(gap: Gap, guides: readonly number[], known: KnownLinks): Aligned {
  const cells = gap.columns.length * gap.words.length;
  if (cells > MOST_CELLS) return { links: alignEnds(gap.columns, gap.words), bonds: [], exact: false };
  const worth = measureWorth(gap);
  const answers = cells > MOST_LINKED ? [] : addLinked(gap, guides, worth, known);
  const links = findChain(worth);
  const isLinked = ({ column, word }: Answer) => links.some((link) => link[0] === column && link[1] === word);
  return { links, bonds: answers.filter((answer) => !isLinked(answer)).map(({ bond }) => bond), exact: true };
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
  for (let i = 0, at = 0; i < columns.length; i++) {
    const distinct = listDistinct(columns[i]!);
    for (let j = 0; j < words.length; j++, at++) values[at] = measureAnswer(distinct, words[j]!);
  }
  return { rows: columns.length, width: words.length, values };
}

/** One of each word of a column, one at least. */
function listDistinct(column: Column): Word[] {
  const distinct: Word[] = [];
  let last: Word | null = null;
  for (const word of column) {
    if (word === null || word.fold === last?.fold) continue; // mostly all are the same
    if (!distinct.some((other) => other.fold === word.fold)) distinct.push(word);
    last = word;
  }
  return distinct;
}

/**
 * Adds what was learned: a pair that is linked in any guide's wording is worth what its words tell, as surely as it is linked.
 * Pairs that only their neighbors speak for are left out: words that nothing answers, where the other has such, are one place anyway.
 */
function addLinked(
  { columns, words }: Gap,
  guides: readonly number[],
  { width, values }: Worth,
  known: KnownLinks,
): Answer[] {
  const answers: Answer[] = [];
  const seen = new Set<string>();
  for (const guide of guides) {
    const { places, own } = listOwn(columns, guide);
    const key = own.map((word) => word.fold).join(" ");
    if (own.length * words.length <= 1 || seen.has(key)) continue; // one word for another is one place in any case
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
function isTelling(own: readonly Word[], words: readonly Word[], { a: left, b: right }: KnownRows): boolean {
  const countShared = makeCountShared(right, [...right.keys()]);
  const has = (side: readonly Word[], { fold }: Word) => side.some((word) => word.fold === fold);
  let last = -1;
  for (let i = 0; i < own.length; i++) {
    const x = own[i]!;
    const shared = countShared(left[i]!);
    for (let j = 0; j < words.length; j++) {
      const y = words[j]!;
      if (x.fold === y.fold) {
        if (!x.content) continue;
        if (j <= last) return true;
        last = j;
      } else if (isKin(left[i]!, right[j]!) && hasLikeness(left[i]!, right[j]!, shared[j]!)) {
        if (!has(words, x) || !has(own, y)) return true;
      }
    }
  }
  return hasInitials(own, words);
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
