import { AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS } from "../lang/en/clause.ts";
import { FORENAMES } from "../lang/en/forenames.ts";
import { ADDRESS, PARTICLES, ROLES } from "../lang/en/people.ts";
import { DAYS, MONTHS } from "../lang/en/venues.ts";
import type { Block } from "../report/report.ts";
import { dropPossessive } from "../text/fold.ts";
import type { Span } from "../text/span.ts";
import { nameBehind } from "./apposition.ts";
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
  readonly gender: "he" | "she" | null;
}

interface Draft {
  span: Span;
  words: readonly string[];
  readonly roles: Role[];
  votes: number;
}

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
    note(mention, shortNames(byLast, byFirst, mention.words[0]!));
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
    if (mention.words.length > draft.words.length)
      Object.assign(draft, { span: spanOf(mention), words: mention.words });
    if (mention.role !== null && draft.roles.length < MOST) draft.roles.push(mention.role);
    draft.votes += mention.gender === "he" ? 1 : mention.gender === "she" ? -1 : 0;
  }
  function add(mention: Mention): Draft {
    const draft: Draft = { span: spanOf(mention), words: mention.words, roles: [], votes: 0 };
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

function shortNames(
  byLast: ReadonlyMap<string, Draft[]>,
  byFirst: ReadonlyMap<string, Draft[]>,
  word: string,
): Draft | undefined {
  return byLast.get(word)?.[0] ?? byFirst.get(word)?.find((draft) => draft.roles.length > 0);
}

function isPart(few: readonly string[], many: readonly string[]): boolean {
  return few.every((word) => many.includes(word));
}

function spanOf({ sentence, name }: Mention): Span {
  const last = sentence.units[name.to - 1]!;
  const isOwner = last.word.endsWith("'s");
  return { from: sentence.units[name.from]!.from, to: isOwner ? last.to - 2 : last.to };
}

function finish({ span, words, roles, votes }: Draft): Name {
  const told = votes > 0 ? "he" : votes < 0 ? "she" : null;
  return { span, words, roles, gender: told ?? FORENAMES.get(words[0]!) ?? null };
}

/** Whether nearly every word has a capital, as in some titles: capitals tell nothing there. */
function isCapitals(units: readonly Unit[]): boolean {
  const long = units.filter((unit) => unit.kind === "word" && unit.word.length > 3);
  return long.length > 3 && long.filter((unit) => unit.isCapital).length > long.length * 0.75;
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
  const pronoun = mentions.length === 1 ? tellGender(units) : null;
  return mentions.map((m) => (m.gender === null && pronoun !== null ? { ...m, gender: pronoun } : m));
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
  for (let i = run.from; i < run.to; i++) if (isTitle(units[i]!) && i + 1 < run.to) from = i + 1;
  if (from === run.to - 1 && ROLES.has(units[from]!.word)) return null;
  if (isTitle(units[run.to - 1]!) && !ADDRESS.has(units[run.to - 1]!.word) && ROLES.has(units[run.to - 1]!.word))
    return null;
  if (from === 0 && from + 1 < run.to && isAdjective(units[0]!.word)) from = 1;
  const words = units.slice(from, run.to).map((unit) => dropPossessive(unit.word));
  const gender = ADDRESS.get(units[from - 1]?.word ?? "") ?? null;
  const role = roleBefore(units, from) ?? roleAfter(units, run.to) ?? roleAcross(units, run);
  return { sentence, name: { from, to: run.to }, words, role, gender };
}

/** Whether a word at the head of a sentence is no first name by its ending: "Secretive Telegram". */
function isAdjective(word: string): boolean {
  return !FORENAMES.has(word) && /(?:ive|ous|ful|less|able|ible|ed|ing|ly|ary|ese|ish|-based|-born|-led)$/.test(word);
}

/** What may lead a name with no role: "former Mark Rutte" is none. */
const LEADS: ReadonlySet<string> = new Set(["former", "ex", "retired", "late"]);

function isTitle(unit: Unit): boolean {
  return ADDRESS.has(unit.word) || ROLES.has(unit.word) || LEADS.has(unit.word);
}

/** "NATO Secretary General", "the ministry's spokesman": the words right before a name, if one is a role. */
function roleBefore(units: readonly Unit[], at: number): Role | null {
  let from = at;
  while (from > 0 && at - from < 7 && isRolePart(units[from - 1]!)) from--;
  return from < at && ROLES.has(units[at - 1]!.word) ? readRole(units, { from, to: at }) : null;
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
