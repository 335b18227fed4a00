import { DETERMINERS } from "../lang/en/clause.ts";
import { PARTICLES } from "../lang/en/people.ts";
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
