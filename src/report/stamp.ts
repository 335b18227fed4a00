import { MONTHS, UPDATE_WORDS, WEEKDAYS, ZONE_INITIALS, ZONES } from "../lang/en/calendar.ts";

/** What a live report writes over or before what it adds: "Update at 7:05 p.m. ET.", "UPDATE 3:", "9 p.m. –". */
export interface Stamp {
  /** Length in UTF-16 code units, without the white space behind. */
  readonly length: number;
  /** Whether it says that the words behind were added; a bare time may be that of what they tell. */
  readonly isUpdate: boolean;
  /** The words behind it, without white space around. */
  readonly rest: string;
}

/** A stamp is no longer than this. */
const LONGEST = 80;
/** A heading behind a stamp is no longer than this. */
const LONGEST_HEADING = 120;
/** What every stamp begins with. */
const START = new RegExp(`^[^\\p{L}\\p{N}]{0,4}(?:\\d|${[...UPDATE_WORDS].join("|")})`, "iu");
/** A number, a time or a date: "7", "7:05", "705pm", "6th", "5/2/2016". */
const NUMBER = /^(?:\d{1,4}(?::\d{2})?(?:[ap]m|st|nd|rd|th)?|\d{1,2}\/\d{1,2}\/\d{4})$/u;
/** A time of the clock that needs no zone behind it. */
const CLOCK = /^\d{1,4}(?::\d{2})?[ap]m$/u;
/** The number of an update. */
const ROMAN = /^[ivx]{1,4}$/u;
/** Words that a heading in capitals writes with one; short ones such as "of" it need not. */
const LONG_WORD = /(?<![\p{L}'’])\p{L}[\p{L}'’]{3,}/gu;
/** The same where a full stop is behind and more is asked for, as that could be a sentence. */
const WORD = /(?<![\p{L}'’])\p{L}[\p{L}'’]+/gu;

/**
 * The stamp at the start of a paragraph, or null: a time of the clock, or a word such as "update" with a time, or with a
 * colon or dash behind. Looks at no more than the first 80 code units.
 */
export function findStamp(paragraph: string): Stamp | null {
  if (!START.test(paragraph)) return null;
  const from = paragraph.search(/[\p{L}\p{N}]/u);
  const words: string[] = [];
  let length = 0;
  let isParted = false;
  for (const { 0: token, index } of paragraph.slice(from, LONGEST).matchAll(/\S+/gu)) {
    const word = token.toLowerCase().replace(/[^\p{L}\p{N}:/]|:$/gu, "");
    if (isParted || (word !== "" && !isStampWord(word, words))) break;
    words.push(word);
    length = from + index + token.length;
    isParted = word === "" || isEnd(token, word);
  }
  const isUpdate = UPDATE_WORDS.has(words[0] ?? "");
  return isTimed(words) || (isUpdate && isParted) ? { length, isUpdate, rest: paragraph.slice(length).trim() } : null;
}

/**
 * Length of the stamp that only says when the sentence behind it was added, or null where the words behind are none or the
 * stamp opens a bracket that they close. A bare time stays with its sentence, as it may be when that happened.
 */
export function findUpdate(paragraph: string): number | null {
  const stamp = findStamp(paragraph);
  if (!stamp?.isUpdate || !/^["“‘']?[\p{Lu}\p{N}]/u.test(stamp.rest)) return null;
  const words = paragraph.slice(0, stamp.length);
  return /[([]/u.test(words) === /[)\]]/u.test(words) ? stamp.length : null;
}

/** Whether a line is a stamp and a heading: all its longer words have a capital, before a full stop all of its words. */
export function isStampedHeading(line: string): boolean {
  const rest = findStamp(line)?.rest;
  if (rest === undefined || rest.length > LONGEST_HEADING || !/\p{Ll}/u.test(rest)) return false;
  const words = rest.match(rest.endsWith(".") ? WORD : LONG_WORD) ?? [];
  return words.length > 0 && words.every((word) => /^\p{Lu}/u.test(word));
}

/** Whether a word, lower case and without its marks, can go on a stamp of `words`. */
function isStampWord(word: string, words: readonly string[]): boolean {
  if (words.length === 0) return UPDATE_WORDS.has(word) || NUMBER.test(word);
  if (words.length === 1 && UPDATE_WORDS.has(words[0]!) && ROMAN.test(word)) return true;
  if (/^(?:at|on)$/u.test(word)) return !isTimed(words);
  return (
    NUMBER.test(word) ||
    /^[ap]m$|^noon$|^midnight$/u.test(word) ||
    isZone(word) ||
    MONTHS.has(word) ||
    WEEKDAYS.has(word)
  );
}

function isTimed(words: readonly string[]): boolean {
  return words.some((word, i) => {
    if (CLOCK.test(word)) return true;
    const isTime = NUMBER.test(word) || word === "noon" || word === "midnight";
    const next = words[i + 1] ?? "";
    return isTime && (/^[ap]m$/u.test(next) || isZone(next));
  });
}

function isZone(word: string): boolean {
  return ZONES.has(word) || ZONE_INITIALS.has(word);
}

/** Whether a token ends its stamp: a colon does, and a point that belongs to no short form. */
function isEnd(token: string, word: string): boolean {
  return (
    token.endsWith(":") ||
    (/\.[)\]]?$/u.test(token) && !/[ap]m$/u.test(word) && !MONTHS.has(word) && !WEEKDAYS.has(word))
  );
}
