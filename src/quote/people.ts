import { CONJUNCTIONS } from "../lang/en/clause.ts";
import { FORENAMES } from "../lang/en/forenames.ts";
import { ADDRESS, BODIES, PEOPLE, ROLES, UNNAMED } from "../lang/en/people.ts";
import { OUTLET_WORDS } from "../lang/en/venues.ts";
import type { Place, Reading } from "./draft.ts";
import type { Memory, Person } from "./memory.ts";
import { findMentions } from "./mention.ts";
import type { Name, Names } from "./names.ts";
import { type Range, readPhrase } from "./noun.ts";
import { findSpeaker, headOf, readPronoun } from "./speaker.ts";
import { openingSubject, startOfMain } from "./subject.ts";
import type { Unit } from "./unit.ts";

/** No one is looked for further back than this many people. */
const REACH = 24;

/** Words of a thing that somebody is named behind, at most. */
const MOST_THING = 6;

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
  const known = [...memory.slice(-REACH), ...led];
  const own = main === null ? [] : findPeople(reading, { sentence, range: main }, names, known);
  if (led.length > 0 || own.some((person) => !isOutlet(person))) return [...led, ...own];
  return [...own, ...findObject(reading, sentence, names, memory)];
}

function isOutlet({ name, gender }: Person): boolean {
  const last = name?.words.at(-1) ?? "";
  return gender === null && (OUTLET_WORDS.has(last) || BODIES.has(last));
}

/** Behind a thing that a sentence begins with ("The remark angered Ruiz", "CNN asked Ms. Holt") the one person who is named, as nobody's owner. */
function findObject(reading: Reading, sentence: number, names: Names, memory: Memory): Person[] {
  const { units } = reading.sentences[sentence]!;
  const thing = readPhrase(units, startOfMain(units));
  if (thing === null || thing.to - thing.from > MOST_THING) return [];
  const verb = units.slice(thing.from, thing.to).findIndex((unit) => !unit.isCapital && /[^e]ed$/.test(unit.word));
  const end = verb > 0 ? thing.from + verb : thing.to;
  const mentions = findMentions(reading.sentences[sentence]!).filter(({ name }) => name.from >= end);
  const people = mentions.flatMap(({ name: range }) => findPeople(reading, { sentence, range }, names, memory));
  const [only] = people;
  const isOwned = mentions.some(({ name }) => units[name.to - 1]!.word.endsWith("'s"));
  const isSure = mentions.some(({ title }) => title !== null) || isKnown(only?.name ?? null);
  return only !== undefined && isSure && !isOwned && people.every(({ name }) => name === only.name) ? [only] : [];
}

/** Whether a name is surely somebody's: what pronouns nearby say makes people of places, too. */
function isKnown(name: Name | null): boolean {
  return name !== null && (name.roles.length > 0 || (name.words.length > 1 && FORENAMES.has(name.words[0]!)));
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
