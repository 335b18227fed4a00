import { AUXILIARIES, DETERMINERS, FINITES, RELATIVES } from "../lang/en/clause.ts";
import { SPEECH } from "../lang/en/speech.ts";
import { hasVerb, isClause } from "./clause.ts";
import { isAdverb, type Range, readPhrase } from "./noun.ts";
import type { Unit } from "./unit.ts";

/** What leads up to a main clause: "After Ruiz said the pier was safe, people came back." */
const LEADING = /^(?:after|although|though|when|while|as|because|since|once|before|until|if|despite)$/;
/** Units before the source that such a clause may begin with: "And even if". */
const MOST_LEAD = 3;
/** What a main clause does not begin with. */
const GOING_ON = /^(?:and|or|but|who|which|whose|where|when|while|with|including|as|that|because|if|to)$/;
/** Units of a sentence that are looked at. */
const REACH = 120;

/**
 * Where words reported in the clause that leads up to another end, with the comma before that one; `to` where they do not stand in such a clause, and where
 * no other begins. `source` and `content` are places of units, the content to the end of the sentence.
 */
export function endOfLead(units: readonly Unit[], source: Range, content: Range): number {
  const lead = units.slice(Math.max(0, source.from - MOST_LEAD), source.from);
  const isLed = source.from <= MOST_LEAD && lead.some(({ word }) => LEADING.test(word));
  if (!isLed || content.from < source.to || units.slice(content.to).some(({ kind }) => kind === "word"))
    return content.to;
  for (let at = content.from + 2; at + 2 < Math.min(content.to, content.from + REACH); at++) {
    const { word } = units[at + 1]!;
    if (units[at]!.word !== "," || GOING_ON.test(word) || AUXILIARIES.has(word) || FINITES.has(word)) continue;
    if (isClause(units, at + 1, content.to)) return at;
  }
  return content.to;
}

/** Where words end whose last mark a comma stands within, where another clause follows or the reporter says there what or who that was: “… of George,” the man whose death …". */
export function endBeforeApposition(units: readonly Unit[], { from, to }: Range): number {
  const start = Math.max(from, to - REACH);
  const run = start + units.slice(start, to).findLastIndex(({ kind }) => kind === "run");
  if (run < start || units[run]!.word !== "“,") return to;
  if (run + 1 < to && isOtherClause(units, run + 1)) return run + 1;
  if (!/^(?:the|an?)$/.test(units[run + 1]?.word ?? "")) return to;
  const phrase = readPhrase(units, run + 1);
  if (phrase === null || phrase.to > to) return to;
  return phrase.to === to || /^(?:who|whose|whom|which|that)$/.test(units[phrase.to]!.word) ? run + 1 : to;
}

/** “… the planet,” while Ruiz replied: whether another clause, with a subject of its own, is joined to what stands before it. */
function isOtherClause(units: readonly Unit[], at: number): boolean {
  if (!/^(?:and|but|while|whereas|although|though|yet)$/.test(units[at]!.word)) return false;
  const subject = readPhrase(units, at + 1);
  const verb = subject && units[subject.to];
  return verb?.kind === "word" && (hasVerb([verb]) || SPEECH.has(verb.word));
}

/** Where words end behind which the reporter says what is not known: ", but it is not clear when". */
export function endBeforeDoubt(units: readonly Unit[], { from, to }: Range): number {
  for (let at = from + 2; at + 3 < Math.min(to, from + REACH); at++) {
    if (units[at]!.word !== "," || !/^(?:but|though|although)$/.test(units[at + 1]!.word)) continue;
    const words = units.slice(at + 2, at + 8).map(({ word }) => word);
    if (/^it/.test(words[0]!) && words.some((word) => word === "clear" || word === "unclear")) return at;
  }
  return to;
}

const MODAL = /^(?:can|could|may|might|must|should|will|would|cannot|can't|couldn't|shouldn't|won't|wouldn't)$/;
/** Past forms that are no participles. Own list. */
const PAST = /^(?:began|broke|came|chose|died|fell|fled|gave|grew|knew|ran|rose|saw|spoke|took|went|wrote)$/;
/** Verbs behind which a clause stands, whether or not its verb is known. Own list. */
const CLAUSAL = /^(?:added|argued|believed|claimed|insisted|said|thought|told|wrote)$/;
/** What follows a past form that is no participle: its object, or "called for". */
const OBJECT = /^(?:for|him|them|that)$/;

/**
 * Where words reported in the past end behind which the source goes on to do something: "said he could not swim and died", "admitted the “mistake”
 * and called for help". What stands before *and* is no clause, or its last verb stands behind a modal, which no past form can go on with.
 */
export function endBeforeDeed(units: readonly Unit[], cue: Range, { from, to }: Range): number {
  const verbs = units.slice(cue.from, cue.to);
  if (from < cue.to || !verbs.some(isPast)) return to;
  const isClausal = units[from - 1]!.word === "that" || verbs.some(({ word }) => CLAUSAL.test(word));
  for (let at = from + 1; at + 2 < Math.min(to, from + REACH); at++)
    if (units[at]!.word === "and" && isDeed(units, at + 1) && isOver(units.slice(from, at), isClausal)) return at;
  return to;
}

function isPast({ word }: Unit): boolean {
  return PAST.test(word) || SPEECH.get(word)?.form === "past" || /[^e]ed$/.test(word);
}

function isDeed(units: readonly Unit[], at: number): boolean {
  const [verb, next] = [units[at]!, units[at + 1]!];
  if (verb.kind !== "word" || verb.isCapital) return false;
  return PAST.test(verb.word) || (isPast(verb) && (DETERMINERS.has(next.word) || OBJECT.test(next.word)));
}

/** Whether words have no verb, unless they are a clause, or one behind a modal and none behind that. */
function isOver(words: readonly Unit[], isClausal: boolean): boolean {
  const modal = words.findLastIndex(({ word }) => MODAL.test(word));
  if (modal < 0)
    return !isClausal && !hasVerb(words) && !words.some(({ word }) => RELATIVES.has(word) || word === "that");
  let verb = modal + 1;
  while (verb < words.length && (words[verb]!.word === "not" || isAdverb(words[verb]!))) verb++;
  const word = words[verb]?.word ?? "be";
  return !/^(?:be|become|feel|get|have|keep|look|remain|seem|stay)$/.test(word) && !hasVerb(words.slice(verb + 1));
}
