import { QUOTING } from "../lang/en/citing.ts";
import { AUXILIARIES, BEING, DETERMINERS, SUBJECT_PRONOUNS, UNSAID } from "../lang/en/clause.ts";
import { PEOPLE, ROLES, UNNAMED } from "../lang/en/people.ts";
import { NOUNS_TOO, SPEECH, type SpeechUse } from "../lang/en/speech.ts";
import { DAY_FELLOWS, DAYS } from "../lang/en/venues.ts";
import { joinsOffices, nameBehind } from "./apposition.ts";
import { isAdverb, type Range, readPhrase } from "./noun.ts";
import { findSubject, openingSubject } from "./subject.ts";
import type { Unit } from "./unit.ts";

/** A reporting verb, or "according to", with who is credited. All numbers are places of units in the sentence. */
export interface Cue extends Range {
  readonly use: SpeechUse | "according";
  readonly source: Range | null;
  /** Whether the source stands behind: "said Ana Ruiz", "according to the ministry". */
  readonly isInverted: boolean;
  /** Whether the source was taken from an earlier verb: "…, adding that". */
  readonly isShared: boolean;
  /** Where its clause begins: at the source with what joins it to what stands before, or at the cue. */
  readonly clause: number;
}

/** The cues of a sentence in order. One that names no source keeps null. Linear. */
export function findCues(units: readonly Unit[]): Cue[] {
  const cues: Cue[] = [];
  if (!units.some(({ entry }) => entry?.isTelling)) return cues; // as most sentences
  let subject: Range | null = openingSubject(units);
  let floor = 0;
  for (let i = 0; i < units.length; i++) {
    const bare = readAccording(units, i) ?? readWords(units, i) ?? readVerb(units, i, floor, subject);
    if (bare === null) continue;
    const cue = withName(units, bare);
    cues.push(cue);
    // "What he called a trap" is an aside.
    if (units[cue.clause]!.word !== "what") subject = mainSubject(units, cue) ?? cue.source ?? subject;
    floor = cue.isInverted ? floor : cue.to;
    i = Math.max(i, cue.to - 1);
  }
  return cues;
}

/** "According to the ministry, Ana Ruiz cut in, adding …": who goes on behind the comma, and not the authority. */
function mainSubject(units: readonly Unit[], { use, source }: Cue): Range | null {
  if (use !== "according" || source === null || units[source.to]?.word !== ",") return null;
  const first = units[source.to + 1];
  const isPhrase =
    first !== undefined && (first.isCapital || DETERMINERS.has(first.word) || SUBJECT_PRONOUNS.has(first.word));
  const phrase = isPhrase ? readPhrase(units, source.to + 1) : null;
  return phrase !== null && units[phrase.to]?.kind === "word" ? phrase : null;
}

/**
 * The cue with the name that its source is set before: "the chief engineer, Maren Oswick, told". What follows "according to
 * the ministry," may be a clause, so there the name has to end the sentence.
 */
function withName(units: readonly Unit[], cue: Cue): Cue {
  const name = cue.source && !cue.isShared ? nameBehind(units, cue.source) : null;
  if (name === null || (cue.use === "according" && units.slice(name.to, name.to + 2).some((u) => u.kind !== "mark")))
    return cue;
  return { ...cue, source: { from: cue.source!.from, to: name.to } };
}

function readAccording(units: readonly Unit[], i: number): Cue | null {
  if (units[i]!.word !== "according" || units[i + 1]?.word !== "to") return null;
  const source = readPhrase(units, i + 2);
  return source && { from: i, to: i + 2, use: "according", source, isInverted: true, isShared: false, clause: i };
}

