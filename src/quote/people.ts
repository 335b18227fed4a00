import { CONJUNCTIONS } from "../lang/en/clause.ts";
import { FORENAMES } from "../lang/en/forenames.ts";
import { ADDRESS, PEOPLE, ROLES, UNNAMED } from "../lang/en/people.ts";
import type { Place, Reading } from "./draft.ts";
import type { Memory, Person } from "./memory.ts";
import type { Name, Names } from "./names.ts";
import { type Range, readPhrase } from "./noun.ts";
import { findSpeaker, headOf, readPronoun } from "./speaker.ts";
import { openingSubject, startOfMain } from "./subject.ts";
import type { Unit } from "./unit.ts";

/** No one is looked for further back than this many people. */
const REACH = 24;

/** What ends a sentence, as a run between quotation marks does. */
const STOPS: ReadonlySet<string> = new Set([".", "?", "!", "…", ":", ")"]);

/**
 * The people that a sentence begins with, in text order: the subject of a clause that leads up to it ("When Ana Ruiz left,"),
 * then its own; where that is a thing of somebody's ("Ana Ruiz's boat"), the owner. None where it begins with no one, or is a
 * line of names and not a sentence: no stop ends it.
 */
export function findOpening(reading: Reading, sentence: number, names: Names, memory: Memory): Person[] {
  const { units } = reading.sentences[sentence]!;
  const last = units.at(-1);
  if (last === undefined || !(last.kind === "run" || STOPS.has(last.word))) return [];
  const first = units[0];
  const isLed = first?.kind === "word" && CONJUNCTIONS.has(first.word) && !/^(?:and|but|so|yet|what)$/.test(first.word);
  const lead = isLed ? readPhrase(units, 1) : null;
  const main = openingSubject(units) ?? readOwner(units);
  const led = lead === null ? [] : findPeople(reading, { sentence, range: lead }, names, memory);
  if (main === null) return led;
  return [...led, ...findPeople(reading, { sentence, range: main }, names, [...memory.slice(-REACH), ...led])];
}

/** The people that a phrase names or stands for; two or more where "and" joins them, none for things and crowds. */
export function findPeople(reading: Reading, { sentence, range }: Place, names: Names, memory: Memory): Person[] {
  const { units, block } = reading.sentences[sentence]!;
  const place = { block, sentence };
  const parts = splitPhrase(units, range);
  return parts.flatMap((part) => {
    const name = findSpeaker(units, part, names, memory, place);
    const pronoun = readPronoun(units, part);
    const gender = name === null ? (pronoun ?? unnamedGender(units, part)) : (name.gender ?? pronoun);
    if (gender === undefined || (name !== null && isThing(units, part, name))) return [];
    const isPaired = parts.length > 1;
    return [{ name, gender, at: units[part.from]!.from, ...place, isCredited: false, isPaired }];
  });
}

function splitPhrase(units: readonly Unit[], phrase: Range): Range[] {
  const at = units.slice(phrase.from, phrase.to).findIndex((unit) => unit.word === "and");
  if (at <= 0 || phrase.from + at + 1 >= phrase.to) return [phrase];
  return [
    { from: phrase.from, to: phrase.from + at },
    { from: phrase.from + at + 1, to: phrase.to },
  ];
}

/** What a phrase for one unnamed person says of them; undefined for a phrase of another kind. */
function unnamedGender(units: readonly Unit[], phrase: Range): "he" | "she" | null | undefined {
  const { word } = units[headOf(units, phrase).to - 1]!;
  if (PEOPLE.has(word)) return PEOPLE.get(word)!;
  if (/[^u]man$/.test(word)) return word.endsWith("woman") ? "she" : "he";
  return ROLES.has(word) || (UNNAMED.has(word) && !/s$|^(?:people|police|many|some)$/.test(word)) ? null : undefined;
}

/** "the White House": a name behind an article with nothing that makes a person of it; what pronouns near it say may be of another. */
function isThing(units: readonly Unit[], phrase: Range, name: Name): boolean {
  if (units[phrase.from]!.word !== "the" || name.roles.length > 0) return false;
  const isBare = units[phrase.from + 1]?.isCapital === true && !ADDRESS.has(units[phrase.from + 1]!.word);
  return name.gender === null || (isBare && !FORENAMES.has(name.words[0]!));
}

/** "Ana Ruiz's boat": the owner; all of the phrase where that is a person as well ("Ana Ruiz's wife"). */
function readOwner(units: readonly Unit[]): Range | null {
  const phrase = readPhrase(units, startOfMain(units));
  if (phrase === null) return null;
  const owner = units.slice(phrase.from, phrase.to).findIndex((unit) => unit.isCapital && unit.word.endsWith("'s"));
  if (owner < 0) return null;
  return unnamedGender(units, phrase) === undefined ? { from: phrase.from, to: phrase.from + owner + 1 } : phrase;
}
