import { CARRIED, CITING, HEARD, REPORTING, REPORTS, REQUESTS, SPEAKING, TELLING, WRITTEN } from "../lang/en/citing.ts";
import { ADVERBS, PREPOSITIONS, UNSAID } from "../lang/en/clause.ts";
import { MEDIA_NOUNS, OUTLET_KINDS } from "../lang/en/outlets.ts";
import { DAY_FELLOWS, DAYS } from "../lang/en/venues.ts";
import { dropPossessive } from "../text/fold.ts";
import { isAnyAdverb, type Range, readPhrase } from "./noun.ts";
import { type Outlet, readOutlet } from "./outlet.ts";
import type { Unit } from "./unit.ts";

/**
 * How a report says where its words come from. `told`: they were said to the outlet ("told the Financial Times", "in an
 * interview with CNN"). `written`: for it, by who is credited with them ("wrote for the Guardian", "in an op-ed in"). `reported`: the outlet had them ("Reuters reported", "first reported by", "a BBC investigation found").
 * `cited`: it is named as authority ("according to TASS", "citing", "via", "h/t"). `credit`: it signs the report or a part of it
 * ("(AP)", an agency in dateline or byline). `contribution`: something of the report, it does not say what, is the outlet's ("Reuters
 * contributed to this report"). `link`: an address.
 */
export type CitationKind = "told" | "written" | "reported" | "cited" | "credit" | "contribution" | "link";

/** A citation in a sentence; all numbers are places of units. */
export interface Citing extends Range {
  /** Null where the outlet is only spoken of. */
  readonly kind: CitationKind | null;
  readonly outlet: Outlet;
  /** Whom the outlet cites in turn. */
  readonly citing: Range | null;
}

/** Units between an outlet and its verb, or between an outlet's verb and "citing", at most. */
const NEAR = 6;
const FAR = 40;
/** Units of a list of outlets behind one of them, at most. */
const MANY = 24;

/** The outlets of a sentence, in order, each with how it is cited, if it is. Linear. */
export function findCitings(text: string, units: readonly Unit[]): Citing[] {
  const found: Citing[] = [];
  for (let i = 0; i < units.length; i++) {
    const outlet = readOutlet(text, units, i);
    if (outlet === null) continue;
    const citing = isOneOfMany(units, outlet)
      ? null
      : (readBefore(units, outlet) ?? readBehind(units, outlet) ?? readCredit(units, outlet, found.at(-1)?.outlet));
    found.push(citing ?? { kind: null, outlet, ...outlet.phrase, citing: null });
    i = outlet.phrase.to - 1;
  }
  return found;
}

/** "CNN, the AP, WBUR and others", "CNN, among other outlets": no one of them is the authority. */
function isOneOfMany(units: readonly Unit[], { phrase }: Outlet): boolean {
  if (!/^(?:,|and|or|among)$/.test(units[phrase.to]?.word ?? "")) return false;
  for (let i = phrase.to; i < Math.min(units.length, phrase.to + MANY); i++) {
    const { word, isCapital } = units[i]!;
    if (/^others?$/.test(word)) return word === "others" || isMedia(units, i + 1);
    if (!isCapital && !/^(?:,|and|or|the|among)$/.test(word)) return false;
  }
  return false;
}

/** Whether outlets are spoken of within a few words: "major news outlets". */
function isMedia(units: readonly Unit[], at: number): boolean {
  return units.slice(at, at + 3).some(({ word }) => MEDIA_NOUNS.has(word) || OUTLET_KINDS.has(word.replace(/s$/, "")));
}

/** What stands before: "told", "in an interview with", "first reported by", "according to", "citing". */
function readBefore(units: readonly Unit[], outlet: Outlet): Citing | null {
  const at = outlet.phrase.from;
  const word = (back: number): string => units[at - back]?.word ?? "";
  const to = outlet.phrase.to;
  const make = (kind: CitationKind, from: number): Citing => ({ kind, outlet, from, to, citing: null });
  if (TELLING.has(word(1))) return isUnsaid(units, at - 1) ? null : make("told", at - 1);
  if (word(1) === "to" && word(2) === "according")
    return { ...make("cited", at - 2), citing: readCited(units, outlet.phrase.to) };
  if (CITING.has(word(1)) && !isUnsaid(units, at - 1)) return citedBy(units, outlet, at - 1);
  if (word(1) === "to" && word(2) === "tip") return make("cited", at - 3);
  if (word(1) === "t" && word(2) === "/" && word(3) === "h") return make("cited", at - 3);
  if (word(1) === ":" && word(2) === "source") return make("credit", at - 2);
  if (/^(?:reported|reports|says|said|writes|wrote)$/.test(word(1)) && isInverted(units, at - 2, outlet))
    return make("reported", at - 1);
  return readPreposition(units, outlet);
}

