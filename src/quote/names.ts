import { AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS } from "../lang/en/clause.ts";
import { FORENAMES } from "../lang/en/forenames.ts";
import { ADDRESS, BODIES, PARTICLES, PLACE_STARTS, ROLES } from "../lang/en/people.ts";
import { DAYS, MONTHS, OUTLET_WORDS } from "../lang/en/venues.ts";
import type { Block } from "../report/report.ts";
import { dropPossessive } from "../text/fold.ts";
import { measureInformation } from "../text/information.ts";
import type { Span } from "../text/span.ts";
import { findStem } from "../text/stem.ts";
import { nameBehind } from "./apposition.ts";
import { behindCredit, isFuller } from "./glued.ts";
import { isBoundary, type Range, readPhrase, readPhraseBack } from "./noun.ts";
import { type Role, readRole } from "./role.ts";
import { readSentences, type Sentence, type Unit } from "./unit.ts";

/** Somebody or some body that the report names, with all that it says of them. */
export interface Name {
  /** The fullest form: most words, then first in the text. Without title and role. */
  readonly span: Span;
  /** Its words, folded, without possessive. */
  readonly words: readonly string[];
  readonly roles: readonly Role[];
  /** What the report calls them, where it tells. */
  readonly gender: "he" | "she" | null;
  /**
   * Whether it is taken for a person's: by title, role, pronoun or first name, by its last word alone elsewhere, or as two rare
   * words. False for those of places and bodies, null where nothing tells.
   */
  readonly isPerson: boolean | null;
  /** How often the report has the name in more than one word, one at least. */
  readonly count: number;
}

/** The names of a report, by their words. */
export interface Names {
  /** Those whose last word this is, in text order. */
  readonly byLast: ReadonlyMap<string, readonly Name[]>;
  /** Those whose first word this is, in text order. */
  readonly byFirst: ReadonlyMap<string, readonly Name[]>;
  /** Those that the report gives a role. */
  readonly withRole: readonly Name[];
}

/** A run of capitals in a sentence: what it says before the name, and the name. */
interface Mention {
  readonly sentence: Sentence;
  readonly name: Range;
  readonly words: readonly string[];
  readonly role: Role | null;
  readonly title: "he" | "she" | null;
  readonly pronoun: "he" | "she" | null;
}

interface Draft {
  span: Span;
  words: readonly string[];
  readonly roles: Role[];
  /** What forms of address say of the person, men more than none, women less; and what pronouns say. */
  titles: number;
  votes: number;
  /** How often the report has one word of it alone, and how often more. */
  short: number;
  count: number;
}

/** Bits from which a word is a name rather than a common word: fewer than one article in a thousand has it. */
const RARE = 9;

/** No more bearers of one word are told apart than this, so that a list of names is read in linear time. */
const MOST = 12;

/** The names in blocks of words (a title set in capitals is left out). Names of one word stand only where no longer one ends with it. */
export function findNames(text: string, blocks: readonly Block[]): Names {
  const mentions = readSentences(text, blocks, [])
    .filter((sentence) => !isCapitals(sentence.units))
    .flatMap(findMentions);
  const byLast = new Map<string, Draft[]>();
  const byFirst = new Map<string, Draft[]>();
  const drafts: Draft[] = [];
  for (const mention of mentions.filter((m) => m.words.length > 1)) note(mention, longNames(byLast, mention.words));
  for (const mention of mentions.filter((m) => m.words.length === 1))
    note(mention, shortNames(byLast, byFirst, mention));
  const done = new Map(drafts.map((draft) => [draft, finish(draft)]));
  const close = (map: Map<string, Draft[]>) =>
    new Map([...map].map(([word, list]) => [word, list.map((d) => done.get(d)!)]));
  return {
    byLast: close(byLast),
    byFirst: close(byFirst),
    withRole: [...done.values()].filter((n) => n.roles.length > 0),
  };

  function note(mention: Mention, same: Draft | undefined): void {
    const draft = same ?? add(mention);
    if (isFuller(mention.words, draft.words)) Object.assign(draft, { span: spanOf(mention), words: mention.words });
    if (mention.role !== null && draft.roles.length < MOST) draft.roles.push(mention.role);
    if (mention.words.length < draft.words.length && mention.words.length === 1) draft.short++;
    if (mention.words.length > 1) draft.count++;
    draft.titles += GENDERS.get(mention.title) ?? 0;
    draft.votes += GENDERS.get(mention.pronoun) ?? 0;
  }
  function add(mention: Mention): Draft {
    const draft: Draft = {
      span: spanOf(mention),
      words: mention.words,
      roles: [],
      titles: 0,
      votes: 0,
      short: 0,
      count: 0,
    };
    drafts.push(draft);
    enter(byLast, mention.words.at(-1)!, draft);
    enter(byFirst, mention.words[0]!, draft);
    return draft;
  }
}

function enter(map: Map<string, Draft[]>, word: string, draft: Draft): void {
  const list = map.get(word) ?? [];
  if (list.length < MOST) map.set(word, [...list, draft]);
}

