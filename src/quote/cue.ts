import { BEING, DETERMINERS, PREPOSITIONS, RELATIVES, SUBJECT_PRONOUNS, UNSAID } from "../lang/en/clause.ts";
import { ROLES, UNNAMED } from "../lang/en/people.ts";
import { SPEECH, type SpeechUse } from "../lang/en/speech.ts";
import { DAY_FELLOWS, DAYS } from "../lang/en/venues.ts";
import { isAdverb, isBoundary, type Range, readPhrase, readPhraseBack } from "./noun.ts";
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
  let subject: Range | null = openingSubject(units);
  let floor = 0;
  for (let i = 0; i < units.length; i++) {
    const cue = readAccording(units, i) ?? readWords(units, i) ?? readVerb(units, i, floor, subject);
    if (cue === null) continue;
    cues.push(cue);
    subject = cue.source ?? subject;
    floor = cue.isInverted ? floor : cue.to;
    i = Math.max(i, cue.to - 1);
  }
  return cues;
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
  const isPut = /^puts?$/.test(unit.word) && units[i + 1]?.word === "it";
  const verb = unit.kind === "word" && !unit.isCapital ? SPEECH.get(isPut ? "remarked" : unit.word) : undefined;
  if (verb === undefined) return null;
  const from = wholeVerb(units, i);
  const near = skipAdverbs(units, from - 1);
  const isBeing = BEING.has(units[near]?.word ?? "");
  const before = isBeing ? skipAdverbs(units, near - 1) : near;
  if (isUnsaid(units, before) || (isBeing && verb.form !== "participle")) return null;
  const base = { from, to: isPut ? i + 2 : i + 1, use: verb.use };
  if (verb.form === "participle" && from === i && !isBeing) return readParticiple(units, base, subject);
  const found = findSubject(units, before, floor, subject);
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

function readParticiple(units: readonly Unit[], base: Range & { use: SpeechUse }, subject: Range | null): Cue | null {
  const before = units[base.from - 1];
  const isJoined = before === undefined || before.kind !== "word" || /^(?:and|but|while|also)$/.test(before.word);
  if (!isJoined || (subject === null && before?.word !== ",")) return null;
  const clause = before?.kind === "word" ? base.from - 1 : base.from;
  return { ...base, source: subject, isInverted: false, isShared: true, clause };
}

interface Subject {
  readonly source: Range;
  readonly isShared: boolean;
  readonly clause: number;
}

/** The subject of the verb group whose first word follows unit `at`. */
function findSubject(units: readonly Unit[], at: number, floor: number, shared: Range | null): Subject | null {
  const last = units[at];
  if (last === undefined) return null;
  if (last.kind === "run") return relativeHead(units, at, floor);
  if (last.word === ",") return behindAside(units, at, floor) ?? null;
  if (/^(?:and|but|or|then)$/.test(last.word)) return shared && { source: shared, isShared: true, clause: at };
  if (RELATIVES.has(last.word)) return antecedent(units, at, floor);
  const source = readPhraseBack(units, at, floor);
  const head = source && headBefore(units, source, floor);
  if (head === source && source !== null && isObject(units, source)) return null;
  return head && { source: head, isShared: false, clause: joinedAt(units, head.from, floor) };
}

/** "by mayor Ana Ruiz, who said": the phrase before the relative at `at`, from the last preposition on. */
function antecedent(units: readonly Unit[], at: number, floor: number): Subject | null {
  const end = at - (units[at - 1]?.word === "," ? 2 : 1);
  let start = end;
  while (start > floor && end - start < 12 && !isParting(units[start - 1]!)) start--;
  const source = readPhraseBack(units, end, start);
  return source && { source, isShared: false, clause: at };
}

function isParting({ word }: Unit): boolean {
  return PREPOSITIONS.has(word) && word !== "of" && word !== "for";
}

/** "defend the architect said": whether a word that can only be a verb of the reporter's stands before an article. */
function isObject(units: readonly Unit[], { from }: Range): boolean {
  const before = units[from - 1];
  if (before?.kind !== "word" || before.isCapital || !DETERMINERS.has(units[from]!.word)) return false;
  return !isBoundary(before) && !isAdverb(before) && !DAY_FELLOWS.has(before.word);
}

/** The head of "leaders who support Ukraine": what stands before the relative that the phrase read belongs to. */
function headBefore(units: readonly Unit[], source: Range, floor: number): Range {
  for (let i = source.from - 1; i > floor && source.from - i < 10 && units[i]!.kind === "word"; i--)
    if (/^(?:who|which)$/.test(units[i]!.word)) return readPhraseBack(units, i - 1, floor) ?? source;
  return source;
}

