import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  FINITES,
  NOT_ADVERBS,
  OBJECT_PRONOUNS,
  PREPOSITIONS,
  RELATIVES,
  SUBJECT_PRONOUNS,
} from "../lang/en/clause.ts";
import { SPEECH } from "../lang/en/speech.ts";
import { DAYS } from "../lang/en/venues.ts";
import type { Unit } from "./unit.ts";

/** Units `from` to `to` of a sentence, half-open. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** No noun phrase is read further than this many units, so that a sentence without end is read once. */
const REACH = 24;
/** Prepositions that go on with a noun phrase: "a spokesman for the ministry". */
const LINKS: ReadonlySet<string> = new Set(["of", "for", "from", "at"]);

/** The noun phrase that begins at `at`, or null: as far as the next verb, pronoun, article, clause or mark. */
export function readPhrase(units: readonly Unit[], at: number): Range | null {
  const first = units[at];
  if (first?.kind !== "word" || !canBegin(first)) return null;
  const isCountry = first.word === "us" && first.isCapital; // "U.S. Rep. Ana Ruiz"
  if ((SUBJECT_PRONOUNS.has(first.word) || OBJECT_PRONOUNS.has(first.word)) && first.word !== "her" && !isCountry)
    return { from: at, to: at + 1 };
  let i = at + 1;
  while (i < units.length && i - at < REACH && goesOn(units, at, i))
    i = units[i]!.word === "(" ? closeBracket(units, i) : i + 1;
  while (i - 1 > at && isLoose(units[i - 1]!)) i--;
  return { from: at, to: i };
}

function canBegin(unit: Unit): boolean {
  if (unit.isCapital && !PREPOSITIONS.has(unit.word) && !CONJUNCTIONS.has(unit.word)) return true;
  return (
    !PREPOSITIONS.has(unit.word) &&
    !CONJUNCTIONS.has(unit.word) &&
    !AUXILIARIES.has(unit.word) &&
    !RELATIVES.has(unit.word) &&
    !isAdverb(unit)
  );
}

