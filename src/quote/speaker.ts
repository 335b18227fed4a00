import { DETERMINERS, PREPOSITIONS, RELATIVES, SUBJECT_PRONOUNS } from "../lang/en/clause.ts";
import { FORENAMES } from "../lang/en/forenames.ts";
import { ADDRESS, BODIES, PLACE_STARTS, ROLES, UNNAMED } from "../lang/en/people.ts";
import { SPEECH } from "../lang/en/speech.ts";
import { DAYS } from "../lang/en/venues.ts";
import type { Span } from "../text/span.ts";
import { joinsAppositions, joinsOffices } from "./apposition.ts";
import { type Memory, recallPronoun, type Where } from "./memory.ts";
import { isDepartment, isPartyWord, readWords } from "./mention.ts";
import type { Name, Names } from "./names.ts";
import type { Range } from "./noun.ts";
import { isHolder, type Role, readRole } from "./role.ts";
import type { Unit } from "./unit.ts";

/** No office is looked for further back than this many people. */
const REACH = 6;

/**
 * Whom a source names, or null for the unnamed ("officials", "a spokesman") and for several together. A name is looked
 * up by its last word, then, for people with a role, by its first ("Xi"); a pronoun at `place` by `memory`; a role ("the NATO chief") whoever the report gives that role, the latest spoken of first.
 */
export function findSpeaker(
  units: readonly Unit[],
  source: Range,
  names: Names,
  memory: Memory,
  place: Where,
): Name | null {
  const first = units[source.from]!;
  const pronoun = readPronoun(units, source);
  if (pronoun !== null) return recallPronoun(memory, pronoun, place);
  if (isSeveral(units, source)) return null;
  const head = headOf(units, source);
  const name = nameAt(units, head) ?? surnameAt(units, head, names) ?? setBehind(units, source);
  if (name !== null) return lookUp(units, name, names, memory, place);
  if (/^(?:an?|one|some|several|two|many|another)$/.test(first.word)) return null;
  return recallBody(units, head, names) ?? recallRole(units, source, names, memory);
}

/** More units are no one's name with what they are. */
const MOST_SOURCE = 40;

/** Whether *and* joins more than one in a source, and not what one person is, or *or* leaves open which of two. */
function isSeveral(units: readonly Unit[], source: Range): boolean {
  if (source.to - source.from > MOST_SOURCE)
    return units.slice(source.from, source.to).some(({ word }) => word === "and");
  for (let at = source.from; at < source.to; at++) {
    if (units[at]!.word === "or" && units[at - 1]?.isCapital === true && units[at + 1]?.isCapital === true) return true;
    if (units[at]!.word !== "and") continue;
    if (!joinsOffices(units, source, at) && !joinsAppositions(units, source, at)) return true;
  }
  return false;
}

const PRONOUNS: ReadonlyMap<string, "he" | "she"> = new Map([
  ["he", "he"],
  ["his", "he"],
  ["she", "she"],
  ["her", "she"],
]);

/** Which pronoun a source is, if it is one for a person. */
export function readPronoun(units: readonly Unit[], source: Range): "he" | "she" | null {
  return source.to - source.from === 1 ? (PRONOUNS.get(units[source.from]!.word) ?? null) : null;
}

/**
 * A phrase up to its first preposition or bracket; behind a bracket that more follows ("PARIS (AFP) President …"), but not where that
 * goes on with what stands before it: "Ana Ruiz (D) of Averland".
 */
export function headOf(units: readonly Unit[], source: Range): Range {
  const bracket = units
    .slice(source.from, source.to - 1)
    .findIndex((unit, i) => unit.word === ")" && !goesOn(units[source.from + i + 1]!));
  if (bracket >= 0) return headOf(units, { from: source.from + bracket + 1, to: source.to });
  const office = officeOfBody(units, source);
  if (office > 0) return headOf(units, { from: office, to: source.to });
  const owned = units.slice(source.from, source.to - 1).findLastIndex((_, at) => isLooseOwner(units, source.from + at));
  if (owned >= 0) return headOf(units, { from: source.from + owned + 1, to: source.to });
  for (let i = source.from + 2; i < Math.min(source.from + 6, source.to - 1); i++)
    if (isDepartment(units, i) && units[i + 1]!.isCapital) return headOf(units, { from: i + 1, to: source.to });
  let to = source.from + 1;
  while (to < source.to && units[to]!.kind !== "mark" && !(PREPOSITIONS.has(units[to]!.word) && !units[to]!.isCapital))
    to++;
  return { from: source.from, to };
}

