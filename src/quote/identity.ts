import { DETERMINERS, SUBJECT_PRONOUNS } from "../lang/en/clause.ts";
import { TENS, UNITS } from "../lang/en/number.ts";
import { BODIES, PEOPLE, ROLES, UNNAMED } from "../lang/en/people.ts";
import type { Report } from "../report/report.ts";
import { dropPossessive, foldWord } from "../text/fold.ts";
import { type Span, sliceSpan } from "../text/span.ts";
import { findWords } from "../text/token.ts";
import type { Name, Names } from "./names.ts";
import { readProse } from "./prose.ts";
import type { Quotation } from "./quotation.ts";
import { type Role, readRole } from "./role.ts";
import { headOf, readPronoun } from "./speaker.ts";
import { readSentences, type Unit } from "./unit.ts";

/**
 * One whom a report credits, with all that it says of them. `named`: by name. `unnamed`: people or a body without a name
 * ("two officials", "the company"). `thing`: what is credited is no one ("the report", "the data").
 */
export interface Identity {
  readonly kind: "named" | "unnamed" | "thing";
  /** The fullest name; for the others the words where they are first credited. */
  readonly span: Span;
  /** The name's words, folded; empty for the others. */
  readonly words: readonly string[];
  readonly gender: "he" | "she" | null;
  readonly isPerson: boolean | null;
  readonly roles: readonly Role[];
  /** How many people or bodies an unnamed source says it is: 1 for "a spokesman", 2 for "two officials", null for "officials"; 1 for the named. */
  readonly count: number | null;
  /** Places in the list of quotations given, rising. */
  readonly quotations: readonly number[];
}

/**
 * Whom a report credits, in the order in which it first does; the named once each, the unnamed once for each wording.
 * A pronoun that nothing resolves is nobody here. `quotations`: those of this report. Linear.
 */
export function findIdentities(report: Report, quotations: readonly Quotation[]): Identity[] {
  const { names } = readProse(report);
  const found = new Map<string, Identity & { quotations: number[] }>();
  for (const [place, quotation] of quotations.entries()) {
    const identity = readIdentity(report.text, quotation, names);
    if (identity === null) continue;
    const before = findBefore(report.text, identity, [...found.values()].slice(-REACH));
    if (before !== null) {
      before.quotations.push(place);
      continue;
    }
    const key = `${identity.kind} ${identity.words.join(" ") || foldWord(sliceSpan(report.text, identity.span))}`;
    const known = found.get(key);
    if (known) known.quotations.push(place);
    else found.set(key, { ...identity, quotations: [place] });
  }
  return [...found.values()];
}

/** No one without a name is looked for further back than this many that are credited. */
const REACH = 24;

/** "the spokesman" is "a company spokesman" before it, if there is one such only. */
function findBefore<T extends Found>(text: string, { kind, span, count }: Found, found: readonly T[]): T | null {
  const [article, word, ...more] = wordsOf(text, span);
  if (kind !== "unnamed" || count !== 1 || article !== "the" || word === undefined || more.length > 0) return null;
  const fitting = found.filter(
    (one) => one.kind === kind && one.count === 1 && wordsOf(text, one.span).at(-1) === word,
  );
  return fitting.length === 1 ? fitting[0]! : null;
}

function wordsOf(text: string, span: Span): string[] {
  return findWords(text, span).map((word) => foldWord(sliceSpan(text, word)));
}

type Found = Omit<Identity, "quotations">;

function readIdentity(text: string, { speaker, source }: Quotation, names: Names): Found | null {
  if (speaker !== null) return readNamed(text, speaker, names);
  if (source === null) return null;
  const units = readSentences(text, [source], []).flatMap((sentence) => sentence.units);
  const range = { from: 0, to: units.length };
  const first = units[0];
  if (first === undefined || readPronoun(units, range) !== null) return null;
  if (units.length === 1 && (SUBJECT_PRONOUNS.has(first.word) || DETERMINERS.has(first.word))) return null;
  const head = units[headOf(units, range).to - 1]!;
  const kind = isSomebody(units, head) ? "unnamed" : "thing";
  const role = kind === "unnamed" ? readRole(units, range) : null;
  const roles = role === null || !isOne(units, head) ? [] : [role];
  return { kind, span: source, words: [], gender: null, isPerson: null, roles, count: countOf(units, head) };
}

function readNamed(text: string, span: Span, names: Names): Found {
  const words = findWords(text, span).map((word) => dropPossessive(foldWord(sliceSpan(text, word))));
  const isSame = (name: Name): boolean => name.span.from === span.from && name.span.to === span.to;
  const name = names.byLast.get(words.at(-1) ?? "")?.find(isSame) ?? [...names.byLast.values()].flat().find(isSame);
  const { gender = null, isPerson = null, roles = [] } = name ?? {};
  return { kind: "named", span, words, gender, isPerson, roles, count: 1 };
}

/** Whether a source can have said something: its head is a word for people, an office or a body. */
function isSomebody(units: readonly Unit[], head: Unit): boolean {
  const word = head.word.replace(/\.$/u, "");
  const one = word.replace(/ies$/u, "y").replace(/s$/u, "");
  const isListed = [UNNAMED, ROLES, PEOPLE, BODIES].some((list) => list.has(word) || list.has(one));
  if (isListed && !THINGS.has(one)) return true;
  return /(?:man|men|woman|women|people|person)$/u.test(word) || units.some((unit) => unit.word === "named");
}

/** Words in the table of bodies that are as often a thing on paper. */
const THINGS: ReadonlySet<string> = new Set(
  "report survey plan deal treaty agreement act bill law crisis war storm day week month year".split(" "),
);

/** Whether the source is one: "the NATO boss", not "officials". */
function isOne(units: readonly Unit[], head: Unit): boolean {
  return countOf(units, head) === 1;
}

/** The number that the words for people give, null where they leave it open. */
function countOf(units: readonly Unit[], head: Unit): number | null {
  const isPlural = /[^s]s$|(?:men|women|people|police)$/u.test(head.word) && head.word !== "boss";
  const stated = units
    .slice(0, 3)
    .map(({ word }) => numberOf(word))
    .find((number) => number !== null);
  if (stated !== undefined) return stated!;
  return isPlural || MANY.has(head.word) ? null : 1;
}

/** Heads that are several without saying so by their ending. */
const MANY: ReadonlySet<string> = new Set("some many others most few those all several staff".split(" "));

function numberOf(word: string): number | null {
  if (/^\d{1,3}$/u.test(word)) return Number(word);
  return word === "both" ? 2 : (UNITS.get(word) ?? TENS.get(word) ?? null);
}
