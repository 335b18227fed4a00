import { AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS } from "../lang/en/clause.ts";
import { FORENAMES } from "../lang/en/forenames.ts";
import { ADDRESS, BODIES, CALLS, DEPARTMENTS, PARTICLES, ROLES } from "../lang/en/people.ts";
import { DAYS, MONTHS } from "../lang/en/venues.ts";
import { dropPossessive } from "../text/fold.ts";
import { nameBehind } from "./apposition.ts";
import { behindCredit } from "./glued.ts";
import { isBoundary, type Range, readPhrase, readPhraseBack } from "./noun.ts";
import { type Role, readRole } from "./role.ts";
import type { Sentence, Unit } from "./unit.ts";

/** A run of capitals in a sentence: what it says before the name, and the name. */
export interface Mention {
  readonly sentence: Sentence;
  readonly name: Range;
  readonly words: readonly string[];
  readonly role: Role | null;
  readonly title: "he" | "she" | null;
  readonly pronoun: "he" | "she" | null;
}

/** Whether nearly every word has a capital, as in some titles: capitals tell nothing there. A few with a stop behind them are no title. */
export function isCapitals(units: readonly Unit[]): boolean {
  let [long, capitals] = [0, 0]; // words
  for (const { kind, word, isCapital } of units) {
    if (kind !== "word" || word.length <= 3) continue;
    long++;
    if (isCapital) capitals++;
  }
  const fewest = units.at(-1)?.word === "." ? 6 : 4;
  return long >= fewest && capitals > long * 0.75;
}