/** "in his words", "in the words of Ana Ruiz". */
function readWords(units: readonly Unit[], i: number): Cue | null {
  if (units[i]!.word !== "in") return null;
  const base = { from: i, use: "according", isInverted: true, isShared: false, clause: i } as const;
  const isOf = units[i + 1]?.word === "the" && units[i + 2]?.word === "words" && units[i + 3]?.word === "of";
  const source = isOf ? readPhrase(units, i + 4) : null;
  if (source !== null) return { ...base, to: i + 4, source };
  const isHis = /^(?:his|her|their)$/.test(units[i + 1]?.word ?? "");
  const at = units[i + 2]?.word === "own" ? i + 3 : i + 2;
  return isHis && units[at]?.word === "words" ? { ...base, to: at + 1, source: { from: i + 1, to: i + 2 } } : null;
}

function readVerb(units: readonly Unit[], i: number, floor: number, subject: Range | null): Cue | null {
  const unit = units[i]!;
  const isPut = units[i + 1]?.word === "it" && /^puts?$/.test(unit.word);
  const verb = unit.kind === "word" && !unit.isCapital ? SPEECH.get(isPut ? "remarked" : unit.word) : undefined;
  if (verb === undefined) return null;
  const from = wholeVerb(units, i);
  const near = skipAdverbs(units, from - 1);
  const isBeing = BEING.has(units[near]?.word ?? "");
  const before = isBeing ? skipAdverbs(units, near - 1) : near;
  if (isUnsaid(units, before) || (isBeing && verb.form !== "participle")) return null;
  const relayed = verb.form === "participle" ? readRelayed(units, i, floor) : null;
  if (relayed !== null) return { from: i, to: i + 1, use: verb.use, ...relayed };
  const base = { from, to: isPut ? i + 2 : i + 1, use: verb.use };
  if (verb.form === "participle" && from === i && !isBeing)
    return readParticiple(units, base, nearerSubject(units, from, floor) ?? subject);
  const found = findSubject(units, before, floor, subject);
  if (before === 0 && units[0]!.word === "that") return null; // "That said, …"
  if (found !== null && agrees(units, found.source, from < i || isBeing ? "past" : verb.form))
    return { ...base, isInverted: false, ...found };
  return verb.form === "base" ? null : readInverted(units, base, before);
}

/** Where the verb group begins: "went on to assert", "was quoted as saying". */
function wholeVerb(units: readonly Unit[], i: number): number {
  const at = (n: number): string => units[i - n]?.word ?? "";
  if (at(1) === "to" && at(2) === "on" && /^(?:went|goes|go|going)$/.test(at(3))) return i - 3;
  if (at(1) === "to" && /^(?:continued|continues|appeared|seemed)$/.test(at(2))) return i - 2;
  if (at(1) === "as" && at(2) === "quoted") return i - 2;
  return i;
}

/** Units between "quoted" and "as" at most. */
const MOST_QUOTED = 16;

/** "The Courier quoted Ana Ruiz as saying": the words are hers, and the clause begins with whoever passes them on. */
function readRelayed(units: readonly Unit[], i: number, floor: number): Omit<Cue, "from" | "to" | "use"> | null {
  if (units[i - 1]?.word !== "as") return null;
  const start = Math.max(floor, i - MOST_QUOTED);
  const verb = start + units.slice(start, i).findLastIndex(({ word }) => QUOTING.has(word));
  const source = verb < start ? null : readPhrase(units, verb + 1);
  if (source?.to !== i - 1) return null;
  const clause = findSubject(units, skipAdverbs(units, verb - 1), floor, null)?.clause ?? verb;
  return { source, isInverted: false, isShared: false, clause };
}

function skipAdverbs(units: readonly Unit[], i: number): number {
  while (i >= 0 && (isAdverb(units[i]!) || isDay(units, i))) i--;
  return i;
}

/** "on Monday", "last week" between a subject and its verb. */
function isDay(units: readonly Unit[], i: number): boolean {
  const { word } = units[i]!;
  if (word === "on") return DAYS.has(units[i + 1]?.word ?? "");
  return DAYS.has(word) || (DAY_FELLOWS.has(word) && !units[i]!.isCapital);
}