/** "…," reported Reuters: an outlet by name that ends its clause, behind a comma or words in marks. */
function isInverted(units: readonly Unit[], before: number, { kind, phrase }: Outlet): boolean {
  const next = units[phrase.to];
  const isEnd = next === undefined || next.kind === "mark" || DAYS.has(next.word) || next.word === "on";
  return isEnd && kind !== "short" && (units[before]?.word === "," || units[before]?.kind === "run");
}

/** "citing Reuters"; in "the ministry, cited Reuters as saying" it is no one's words but the ministry's all the same. */
function citedBy(units: readonly Unit[], outlet: Outlet, from: number): Citing {
  return { kind: "cited", outlet, from, to: outlet.phrase.to, citing: readCitedIn(units, outlet.phrase.to) };
}

/** A preposition before the outlet, and what stands before that. */
function readPreposition(units: readonly Unit[], outlet: Outlet): Citing | null {
  const prep = outlet.phrase.from - 1;
  const link = units[prep]?.word ?? "";
  if (!/^(?:by|to|with|on|for|in|from|of|at|as)$/.test(link)) return null;
  const make = (kind: CitationKind, from: number): Citing => ({
    kind,
    outlet,
    from,
    to: outlet.phrase.to,
    citing: kind === "told" || kind === "written" ? null : readCited(units, outlet.phrase.to),
  });
  const before = skipBack(units, prep - 1);
  const word = units[before]?.word ?? "";
  if (link === "by" || /^(?:in|on)$/.test(link)) {
    if (/^(?:asked|interviewed)$/.test(word)) return link === "by" ? make("told", before) : null;
    if (CARRIED.has(word)) return make("reported", leadOf(units, before));
  }
  const noun = nounBefore(units, prep);
  if (noun !== null && isHeardIn(units, noun, link))
    return make(WRITTEN.has(units[noun]!.word) ? "written" : "told", noun);
  if (noun !== null && REPORTS.has(units[noun]!.word) && /^(?:by|in|from|on|of)$/.test(link))
    return make("reported", noun);
  if (SPEAKING.has(word) && /^(?:to|with|on|in|for)$/.test(link) && outlet.kind !== "unnamed")
    return make(/^w/.test(word) ? "written" : "told", before);
  return null;
}

/**
 * Whether such a noun says where words were said: "an article in the Guardian" only behind "in", for else the outlet reports in
 * it; "an article for the Guardian" always.
 */
function isHeardIn(units: readonly Unit[], noun: number, link: string): boolean {
  const { word } = units[noun]!;
  if (!HEARD.has(word) || !REPORTS.has(word) || link === "for") return HEARD.has(word);
  const before = units.slice(Math.max(0, noun - NEAR), noun);
  return before.findLast((unit) => unit.kind !== "word" || PREPOSITIONS.has(unit.word))?.word === "in";
}

/** "first reported", "as reported". */
function leadOf(units: readonly Unit[], at: number): number {
  let from = at;
  while (from > 0 && /^(?:first|as|originally|been|was|were|also)$/.test(units[from - 1]!.word)) from--;
  return from;
}

/** The noun that a preposition goes with: "an interview published Monday by", "a report on wages in". */
function nounBefore(units: readonly Unit[], prep: number): number | null {
  for (let i = prep - 1; i >= Math.max(0, prep - 4); i--) {
    const unit = units[i]!;
    if (unit.kind !== "word" || REQUESTS.has(unit.word)) return null;
    if (HEARD.has(unit.word) || REPORTS.has(unit.word)) return i;
  }
  return null;
}

function skipBack(units: readonly Unit[], at: number): number {
  let i = at;
  while (i > 0 && at - i < NEAR && isLoose(units[i]!)) i--;
  return i;
}

function isLoose(unit: Unit): boolean {
  return isAnyAdverb(unit) || DAYS.has(unit.word) || DAY_FELLOWS.has(unit.word) || unit.word === "on";
}

/** "Reuters reported", "the BBC’s investigation", "in a CNN interview". */
function readBehind(units: readonly Unit[], outlet: Outlet): Citing | null {
  const { from, to } = outlet.phrase;
  const at = skipAhead(units, to);
  const verb = units[at];
  if (verb?.kind === "word" && !verb.isCapital && REPORTING.has(verb.word) && isSubject(units, outlet, at))
    return { kind: "reported", outlet, from, to: at + 1, citing: readCited(units, at + 1) };
  return readMade(units, outlet);
}