/** The names of a sentence. One word at its head may owe its capital to that and is left out. */
export function findMentions(sentence: Sentence): Mention[] {
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

const HE: ReadonlySet<string> = new Set(["he", "his", "himself"]);
const SHE: ReadonlySet<string> = new Set(["she", "her", "hers", "herself"]);

/** What the pronouns of a sentence that names one person say of that person; nothing where they are objects: in "Ruiz accused him" he is another. */
function tellGender(units: readonly Unit[]): "he" | "she" | null {
  const he = units.some((unit) => HE.has(unit.word));
  const she = units.some((unit) => SHE.has(unit.word));
  const isOther = units.some(({ word }, i) => word === "him" || (word === "her" && !isOwned(units[i + 1])));
  if (isOther) return null;
  return he === she ? null : he ? "he" : "she";
}

/** Whether what stands behind "her" makes it an owner: "her house", not "her on Monday". */
function isOwned(next: Unit | undefined): boolean {
  return next?.kind === "word" && !isBoundary(next) && !DETERMINERS.has(next.word);
}

function endOfRun(units: readonly Unit[], from: number): number {
  let to = from + 1;
  while (to - from < 12 && !units[to - 1]!.word.endsWith("'s")) {
    if (isNamePart(units, to)) to++;
    else if (PARTICLES.has(units[to]?.word ?? "") && isNamePart(units, to + 1)) to += 2;
    else if (isParticles(units, to) && isNamePart(units, to + 2)) to += 3;
    else if (isNickname(units, to) && isNamePart(units, to + 3)) to += 4;
    else break;
  }
  return to;
}

/** "Nick de la Cruz": two particles. */
function isParticles(units: readonly Unit[], at: number): boolean {
  return units.slice(at, at + 2).every(({ word }) => PARTICLES.has(word));
}

/** A nickname between marks, at the first of them: Ana “Nan” Ruiz. */
function isNickname(units: readonly Unit[], at: number): boolean {
  const isMark = (i: number): boolean => /^["“”]$/u.test(units[i]?.word ?? "");
  return isMark(at) && isMark(at + 2) && units[at + 1]!.kind === "word" && units[at + 1]!.isCapital;
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
  // A sentence that ends with "the U.S.", and a name that begins the next.
  if (run.to - from === 2 && units[from]!.word === "us" && units[from - 1]?.word === "the" && !isBodys) from++;
  for (let i = run.from; i < run.to; i++)
    if (isTitle(units[i]!) && i + 1 < run.to && !(isBodys && isPartyWord(units[i]!)) && !isJunior(units[i + 1]!))
      from = i + 1;
  if (from === run.to - 1 && ROLES.has(units[from]!.word)) return null;
  if (isTitle(units[run.to - 1]!) && !ADDRESS.has(units[run.to - 1]!.word) && ROLES.has(units[run.to - 1]!.word))
    return null;
  from = behindCredit(units, { from, to: run.to });
  if (isDepartment(units, from) && from + 1 < run.to) from++;
  if (isOpening(units, from)) from = behindOpeners(units, { from, to: run.to });
  const words = readWords(units.slice(from, run.to));
  const title = ADDRESS.get(units[from - 1]?.word ?? "") ?? null;
  const role =
    roleBefore(units, from) ??
    roleOfDepartment(units, from) ??
    roleAfter(units, { from, to: run.to }) ??
    roleAcross(units, run);
  return { sentence, name: { from, to: run.to }, words, role, title, pronoun: null };
}

/** The words of a name, folded, without the number of "Ana Ruiz III"; "Jr." stays, for the father is in the news as well, and so does that of a pope. */
export function readWords(units: readonly Unit[]): string[] {
  const words = units.flatMap((u) => (u.kind === "word" ? [dropPossessive(u.word)] : []));
  return words.length > 2 && /^(?:iii|iv)$/.test(words.at(-1)!) ? words.slice(0, -1) : words;
}

/** Whether the word ends an office with a preposition in it: "Secretary of State". */
export function isDepartment(units: readonly Unit[], at: number): boolean {
  const isOffice = /^(?:secretary|minister)$/.test(units[at - 2]?.word ?? "");
  return isOffice && units[at - 1]?.word === "of" && DEPARTMENTS.has(units[at]!.word);
}

/** Where a name begins behind words that owe their capital to the head of the sentence: "Let Ana Ruiz speak", "Now Ana Ruiz". */
function behindOpeners(units: readonly Unit[], { from, to }: Range): number {
  const isFirst = isHead(units, from);
  const isOpener = ({ word }: Unit, at: number): boolean =>
    CALLS.has(word) || (isFirst && (isAdjective(word) || (INVERTED.test(word) && at + 2 < to)));
  let at = from;
  while (at + 1 < to && isOpener(units[at]!, at)) at++;
  return at;
}

/** "Said Ana Maria Ruiz: …"; before one more word it may be a first name. */
const INVERTED = /^(?:said|says|added|asked|wrote)$/;

/** Whether a sentence begins at a word, with at most a mark of quotation before it. */
function isHead(units: readonly Unit[], at: number): boolean {
  return at === 0 || (at === 1 && /^["“”'‘]$/u.test(units[0]!.word));
}

/** Whether nothing, a mark or a modal stands before a word, so that it may be a verb with a capital ("MUST WATCH Ruiz"). */
function isOpening(units: readonly Unit[], at: number): boolean {
  return at === 0 || units[at - 1]!.kind === "mark" || AUXILIARIES.has(units[at - 1]!.word);
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

/** What stands behind a surname: "Aldo King Jr." */
function isJunior({ word }: Unit): boolean {
  return /^(?:jr|sr)\.?$/.test(word);
}

/** A word that is somebody's role and as often part of a body's name. */
export function isPartyWord(unit: Unit): boolean {
  return unit.isCapital && /^(?:republican|democrat)$/.test(unit.word);
}

/** "NATO Secretary General", "the ministry's spokesman", "Bank of Averland governor": the words right before a name, if one is a role. */
function roleBefore(units: readonly Unit[], at: number): Role | null {
  let from = at;
  while (from > 0 && at - from < 7 && isRolePart(units[from - 1]!)) from--;
  if (from === at || !ROLES.has(units[at - 1]!.word)) return null;
  if (/^(?:head|chair)$/.test(units[at - 1]!.word) && units[at - 2]?.word === "to") return null; // a verb
  const behind = units.slice(from, at).findLastIndex((unit) => PREPOSITIONS.has(unit.word)) + 1;
  return readRole(units, { from, to: at }) ?? readRole(units, { from: from + behind, to: at });
}

function roleOfDepartment(units: readonly Unit[], at: number): Role | null {
  return at > 2 && isDepartment(units, at - 1) ? readRole(units, { from: at - 3, to: at }) : null;
}

function isRolePart(unit: Unit): boolean {
  return unit.kind === "word" && !DETERMINERS.has(unit.word) && (unit.isCapital || !isBoundary(unit));
}

/** ", the NATO chief,": the phrase behind a name and a comma, if it has a role. */
function roleAfter(units: readonly Unit[], name: Range): Role | null {
  const at = endOfHome(units, name.to);
  if (units[at]?.word !== "," || isHome(units, name.from)) return null;
  const phrase = readPhrase(units, at + 1);
  return phrase === null || units[phrase.to]?.kind === "word" ? null : readRole(units, phrase);
}

/** Whether a name is where somebody is from: "Ana Ruiz of Averland", "Ana Ruiz (D) of Averland". */
function isHome(units: readonly Unit[], at: number): boolean {
  const before = units[at - 2];
  if (!/^(?:of|from)$/.test(units[at - 1]?.word ?? "")) return false;
  return before?.word === ")" || (before?.isCapital === true && !isTitle(before) && !BODIES.has(before.word));
}

/** Where a name with party and place ends: "Ana Ruiz (D) of New Averland". */
function endOfHome(units: readonly Unit[], to: number): number {
  const behind = units[to]?.word === "(" && units[to + 2]?.word === ")" ? to + 3 : to;
  let end = behind + 1;
  while (end - behind < MOST_HOME && units[end]?.kind === "word" && units[end]!.isCapital) end++;
  return end > behind + 1 && isHome(units, behind + 1) ? end : behind;
}

/** Words of the longest place that somebody is from, with what leads to it. */
const MOST_HOME = 4;

/** "the chief engineer, Maren Oswick": the role of the phrase that a name is set behind, unless a preposition leads to it. */
function roleAcross(units: readonly Unit[], name: Range): Role | null {
  if (units[name.from - 1]?.word !== ",") return null;
  const phrase = readPhraseBack(units, name.from - 2, 0);
  if (phrase === null || PREPOSITIONS.has(units[phrase.from - 1]?.word ?? "")) return null;
  return nameBehind(units, phrase)?.to === name.to ? readRole(units, phrase) : null;
}