/** The longer name that a name of several words is another form of: the same last word, and one's words among the other's. */
function longNames(byLast: ReadonlyMap<string, readonly Draft[]>, words: readonly string[]): Draft | undefined {
  return byLast.get(words.at(-1)!)?.find((draft) => isPart(words, draft.words) || isPart(draft.words, words));
}

/** The longer name that a single word is short for: "Mr Ruiz" is not Ana Ruiz. */
function shortNames(
  byLast: ReadonlyMap<string, Draft[]>,
  byFirst: ReadonlyMap<string, Draft[]>,
  { words: [word], title }: Mention,
): Draft | undefined {
  const isFit = ({ words: [first] }: Draft): boolean =>
    title === null || (FORENAMES.get(first!) ?? title) === title || first === word;
  return byLast.get(word!)?.find(isFit) ?? byFirst.get(word!)?.find((draft) => draft.roles.length > 0 && isFit(draft));
}

function isPart(few: readonly string[], many: readonly string[]): boolean {
  return few.every((word) => many.includes(word));
}

function spanOf({ sentence, name }: Mention): Span {
  const last = sentence.units[name.to - 1]!;
  const isOwner = last.word.endsWith("'s");
  return { from: sentence.units[name.from]!.from, to: isOwner ? last.to - 2 : last.to };
}

function finish({ span, words, roles, titles, votes, short, count: full }: Draft): Name {
  const count = Math.max(1, full);
  const told = genderOf(titles);
  const isNamed = told !== null || (FORENAMES.has(words[0]!) && (votes !== 0 || roles.length > 0));
  if (!isNamed && isBody(words)) return { span, words, roles, gender: null, isPerson: false, count };
  const gender = told ?? FORENAMES.get(words[0]!) ?? genderOf(votes);
  const isLikely = words.length > 1 && (short > 0 || words.every(isRare));
  return { span, words, roles, gender, isPerson: gender !== null || roles.length > 0 || isLikely || null, count };
}

const GENDERS: ReadonlyMap<"he" | "she" | null, number> = new Map([
  ["he", 1],
  ["she", -1],
]);

function genderOf(votes: number): "he" | "she" | null {
  return votes > 0 ? "he" : votes < 0 ? "she" : null;
}

/** Whether a name ends or begins as those of places and bodies do: "Quay Street", "North Harwell". */
function isBody(words: readonly string[]): boolean {
  return (
    words.length > 1 && (BODIES.has(words.at(-1)!) || PLACE_STARTS.has(words[0]!) || OUTLET_WORDS.has(words.at(-1)!))
  );
}

/** Whether a word is so rare in news that it is likely a person's name. */
function isRare(word: string): boolean {
  return word.length < 3 || measureInformation(findStem(word)) >= RARE;
}

/** Whether nearly every word has a capital, as in some titles: capitals tell nothing there. A few with a stop behind them are no title. */
function isCapitals(units: readonly Unit[]): boolean {
  const long = units.filter((unit) => unit.kind === "word" && unit.word.length > 3);
  const fewest = units.at(-1)?.word === "." ? 6 : 4;
  return long.length >= fewest && long.filter((unit) => unit.isCapital).length > long.length * 0.75;
}

/** The names of a sentence. One word at its head may owe its capital to that and is left out. */
function findMentions(sentence: Sentence): Mention[] {
  const { units } = sentence;
  const mentions: Mention[] = [];
  for (let i = 0; i < units.length; i++) {
    if (!isNamePart(units, i)) continue;
    const to = endOfRun(units, i);
    const mention = readMention(sentence, { from: i, to });
    if (mention !== null && !(mention.words.length === 1 && mention.name.from === 0)) mentions.push(mention);
    i = to - 1;
  }
  const [only] = mentions;
  const pronoun = mentions.length === 1 && !isPlaced(units, only!.name) ? tellGender(units) : null;
  return pronoun === null ? mentions : mentions.map((m) => ({ ...m, pronoun }));
}

/** Whether a name stands where places do: "in Harwell". */
function isPlaced(units: readonly Unit[], { from }: Range): boolean {
  return /^(?:in|on|at|near|from|into|across|outside|inside|through|around)$/.test(units[from - 1]?.word ?? "");
}

/** What the pronouns of a sentence that names one person say of that person. */
function tellGender(units: readonly Unit[]): "he" | "she" | null {
  const he = units.some((unit) => /^(?:he|his|him|himself)$/.test(unit.word));
  const she = units.some((unit) => /^(?:she|her|hers|herself)$/.test(unit.word));
  return he === she ? null : he ? "he" : "she";
}

function endOfRun(units: readonly Unit[], from: number): number {
  let to = from + 1;
  while (to - from < 12 && !units[to - 1]!.word.endsWith("'s")) {
    if (isNamePart(units, to)) to++;
    else if (PARTICLES.has(units[to]?.word ?? "") && isNamePart(units, to + 1)) to += 2;
    else break;
  }
  return to;
}