/** Past an aside in parentheses, an aside of two or three words between commas, adverbs, days and "has". */
function skipAhead(units: readonly Unit[], at: number): number {
  let i = at;
  if (units[i]?.word === "(") {
    const close = units.slice(i, i + NEAR).findIndex((unit) => unit.word === ")");
    if (close > 0) i += close + 1;
  }
  while (i < at + 2 * NEAR && units[i] !== undefined && (isLoose(units[i]!) || ADVERBS.has(units[i]!.word))) i++;
  return i;
}

/** No subject is owned by another, and "reporting" or "found" alone is no verb behind an outlet that something was done to. */
function isSubject(units: readonly Unit[], { range, phrase }: Outlet, verb: number): boolean {
  if (units[range.to - 1]!.word.endsWith("'s")) return false;
  if (/ing$/.test(units[verb]!.word)) return false;
  const before = units[phrase.from - 1];
  if (before === undefined || before.kind !== "word") return true;
  return !/^(?:of|in|on|at|for|with|from|by|than|against|about|between|and|or)$/.test(before.word) || isJoined(before);
}

function isJoined({ word }: Unit): boolean {
  return word === "and" || word === "or" || word === "than";
}

/** "a Reuters investigation found", "the Guardian's report", "in a CNN interview". */
function readMade(units: readonly Unit[], outlet: Outlet): Citing | null {
  const { from, to } = outlet.phrase;
  const isOwner = units[outlet.range.to - 1]!.word.endsWith("'s");
  const hasArticle = /^(?:an?|the)$/.test(units[from]!.word);
  if (!isOwner && !hasArticle) return null;
  const at = units
    .slice(to, to + 3)
    .findIndex((unit) => unit.kind !== "word" || REQUESTS.has(unit.word) || isMade(unit));
  const noun = at < 0 ? undefined : units[to + at];
  if (noun === undefined || noun.kind !== "word" || !isMade(noun)) return null;
  const isHeard = HEARD.has(noun.word);
  if (isHeard && !/^(?:in|during|from|to|on)$/.test(units[from - 1]?.word ?? "")) return null;
  const end = to + at + 1;
  const kind = !isHeard ? "reported" : WRITTEN.has(noun.word) ? "written" : "told";
  return { kind, outlet, from, to: end, citing: isHeard ? null : readCited(units, end) };
}

function isMade(unit: Unit): boolean {
  const word = dropPossessive(unit.word);
  return REPORTS.has(word) || (HEARD.has(word) && word !== "column");
}

/** "(AP)", "— Reuters" at the end. */
function readCredit(units: readonly Unit[], outlet: Outlet, last: Outlet | undefined): Citing | null {
  const { from, to } = outlet.phrase;
  if (last !== undefined && last.phrase.to === from - 1) return null; // "the Associated Press (AP)"
  const [before, after] = [units[from - 1]?.word ?? "", units[to]?.word ?? ""];
  const isBracketed = before === "(" && after === ")";
  const isSigned = /^[-–—/]$/u.test(before) && to === units.length;
  if ((!isBracketed && !isSigned) || outlet.kind === "short" || outlet.kind === "unnamed") return null;
  return { kind: "credit", outlet, from: isBracketed ? from - 1 : from, to: isBracketed ? to + 1 : to, citing: null };
}

function isUnsaid(units: readonly Unit[], verb: number): boolean {
  return UNSAID.has(units[skipBack(units, verb - 1)]?.word ?? "");
}

/** Whom an outlet cites: behind "citing", "quoting" or "cited … as" in the rest of its sentence. */
function readCited(units: readonly Unit[], at: number): Range | null {
  for (let i = at; i < Math.min(units.length, at + FAR); i++) {
    const { word, kind } = units[i]!;
    if (kind === "word" && /^(?:citing|quoting)$/.test(word)) return readPhrase(units, i + 1);
    if (i === at && /^(?:quoted|cited)$/.test(units[at - 1]?.word ?? "")) return readPhrase(units, at);
  }
  return null;
}

/** "citing TASS, which quoted the ministry". */
function readCitedIn(units: readonly Unit[], at: number): Range | null {
  const verb = units[at]?.word === "," && units[at + 1]?.word === "which" ? at + 2 : at;
  return verb > at && /^(?:quoted|cited)$/.test(units[verb]?.word ?? "") ? readPhrase(units, verb + 1) : null;
}
