import { DETERMINERS, PREPOSITIONS } from "../lang/en/clause.ts";
import { PARTICLES, ROLES } from "../lang/en/people.ts";
import { DAYS } from "../lang/en/venues.ts";
import type { Range } from "./noun.ts";
import type { Unit } from "./unit.ts";

/** More words are no name. */
const MOST = 6;

/**
 * The name that a phrase is set before, with a comma between ("the chief engineer, Maren Oswick, said"), or null. It has two
 * words or more, a mark or the end behind it, and nothing that would make the two a list.
 */
export function nameBehind(units: readonly Unit[], phrase: Range): Range | null {
  const last = units[phrase.to - 1];
  if (units[phrase.to]?.word !== "," || last === undefined || last.isCapital || !isPhrase(units, phrase)) return null;
  const from = phrase.to + 1;
  let to = from;
  while (to - from <= MOST && isNameWord(units, to, from)) to++;
  if (to - from < 2 || to - from > MOST) return null;
  return isClosed(units, to) ? { from, to } : null;
}

function isPhrase(units: readonly Unit[], { from, to }: Range): boolean {
  const first = units[from]!;
  const isOwned = units.slice(from, to).some((unit) => unit.word.endsWith("'s"));
  return first.kind === "word" && (DETERMINERS.has(first.word) || isOwned);
}

function isNameWord(units: readonly Unit[], at: number, from: number): boolean {
  const unit = units[at];
  if (unit?.kind !== "word" || DAYS.has(unit.word) || DETERMINERS.has(unit.word)) return false;
  if (unit.word.endsWith("'s")) return false;
  return unit.isCapital || (at > from && PARTICLES.has(unit.word) && units[at + 1]?.isCapital === true);
}

/** Whether the name ends an aside: at the end, at a stop, or at a comma that does not go on with a list. */
function isClosed(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (unit === undefined) return true;
  if (unit.kind !== "mark") return false;
  const next = units[at + 1];
  if (unit.word !== ",") return /^[.;:!?–—-]$/u.test(unit.word);
  return (
    next === undefined || !(next.word === "and" || (next.isCapital && next.kind === "word" && !DAYS.has(next.word)))
  );
}

/** "council chairman and former mayor Ana Ruiz": whether the *and* at `at` joins two offices of the one named in full behind them. */
export function joinsOffices(units: readonly Unit[], { from, to }: Range, at: number): boolean {
  const parts = [units.slice(from, at), units.slice(at + 1, to)] as const;
  const isPlain = ({ kind, word }: Unit): boolean => kind === "word" && word !== "and" && !word.endsWith("'s");
  if (parts.some((part) => part.length === 0 || !part.every(isPlain) || DETERMINERS.has(part[0]!.word))) return false;
  const name = parts[1].slice(parts[1].findLastIndex(({ word }) => ROLES.has(word)) + 1);
  const isNamed = name.length > 1 && name.length < parts[1].length && name.every(({ isCapital }) => isCapital);
  return isNamed && ROLES.has(parts[0].at(-1)!.word);
}

/** What a second part of what somebody is may begin with; "and his wife" is another person. */
const SECOND = /^(?:the|an?)$/;

/**
 * "Ana Ruiz, a teacher and mother of two,": whether the *and* at `at` joins two things that the one named before the comma is. A
 * list of people has a name in it, or a comma before the *and*; without a comma behind, its last may be another person ("the mayor and the clerk").
 */
export function joinsAppositions(units: readonly Unit[], { from, to }: Range, at: number): boolean {
  const comma = units.slice(from, at).findIndex(({ word }) => word === ",");
  if (comma < 1 || units[at - 1]!.word === ",") return false;
  const isName = (i: number): boolean => units[i]!.isCapital && !ROLES.has(units[i]!.word);
  if (!isName(from + comma - 1) && units[from + comma - 1]!.word !== ")") return false; // "His father, now retired and living in Harwell,"
  for (let i = from + comma; i < at; i++) if (units[i]!.word === "," && isName(i + 1)) return false;
  const next = units[at + 1];
  if (next === undefined || at + 1 >= to || (isName(at + 1) && !isOne(units[to - 1]!))) return false;
  const isClosedBehind = (units[to - 1]!.word === "," ? units[to - 1] : units[to])?.word === ",";
  if (DETERMINERS.has(next.word) && !(isClosedBehind && SECOND.test(next.word))) return false;
  return !isNamedBehind(units, at + 1, to);
}

/** Whether a word ends what one person is: "Harwell Society fellow", not "Harwell officials". */
function isOne({ kind, word, isCapital }: Unit): boolean {
  return kind === "word" && !isCapital && !/s$|^(?:men|people|police|staff|women)$/.test(word);
}

/** Whether a phrase ends in a name before its first preposition: "and the lawyer Ben Roe". */
function isNamedBehind(units: readonly Unit[], from: number, to: number): boolean {
  let end = from;
  while (end < to && units[end]!.kind === "word" && !PREPOSITIONS.has(units[end]!.word)) end++;
  const last = units[end - 1]!;
  return last.isCapital && !ROLES.has(last.word);
}
