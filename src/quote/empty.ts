import { AUXILIARIES, BEING, CONJUNCTIONS, DETERMINERS, FINITES, RELATIVES, ROUNDING } from "../lang/en/clause.ts";
import { TENS, UNITS } from "../lang/en/number.ts";
import { SPEECH } from "../lang/en/speech.ts";
import type { Range } from "./noun.ts";
import type { Unit } from "./unit.ts";

/** What a time that ends in *ago* is made of, with numbers: "about two and a half years ago". */
const TIME = /^(?:an?|and|few|half|long|many|several|(?:second|minute|hour|day|week|month|year|decade)s?|\d+)$/;
/** Participles that say of their subject what others say of it: "has been accused of fraud". Own list. */
const SAID_OF =
  /^(?:accused|advised|assured|charged|convicted|described|identified|informed|named|ordered|reminded|suspected|told|urged|warned)$/;

/**
 * Whether what is taken for a content holds nothing that was said: "didn't say it, but he left", "wrote two days ago", "criticism of the plan comes late",
 * and behind a comma what tells
 * of who speaks ("according to Ruiz, who was there").
 */
export function isEmpty(units: readonly Unit[], cue: Range, { from, to }: Range): boolean {
  const first = units[from]!;
  const next = units[from + 1];
  if (from === cue.to && /^(?:it|so)$/.test(first.word) && /^sa(?:y|ys|id|ying)$/.test(units[cue.to - 1]!.word))
    return next === undefined || next.kind === "mark" || CONJUNCTIONS.has(next.word);
  const last = units[to - 1]!.word;
  if (last === "ago" && units.slice(from, to - 1).every(({ word }) => TIME.test(word) || isRounded(word))) return true;
  if (from === cue.to && isNounOf(units, cue) && isVerbal(units.slice(from, to))) return true;
  if (from === cue.to && isGloss(units.slice(cue.from, to))) return true;
  const isBehind = from > cue.to && units[from - 1]?.word === ",";
  return isBehind && RELATIVES.has(first.word) && first.word !== "where";
}

/** "…,” she said, referring to the storm": what the reporter explains, if nothing tells what she called it. */
function isGloss(words: readonly Unit[]): boolean {
  const isReferring = words[0]!.word === "referring" && words[1]?.word === "to";
  return isReferring && words.every(({ kind, word }) => kind !== "run" && word !== "as");
}

/** "criticism of": a noun goes on with a phrase, never with a clause. */
function isNounOf(units: readonly Unit[], { from, to }: Range): boolean {
  const { word } = units[to - 2] ?? units[from]!;
  return to - from > 1 && units[to - 1]!.word === "of" && !SPEECH.has(word) && !/(?:ed|ing)$/.test(word);
}

/** Whether a verb stands among words that no other clause holds; behind an article it is a noun. */
function isVerbal(words: readonly Unit[]): boolean {
  const inner = words.findIndex(
    ({ kind, word }) =>
      kind === "run" || /^(?:whether|to)$/.test(word) || RELATIVES.has(word) || CONJUNCTIONS.has(word),
  );
  const own = inner < 0 ? words : words.slice(0, inner);
  return own.some(
    ({ word, isCapital }, i) =>
      i > 0 && !isCapital && (AUXILIARIES.has(word) || FINITES.has(word)) && !DETERMINERS.has(own[i - 1]!.word),
  );
}

function isRounded(word: string): boolean {
  return UNITS.has(word) || TENS.has(word) || ROUNDING.has(word);
}

/** Whether the cue is passive and its subject is who is spoken of: "has been accused of". */
export function isSaidOf(units: readonly Unit[], cue: Range): boolean {
  const words = units.slice(cue.from, cue.to);
  return words.some(({ word }, i) => SAID_OF.test(word) && words.slice(0, i).some((own) => BEING.has(own.word)));
}
