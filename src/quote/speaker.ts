import { DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS } from "../lang/en/clause.ts";
import { ADDRESS, ROLES, UNNAMED } from "../lang/en/people.ts";
import { dropPossessive } from "../text/fold.ts";
import type { Span } from "../text/span.ts";
import type { Name, Names } from "./names.ts";
import type { Range } from "./noun.ts";
import { isSameRole, readRole } from "./role.ts";
import type { Unit } from "./unit.ts";

/** Who has been spoken of, latest last. */
export type Memory = readonly Name[];

/** No pronoun is looked for further back than this many people. */
const REACH = 6;

/**
 * Whom a source names, or null for the unnamed ("officials", "a spokesman") and for several together. A name is looked
 * up by its last word, then, for people with a role, by its first ("Xi"); a pronoun is the latest in `memory` that it
 * fits; a role ("the NATO chief") whoever the report gives that role, the latest spoken of first.
 */
export function findSpeaker(units: readonly Unit[], source: Range, names: Names, memory: Memory): Name | null {
  const first = units[source.from]!;
  const pronoun = PRONOUNS.get(first.word);
  if (pronoun !== undefined && source.to - source.from === 1) return recall(memory, pronoun);
  if (units.slice(source.from, source.to).some((unit) => unit.word === "and")) return null;
  const head = headOf(units, source);
  const name = nameAt(units, head) ?? setBehind(units, source);
  if (name !== null) return lookUp(units, name, names, memory);
  if (/^(?:an?|one|some|several|two|many|another)$/.test(first.word)) return null;
  return recallRole(units, source, names, memory);
}

const PRONOUNS: ReadonlyMap<string, "he" | "she"> = new Map([
  ["he", "he"],
  ["his", "he"],
  ["she", "she"],
  ["her", "she"],
]);

/** So near, somebody known to be a woman goes before somebody not known to be one. */
const SURE = 3;

function recall(memory: Memory, pronoun: "he" | "she"): Name | null {
  const near = memory.slice(-2 * REACH).filter((name) => name.words.length > 1 || name.roles.length > 0);
  const fits = near.filter((name) => name.gender === null || name.gender === pronoun);
  return near.slice(-SURE).findLast((name) => name.gender === pronoun) ?? fits.at(-1) ?? null;
}

/** A phrase up to its first preposition or bracket; behind a bracket that more follows ("PARIS (AFP) President …"). */
function headOf(units: readonly Unit[], source: Range): Range {
  const bracket = units.slice(source.from, source.to - 1).findIndex((unit) => unit.word === ")");
  if (bracket >= 0) return headOf(units, { from: source.from + bracket + 1, to: source.to });
  let to = source.from + 1;
  while (to < source.to && units[to]!.kind !== "mark" && !(PREPOSITIONS.has(units[to]!.word) && !units[to]!.isCapital))
    to++;
  return { from: source.from, to };
}

/** The name that ends a source behind a comma: "the chief engineer, Maren Oswick". */
function setBehind(units: readonly Unit[], source: Range): Range | null {
  const comma = units.slice(source.from, source.to).findIndex((unit) => unit.word === ",");
  return comma < 0 ? null : nameAt(units, { from: source.from + comma + 1, to: source.to });
}

/** The run of capitals that ends the head, without titles and roles; null if it ends otherwise or in a role. */
function nameAt(units: readonly Unit[], head: Range): Range | null {
  let from = head.to;
  while (from > head.from && isNameWord(units[from - 1]!)) from--;
  return from < head.to ? { from, to: head.to } : null;
}

function isNameWord(unit: Unit): boolean {
  if (unit.kind === "run") return true;
  if (!unit.isCapital || DETERMINERS.has(unit.word) || SUBJECT_PRONOUNS.has(unit.word)) return false;
  return (
    !ROLES.has(unit.word) &&
    !ADDRESS.has(unit.word) &&
    !UNNAMED.has(unit.word) &&
    !/^(?:former|ex|retired|late)$/.test(unit.word)
  );
}

function lookUp(units: readonly Unit[], range: Range, names: Names, memory: Memory): Name | null {
  const words = units.slice(range.from, range.to).flatMap((u) => (u.kind === "word" ? [dropPossessive(u.word)] : []));
  const span: Span = { from: units[range.from]!.from, to: units[endOfBody(units, range.to) - 1]!.to };
  const own: Name = { span, words, roles: [], gender: null };
  const last = names.byLast.get(words.at(-1) ?? "") ?? [];
  const fitting = last.filter(
    (name) => words.every((word) => name.words.includes(word)) || name.words.every((word) => words.includes(word)),
  );
  if (isBody(units, range)) return fitting.find((name) => name.words.length === words.length) ?? own;
  const first = names.byFirst.get(words[0] ?? "")?.filter((name) => name.roles.length > 0) ?? [];
  const found = fitting.length > 0 ? fitting : words.length === 1 ? first : [];
  const isDoubtful = range.from === 0 && words.length === 1 && span.to === units[range.to - 1]!.to;
  return memory.slice(-REACH).findLast((name) => found.includes(name)) ?? found[0] ?? (isDoubtful ? null : own);
}

/** "Transport for London": where a name ends that goes on behind *of* or *for*. */
function endOfBody(units: readonly Unit[], to: number): number {
  if (!/^(?:of|for)$/.test(units[to]?.word ?? "")) return to;
  let end = units[to + 1]?.word === "the" ? to + 2 : to + 1;
  if (units[end]?.isCapital !== true || units[end]!.kind !== "word") return to;
  while (units[end]?.isCapital === true && units[end]!.kind === "word") end++;
  return end;
}

/** Whether the name takes an article and is no person's: "the White House". */
function isBody(units: readonly Unit[], range: Range): boolean {
  return units[range.from - 1]?.word === "the";
}

function recallRole(units: readonly Unit[], source: Range, names: Names, memory: Memory): Name | null {
  const role = readRole(units, source);
  if (role === null || /^[\p{L}-]+(?:men|women|people|s)$/u.test(lastOfHead(units, source))) return null;
  const fits = (name: Name): boolean => name.roles.some((other) => isSameRole(role, other));
  return memory.slice(-REACH).findLast(fits) ?? names.withRole.find(fits) ?? null;
}

function lastOfHead(units: readonly Unit[], source: Range): string {
  const { word } = units[headOf(units, source).to - 1]!;
  return word === "boss" ? "" : word;
}
