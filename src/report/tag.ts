import { AGENCIES, AGENCY_WORDS } from "../lang/en/agencies.ts";
import { LABELS } from "../lang/en/furniture.ts";
import { DATE_WORDS, MONTHS, WEEKDAYS, ZONES } from "../lang/en/months.ts";

/** What stands in front of the first sentence: where, when and for whom it was written. */
export interface Tag {
  readonly kind: "dateline" | "agency";
  /** Length in UTF-16 code units, without the white space behind. */
  readonly length: number;
  /** The agency's full name where the tag has it beside the initials, "Harbour News Agency (HNA):"; else null. */
  readonly agency: string | null;
}

/** A tag is no longer than this. */
const LONGEST = 120;
/** "(Reuters) -", "(AVA)", "[dpa]": initials or a name in brackets with what parts them from the text. */
const BRACKETED = /^[([]([\p{L}][\p{L}\p{N} ./&'’-]{0,40})[)\]](?:\s*[-–—:|]+|\.)?(?=\s|\p{Lu}|["“‘])/u;
/** "Harbour News Agency (HNA):" */
const NAMED = /^((?:\p{Lu}[\p{L}’'-]*\s+(?:(?:of|the|for|and)\s+)?){1,6})\((\p{Lu}[\p{L}]{1,7})\)\s*[-–—:]+(?=\s)/u;
/** The place of a dateline in capitals, "NEW YORK" or "ST. JOHN'S". */
const CAPITALS = /^\p{Lu}[\p{Lu}.’'-]*\p{Lu}\.?(?:[ /-]\p{Lu}[\p{Lu}.’'-]*){0,3}/u;
/** The place of a dateline in small letters, "New York". */
const NAME = /^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){0,2}/u;
/** A further part of a dateline behind a comma: a country, a state, a day. */
const PART = /^,?\s+(?:\p{Lu}\p{L}{2,8}\.? \d{1,2}|\d{4}|\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+){0,2})(?=[,\s]|$)/u;
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
  return findAgency(head, first) ?? findDateline(head, first);
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
  const words = line.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
  const isTime = words.some((word) => MONTHS.has(word)) || /\d{1,4}[-./]\d{1,2}[-./]\d{1,4}/u.test(line);
  return isTime && words.every(isDateWord);
}

function isDateWord(word: string): boolean {
  return /^\d{1,4}$/u.test(word) || [MONTHS, WEEKDAYS, ZONES, DATE_WORDS].some((table) => table.has(word));
}

function findAgency(head: string, first: boolean): Tag | null {
  const bracketed = BRACKETED.exec(head);
  if (bracketed && (isAgency(bracketed[1]!) || (first && /^\p{Lu}{2,6}$/u.test(bracketed[1]!))))
    return { kind: "agency", length: bracketed[0].length, agency: null };
  const named = NAMED.exec(head);
  if (named && (isAgency(named[1]!) || (first && hasInitials(named[1]!, named[2]!))))
    return { kind: "agency", length: named[0].length, agency: named[1]!.trim() };
  return null;
}

function findDateline(head: string, first: boolean): Tag | null {
  const place = CAPITALS.exec(head) ?? NAME.exec(head);
  if (!place) return null;
  let at = place[0].length;
  for (let part = PART.exec(head.slice(at)); part; part = PART.exec(head.slice(at))) at += part[0].length;
  const bracketed = BRACKETED.exec(head.slice(at).trimStart());
  const signed = bracketed && (isAgency(bracketed[1]!) || /^\p{Lu}{2,6}$/u.test(bracketed[1]!)) ? bracketed : null;
  if (signed) {
    at = head.indexOf(signed[0], at) + signed[0].length;
    if (!/[-–—:|.]$/u.test(signed[0])) return null;
  } else {
    const dash = DASH.exec(head.slice(at));
    if (!dash || !first || !CAPITALS.test(head) || LABELS.has(place[0].replaceAll("’", "'").toLowerCase())) return null;
    at += dash[0].length;
  }
  return { kind: "dateline", length: at, agency: null };
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
