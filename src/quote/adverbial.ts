import { AUXILIARIES, CONJUNCTIONS, FINITES, PREPOSITIONS, ROUNDING } from "../lang/en/clause.ts";
import { MULTIPLES, TENS, UNITS } from "../lang/en/number.ts";
import { DAY_FELLOWS, DAYS } from "../lang/en/venues.ts";
import type { View } from "./content.ts";
import type { Cue } from "./cue.ts";
import { readPhrase } from "./noun.ts";
import { readHearer } from "./outlet.ts";
import type { Unit } from "./unit.ts";

/**
 * Where what a cue introduces may begin: behind its source if that follows it, behind whoever is told, and behind "on Monday" and "in
 * a statement". Never past `limit`.
 */
export function skipAsides(view: View, cue: Cue, limit: number): number {
  const { units } = view;
  const start = cue.isInverted && cue.source !== null ? Math.max(cue.source.to, cue.to) : cue.to;
  const isHeard = (cue.use === "tell" || cue.use === "ask") && !cue.isInverted;
  return skipAdverbials(view, isHeard ? skipHearer(units, start) : start, limit);
}

/** Past the one who is told: "told [the Financial Times]", unless it is the subject of a clause. */
function skipHearer(units: readonly Unit[], at: number): number {
  const hearer = readHearer(units, at);
  if (hearer === null) return at;
  const next = units[hearer.to];
  return next !== undefined && (AUXILIARIES.has(next.word) || FINITES.has(next.word)) ? at : hearer.to;
}

/** Past "on Monday night", "in a statement", "late Friday", and the title of a programme. */
function skipAdverbials({ units, isWords }: View, at: number, limit: number): number {
  let i = at;
  while (i < limit && i - at < 40) {
    const unit = units[i]!;
    const isTitle = unit.kind === "run" && !isWords(unit);
    if (DAYS.has(unit.word) || DAY_FELLOWS.has(unit.word) || isTitle) {
      i++;
      continue;
    }
    if (!PREPOSITIONS.has(unit.word) || unit.kind !== "word" || isApproximate(units, i)) break;
    const phrase = readPhrase(units, i + 1);
    if (phrase !== null && CONJUNCTIONS.has(unit.word) && isVerbal(units[phrase.to]))
      return skipClause(units, i, limit);
    const after = units[i + 1];
    if (phrase === null && !(after?.kind === "run" && !isWords(after)) && !PREPOSITIONS.has(after?.word ?? "")) break;
    i = phrase?.to ?? i + 1;
  }
  return i;
}

/** "said about 40 people were told": whether a number stands behind what rounds it; "wrote about two wars" has none. */
export function isApproximate(units: readonly Unit[], at: number): boolean {
  const next = units[at + 1];
  if (!ROUNDING.has(units[at]!.word) || next === undefined) return false;
  const isFree = units[at]!.word !== "about" || STATING.test(units[at - 1]?.word ?? "");
  return isFree && (/^\p{N}/u.test(next.word) || isNumber(next.word));
}

/** Verbs that say nothing *about* anything. Own list. */
const STATING =
  /^(?:say|says|said|saying|(?:claim|confirm|insist)(?:s|ed|ing)?|(?:announc|believ|estimat)(?:e|es|ed|ing))$/;

function isNumber(word: string): boolean {
  return UNITS.has(word) || TENS.has(word) || MULTIPLES.has(word);
}

/** "after the boat sank, …": whether what follows a phrase makes a clause of it. */
function isVerbal(unit: Unit | undefined): boolean {
  if (unit?.kind !== "word" || DAYS.has(unit.word) || DAY_FELLOWS.has(unit.word)) return false;
  return !PREPOSITIONS.has(unit.word) && !CONJUNCTIONS.has(unit.word) && unit.word !== "that";
}

function skipClause(units: readonly Unit[], at: number, limit: number): number {
  let i = at;
  while (i < limit && i - at < 40 && units[i]!.kind !== "mark") i++;
  return i;
}
