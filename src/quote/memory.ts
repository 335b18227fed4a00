import { BODIES } from "../lang/en/people.ts";
import { OUTLET_WORDS } from "../lang/en/venues.ts";
import { isRare, type Name } from "./names.ts";

/** Place of the paragraph among the blocks read, and of the sentence among all sentences. */
export interface Where {
  readonly block: number;
  readonly sentence: number;
}

/** Somebody spoken of: as who a sentence begins with, or credited. */
export interface Person extends Where {
  /** Null for the unnamed: "a baker", "the judge" whom the report does not name. */
  readonly name: Name | null;
  readonly gender: "he" | "she" | null;
  /** Where in the text. */
  readonly at: number;
  /** Whether words were credited to them here. */
  readonly isCredited: boolean;
  /** Whether more of the same sentence stand in one phrase with them: "Ana Ruiz and Nora Vega". */
  readonly isPaired: boolean;
}

/** Who has been spoken of, latest last. */
export type Memory = readonly Person[];

/** No pronoun is looked for further back than this many people. */
const REACH = 12;
/** So near, somebody known to be a woman goes before somebody not known to be one. */
const SURE = 3;

/**
 * Whom "he" or "she" means: the latest spoken of in its paragraph or in the sentence before whom it fits, else the latest
 * before. Null where that is somebody unnamed, and where two fit about equally: two in one phrase, or one who is known to
 * be a woman and one behind her who may be. Somebody of whom nothing tells that they are a person counts only where there is
 * nobody else, and nobody further back goes before them: "Wolf Nandor came. He said" is Nandor, but nobody known where the name
 * may be another thing's ("Last August").
 */
export function recallPronoun(memory: Memory, pronoun: "he" | "she", { block, sentence }: Where): Name | null {
  const fits = memory.slice(-REACH).filter((p) => (genderIn(memory, p) ?? pronoun) === pronoun && isPossible(p));
  const people = fits.filter(isLikely);
  const near = people.length > 0 ? people : fits;
  const isHere = (person: Person): boolean => person.block === block || person.sentence === sentence - 1;
  const here = near.filter(isHere);
  const pool = here.length > 0 ? here : near;
  const last = pool.at(-1);
  if (last === undefined || hasRival(pool, last)) return null;
  const unknown = here.length > 0 ? undefined : memory.slice(-REACH).findLast((p) => isHere(p) && isUnknown(p));
  if (unknown !== undefined) return isPossible(unknown) && isOwnName(unknown.name!.words[0]!) ? unknown.name : null;
  if (last.gender === pronoun || last.sentence >= sentence - 1) return last.name;
  const sure = pool.slice(-SURE).findLast((person) => person.name !== null && person.gender === pronoun);
  if (sure === undefined || isSame(sure, last)) return last.name;
  const isFirst = (last.isCredited && here.length === 0) || sure.block < last.block;
  return last.block === block - 1 && isFirst ? last.name : null;
}

/** What is known of somebody, if only from the last pronoun that has stood for them. */
function genderIn(memory: Memory, person: Person): Person["gender"] {
  if (person.gender !== null || person.name === null) return person.gender;
  return memory.findLast((other) => other.gender !== null && isSame(other, person))?.gender ?? null;
}

/**
 * Whom words without a source are from, behind those of `last` that end at `from`: who alone has been spoken of in the
 * paragraph since, else `last`. Null where several were, and where the sentence right before the paragraph begins with another.
 */
export function recallFollowed(
  memory: Memory,
  { block, sentence }: Where,
  last: Name | null,
  from: number,
): Name | null {
  const since = memory.slice(-REACH).filter((p) => p.at >= from && isPossible(p) && isLikely(p));
  const here = since.filter((person) => person.block === block);
  const said = here.at(-1);
  if (said !== undefined) return here.every((person) => isSame(person, said)) ? said.name : null;
  const before = since.filter((person) => person.sentence === sentence - 1);
  return before.every(({ name }) => name !== null && isSameName(name, last)) ? last : null;
}

/** Whether a word is no common one and no initials: "Nandor", not "Last", not "U.S.". */
function isOwnName(word: string): boolean {
  return word.length > 2 && isRare(word);
}

/** Somebody with a name of which nothing tells what it is, and no body or outlet ("CNN"); one of one word has been credited, as few places are. */
function isUnknown({ name, gender, isCredited }: Person): boolean {
  const last = name?.words.at(-1) ?? "";
  if (last === "" || gender !== null || name!.isPerson !== null || BODIES.has(last) || OUTLET_WORDS.has(last))
    return false;
  return name!.words.length > 1 || isCredited;
}

/** A name of one word with nothing more known of it ("Harwell") is as likely a body's. */
function isPossible({ name, gender }: Person): boolean {
  return (
    name === null || gender !== null || name.roles.length > 0 || (name.words.length > 1 && name.isPerson !== false)
  );
}

function isLikely({ name, gender, isCredited }: Person): boolean {
  return name === null || gender !== null || isCredited || name.isPerson === true;
}

function isSame(a: Person, b: Person): boolean {
  return a.name !== null && isSameName(a.name, b.name);
}

function isSameName(a: Name, b: Name | null): boolean {
  return a === b || a.words.join(" ") === b?.words.join(" ");
}

/** Whether another of the same phrase fits as well. */
function hasRival(pool: readonly Person[], last: Person): boolean {
  const other = pool.at(-2);
  return last.isPaired && other?.isPaired === true && other.sentence === last.sentence && !isSame(other, last);
}
