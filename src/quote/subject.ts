import { DETERMINERS, PREPOSITIONS, RELATIVES, SUBJECT_PRONOUNS } from "../lang/en/clause.ts";
import { BODIES, PEOPLE, ROLES, UNNAMED } from "../lang/en/people.ts";
import { DAY_FELLOWS, DAYS } from "../lang/en/venues.ts";
import { isAdverb, isAnyAdverb, isBoundary, type Range, readPhrase, readPhraseBack } from "./noun.ts";
import type { Unit } from "./unit.ts";

/** Who does what a verb says, as places of units. */
export interface Subject {
  readonly source: Range;
  /** Whether it is the subject of an earlier verb. */
  readonly isShared: boolean;
  /** Where the clause begins, with what joins it to what stands before. */
  readonly clause: number;
}

/**
 * The subject of the verb group whose first word follows unit `at`, found no further back than `floor`; after "and" it is
 * `shared`, that of the verb before. Null where it is no noun phrase that can be told.
 */
export function findSubject(units: readonly Unit[], at: number, floor: number, shared: Range | null): Subject | null {
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
    else if (units[i]!.word === "that" && i < source.from - 1) return builderBefore(units, i, floor) ?? source;
  return source;
}

/** "the company that built the wall": a body or people behind an article, right before *that*. */
function builderBefore(units: readonly Unit[], that: number, floor: number): Range | null {
  const { word } = units[that - 1]!;
  if (!BODIES.has(word) && !ROLES.has(word) && !UNNAMED.has(word) && !PEOPLE.has(word)) return null;
  const phrase = readPhraseBack(units, that - 1, floor);
  return phrase !== null && DETERMINERS.has(units[phrase.from]!.word) ? phrase : null;
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
    /^(?:an?|the|his|her|its|their|\d+|one|speaking|head|chief|now|also|then|both|including|along|in|at|from|aged)$/.test(
      unit.word,
    ) ||
    unit.isCapital ||
    /(?:man|woman|er|or|ing|ed)$/.test(unit.word)
  );
}

function isHead(units: readonly Unit[], range: Range): boolean {
  const first = units[range.from]!;
  if (isAnyAdverb(first)) return false;
  return (
    first.isCapital ||
    SUBJECT_PRONOUNS.has(first.word) ||
    /^(?:an?|the|one|another|two|three|several|some|his|her|its|their)$/.test(first.word)
  );
}

/** Who the sentence begins with: a pronoun or a name; null if it begins otherwise. */
export function openingSubject(units: readonly Unit[]): Range | null {
  const start = startOfMain(units);
  const source = readPhrase(units, start);
  if (source === null || isAnyAdverb(units[start]!)) return null;
  let { to } = source;
  const verb = units.slice(start + 1, to).findIndex((unit) => !unit.isCapital && /[^e]ed$/.test(unit.word));
  if (verb >= 0) to = start + 1 + verb;
  while (to > source.from && !canSpeak(units[to - 1]!)) to--;
  const isOwner = units[to - 1]?.word.endsWith("'s");
  const isLeft = to < source.to && to - source.from === 1 && DETERMINERS.has(units[source.from]!.word); // of "those plans"
  return to > source.from && !isOwner && !isLeft ? { from: source.from, to } : null;
}

/** Where the main clause begins: behind a bullet, behind "But", and behind "On Monday," or "When the storm was over,". */
export function startOfMain(units: readonly Unit[]): number {
  let start = 0;
  while (start < 3 && units[start]?.kind === "mark") start++;
  if (/^(?:and|but|so|yet)$/.test(units[start]?.word ?? "")) start += units[start + 1]?.word === "," ? 2 : 1;
  const first = units[start];
  if (first === undefined || !(leadsUp(units, start) || isTime(units, start))) return start;
  if (isAnyAdverb(first) && isNamed(units[start + 1])) return start + 1; // "Later Ana Ruiz, the mayor, spoke"
  const comma = units.slice(start, start + 20).findIndex((unit) => unit.word === ",");
  return comma < 0 ? start : start + comma + 1;
}

function leadsUp(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (unit === undefined) return false;
  if (unit.word === "even") return leadsUp(units, at + 1); // not in "Even states that agree"
  if (PREPOSITIONS.has(unit.word) || isAnyAdverb(unit)) return true;
  return /^(?:when|while|as|because|although|though|if|once|whenever|unless)$/.test(unit.word);
}

function isNamed(unit: Unit | undefined): boolean {
  return unit?.kind === "word" && unit.isCapital && !DAYS.has(unit.word) && !PREPOSITIONS.has(unit.word);
}

/** "Last week", "Monday night". */
function isTime(units: readonly Unit[], at: number): boolean {
  const word = units[at]?.word ?? "";
  return DAYS.has(word) || (DAY_FELLOWS.has(word) && (units[at + 1]?.word === "," || isTime(units, at + 1)));
}

function canSpeak(unit: Unit): boolean {
  const { word } = unit;
  return (
    (unit.isCapital && !DETERMINERS.has(word)) ||
    SUBJECT_PRONOUNS.has(word) ||
    ROLES.has(word) ||
    UNNAMED.has(word) ||
    PEOPLE.has(word)
  );
}
