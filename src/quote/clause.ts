import { AUXILIARIES, CONJUNCTIONS, FINITES, PREPOSITIONS } from "../lang/en/clause.ts";
import { SPEECH } from "../lang/en/speech.ts";
import type { Range } from "./noun.ts";
import type { Unit } from "./unit.ts";

/** A colon or a semicolon. */
export const BREAK: RegExp = /^[:;]$/;
/** A colon, a semicolon, or a run that is a clause of its own. */
export const BREAK_OR_RUN: RegExp = /^(?:[:;]|“[,.?!…])$/u;
/** No content is looked for further from its cue than this many units. */
const REACH = 200;

/** Where the clause that holds the run at `at` begins: at the run if nothing but a joining word stands before it. */
export function startOfClause(units: readonly Unit[], at: number, stop: RegExp): number {
  let from = at;
  while (from > 0 && at - from < REACH && !stop.test(units[from - 1]!.word)) from--;
  while (from < at && (units[from]!.kind === "mark" || /^(?:but|and|yet|so|still|then)$/.test(units[from]!.word)))
    from++;
  return from;
}

/** Whether a clause of its own begins at `at`: it has a subject and a sign of a finite verb. */
export function isClause(units: readonly Unit[], at: number, limit: number): boolean {
  const first = units[at];
  if (first === undefined || first.kind === "mark" || CONJUNCTIONS.has(first.word)) return false;
  return hasVerb(units.slice(at + 1, Math.min(limit, at + 30)));
}

/** Whether a sign of a finite verb is among the units. */
export function hasVerb(units: readonly Unit[]): boolean {
  return units.some(({ word }) => AUXILIARIES.has(word) || FINITES.has(word) || /[^e]ed$/.test(word));
}

/** Whether a clause behind *that* is one: a verb, a run, or too many words for an adverbial cut off. */
export function hasWords(units: readonly Unit[], from: number, limit: number): boolean {
  return (
    limit - from > 8 || isClause(units, from, limit) || units.slice(from, limit).some((unit) => unit.kind === "run")
  );
}

/** "In a letter, …", "After the talks, …": what leads up to a cue and is not what was said. */
export function isLeadIn(units: readonly Unit[], range: Range): boolean {
  const first = units[range.from]!;
  const words = units.slice(range.from, range.to);
  if (words.some((u) => u.kind === "run")) return false;
  if (words.length < 3) return true;
  return !hasVerb(words) || (PREPOSITIONS.has(first.word) && !words.some((u) => u.word === ","));
}

/** Whether a reporting verb stands in the range, whoever its subject is. */
export function hasCue(units: readonly Unit[], range: Range): boolean {
  return units.slice(range.from, range.to).some((unit) => SPEECH.has(unit.word) && !unit.isCapital);
}

/** Without ", but offered no proof": a verb behind a comma and a joining word is the reporter's. */
export function cutTail(units: readonly Unit[], range: Range): Range {
  for (let i = range.from + 3; i + 2 < range.to && i - range.from < REACH; i++) {
    if (units[i]!.word !== "," || !/^(?:but|though|although|then)$/.test(units[i + 1]!.word)) continue;
    const { word } = units[i + 2]!;
    if (/ed$/.test(word) || /^(?:did|has|had|was|were|gave|made|refused|also)$/.test(word))
      return { from: range.from, to: i };
  }
  return range;
}

/** Without marks and joining words at the ends, but for brackets and dashes that belong; null if nothing is left. */
export function trimRange(units: readonly Unit[], range: Range): Range | null {
  let { from, to } = range;
  while (from < to && units[from]!.kind === "mark" && !/[([$£€#]/.test(units[from]!.word)) from++;
  while (to > from && range.to - to < REACH && isTail(units[to - 1]!)) to--;
  return from < to ? { from, to } : null;
}

function isTail(unit: Unit): boolean {
  return unit.kind === "mark" ? !/[)\]%?!]/.test(unit.word) : /^(?:and|but|while|as|with|or)$/.test(unit.word);
}
