import { BEING, CONJUNCTIONS, RELATIVES } from "../lang/en/clause.ts";
import type { Range } from "./noun.ts";
import type { Unit } from "./unit.ts";

/** Words of the longest time: "about two and a half years ago". */
const LONGEST_TIME = 7;
/** Participles that say of their subject what others say of it: "has been accused of fraud". Own list. */
const SAID_OF =
  /^(?:accused|advised|assured|charged|convicted|described|identified|informed|named|ordered|reminded|suspected|told|urged|warned)$/;

/**
 * Whether what is taken for a content holds nothing that was said: "didn't say it, but he left", "wrote two days ago", and behind a comma what tells
 * of who speaks ("according to Ruiz, who was there").
 */
export function isEmpty(units: readonly Unit[], cue: Range, { from, to }: Range): boolean {
  const first = units[from]!;
  const next = units[from + 1];
  if (from === cue.to && /^(?:it|so)$/.test(first.word))
    return next === undefined || next.kind !== "word" || CONJUNCTIONS.has(next.word);
  if (to - from <= LONGEST_TIME && units[to - 1]!.word === "ago") return true;
  const isBehind = from > cue.to && units[from - 1]?.word === ",";
  return isBehind && RELATIVES.has(first.word) && first.word !== "where";
}

/** Whether the cue is passive and its subject is who is spoken of: "has been accused of". */
export function isSaidOf(units: readonly Unit[], cue: Range): boolean {
  const words = units.slice(cue.from, cue.to);
  return words.some(({ word }, i) => SAID_OF.test(word) && words.slice(0, i).some((own) => BEING.has(own.word)));
}