function goesOn(units: readonly Unit[], start: number, i: number): boolean {
  const unit = units[i]!;
  const before = units[i - 1]!;
  if (unit.kind === "run") return isNickname(units, i);
  if (unit.kind === "mark") return unit.word === "(" ? closeBracket(units, i) <= i + 9 : /^[&/'’]$/u.test(unit.word);
  if (DAYS.has(unit.word) && unit.isCapital) return false;
  if (LINKS.has(unit.word) || LINKS.has(before.word)) return true;
  if (unit.word === "and" || unit.word === "&") return isNameLike(before) && isNameLike(units[i + 1]);
  if (unit.isCapital) return true;
  if (DETERMINERS.has(unit.word)) return i === start + 1 && DETERMINERS.has(before.word);
  return !isBoundary(unit) && (!isAdverb(unit) || DETERMINERS.has(before.word));
}

function closeBracket(units: readonly Unit[], at: number): number {
  for (let i = at + 1; i < Math.min(units.length, at + 9); i++) if (units[i]!.word === ")") return i + 1;
  return at + REACH;
}

function isLoose(unit: Unit): boolean {
  return !unit.isCapital && (PREPOSITIONS.has(unit.word) || unit.word === "and");
}

function isNameLike(unit: Unit | undefined): boolean {
  return unit?.isCapital === true;
}

/** Whether the run at `i` is a nickname within a name: Dwayne “The Rock” Johnson. */
export function isNickname(units: readonly Unit[], i: number): boolean {
  const before = units[i - 1];
  const after = units[i + 1];
  return (
    before?.isCapital === true &&
    after?.isCapital === true &&
    before.kind === "word" &&
    units[i]!.to - units[i]!.from < 30
  );
}

/** Whether a word in small letters parts a noun phrase from what stands beside it. */
export function isBoundary(unit: Unit): boolean {
  const { word } = unit;
  return (
    PREPOSITIONS.has(word) ||
    CONJUNCTIONS.has(word) ||
    AUXILIARIES.has(word) ||
    RELATIVES.has(word) ||
    SUBJECT_PRONOUNS.has(word) ||
    (OBJECT_PRONOUNS.has(word) && word !== "her") ||
    FINITES.has(word) ||
    (SPEECH.has(word) && SPEECH.get(word)!.form !== "base")
  );
}

/** Whether a word may stand between a subject and its verb. One in capitals is a name or opens a sentence. */
export function isAdverb(unit: Unit): boolean {
  return !unit.isCapital && isAnyAdverb(unit);
}

/** As `isAdverb`, in capitals too. */
export function isAnyAdverb({ kind, word }: Unit): boolean {
  return kind === "word" && (ADVERBS.has(word) || (word.length > 4 && word.endsWith("ly") && !NOT_ADVERBS.has(word)));
}

/** The noun phrase that ends with unit `at`, or null; it begins no earlier than `floor`. */
export function readPhraseBack(units: readonly Unit[], at: number, floor: number): Range | null {
  const last = units[at];
  if (last === undefined || at < floor || (last.kind === "mark" && last.word !== ")")) return null;
  if (SUBJECT_PRONOUNS.has(last.word)) return last.word === "there" ? null : { from: at, to: at + 1 };
  if (!last.isCapital && (CONJUNCTIONS.has(last.word) || RELATIVES.has(last.word) || PREPOSITIONS.has(last.word)))
    return null;
  let i = at;
  while (i >= floor && at - i < REACH && !endsBack(units, at, i)) i--;
  return trimPhrase(units, { from: i + 1, to: at + 1 });
}

function endsBack(units: readonly Unit[], at: number, i: number): boolean {
  const unit = units[i]!;
  if (unit.kind === "run") return !isNickname(units, i);
  if (unit.kind === "mark") return !/^[()&/'’]$/u.test(unit.word);
  if (unit.word === "and") return !(isNameLike(units[i - 1]) && isNameLike(units[i + 1]));
  if (unit.isCapital && !CONJUNCTIONS.has(unit.word) && !SUBJECT_PRONOUNS.has(unit.word)) return false;
  if (PREPOSITIONS.has(unit.word)) return CONJUNCTIONS.has(unit.word);
  if (isAdverb(unit) && DETERMINERS.has(units[i - 1]?.word ?? "")) return false;
  return i < at && (isBoundary(unit) || isAdverb(unit));
}

/** A phrase without what leads up to it: adverbs, days, and "in a statement" before "the ministry". */
function trimPhrase(units: readonly Unit[], range: Range): Range | null {
  let from = behindBrackets(units, range);
  while (from < range.to && isLead(units[from]!)) from++;
  if (from >= range.to) return null;
  from = lastArticle(units, { from, to: range.to });
  if (!PREPOSITIONS.has(units[from]!.word))
    return isNominal(units, { from, to: range.to }) ? { from, to: range.to } : null;
  for (let i = from + 2; i < range.to; i++) {
    const before = units[i - 1]!;
    const startsHere = DETERMINERS.has(units[i]!.word) || (units[i]!.isCapital && !before.isCapital);
    if (startsHere && !PREPOSITIONS.has(before.word) && !DETERMINERS.has(before.word)) return { from: i, to: range.to };
  }
  return null;
}

/** Where a phrase begins behind a bracket that opens before it, and behind a whole one at its head: "SOUNDBITE) (English) MAYOR". */
function behindBrackets(units: readonly Unit[], { from, to }: Range): number {
  let start = from;
  let depth = 0;
  for (let i = from; i < to; i++) {
    if (units[i]!.word === "(") depth++;
    else if (units[i]!.word === ")" && (depth === 0 || (--depth === 0 && units[start]!.word === "("))) start = i + 1;
  }
  return start < to ? start : from;
}

/** Where a phrase begins that a verb stands before: at the article that no preposition and no other article leads to. */
function lastArticle(units: readonly Unit[], range: Range): number {
  const first = units[range.from]!;
  if (first.isCapital || DETERMINERS.has(first.word) || PREPOSITIONS.has(first.word)) return range.from;
  for (let i = range.to - 1; i > range.from; i--)
    if (DETERMINERS.has(units[i]!.word) && !isLink(units[i - 1]!)) return i;
  return range.from;
}

function isLink({ word }: Unit): boolean {
  return PREPOSITIONS.has(word) || DETERMINERS.has(word);
}

function isLead(unit: Unit): boolean {
  return (
    isAnyAdverb(unit) ||
    DAYS.has(unit.word) ||
    unit.kind === "mark" ||
    unit.word === "however" ||
    unit.word === "earlier"
  );
}

function isNominal(units: readonly Unit[], range: Range): boolean {
  const first = units[range.from]!;
  if (units.slice(range.from, range.to).some((unit) => !unit.isCapital && AUXILIARIES.has(unit.word))) return false;
  if (first.kind !== "word" || /^(?:the|an?|his|her|its|their|my|our|your|every|no)$/.test(units[range.to - 1]!.word))
    return false;
  if (first.isCapital || DETERMINERS.has(first.word)) return true;
  if (/(?:ed|ing)$/u.test(first.word)) return false;
  return /s$|^(?:people|police|critics|someone|everyone)$/u.test(first.word) || range.to - range.from <= 6;
}
