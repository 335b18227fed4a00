import { CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS } from "../lang/en/clause.ts";
import {
  LONGEST_OUTLET,
  MASTHEADS,
  MEDIA_LEADS,
  MEDIA_NOUNS,
  OUTLET_KINDS,
  OUTLET_PAIRS,
  OUTLETS,
  SHORT_MASTHEADS,
} from "../lang/en/outlets.ts";
import { PARTICLES } from "../lang/en/people.ts";
import { DAYS } from "../lang/en/venues.ts";
import { dropPossessive } from "../text/fold.ts";
import { isBoundary, type Range, readPhrase } from "./noun.ts";
import type { Unit } from "./unit.ts";

/**
 * An outlet as a sentence words it. `known`: it is in the table. `named`: it has a name that says that it is one ("the Erie
 * Times", "the tabloid Bild"). `short`: a noun or the last word of a name that points back to one ("the newspaper", "the
 * Courier"). `unnamed`: "local media".
 */
export interface Outlet {
  readonly kind: "known" | "named" | "short" | "unnamed";
  /** With article and kind: "the Bild newspaper". */
  readonly phrase: Range;
  /** The name alone; the noun where there is none. */
  readonly range: Range;
  /** The name to compare, from the table; null where there is none and the words have to do. */
  readonly name: string | null;
}

/** The most words between an article and the name of an outlet: "the respected German business daily Handelsblatt". */
const LEAD = 5;

/** The outlet that a phrase beginning at `at` names, or null. Reads a bounded number of units. */
export function readOutlet(text: string, units: readonly Unit[], at: number): Outlet | null {
  const first = units[at];
  if (first?.kind !== "word") return null;
  const hasArticle = /^(?:the|an?)$/.test(first.word);
  const from = hasArticle ? at + 1 : at;
  return (
    readKnown(text, units, at, from) ??
    readKind(units, at, from) ??
    readNamed(units, at, from, hasArticle) ??
    readMedia(units, at, from)
  );
}

/**
 * Who is told: "told [the Financial Times] that", "told [a crowd] of fishermen". Of an outlet of the table and what a clause begins with,
 * the outlet alone: "told [CNN] Kelsmouth would pay", but "told [Reuters Television] it would".
 */
export function readHearer(units: readonly Unit[], at: number): Range | null {
  const phrase = readPhrase(units, at);
  const hasArticle = units[at]?.word === "the";
  const to = endOfKnown(units, at + (hasArticle ? 1 : 0), hasArticle);
  if (phrase !== null && to !== null && to > phrase.to) return { from: at, to }; // "told [USA Today] it would"
  if (phrase === null || to === null || to === phrase.to || !units[to]!.isCapital) return phrase;
  const next = units[phrase.to];
  if (next?.kind !== "word" || next.word === "that") return phrase;
  const isVerb = ![DETERMINERS, SUBJECT_PRONOUNS, CONJUNCTIONS, PREPOSITIONS].some((words) => words.has(next.word));
  return isVerb ? { from: at, to } : phrase;
}

/** Behind the outlet of the table that begins at `at`, however it is spelled; null if none does. Some are outlets only behind *the*. */
export function endOfKnown(units: readonly Unit[], at: number, hasArticle = false): number | null {
  if (units[at]?.isCapital !== true) return null;
  for (let to = Math.min(units.length, at + LONGEST_OUTLET); to > at; to--) {
    const found = OUTLETS.get(joinUnits(units, { from: at, to }));
    if (found && (hasArticle || !found.needsArticle))
      return goesOn(units, to) || units[to - 1]!.word.endsWith("'s") ? null : to;
  }
  return null;
}

/** One of the table: the longest form that stands here. A form of a few letters is an initialism and stands in capitals. */
function readKnown(text: string, units: readonly Unit[], at: number, from: number): Outlet | null {
  if (units[from]?.isCapital !== true) return null;
  const hasArticle = units[at]!.word === "the";
  for (let to = Math.min(units.length, from + LONGEST_OUTLET); to > from; to--) {
    const found = OUTLETS.get(joinUnits(units, { from, to }));
    if (found === undefined || (found.needsArticle && !hasArticle)) continue;
    if (goesOn(units, to) || !isSpelled(text, units, { from, to })) return null;
    return { kind: "known", phrase: { from: at, to: behindKind(units, to) }, range: { from, to }, name: found.name };
  }
  return null;
}

/** Whether a form of one short word stands in capitals: "AP", not "Pa." or "Rai". */
function isSpelled(text: string, units: readonly Unit[], { from, to }: Range): boolean {
  const { word, from: start } = units[from]!;
  if (to - from > 1 || dropPossessive(word).length > 3) return true;
  return /^\p{Lu}{2,3}(?!\.)/u.test(text.slice(start, start + 4));
}

function joinUnits(units: readonly Unit[], { from, to }: Range): string {
  const words = units.slice(from, to);
  if (words.some((unit) => unit.kind !== "word" && unit.word !== "/")) return "";
  return words
    .map((unit, i) => (i === words.length - 1 ? dropPossessive(unit.word) : unit.word))
    .join(" ")
    .replaceAll(" / ", "/");
}

