import { scanWords } from "../text/scan.ts";
import type { StoryReport } from "./story.ts";
import { findTerm, hashPair, type Vocabulary } from "./vocabulary.ts";

/** Words of a text that are looked at: what happened stands in the first ones, and background behind them. */
const MOST_WORDS = 300;
/** Words of it that count as the lead. */
const LEAD = 60;
/** Two words in a row are kept if they have this many bits in news at large. */
const FEWEST_BITS = 6;
/** Days that a date without a clock and zone covers, and some more. */
export const DATE_WIDTH = 3;
const DAY = 86_400_000;
/** Places beyond are not kept: 16 bits. In the first 300 words there are none, but for a table or a long gap. */
const FARTHEST = 65_535;

/** What is kept of one report: about 4 KB, whatever its length. */
export interface Digest {
  readonly id: string;
  /** Days since the epoch between which it was published; null where that is not known exactly enough. */
  readonly days: { readonly from: number; readonly to: number } | null;
  readonly words: Words;
  readonly pairs: Pairs;
}

/** The stems in a report, by rising number. */
export interface Words {
  /** Numbers of the vocabulary. */
  readonly ids: Int32Array;
  /** How often in the lead, in the text behind it, in the title, and as a name: four numbers a stem. */
  readonly counts: Uint8Array;
  /** First place in the text, or, where it is not there, in the title: from and to. Two numbers a stem; 0 and 0 if too far off. */
  readonly places: Uint16Array;
}

/** Two stems in a row, by rising hash. */
export interface Pairs {
  readonly hashes: Uint32Array;
  /** Which of the words the two are: two numbers a pair. */
  readonly parts: Uint16Array;
  /** As those of the words. */
  readonly places: Uint16Array;
  /** `IN_TITLE` where it stands in the title alone, `QUOTED` where it stands within quotation marks. */
  readonly marks: Uint8Array;
}

export const IN_TITLE = 1;
export const QUOTED = 2;

/** Columns of `Words.counts`. */
export const COLUMNS = { lead: 0, rest: 1, title: 2, name: 3 } as const;

interface Draft {
  readonly counts: number[];
  readonly from: number;
  readonly to: number;
}

interface PairDraft {
  readonly first: number;
  readonly second: number;
  readonly from: number;
  readonly to: number;
  readonly mark: number;
}

interface Drafts {
  readonly words: Map<number, Draft>;
  readonly pairs: Map<number, PairDraft>;
}

/** One of the two texts of a report, from where it is looked at. */
interface Field {
  readonly text: string;
  readonly start: number;
  readonly isTitle: boolean;
  /** Whether a reader can be shown places in it. */
  readonly isShown: boolean;
}

/** Takes one report in and counts its stems. `window` is in days: a date less exact than that counts as none. */
export function digestReport(report: StoryReport, vocabulary: Vocabulary, window: number): Digest {
  const drafts: Drafts = { words: new Map(), pairs: new Map() };
  const title = report.title ?? "";
  const slug = title === "" ? readSlug(report.url) : "";
  // The text of a whole file begins with its title.
  const start = title !== "" && report.text.startsWith(title) ? title.length : 0;
  readField({ text: blankLinks(report.text), start, isTitle: false, isShown: true }, drafts, vocabulary);
  readField({ text: title || slug, start: 0, isTitle: true, isShown: title !== "" }, drafts, vocabulary);
  for (const id of drafts.words.keys()) vocabulary.terms[id]!.count++;
  const words = packWords(drafts.words);
  return { id: report.id, days: readDays(report, window), words, pairs: packPairs(drafts.pairs, words.ids) };
}

/** A line that leads to another report, whose words are not this one's. */
const LINK = /^.*\b[Rr]ead more$/gmu;

/** The text with such lines blank, places as before. */
function blankLinks(text: string): string {
  return /\bread more$/imu.test(text) ? text.replace(LINK, (line) => " ".repeat(line.length)) : text;
}

