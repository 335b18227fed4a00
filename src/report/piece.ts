import type { Span } from "../text/span.ts";
import type { BlockKind } from "./report.ts";

/** A paragraph or line on its way to become a block. `kind` is null while nothing has told what it is. */
export interface Piece extends Span {
  readonly kind: BlockKind | null;
}

/** Ends of a sentence, with the closing marks behind; a run of points stands for words left out and ends one too. */
const STOP = /(?:[.!?…。！？؟।]|[.!?…,。！？؟।]["”’»)\]」』]|["”]\.?)["”’»)\]」』]{0,3}$/u;
/** An initialism at the end of a headline is no stop: "Talks move to the U.S." */
const INITIALISM = /(?:^|\s)(?:\p{Lu}\.){2,5}$/u;
/** Ends that a headline may have though a sentence has them: a question, a call, quoted words without a stop of their own. */
const OPEN_END = /[?!]$|[^\s.,!?…][”’"]$/u;
/** Two to four names, each with a capital: a byline without "By". */
const NAMES = /^\p{Lu}[\p{L}.’'-]+(?:\s\p{Lu}[\p{L}.’'-]*){1,3}$/u;
/** What joins two such bylines, and the house behind the last: "Ana Ruiz and Ben Roe / HARBOR TIMES". */
const JOINT = /,? and |, /u;
const HOUSE = /\s?[/|]\s?\p{Lu}[\p{L} .]{1,30}$/u;

/** Whether the words end as a sentence does. Looks at the last 12 code units. */
export function isStopped(words: string): boolean {
  const end = words.slice(-12);
  return STOP.test(end) && !INITIALISM.test(end);
}

/** Whether the words could be a headline: 2 to 30 words on at most 200 code units, no full stop, comma or colon at the end. */
export function isTitleLike(words: string): boolean {
  if (words.length > 200 || !/\p{L}/u.test(words) || /[,;:–—-]$/u.test(words)) return false;
  const count = words.split(/\s+/u).length;
  return count >= 2 && count <= 30 && (!isStopped(words) || OPEN_END.test(words.slice(-2)));
}

/** Whether the words could be a heading between paragraphs: short, a capital or digit first, no mark at the end. */
export function isHeadingLike(words: string): boolean {
  return (
    words.length <= 90 &&
    /^[\p{Lu}\p{N}]/u.test(words) &&
    /[\p{L}\p{N})%]$/u.test(words) &&
    words.split(/\s+/u).length <= 14
  );
}

/** Whether the words are two to four capitalised words and nothing else, or two or more times that, joined. */
export function isNames(words: string): boolean {
  if (words.length > 100) return false;
  return words
    .replace(HOUSE, "")
    .split(JOINT)
    .every((name) => name.length <= 60 && NAMES.test(name));
}

/** Whether the words are a label over a headline: up to three words in capitals, "WORLD NEWS". */
export function isKicker(words: string): boolean {
  return words.length <= 40 && !/\p{Ll}/u.test(words) && /\p{Lu}/u.test(words) && words.split(/\s+/u).length <= 3;
}