/** The clause begins with what joins it on: ", and", "while". */
function joinedAt(units: readonly Unit[], from: number, floor: number): number {
  let at = from;
  while (
    at - 1 >= floor &&
    /^(?:and|but|while|as|although|though|because|when|what|whereas|yet|that)$/.test(units[at - 1]!.word)
  )
    at--;
  return at;
}

/** "Ana Ruiz, who lives there, said": the head before an aside between commas that ends at `at`. */
function behindAside(units: readonly Unit[], at: number, floor: number): Subject | null {
  let seen = 0;
  for (let i = at - 1; i > floor && at - i < 60 && seen < 4; i--) {
    if (units[i]!.word !== ",") continue;
    seen++;
    if (!opensAside(units[i + 1]!)) continue;
    const source = readPhraseBack(units, i - 1, floor);
    const head = source && headBefore(units, source, floor);
    if (head !== null && isHead(units, head))
      return { source: head, isShared: false, clause: joinedAt(units, head.from, floor) };
  }
  return null;
}

/** “…,” said he had warned: the verb behind a run belongs to "X, who …" if that opens the clause. */
function relativeHead(units: readonly Unit[], at: number, floor: number): Subject | null {
  for (let i = at - 1; i > floor && at - i < 40; i--) {
    if (!RELATIVES.has(units[i]!.word) || units[i - 1]!.word !== ",") continue;
    const source = readPhraseBack(units, i - 2, floor);
    return source && { source, isShared: false, clause: joinedAt(units, source.from, floor) };
  }
  return null;
}

function opensAside(unit: Unit): boolean {
  if (unit.kind !== "word") return false;
  return (
    RELATIVES.has(unit.word) ||
    /^(?:an?|the|his|her|its|their|\d+|one|speaking|head|chief|now|both|including|along|in|at|from|aged)$/.test(
      unit.word,
    ) ||
    unit.isCapital ||
    /(?:man|woman|er|or|ing|ed)$/.test(unit.word)
  );
}

function isHead(units: readonly Unit[], range: Range): boolean {
  const first = units[range.from]!;
  if (isAdverb({ ...first, isCapital: false })) return false;
  return (
    first.isCapital ||
    SUBJECT_PRONOUNS.has(first.word) ||
    /^(?:an?|the|one|another|two|three|several|some|his|her|its|their)$/.test(first.word)
  );
}

/** "they say" and "experts say", not "the new claims": a verb in -s has one subject, a base form several. */
function agrees(units: readonly Unit[], source: Range, form: string): boolean {
  const { word } = units[source.to - 1]!;
  if (form === "third") return !/^(?:they|we|i|you)$/.test(word) && !DET_ONLY.test(word);
  if (form !== "base") return true;
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
  const source = readPhrase(units, base.to);
  return source && { ...base, source, isInverted: true, isShared: false, clause: base.from };
}

/** Who the sentence begins with: a pronoun or a name; null if it begins otherwise. */
export function openingSubject(units: readonly Unit[]): Range | null {
  const start = startOfMain(units);
  const source = readPhrase(units, start);
  if (source === null || isAdverb({ ...units[start]!, isCapital: false })) return null;
  let { to } = source;
  const verb = units.slice(start + 1, to).findIndex((unit) => !unit.isCapital && /[^e]ed$/.test(unit.word));
  if (verb >= 0) to = start + 1 + verb;
  while (to > source.from && !canSpeak(units[to - 1]!)) to--;
  const isOwner = units[to - 1]?.word.endsWith("'s");
  return to > source.from && !isOwner ? { from: source.from, to } : null;
}

/** Behind "On Monday," or "After the storm,". */
function startOfMain(units: readonly Unit[]): number {
  const first = units[0];
  if (first === undefined || !(PREPOSITIONS.has(first.word) || isAdverb({ ...first, isCapital: false }))) return 0;
  const comma = units.slice(0, 20).findIndex((unit) => unit.word === ",");
  return comma < 0 ? 0 : comma + 1;
}

function canSpeak(unit: Unit): boolean {
  const { word } = unit;
  return (
    (unit.isCapital && !DETERMINERS.has(word)) || SUBJECT_PRONOUNS.has(word) || ROLES.has(word) || UNNAMED.has(word)
  );
}
