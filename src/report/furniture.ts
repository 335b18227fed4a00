import { BYLINE_STARTS, STAFF_WORDS } from "../lang/en/bylines.ts";
import {
  CAPTION_STARTS,
  CREDIT_ENDS,
  FORM_PHRASES,
  FURNITURE_LINES,
  FURNITURE_STARTS,
  LINK_HEADINGS,
  LINK_LABELS,
  NOTICE_OBJECTS,
  NOTICE_PHRASES,
  NOTICE_VERBS,
  PICTURE_AGENCIES,
} from "../lang/en/furniture.ts";
import { findStamp } from "./stamp.ts";

/** A link or a notice is no longer than this, in UTF-16 code units; what is longer is a paragraph whatever it begins with. */
const LONGEST_NOTICE = 200;
/** Longest heading over links. */
const LONGEST_LABEL = 60;
/** A plea to subscribe may be longer. */
const LONGEST_PLEA = 300;
/** How far from its ends the words of a form are looked for; between them may be a list of all countries. */
const FORM_EDGE = 300;
/** Longest caption, and longest that ends in a photographer's name and an agency: these tell the news again. */
const LONGEST_CAPTION = 400;
const LONGEST_SIGNED = 600;
/** Longest credit at the end of a caption. */
const LONGEST_CREDIT = 90;
/** Marks and arrows before the words of a line, and behind them. */
const BEFORE = /^[^\p{L}\p{N}©(]+/u;
const BEHIND = /[^\p{L}\p{N})]+$/u;
/** No more marks than this are taken off the end, so that a line of marks is not searched from each of them. */
const MOST_BEHIND = 16;
/** "Photograph: Ana Ruiz/AFP" at the end of a caption. */
const CREDIT = /\b(?:photograph|photo|picture|image|illustration|credit)s?(?: by|:| courtesy)\s+[^.!?]{2,80}$/iu;
/** The last words behind a slash, bracket, dash or "via". */
const LAST_WORDS = /(?:[/([|–—]|\bvia\b)\s*([\p{L} -]{2,25})[\])]?\.?$/u;
/** Words of a picture agency with a slash behind: "REUTERS/Ana Ruiz". */
const FIRST_CREDIT = /(?:^|[\s([])([\p{L} -]{2,20})\/\s?\p{Lu}[^/]{1,60}$/u;

/** "FILE - In this May 3, 2016, file photo, …": an agency's caption of an old picture, of any length. */
const FILED = /^FILE\s?[-–—]{1,2}\s?\p{Lu}/u;
/** The button before or behind each caption of a gallery, however many captions follow: "Hide Caption 3 of 10". */
const GALLERY = /^[Hh]ide [Cc]aption \S|\b[Hh]ide [Cc]aption \d+ of \d+\b/u;
/** "(Ana Ruiz/Associated Press)" at the end of a caption: a name, a slash and a house in brackets. */
const BRACKETED = /\(\p{Lu}[\p{L}.'’ -]{2,40}\/\s?\p{Lu}[\p{L}.&'’ -]{1,40}\)\.?$/u;
/** "The harbour at noon. | AP Photo Ferry burns": a caption with its agency behind a bar, and the title again. */
const BARRED = /[.!?]["”’]? \| (\p{L}+)/u;
/** An invitation to look elsewhere, with the address: "For more coverage: https://…". */
const POINTER = /^(?:for more|follow|more|online|on the net|visit)\b.*(?:https?:\/\/|\bwww\.|@\w)/u;

/** "( Also on The Post: …)": a link in brackets, behind its label and, at most, a name. */
const BRACKETED_LINK = new RegExp(`^\\(\\s*(?:${LINK_LABELS.join("|")})(?: [\\p{L}.'’]+){0,3}:[^()]+\\)$`, "iu");

/** Behind "Updated at 8:02 a.m.": "to add what the mayor said". */
const UPDATE_AIM = /^to \p{Ll}/u;

/** "Will the harbour open? Vote now in our poll". */
const POLL = /\?\s+vote (?:now|here|in \p{L}[\p{L} ]*poll)\b[^.?"“”]*$/iu;

/** The button of an audio player behind its title, with the time it takes: "The pier and the storm Listen · 3:03 3:03". */
const PLAYER = /[\p{L}\p{N}]\s+Listen(?:\s?[·•]?\s?\d{1,2}:\d\d(?:\s+\d{1,2}:\d\d)?)?$/u;

/** The links over a post from elsewhere and under it, for those who hear the page read: "Skip Twitter post by @anaruiz", folded. */
const EMBED = /^(?:skip|end of) (?:twitter|facebook|instagram|youtube) (?:post|video)(?: \d+)? by \S+(?: \S+){0,4}$/u;

/** "MORE FROM HARBOR.ORG:", "Opinion:The pier must go": a heading over links, and a link. */
const LINKS = /^(?:more from (?:\S+ ){0,3}\S+:|opinion:\S.*)$/iu;

/** Words of a line for looking up in a table: lower case, straight apostrophes, one space, no marks at the ends. */
function foldLine(line: string): string {
  const behind = BEHIND.exec(line.slice(-MOST_BEHIND))?.[0].length ?? 0;
  const bare = line.slice(0, line.length - behind).replace(BEFORE, "");
  return bare.replace(/\s+/gu, " ").replace(/[’‘]/gu, "'").toLowerCase();
}

/**
 * Whether a line is by its own words no part of a report: a button, a notice, a label of the page, a link to another
 * report, a time of the clock and nothing else. Never so for a line longer than a notice that is no form, nor for one that quotes somebody, unless it begins with a label such
 * as "Read more:".
 */
export function isFurniture(line: string): boolean {
  if (isForm(line)) return true;
  if (line.length > LONGEST_PLEA) return false;
  const folded = foldLine(line);
  if (isPlea(folded)) return true;
  if (line.length > LONGEST_NOTICE) return false;
  const stamp = findStamp(line);
  if (stamp && (isFurniture(stamp.rest) || (stamp.isUpdate && UPDATE_AIM.test(stamp.rest)))) return true;
  if (folded.endsWith(" read more") && !/[.!?]/u.test(folded)) return true; // a teaser: a title and the words of its link
  if (folded === "" || FURNITURE_LINES.has(folded) || LINK_HEADINGS.has(folded)) return true;
  if (EMBED.test(folded)) return true;
  if (/^\d+ (?:comments?|shares?|views?|min(?:ute)?s? read)$/u.test(folded)) return true;
  if (BRACKETED_LINK.test(line) || POLL.test(line) || PLAYER.test(line) || LINKS.test(line)) return true;
  if (POINTER.test(folded) && !/["“”]/u.test(line)) return true;
  const bare = folded.startsWith("(") && folded.endsWith(")") ? folded.slice(1) : folded;
  const start = FURNITURE_STARTS.find((s) => bare.startsWith(s));
  return start !== undefined && (start.endsWith(":") || !/["“”]/u.test(line));
}

/** Whether a folded line asks its reader to subscribe or to click. A line with quoted words in it does not. */
function isPlea(folded: string): boolean {
  if (/["“”]/u.test(folded)) return false;
  if (NOTICE_PHRASES.some((phrase) => folded.includes(phrase))) return true;
  return NOTICE_VERBS.some((verb) => folded.includes(verb)) && NOTICE_OBJECTS.some((object) => folded.includes(object));
}

/** Whether a line is the form of a newsletter from end to end. One with quoted words in it is not. */
function isForm(line: string): boolean {
  const tail = findForm(line.slice(-FORM_EDGE));
  if (tail.length === 0 || /["“”]/u.test(line)) return false;
  const head = findForm(line.slice(0, FORM_EDGE));
  return head.length > 0 && new Set([...head, ...tail]).size > 1;
}

function findForm(words: string): string[] {
  const lower = words.toLowerCase().replaceAll("’", "'");
  return FORM_PHRASES.filter((phrase) => lower.includes(phrase));
}

/** Whether only links to other reports stand under this line. */
export function isLinkHeading(line: string): boolean {
  return line.length <= LONGEST_LABEL && LINK_HEADINGS.has(foldLine(line));
}

/** Whether a line is a caption: it begins as one, ends in a picture's credit or is a gallery's. */
export function isCaption(line: string): boolean {
  if (FILED.test(line) || GALLERY.test(line)) return true;
  if (line.length > LONGEST_SIGNED) return false;
  const end = line.slice(-LONGEST_CREDIT);
  if (BRACKETED.test(end)) return true;
  if (line.length > LONGEST_CAPTION) return false;
  const folded = foldLine(line);
  if (CAPTION_STARTS.some((start) => folded.startsWith(start)) || CREDIT.test(line)) return true;
  if (isPictureAgency(BARRED.exec(line)?.[1])) return true;
  return isPictureAgency(LAST_WORDS.exec(end)?.[1]) || isPictureAgency(FIRST_CREDIT.exec(end)?.[1]);
}

/** Whether a line says who wrote the report: "By Ana Ruiz in Lisbon". A sentence that begins with "By" is none. */
export function isByline(line: string): boolean {
  if (line.length > LONGEST_NOTICE) return false;
  const folded = line.toLowerCase().replace(/^\(/, ""); // agencies close with "(Reporting by …)"
  const start = BYLINE_STARTS.find((s) => folded.startsWith(s));
  if (start === undefined) return CREDIT_ENDS.some((end) => foldLine(line).endsWith(end));
  if (start !== "by ") return true;
  if (STAFF_WORDS.some((words) => foldLine(line).endsWith(` ${words}`)) && folded.split(" ").length <= 6) return true;
  return line.length <= 100 && /^[Bb][Yy]\s+\p{Lu}/u.test(line) && !/[.!?:]["”’]?$|, \p{Ll}/u.test(line);
}

function isPictureAgency(words: string | undefined): boolean {
  return words !== undefined && PICTURE_AGENCIES.has(words.trim().toLowerCase());
}