/** "Fox Sports", "Reuters Foundation": more of a name stands behind, and it is another one's. */
function goesOn(units: readonly Unit[], to: number): boolean {
  const next = units[to];
  if (next?.kind !== "word" || !next.isCapital || units[to - 1]!.word.endsWith("'s")) return false;
  return (
    MASTHEADS.has(dropPossessive(next.word)) ||
    /^(?:sports|foundation|university|group|inc|corp|plc|holdings)$/.test(next.word)
  );
}

/** Behind "newspaper", "news agency" if the name has it after it. */
function behindKind(units: readonly Unit[], to: number): number {
  if (units[to - 1]?.word.endsWith("'s")) return to;
  if (isPair(units, to)) return to + 2;
  return OUTLET_KINDS.has(units[to]?.word ?? "") ? to + 1 : to;
}

function isPair(units: readonly Unit[], at: number): boolean {
  return OUTLET_PAIRS.has(`${units[at]?.word}-${units[at + 1]?.word}`);
}

/** "the local newspaper Harbour Courier", "Spanish daily El Faro", and "the newspaper" alone. */
function readKind(units: readonly Unit[], at: number, from: number): Outlet | null {
  for (let i = from; i < Math.min(units.length, from + LEAD); i++) {
    const { kind, word } = units[i]!;
    if (kind !== "word" || word.endsWith("'s") || PREPOSITIONS.has(word) || isStop(units[i]!)) return null;
    const to = isPair(units, i) ? i + 2 : i + 1;
    if (to === i + 1 && !OUTLET_KINDS.has(word)) continue;
    const name = readName(units, to);
    if (name !== null && !units[i]!.isCapital)
      return { kind: "named", phrase: { from: at, to: name.to }, range: name, name: null };
    const isBack = from > at && units[at]!.word === "the" && isPlain(units, from, i);
    return isBack ? { kind: "short", phrase: { from: at, to }, range: { from: i, to }, name: null } : null;
  }
  return null;
}

/** Whether a word cannot stand within a phrase: a verb, a pronoun, an article. */
function isStop(unit: Unit): boolean {
  const { word } = unit;
  if (DETERMINERS.has(word) || SUBJECT_PRONOUNS.has(word) || CONJUNCTIONS.has(word)) return true;
  return !unit.isCapital && isBoundary(unit);
}

/** Words in small letters, or of a country: "the German newspaper". */
function isPlain(units: readonly Unit[], from: number, to: number): boolean {
  return units.slice(from, to).every((unit) => !unit.isCapital || MEDIA_LEADS.has(unit.word));
}

/** A run of capitals that begins at `at`, with small particles within; null if there is none. */
function readName(units: readonly Unit[], at: number): Range | null {
  let to = at;
  while (to - at < 6 && isNamePart(units, to, at)) to++;
  return to > at ? { from: at, to } : null;
}

function isNamePart(units: readonly Unit[], i: number, at: number): boolean {
  const unit = units[i];
  if (unit?.kind !== "word" || (i > at && units[i - 1]!.word.endsWith("'s"))) return false;
  if (i > at && PARTICLES.has(unit.word) && units[i + 1]?.isCapital === true) return true;
  return unit.isCapital && !DAYS.has(unit.word) && !DETERMINERS.has(unit.word);
}

/** Whose or where an outlet is, which names none: "a Kelsmouth-run newspaper". */
const HELD = /-(?:run|owned|based|backed|funded|controlled|language)$/u;

/** "the Erie Times", "the Bild newspaper"; "the Courier", where the report has the rest of the name. */
function readNamed(units: readonly Unit[], at: number, from: number, hasArticle: boolean): Outlet | null {
  const run = readName(units, from);
  if (run === null) return null;
  const to = behindKind(units, run.to);
  const isPlace = units.slice(run.from, run.to).every(({ word }) => MEDIA_LEADS.has(word) || HELD.test(word));
  if (to > run.to && isPlace) return { kind: "unnamed", phrase: { from: at, to }, range: { from, to }, name: null };
  if (to > run.to) return { kind: "named", phrase: { from: at, to }, range: run, name: null };
  const last = dropPossessive(units[run.to - 1]!.word);
  const parts = last.split("-"); // "Erie Times-News"
  if (!MASTHEADS.has(parts.at(-1)!)) return null;
  const phrase = { from: at, to: run.to };
  if (run.to - run.from > 1) return { kind: "named", phrase, range: run, name: null };
  const isShort = SHORT_MASTHEADS.has(last) || (parts.length > 1 && parts.every((part) => MASTHEADS.has(part)));
  return hasArticle && isShort ? { kind: "short", phrase, range: run, name: null } : null;
}

/** "local media", "Russian state television", "several newspapers". */
function readMedia(units: readonly Unit[], at: number, from: number): Outlet | null {
  let to = from;
  while (to - from < LEAD && MEDIA_LEADS.has(units[to]?.word ?? "")) to++;
  if (!MEDIA_NOUNS.has(units[to]?.word ?? "") || (to === from && units[to]!.word !== "media")) return null;
  while (MEDIA_NOUNS.has(units[to]?.word ?? "") || /^(?:news|reports)$/.test(units[to]?.word ?? "")) to++;
  return { kind: "unnamed", phrase: { from: at, to }, range: { from, to }, name: null };
}