function isNamePart(units: readonly Unit[], i: number): boolean {
  const unit = units[i];
  if (unit?.kind !== "word" || !unit.isCapital || DAYS.has(unit.word)) return false;
  if (MONTHS.has(unit.word) && (/^\d/.test(units[i + 1]?.word ?? "") || PREPOSITIONS.has(units[i - 1]?.word ?? "")))
    return false;
  return !isFunction(unit);
}

function isFunction({ word }: Unit): boolean {
  return (
    DETERMINERS.has(word) ||
    PREPOSITIONS.has(word) ||
    CONJUNCTIONS.has(word) ||
    SUBJECT_PRONOUNS.has(word) ||
    (AUXILIARIES.has(word) && word !== "may" && word !== "will") ||
    /^(?:what|how|why|who|then|also|meanwhile|however|according|here|not|his|her|its|our|my)$/.test(word)
  );
}

/** The name in a run of capitals: what stands behind its last title or role. Null where nothing does. */
function readMention(sentence: Sentence, run: Range): Mention | null {
  const { units } = sentence;
  let from = run.from;
  const isBodys = BODIES.has(units[run.to - 1]!.word); // "Republican National Committee"
  for (let i = run.from; i < run.to; i++)
    if (isTitle(units[i]!) && i + 1 < run.to && !(isBodys && isPartyWord(units[i]!))) from = i + 1;
  if (from === run.to - 1 && ROLES.has(units[from]!.word)) return null;
  if (isTitle(units[run.to - 1]!) && !ADDRESS.has(units[run.to - 1]!.word) && ROLES.has(units[run.to - 1]!.word))
    return null;
  from = behindCredit(units, { from, to: run.to });
  if (isState(units, from) && from + 1 < run.to) from++;
  if (from === 0 && from + 1 < run.to && isAdjective(units[0]!.word)) from = 1;
  const words = units.slice(from, run.to).map((unit) => dropPossessive(unit.word));
  const title = ADDRESS.get(units[from - 1]?.word ?? "") ?? null;
  const role =
    roleBefore(units, from) ?? roleOfState(units, from) ?? roleAfter(units, run.to) ?? roleAcross(units, run);
  return { sentence, name: { from, to: run.to }, words, role, title, pronoun: null };
}

/** Whether the word is part of an office with a preposition in it: "Secretary of State". */
export function isState(units: readonly Unit[], at: number): boolean {
  return units[at]!.word === "state" && units[at - 1]?.word === "of" && units[at - 2]?.word === "secretary";
}

/** Whether a word at the head of a sentence is no first name by its ending: "Secretive Telegram". */
function isAdjective(word: string): boolean {
  return !FORENAMES.has(word) && /(?:ive|ous|ful|less|able|ible|ed|ing|ly|ary|ese|ish|-based|-born|-led)$/.test(word);
}

/** What may lead a name with no role: "former Ana Ruiz" is none. */
const LEADS: ReadonlySet<string> = new Set(["former", "ex", "retired", "late", "current"]);

function isTitle(unit: Unit): boolean {
  return ADDRESS.has(unit.word) || ROLES.has(unit.word) || LEADS.has(unit.word);
}

/** A word that is somebody's role and as often part of a body's name. */
export function isPartyWord(unit: Unit): boolean {
  return unit.isCapital && /^(?:republican|democrat)$/.test(unit.word);
}

/** "NATO Secretary General", "the ministry's spokesman": the words right before a name, if one is a role. */
function roleBefore(units: readonly Unit[], at: number): Role | null {
  let from = at;
  while (from > 0 && at - from < 7 && isRolePart(units[from - 1]!)) from--;
  return from < at && ROLES.has(units[at - 1]!.word) ? readRole(units, { from, to: at }) : null;
}

function roleOfState(units: readonly Unit[], at: number): Role | null {
  return at > 2 && isState(units, at - 1) ? readRole(units, { from: at - 3, to: at }) : null;
}

function isRolePart(unit: Unit): boolean {
  return unit.kind === "word" && !DETERMINERS.has(unit.word) && (unit.isCapital || !isBoundary(unit));
}

/** ", the NATO chief,": the phrase behind a name and a comma, if it has a role. */
function roleAfter(units: readonly Unit[], at: number): Role | null {
  if (units[at]?.word !== ",") return null;
  const phrase = readPhrase(units, at + 1);
  return phrase === null || units[phrase.to]?.kind === "word" ? null : readRole(units, phrase);
}

/** "the chief engineer, Maren Oswick": the role of the phrase that a name is set behind, unless a preposition leads to it. */
function roleAcross(units: readonly Unit[], name: Range): Role | null {
  if (units[name.from - 1]?.word !== ",") return null;
  const phrase = readPhraseBack(units, name.from - 2, 0);
  if (phrase === null || PREPOSITIONS.has(units[phrase.from - 1]?.word ?? "")) return null;
  return nameBehind(units, phrase)?.to === name.to ? readRole(units, phrase) : null;
}