function isUnsaid(units: readonly Unit[], before: number): boolean {
  const last = units[before];
  return last !== undefined && last.kind === "word" && UNSAID.has(last.word);
}

/** No clause that a participle goes on with begins further before it than this many units. */
const NEAR = 60;

/** "…, and Ana Ruiz was harsh, saying …": the subject of the clause that a joining word begins, right before a participle and its comma; null where there is none that can speak. */
function nearerSubject(units: readonly Unit[], at: number, floor: number): Range | null {
  if (units[at - 1]?.word !== ",") return null;
  for (let i = at - 2; i > floor && at - i < NEAR; i--) {
    if (units[i]!.kind === "run" || /^[;:]$/.test(units[i]!.word)) return null;
    if (units[i - 1]!.word !== "," || !/^(?:and|but|while|yet)$/.test(units[i]!.word)) continue;
    const phrase = readPhrase(units, i + 1);
    const verb = phrase && units[phrase.to];
    return verb?.kind === "word" && AUXILIARIES.has(verb.word) && isSpeaker(units, phrase!) ? phrase : null;
  }
  return null;
}

function isSpeaker(units: readonly Unit[], { from, to }: Range): boolean {
  const { word, isCapital } = units[to - 1]!;
  if (to - from === 1 && /^(?:he|she|they)$/.test(word)) return true;
  return isCapital || [ROLES, UNNAMED, PEOPLE].some((list) => list.has(word));
}

function readParticiple(units: readonly Unit[], base: Range & { use: SpeechUse }, subject: Range | null): Cue | null {
  const before = units[base.from - 1];
  const isJoined = before === undefined || before.kind !== "word" || /^(?:and|but|while|also)$/.test(before.word);
  if (!isJoined || (subject === null && before?.word !== ",")) return null;
  const clause = before?.kind === "word" ? base.from - 1 : base.from;
  return { ...base, source: subject, isInverted: false, isShared: true, clause };
}

/** "they say" and "experts say", not "the new claims": a verb in -s has one subject, a base form several. */
function agrees(units: readonly Unit[], source: Range, form: string): boolean {
  const { word } = units[source.to - 1]!;
  if (form === "third") return !/^(?:they|we|i|you)$/.test(word) && !DET_ONLY.test(word);
  if (form !== "base") return true;
  if (/^(?:an?|one|every|each)$/.test(units[source.from]!.word)) return false; // "a nuclear weapons state"
  if (SPEECH.get(word)?.form === "third" && !NOUNS_TOO.has(word)) return false; // “…,” says state senator Ana Ruiz
  return (
    /^(?:they|we|i|you|people|police|many|some|others)$/.test(word) ||
    (/[^s]s$/.test(word) && !units[source.to - 1]!.isCapital) ||
    units.slice(source.from, source.to).some((u) => u.word === "and")
  );
}
const DET_ONLY = /^(?:the|a|an|his|her|its|their|these|those|some|any|no)$/;

/** “…,” said Ana Ruiz: the verb stands right behind a mark or a run. */
function readInverted(units: readonly Unit[], base: Range & { use: SpeechUse }, before: number): Cue | null {
  const last = units[before];
  if (base.use === "tell" && /^t[eo]l/.test(units[base.to - 1]!.word)) return null;
  if (last === undefined || before !== base.from - 1 || (last.kind !== "run" && last.word !== ",")) return null;
  if (base.use === "call" && last.kind === "run" && !/[,.?!…]$/u.test(last.word)) return null; // Ana “openly” mocked the plan
  const source = readPhrase(units, base.to);
  const other = source !== null && units[source.to]?.word === "and" ? readPhrase(units, source.to + 1) : null;
  if (other !== null && joinsOffices(units, { from: base.to, to: other.to }, source!.to))
    return { ...base, source: { from: base.to, to: other.to }, isInverted: true, isShared: false, clause: base.from };
  return source && { ...base, source, isInverted: true, isShared: false, clause: base.from };
}