function readField({ text, start, isTitle, isShown }: Field, { words, pairs }: Drafts, vocabulary: Vocabulary): void {
  const found = scanWords(start === 0 ? text : text.slice(start), MOST_WORDS);
  const place = (from: number, to: number) => (isShown ? { from, to } : { from: 0, to: 0 });
  let before = -1;
  let isQuoted = false;
  for (let at = 0; at < found.length; at += 2) {
    const [from, to] = [found[at]! + start, found[at + 1]! + start];
    const id = findTerm(text.slice(from, to), vocabulary);
    const column = isTitle ? COLUMNS.title : at < 2 * LEAD ? COLUMNS.lead : COLUMNS.rest;
    const { counts } = getOrMake(words, id, () => ({ counts: [0, 0, 0, 0], ...place(from, to) }));
    counts[column]!++;
    if (!isTitle && isNameAt(text, from)) counts[COLUMNS.name]!++;
    const wasQuoted = isQuoted;
    isQuoted = isQuotedAt(text, at === 0 ? start : found[at - 1]! + start, from, wasQuoted);
    if (before >= 0 && isTelling(before, id, vocabulary)) {
      const hash = hashPair(vocabulary.terms[before]!, vocabulary.terms[id]!);
      const [first, second] = [before, id];
      const mark = isTitle ? IN_TITLE : isQuoted && wasQuoted ? QUOTED : 0;
      getOrMake(pairs, hash, () => ({ first, second, mark, ...place(found[at - 2]! + start, to) }));
    }
    before = id;
  }
}

/** Whether `to` is within quotation marks, by what stands before it from `from` on. No quotation goes on behind the end of a line. */
function isQuotedAt(text: string, from: number, to: number, wasQuoted: boolean): boolean {
  let isQuoted = wasQuoted;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) isQuoted = !isQuoted;
    else if (unit === 0x201c) isQuoted = true;
    else if (unit === 0x201d || unit === 10) isQuoted = false;
  }
  return isQuoted;
}

/** The words in the last part of an address that has three or more, without those that have figures in them; "" if none has. */
function readSlug(url: string | null): string {
  const path = /^https?:\/\/[^/?#]+([^?#]*)/iu.exec(url ?? "")?.[1] ?? "";
  const parts = path.split("/").map((part) => part.split(/[-_.+]/u).filter((word) => /^\p{L}+$/u.test(word)));
  return parts.findLast((words) => words.length >= 3)?.join(" ") ?? "";
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

function isTelling(first: number, second: number, { terms }: Vocabulary): boolean {
  return terms[first]!.bits + terms[second]!.bits >= FEWEST_BITS;
}

/** Whether the word at `from` has a capital that no sentence or quotation begins with. */
function isNameAt(text: string, from: number): boolean {
  const unit = text.charCodeAt(from);
  if (unit < 128 ? unit < 65 || unit > 90 : !/\p{Lu}/u.test(text[from]!)) return false;
  let before = from - 1;
  while (before >= 0 && text.charCodeAt(before) === 32) before--;
  return before >= 0 && !/[.!?:\n"“‘]/u.test(text[before]!);
}

function packWords(drafts: ReadonlyMap<number, Draft>): Words {
  const ids = Int32Array.from(drafts.keys()).sort();
  const counts = new Uint8Array(4 * ids.length);
  const places = new Uint16Array(2 * ids.length);
  for (const [at, id] of ids.entries()) {
    const draft = drafts.get(id)!;
    for (let column = 0; column < 4; column++) counts[4 * at + column] = Math.min(255, draft.counts[column]!);
    setPlace(places, at, draft);
  }
  return { ids, counts, places };
}

function packPairs(drafts: ReadonlyMap<number, PairDraft>, ids: Int32Array): Pairs {
  const numbers = new Map<number, number>();
  for (const [at, id] of ids.entries()) numbers.set(id, at);
  const hashes = Uint32Array.from(drafts.keys()).sort();
  const parts = new Uint16Array(2 * hashes.length);
  const places = new Uint16Array(2 * hashes.length);
  const marks = new Uint8Array(hashes.length);
  for (const [at, hash] of hashes.entries()) {
    const draft = drafts.get(hash)!;
    parts[2 * at] = numbers.get(draft.first)!;
    parts[2 * at + 1] = numbers.get(draft.second)!;
    marks[at] = draft.mark;
    setPlace(places, at, draft);
  }
  return { hashes, parts, places, marks };
}

function setPlace(places: Uint16Array, at: number, { from, to }: { readonly from: number; readonly to: number }): void {
  if (to > FARTHEST) return;
  places[2 * at] = from;
  places[2 * at + 1] = to;
}

function readDays({ published }: StoryReport, window: number): Digest["days"] {
  if (published === null) return null;
  const days = { from: Date.parse(published.from) / DAY, to: Date.parse(published.to) / DAY };
  return days.to - days.from > Math.max(window, DATE_WIDTH) ? null : days;
}
