import { AUXILIARIES, DETERMINERS, RELATIVES, SUBJECT_PRONOUNS } from "../lang/en/clause.ts";
import { type Span, sliceSpan } from "../text/span.ts";
import type { Reading } from "./draft.ts";
import { type Range, readPhrase, readPhraseBack } from "./noun.ts";
import { placeSpan } from "./place.ts";
import type { Unit } from "./unit.ts";

/**
 * Of a source that begins with a pronoun and goes on with what he did ("He surveyed the damage, and said"), the pronoun; of one that holds the end of
 * what leads up to it ("In a talk with Ben Roe, Ruiz said"), what stands behind the comma, and so of one that begins behind *where* with a clause of its own; of one that holds what somebody did besides ("The
 * singer posted photos, writing"), who it was; of one that holds a clause of its own ("the pier was shut and officials said"), what stands behind that.
 */
export function cutSource(reading: Reading, span: Span, cue: Span): Span {
  const place = placeSpan(reading, span);
  if (place === null) return span;
  const { units } = reading.sentences[place.sentence]!;
  const { from, to } = place.range;
  const label = units.slice(from, to - 1).findLastIndex(({ word }) => word === ":");
  if (label >= 0) return { from: units[from + label + 1]!.from, to: span.to }; // "LENA HOLT: Mayor Ruiz also said"
  const comma = units.slice(from, to - 1).findLastIndex(({ word }) => word === ",");
  const isLed =
    comma > 0 && cue.from >= span.to && /^(?:with|after|to|at|on|in|from|by)$/.test(units[from - 1]?.word ?? "");
  if (isLed && (units[from + comma + 1]!.isCapital || SUBJECT_PRONOUNS.has(units[from + comma + 1]!.word)))
    return { from: units[from + comma + 1]!.from, to: span.to };
  const isWhere = comma > 0 && cue.from >= span.to && CLAUSES.test(units[from - 1]?.word ?? "");
  if (isWhere && findVerb(units, { from, to: from + comma + 1 }) > 0)
    return { from: units[from + comma + 1]!.from, to: span.to };
  const own = cue.from >= span.to ? behindClause(units, place.range) : from;
  if (own > from) return { from: units[own]!.from, to: span.to };
  const verb = /ing$/u.test(sliceSpan(reading.text, cue)) && cue.from >= span.to ? findVerb(units, place.range) : -1;
  if (verb > 0) return { from: span.from, to: units[verb - 1]!.to };
  const [first, second, third] = units.slice(from, to);
  if (third === undefined || !SUBJECT_PRONOUNS.has(first!.word) || second!.kind !== "word") return span;
  return JOINING.has(second!.word) ? span : { from: span.from, to: first!.to };
}

/** What begins a clause that leads up to another. */
const CLAUSES = /^(?:although|as|because|once|since|though|when|where|while)$/;

/** "The pier was shut and officials": where a phrase begins that *and* joins to a clause before it, else where the range does; "Harwell and Kelsmouth" is one phrase. */
function behindClause(units: readonly Unit[], { from, to }: Range): number {
  const joint = from + units.slice(from, to - 1).findLastIndex(({ word }) => word === "and");
  if (joint <= from || findFinite(units, { from, to: joint }) <= from) return from;
  if (units[joint - 1]!.isCapital && units[joint + 1]!.isCapital) return from;
  const phrase = readPhrase(units, joint + 1);
  const isNoun = readPhraseBack(units, to - 1, joint + 1)?.from === joint + 1; // "news reports", which may be a verb
  const isWhole = isNoun || (phrase !== null && (phrase.to >= to || units[phrase.to]!.word === ","));
  return isWhole && units[to]?.word !== "to" ? joint + 1 : from; // "had a permit and the right to express"
}

/** The place of the first auxiliary of a phrase that no relative clause holds, else -1: "those who were hurt" has none. */
function findFinite(units: readonly Unit[], { from, to }: Range): number {
  const isEnd = ({ word, isCapital }: Unit): boolean =>
    !isCapital && (AUXILIARIES.has(word) || RELATIVES.has(word) || word === "that");
  const at = units.slice(from, to).findIndex(isEnd);
  return at < 0 || !AUXILIARIES.has(units[from + at]!.word) ? -1 : from + at;
}

/** The place of a verb of a phrase: in *-ed* behind two words or more, or an auxiliary; -1 where there is none: "the retired singer" and "those wounded" have none. */
function findVerb(units: readonly Unit[], { from, to }: Range): number {
  const own = findFinite(units, { from, to });
  if (own > from) return own;
  const isVerb = ({ kind, word, isCapital }: Unit, at: number): boolean =>
    at > 1 && kind === "word" && !isCapital && /[^e]ed$/u.test(word) && units[from + at - 1]!.kind === "word";
  const at = units.slice(from, to - 1).findIndex(isVerb);
  return at < 0 || DETERMINERS.has(units[from + at - 1]!.word) ? -1 : from + at;
}

/** What goes on a source that begins with a pronoun: "he and his brother", "they who fled". */
const JOINING: ReadonlySet<string> = new Set("and or who whom whose of in from at with himself herself".split(" "));