/** Whether what stands behind a bracket belongs to the words before it. */
function goesOn({ word, isCapital }: Unit): boolean {
  return word === "," || (PREPOSITIONS.has(word) && !isCapital);
}

/**
 * "Department of Defense spokesperson Ana Ruiz": the place of the office between a body whose name has *of* and a name, else -1. Before other words
 * ("supporters of Kelsmouth Mayor Ana Ruiz") the name is not who speaks.
 */
function officeOfBody(units: readonly Unit[], { from, to }: Range): number {
  const first = from + (units[from]!.word === "the" ? 1 : 0);
  if (units[first + 1]?.word !== "of" || !BODIES.has(units[first]!.word)) return -1;
  for (let at = first + 2; at < to - 1; at++) {
    const { kind, word, isCapital } = units[at]!;
    if (kind !== "word") return -1;
    if (at > first + 2 && ROLES.has(word) && units[at + 1]!.isCapital) return at;
    if (!isCapital && !ROLES.has(word) && !/^(?:the|and|of)$/.test(word)) return -1;
  }
  return -1;
}

/** The end of an owner: an "'s" that a page has set apart ("Aldo Verrin 's lawyer Ben Roe"), or an apostrophe behind an *s* ("Ana Reyes' lawyer"). */
function isLooseOwner(units: readonly Unit[], at: number): boolean {
  const isMark = (i: number): boolean => /^['’]$/.test(units[i]?.word ?? "");
  if (units[at]!.word === "s") return isMark(at - 1);
  return isMark(at) && units[at + 1]?.word !== "s" && units[at - 1]?.word.endsWith("s") === true;
}

/** The name behind the comma of a source: "the chief engineer, Maren Oswick", "the chief engineer, Maren Oswick of Harwell". */
function setBehind(units: readonly Unit[], source: Range): Range | null {
  const comma = units.slice(source.from, source.to).findIndex((unit) => unit.word === ",");
  const from = source.from + comma + 1;
  // "A lawyer for the officer who fired, Ana Ruiz," may be either.
  if (units.slice(source.from, from).some(({ word }) => RELATIVES.has(word))) return null;
  // In "the post, shared by Ana Ruiz, said" nobody is set behind.
  const name =
    comma < 0 || /[^e]ed$/.test(units[from]!.word) ? null : nameAt(units, headOf(units, { from, to: source.to }));
  const isLed = ({ word }: Unit): boolean => PREPOSITIONS.has(word) || word === "including"; // "aides, including Rep. Ruiz of Averland"
  if (name === null || units.slice(from, name.from).some(isLed)) return null;
  if (name.to < source.to && isBody(units, name)) return null; // "workers of the union, the AFC, Ana Ruiz"
  return isPlaceOf(units, name, units[source.from + comma - 1]) ? null : name;
}

/** "Harwell, Averland", "Sen. Ana Ruiz, D-Maine": whether a name behind a comma may be where what stands before it is. */
function isPlaceOf(units: readonly Unit[], { from, to }: Range, before: Unit | undefined): boolean {
  if (before?.isCapital !== true || ROLES.has(before.word)) return false;
  return to - from === 1 || PLACE_STARTS.has(units[from]!.word);
}

/** The run of capitals that ends the head, without titles and roles; null if it ends otherwise or in a role. */
function nameAt(units: readonly Unit[], head: Range): Range | null {
  let from = head.to;
  const isBodys = BODIES.has(units[head.to - 1]!.word); // "Republican National Committee"
  while (from > head.from && (isNameWord(units[from - 1]!) || (isBodys && isPartyWord(units[from - 1]!)))) from--;
  return from < head.to ? { from, to: head.to } : null;
}

/** A name that ends in a form of address which the report has as somebody's surname: "Ana King", and "King" behind it. */
function surnameAt(units: readonly Unit[], head: Range, names: Names): Range | null {
  const last = units[head.to - 1]!;
  if (!last.isCapital || !ADDRESS.has(last.word)) return null;
  const before = { from: head.from, to: head.to - 1 };
  const from = (before.to > before.from ? nameAt(units, before)?.from : undefined) ?? before.to;
  if (DETERMINERS.has(units[from - 1]?.word ?? "") || units[from - 1]?.word.endsWith("'s")) return null; // "the Saudi King"
  const words = units.slice(from, head.to).map((unit) => unit.word);
  const isBorne = names.byLast.get(last.word)?.some((name) => name.isPerson === true || isPart(name.words, words));
  return isBorne === true ? { from, to: head.to } : null;
}

function isNameWord(unit: Unit): boolean {
  if (unit.kind === "run") return true;
  if (!unit.isCapital || DETERMINERS.has(unit.word) || SUBJECT_PRONOUNS.has(unit.word)) return false;
  return (
    (!DAYS.has(unit.word) || unit.word === "today") && // "USA Today"
    !ROLES.has(unit.word) &&
    !ADDRESS.has(unit.word) &&
    !UNNAMED.has(unit.word) &&
    !/^(?:former|ex|retired|late)$/.test(unit.word)
  );
}

function lookUp(units: readonly Unit[], range: Range, names: Names, memory: Memory, place: Where): Name | null {
  const words = readWords(units.slice(range.from, range.to));
  const own = makeName(units, range, words);
  const end = endOfBody(units, range.to);
  const isOne = isBody(units, range);
  if (end > range.to && (isOne || BODIES.has(words.at(-1)!))) return own;
  const last = names.byLast.get(words.at(-1) ?? "") ?? [];
  const fitting = last.filter((name) => isPart(words, name.words) || isPart(name.words, words));
  if (isOne) return fitting.find((name) => name.words.length === words.length) ?? own;
  const found = fitting.length > 0 ? fitting : words.length === 1 ? listByFirst(names, words[0]!) : [];
  if (isIndefinite(units, range) && [...found, own].every((name) => name.words.length === 1)) return null;
  const bearers = found.filter((name) => isAddressed(units, range, name));
  const settled = words.length === 1 ? names.settled.get(words[0]!) : undefined;
  if (bearers.length > 1 && settled !== undefined && bearers.includes(settled))
    return isUnrivaled(memory, bearers, settled, place) ? settled : null;
  if (found.length > 0) return chooseBearer(bearers, memory);
  const isDoubtful = words.length === 1 && range.from === 0 && end === range.to;
  return isDoubtful ? null : own;
}

/** Those whose first word a single word may be, which in some languages is the family name: one of them at least has a role. */
function listByFirst({ byFirst }: Names, word: string): readonly Name[] {
  const people = byFirst.get(word)?.filter((name) => name.isPerson !== false) ?? [];
  return people.some((name) => name.roles.length > 0) ? people : [];
}

/** The name as it stands at a place, of somebody that the report names nowhere else. */
function makeName(units: readonly Unit[], range: Range, words: readonly string[]): Name {
  const end = units[endOfBody(units, range.to) - 1]!;
  const span: Span = { from: units[range.from]!.from, to: end.word.endsWith("'s") ? end.to - 2 : end.to };
  const gender = words.length > 1 ? (FORENAMES.get(words[0]!) ?? null) : null;
  return { span, words, roles: [], gender, isPerson: gender === null ? null : true, count: 1 };
}

function isPart(few: readonly string[], many: readonly string[]): boolean {
  return few.every((word) => many.includes(word));
}

/** Whether "Mr" or "Mrs" before the name fits. */
function isAddressed(units: readonly Unit[], { from }: Range, { gender }: Name): boolean {
  const told = ADDRESS.get(units[from - 1]?.word ?? "") ?? null;
  return told === null || gender === null || told === gender;
}

/** "a traveling DJ": one word behind an article that makes anybody of it. */
function isIndefinite(units: readonly Unit[], { from }: Range): boolean {
  return units.slice(Math.max(0, from - 4), from).some(({ word }) => /^(?:an?|one|another|some)$/.test(word));
}

/**
 * Of several who share a surname: who was spoken of last; but not one whom the report names by both names far less often than
 * another, for the surname alone then means that other. Null where nobody was spoken of and nobody stands out.
 */
function chooseBearer(found: readonly Name[], memory: Memory): Name | null {
  const [only] = found;
  if (only === undefined || found.length === 1) return only ?? null;
  const [main, next] = [...found].sort((a, b) => b.count - a.count);
  if (main!.count >= 2 * next!.count + 1) return main!;
  return lastNamed(memory, (name) => found.includes(name));
}

/** Whether no other bearer was spoken of last, in this paragraph or the one before: two who are no kin may both be called so. */
function isUnrivaled(memory: Memory, bearers: readonly Name[], settled: Name, { block }: Where): boolean {
  const last = memory.slice(-REACH).findLast(({ name }) => name !== null && bearers.includes(name));
  return last === undefined || last.name === settled || last.block < block - 1;
}

/** "Transport for London": where a name ends that goes on behind *of* or *for*. */
function endOfBody(units: readonly Unit[], to: number): number {
  const isTopic =
    units[to]?.word === "on" && /^(?:commission|committee|council|center|centre|institute)$/.test(units[to - 1]!.word);
  if (!isTopic && !/^(?:of|for)$/.test(units[to]?.word ?? "")) return to;
  let end = /^(?:the|an?)$/.test(units[to + 1]?.word ?? "") ? to + 2 : to + 1;
  if (units[end]?.isCapital !== true || units[end]!.kind !== "word") return to;
  while (units[end]?.isCapital === true && units[end]!.kind === "word") end++;
  return end;
}

/** Whether the name takes an article and is no person's: "the White House". */
function isBody(units: readonly Unit[], range: Range): boolean {
  return units[range.from - 1]?.word === "the";
}

/** Whom of the people spoken of last is asked for, the latest first. */
function lastNamed(memory: Memory, isWanted: (name: Name) => boolean): Name | null {
  return memory.slice(-REACH).findLast(({ name }) => name !== null && isWanted(name))?.name ?? null;
}

/** "the ministry": the one body of the report whose name ends with the word, or null where there are none or several. Any may be "the company". */
function recallBody(units: readonly Unit[], { from, to }: Range, names: Names): Name | null {
  const { word } = units[to - 1]!;
  if (to - from !== 2 || units[from]!.word !== "the" || !BODIES.has(word) || word === "company") return null;
  const bodies = (names.byLast.get(word) ?? []).filter((name) => name.words.length > 1 && name.isPerson !== true);
  return bodies.length === 1 ? bodies[0]! : null;
}

function recallRole(units: readonly Unit[], source: Range, names: Names, memory: Memory): Name | null {
  const role = readRole(units, source);
  if (role === null || isCharged(units, source) || /^[\p{L}-]+(?:men|women|people|s)$/u.test(lastOfHead(units, source)))
    return null;
  for (const isFit of fitsOf(role, !DETERMINERS.has(units[source.from]!.word))) {
    const has = (name: Name): boolean => name.roles.some((other) => isHolder(role, other) && isFit(other));
    const found = lastNamed(memory, has) ?? names.withRole.find(has);
    if (found !== undefined && found !== null) return found;
  }
  return null;
}

/** "The mayor, Ruiz charged, had lied": whether somebody says of the holder of an office, who is then another, what follows. */
function isCharged(units: readonly Unit[], { to }: Range): boolean {
  const [comma, who, verb, end] = units.slice(to, to + 4);
  if (comma?.word !== "," || end?.word !== "," || who?.isCapital !== true) return false;
  return !verb!.isCapital && (SPEECH.has(verb!.word) || /[^e]ed$/.test(verb!.word));
}

/**
 * What makes a role that a report gives the one asked for, the surest first: the body in common, then the very word, then another word for it,
 * but not for a bare "Analyst" that says of nobody whose, and not from further on in the text.
 */
function fitsOf(role: Role, isBare: boolean): ((other: Role) => boolean)[] {
  const isAnybody = isBare && role.body.size === 0;
  return [
    (other) => [...role.body].some((word) => !BODIES.has(word) && other.body.has(word)), // "the city" may be any
    (other) => other.word === role.word,
    (other) => !isAnybody && other.span.from < role.span.from,
  ];
}

function lastOfHead(units: readonly Unit[], source: Range): string {
  const { word } = units[headOf(units, source).to - 1]!;
  return word === "boss" ? "" : word;
}
