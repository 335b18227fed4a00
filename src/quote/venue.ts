import { PREPOSITIONS } from "../lang/en/clause.ts";
import { SPEECH } from "../lang/en/speech.ts";
import {
  DAY_FELLOWS,
  DAYS,
  ELSEWHERE,
  HEARERS,
  OCCASIONS,
  OUTLET_NOUNS,
  OUTLET_WORDS,
  PLATFORMS,
} from "../lang/en/venues.ts";
import { hasVerb } from "./clause.ts";
import type { Cue } from "./cue.ts";
import { type Range, readPhrase } from "./noun.ts";
import { endOfKnown, readHearer } from "./outlet.ts";
import type { Unit } from "./unit.ts";

/**
 * Where something was said. `outlet`: to an outlet by name. `again`: to an outlet named before ("the newspaper").
 * `occasion`: "in a statement", "reporters", "on Twitter". `day`: "on Monday night".
 */
export interface Venue {
  readonly kind: "outlet" | "again" | "occasion" | "day";
  readonly range: Range;
}

/**
 * Where the words of a cue were said, or null if its clause does not say: who was told, then an interview, then another
 * occasion, then the day; looked for in `areas`, the words of the reporter's own around the cue, never in those reported.
 */
export function findVenue(units: readonly Unit[], cue: Cue, areas: readonly Range[]): Venue | null {
  const hearer = findHearer(units, cue);
  if (hearer !== null) return hearer;
  for (const find of [findInterview, findOccasion, findDay])
    for (const area of areas) {
      const venue = find(units, area, cue);
      if (venue !== null) return venue;
    }
  return null;
}

/** Whether the words around the verb set it apart from the occasion the report tells of: "has previously said". */
export function isElsewhere(units: readonly Unit[], cue: Cue): boolean {
  return units.slice(Math.max(0, cue.from - 4), cue.to + 5).some((unit) => ELSEWHERE.has(unit.word));
}

/** Whether the words that report are another occasion than an interview: "issued a statement welcoming". */
export function hasOccasion(units: readonly Unit[], { from, to }: Cue): boolean {
  return units
    .slice(from, to)
    .some(({ word }) => OCCASIONS.has(word) && !SPEECH.has(word) && !/^(?:interviews?|comments|remarks)$/.test(word));
}

/** Whether a sentence tells of another occasion than an interview: "during a speech to the league". */
export function isOccasion(units: readonly Unit[]): boolean {
  if (units.some(({ word }) => /^interviews?$/.test(word))) return false;
  return findOccasion(units, { from: 0, to: units.length }) !== null;
}

/** The days that a sentence names, folded, and "week" for the last one or earlier in this one. */
export function listDays(units: readonly Unit[]): string[] {
  return units.flatMap(({ word }, i) => {
    if (DAYS.has(word)) return [word];
    const [before, first] = [units[i - 1]?.word, units[i - 2]?.word];
    if (isWeekend(units, i)) return ["week"];
    const isPast = before === "last" || before === "previous" || (before === "this" && first === "earlier");
    return /^week(?:end)?$/.test(word) && isPast ? ["week"] : [];
  });
}

/** "at the weekend", at its last word. */
function isWeekend(units: readonly Unit[], at: number): boolean {
  if (units[at]!.word !== "weekend" || !/^(?:the|this|last)$/.test(units[at - 1]?.word ?? "")) return false;
  return /^(?:at|over|during)$/.test(units[at - 2]?.word ?? "");
}

/** "said in Kelsmouth": the first word of the place right behind a cue, folded, or null. */
export function findPlace(units: readonly Unit[], { to, isInverted, source }: Cue): string | null {
  let at = isInverted && source !== null ? Math.max(to, source.to) : to;
  while (at < units.length && DAYS.has(units[at]!.word)) at++;
  const place = units[at + 1];
  return units[at]?.word === "in" && place?.kind === "word" && place.isCapital ? place.word : null;
}

function findHearer(units: readonly Unit[], cue: Cue): Venue | null {
  if (cue.use !== "tell" || cue.isInverted) return null;
  const range = readHearer(units, cue.to);
  if (range === null) return null;
  const outlet = outletAt(units, nameOnly(units, range));
  if (outlet !== null) return outlet;
  const isHearers = units.slice(range.from, range.to).some((unit) => HEARERS.has(unit.word));
  return isHearers && isTelling(units, cue) ? { kind: "occasion", range } : null;
}

/** Without "at the courtroom" behind a name. */
function nameOnly(units: readonly Unit[], range: Range): Range {
  const cut = units.slice(range.from, range.to).findIndex((unit) => PREPOSITIONS.has(unit.word) && unit.word !== "of");
  return cut > 0 ? { from: range.from, to: range.from + cut } : range;
}

function isTelling(units: readonly Unit[], cue: Cue): boolean {
  return SPEECH.get(units[cue.to - 1]!.word)?.use === "tell";
}

