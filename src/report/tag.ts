import { AGENCIES, AGENCY_WORDS } from "../lang/en/agencies.ts";
import { DATE_WORDS, MONTHS, WEEKDAYS, ZONES } from "../lang/en/calendar.ts";
import { LABELS } from "../lang/en/furniture.ts";
import { findUpdate } from "./stamp.ts";

/** What stands in front of the first sentence: where, when and for whom it was written, or that it was added later. */
export interface Tag {
  readonly kind: "dateline" | "agency" | "furniture";
  /** Length in UTF-16 code units, without the white space behind. */
  readonly length: number;
  /** The agency's full name where the tag has it beside the initials, "Harbour News Agency (HNA):"; else null. */
  readonly agency: string | null;
}

/** A tag is no longer than this. */
const LONGEST = 120;
/** "(Reuters) -", "(AVA)", "[dpa]": initials or a name in brackets with what parts them from the text. */
const BRACKETED = /^[([]([\p{L}][\p{L}\p{N} ./&'’-]{0,40})[)\]](?:\s*[-–—:|]+|\.)?(?=\s|\p{Lu}|["“‘])/u;
/** "(HNA):" behind the name of the agency. */
const INITIALS = /^\((\p{Lu}\p{L}{1,7})\)\s*[-–—:]+(?=\s)/u;
/** A small word in the name of an agency. */
const LINK_WORD = /^(?:of|the|for|and)$/u;
/*
 * Datelines. Capitals by the list of those that Western European languages have: an engine takes ten times as long to make
 * ready a class by property, which a first report of a run would wait for.
 */
/** The place in capitals, "NEW YORK" or "ST. JOHN'S". */
const CAPITALS = /^[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.’'-]*[A-ZÀ-ÖØ-Þ]\.?(?:[ /-][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.’'-]*){0,3}/;
/** The place in small letters, "New York". */
const NAME = /^[A-ZÀ-ÖØ-Þ][^\s,()"“”]+(?: [A-ZÀ-ÖØ-Þ][^\s,()"“”]+){0,2}/;
/** A further part behind a comma: a country, a state, a day. */
const PART =
  /^,?\s+(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{4}|[A-ZÀ-ÖØ-Þ][^\s,()"“”]+(?: [A-ZÀ-ÖØ-Þ][^\s,()"“”]+){0,2})(?=[,\s]|$)/;
/** A name in capitals with a colon. */
const SPEECH = /^\p{Lu}[\p{Lu} .’'-]{1,40}:\s/u;
/** The dash or colon at the end of a dateline. */
const DASH = /^\s*(?:[-–—]{1,3}(?=\s|\p{Lu}|["“‘])|:(?=\s))/u;

/**
 * The tag at the start of a paragraph, or null. Looks at no more than its first 120 code units. `first` says that the
 * paragraph is one of the first two (a lead may stand above the tag): only there do a bare place ("KYIV —", "LONDON:") and
 * an agency that no list knows count, as further down they would be headings and names of bodies.
 */
export function findTag(paragraph: string, first: boolean): Tag | null {
  const head = paragraph.slice(0, LONGEST);
  return findAgency(head, first) ?? findAdded(head) ?? findDateline(head, first);
}

/** "Update at 7:05 p.m. ET:" in front of a sentence. */
function findAdded(head: string): Tag | null {
  const length = findUpdate(head);
  return length === null ? null : { kind: "furniture", length, agency: null };
}

/** Whether a paragraph opens as a speech in a transcript does: "ANA RUIZ: We saw smoke." */
export function isSpeech(paragraph: string): boolean {
  return SPEECH.test(paragraph);
}

/** Whether a whole line is nothing but an agency's signature: "(Reuters)", "AFP", "— dpa". */
export function isSignature(line: string): boolean {
  if (line.length > 60) return false;
  const names = line.replace(/^[\s([–—-]+|[\s)\].]+$/gu, "").toLowerCase();
  return names !== "" && names.split(/\s*[/,&]\s*/u).every((name) => AGENCIES.has(name));
}

/** Whether a line says nothing but when: "3 Dec 2024 - 16:12", "Published: Monday, May 4". Needs a digit and a month or a number date. */
export function isDateLine(line: string): boolean {
  if (line.length > LONGEST || !/\p{N}/u.test(line)) return false;
  if (!/\p{L}{3}|\d[-./]\d/u.test(line)) return false;
  const words =
    line
      .toLowerCase()
      .replace(/\b([ap])\.m\b/gu, "$1m")
      .match(/\p{L}+|\d+/gu) ?? [];
  const isTime = words.some((word) => MONTHS.has(word)) || /\d{1,4}[-./]\d{1,2}[-./]\d{1,4}/u.test(line);
  return isTime && words.every(isDateWord);
}

function isDateWord(word: string): boolean {
  return /^\d{1,4}$/u.test(word) || [MONTHS, WEEKDAYS, ZONES, DATE_WORDS].some((table) => table.has(word));
}

function findAgency(head: string, first: boolean): Tag | null {
  const bracketed = BRACKETED.exec(head);
  if (bracketed && (isAgency(bracketed[1]!) || (first && isInitials(bracketed[1]!))))
    return { kind: "agency", length: bracketed[0].length, agency: null };
  const open = head.indexOf("(");
  const initials = open > 0 ? INITIALS.exec(head.slice(open)) : null;
  const name = head.slice(0, Math.max(open, 0)).trim();
  if (!initials || !isName(name)) return null;
  const isKnown = isAgency(name) || (first && hasInitials(name, initials[1]!));
  return isKnown ? { kind: "agency", length: open + initials[0].length, agency: name } : null;
}

/** Whether the words are the name of a body: six at most, each with a capital but for "of" and the like. */
function isName(words: string): boolean {
  const parts = words.split(/\s+/u);
  return parts.length <= 6 && parts.every((part) => /^\p{Lu}/u.test(part) || LINK_WORD.test(part));
}

/** A place with its parts, then an agency in brackets and a dash; or, in capitals and `first`, a place and a dash. */
function findDateline(head: string, first: boolean): Tag | null {
  const isCapitals = CAPITALS.test(head);
  if (!isCapitals && !head.includes("(")) return null;
  const place = CAPITALS.exec(head) ?? NAME.exec(head);
  if (!place) return null;
  const from = findPartsEnd(head, place[0].length);
  const isPlace = isCapitals && first && !LABELS.has(place[0].replaceAll("’", "'").toLowerCase());
  const length = findSignedEnd(head, from, first) ?? (isPlace ? findDashEnd(head, from) : null);
  return length === null ? null : { kind: "dateline", length, agency: null };
}

/** Where country, state and day behind the place end. */
function findPartsEnd(head: string, from: number): number {
  let at = from;
  for (let part = PART.exec(head.slice(at)); part; part = PART.exec(head.slice(at))) at += part[0].length;
  return at;
}

/** Where "(Reuters) -" ends, or null if there is none. */
function findSignedEnd(head: string, from: number, first: boolean): number | null {
  const rest = head.slice(from).trimStart();
  const [signed, name] = BRACKETED.exec(rest) ?? [];
  if (signed === undefined || name === undefined || !/[-–—:|.]$/u.test(signed)) return null;
  return isAgency(name) || (first && isInitials(name)) ? head.length - rest.length + signed.length : null;
}

function findDashEnd(head: string, from: number): number | null {
  const dash = DASH.exec(head.slice(from));
  return dash && from + dash[0].length;
}

function isInitials(name: string): boolean {
  return /^\p{Lu}{2,6}$/u.test(name);
}

/** Whether `initials` are those of the capitalised words in `name`. */
function hasInitials(name: string, initials: string): boolean {
  return (name.match(/(?<!\p{L})\p{Lu}/gu) ?? []).join("") === initials.toUpperCase();
}

/** Whether the words name an agency, by the list or by a word such as "News Agency". */
function isAgency(words: string): boolean {
  const folded = words.trim().toLowerCase();
  if (AGENCIES.has(folded)) return true;
  const parts = folded.split(/[\s/]+/u);
  return parts.length > 1 && parts.some((part) => AGENCY_WORDS.has(part));
}