/** Whether a phrase is an outlet, by its last word or as a whole, and nobody who works for one. */
export function isOutlet(units: readonly Unit[], { from, to }: Range): boolean {
  const last = units[to - 1]!;
  const start = /^(?:the|an?)$/.test(units[from]!.word) ? from + 1 : from;
  if (endOfKnown(units, start, start > from) === to || (last.isCapital && OUTLET_WORDS.has(last.word))) return true;
  return units[from]!.word === "the" && OUTLET_NOUNS.has(last.word);
}

/** An outlet by name, or by a noun that points back to one. */
function outletAt(units: readonly Unit[], range: Range): Venue | null {
  const words = units.slice(range.from, range.to);
  if (words.some((unit) => unit.isCapital && OUTLET_WORDS.has(unit.word.replace(/'s$/, ""))))
    return { kind: "outlet", range };
  const isBack = /^(?:the|this|that)$/.test(words[0]!.word) && OUTLET_NOUNS.has(words.at(-1)!.word);
  return isBack ? { kind: words.slice(1).some((u) => u.isCapital) ? "outlet" : "again", range } : null;
}

/** "in an interview with the Financial Times": the outlet; without one, the phrase. */
function findInterview(units: readonly Unit[], area: Range): Venue | null {
  for (let i = area.from; i < area.to; i++) {
    if (!/^interviews?$/.test(units[i]!.word)) continue;
    for (let j = i + 1; j < Math.min(area.to, i + 12); j++) {
      if (!/^(?:with|to|on|for|by|in)$/.test(units[j]!.word)) continue;
      const phrase = readPhrase(units, j + 1);
      const outlet = phrase && outletAt(units, nameOnly(units, phrase));
      if (outlet !== null) return outlet;
    }
    return phraseAround(units, i, area);
  }
  return null;
}

/** "at a news conference", "on Twitter". */
function findOccasion(units: readonly Unit[], area: Range): Venue | null {
  for (let i = area.from; i < area.to; i++) {
    const unit = units[i]!;
    if (unit.kind !== "word") continue;
    if (unit.isCapital && PLATFORMS.has(unit.word) && /^(?:on|via)$/.test(units[i - 1]?.word ?? ""))
      return { kind: "occasion", range: { from: i - 1, to: i + 1 } };
    if (!OCCASIONS.has(unit.word)) continue;
    const venue = phraseAround(units, i, area);
    if (venue !== null) return venue;
  }
  return null;
}

/** The phrase with the noun at `at` from its preposition on; null if none leads it. */
function phraseAround(units: readonly Unit[], at: number, area: Range): Venue | null {
  for (let i = at - 1; i >= Math.max(area.from, at - 7); i--) {
    const { word, kind } = units[i]!;
    if (kind !== "word") return null;
    if (!PREPOSITIONS.has(word)) continue;
    if (!/^(?:in|at|during|on|via|through|after|from)$/.test(word)) return null;
    const phrase = readPhrase(units, i + 1);
    return phrase && phrase.to > at ? { kind: "occasion", range: { from: i, to: phrase.to } } : null;
  }
  return null;
}

/** "on Monday night", "late Friday", "at the weekend"; not the day of something else in a clause behind the cue. */
function findDay(units: readonly Unit[], area: Range, cue: Cue): Venue | null {
  const to = area.from >= cue.to ? startOfOther(units, area) : area.to;
  for (let i = area.from; i < to; i++) {
    if (i - 2 >= area.from && isWeekend(units, i)) return { kind: "day", range: { from: i - 2, to: i + 1 } };
    if (!DAYS.has(units[i]!.word)) continue;
    let from = i;
    let to = i + 1;
    while (from > area.from && (DAY_FELLOWS.has(units[from - 1]!.word) || units[from - 1]!.word === "on")) from--;
    while (to < area.to && DAY_FELLOWS.has(units[to]!.word)) to++;
    return { kind: "day", range: { from, to } };
  }
  return null;
}

/** What begins a clause that tells of another time or of somebody else; what one with *as* or *when* tells of was then. */
const OTHER = /^(?:after|although|because|before|since|that|though|until|which|who|whose)$/;
/** Participles of what somebody does in speaking. Own list. */
const THEN = /^(?:addressing|appearing|speaking|standing|talking|testifying|visiting)$/;

/** Where in the words behind a cue a clause or a participle's phrase begins whose days are not those on which it was said: "…, repeating a charge made on Monday". */
function startOfOther(units: readonly Unit[], { from, to }: Range): number {
  for (let i = from; i < to; i++) {
    const [{ word }, next] = [units[i]!, units[i + 1]];
    if (word === "," && next !== undefined && /.{2}ing$/.test(next.word) && !THEN.test(next.word)) return i;
    if (OTHER.test(word) && hasVerb(units.slice(i + 1, to))) return i;
  }
  return to;
}
