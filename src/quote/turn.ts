import { FORENAMES } from "../lang/en/forenames.ts";
import { ADDRESS, INTERVIEWERS, ROLES } from "../lang/en/people.ts";
import { dropPossessive, foldWord } from "../text/fold.ts";
import { cutSpans, type Span, sliceSpan, trimSpan } from "../text/span.ts";
import { findWords } from "../text/token.ts";
import type { Name, Names } from "./names.ts";

/** What somebody says in a transcript between two labels, or in a tweet. */
export interface Turn {
  /** The name in the label, without what stands behind it; null for "A:". */
  readonly label: Span | null;
  /** The fullest name of whose words they are, where the report has one. */
  readonly speaker: Span | null;
  /** Where they were said, if it stands there: "@anaruiz". */
  readonly venue: Span | null;
  /** The words in each paragraph, without notes of the transcript ("(LAUGHTER)"); at least one. */
  readonly words: readonly Span[];
}

export interface Transcript {
  /** In text order. */
  readonly turns: readonly Turn[];
  /** Where the labels begin, of those who ask too. */
  readonly labels: ReadonlySet<number>;
}

const NONE: Transcript = { turns: [], labels: new Set() };

/** How the labels of one transcript are set: "ANA RUIZ:", "Ana Ruiz:", "A:". */
type Style = "capitals" | "name" | "letter";
const STYLES: readonly Style[] = ["letter", "capitals", "name"];

/** A paragraph that begins with a label. */
interface Labelled {
  readonly block: number;
  readonly style: Style;
  readonly label: Span;
  /** What all labels of one person have in common: the last word of the name, folded. */
  readonly key: string;
  /** What stands behind the name: "HOST". */
  readonly role: string;
  /** Where the words begin. */
  readonly from: number;
}

const LABELS: readonly (readonly [Style, RegExp])[] = [
  ["letter", /^([QA])()\s?:(?=\s)/u],
  [
    "capitals",
    /^(\p{Lu}[\p{Lu}.'’-]*(?: \p{Lu}[\p{Lu}.'’-]*){0,4})((?:, ?\p{Lu}[\p{Lu} .,'’&-]{1,60})?(?: ?\([^()]{2,40}\))?):(?=\s|$)/u,
  ],
  [
    "name",
    /^(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){0,3})((?:, ?[\p{L} .'’&-]{2,60})?(?: ?\([^()]{2,40}\))?):(?=\s|$)/u,
  ],
];
/** Letters of a paragraph that are looked at for a label. */
const REACH = 160;
/** Notes of whoever wrote the words down. */
const NOTES =
  /[([](?:[^()[\]\p{Ll}]{0,60}\p{Lu}{4}[^()[\]\p{Ll}]{0,60}|(?:[Ll]augh|[Cc]huckl|[Aa]pplau|[Cc]heer|[Cc]ross-?talk|[Ii]naudible|[Pp]ause)[^()[\]]{0,20})[)\]]/gu;
/** A paragraph that is nobody's words: "[Break]". */
const ASIDE = /^(?:\([^()]*\)|\[[^[\]]*\]|[*_—–-]+)$/u;
const MARK = /^["“”„«‘']/u;
const SPOKEN = /\b(?:I|we|you|my|our|your|me|us)\b/iu;
/** Words before questions and answers that somebody gave, and not the outlet itself. */
const TALK = /\b(?:interview(?:ed|s)?|conversation|transcript|edited for|condensed|spoke|sat down|talked)\b/iu;
const QUESTION = /\?["”’)\]]*$/u;

/** Turns that make a transcript, and turns of one person that do. */
const LEAST_TURNS = 4;
const LEAST_OWN = 2;
/** Share of the turns in which somebody says "I", "we" or "you": lists by name ("Ruiz: She is for it.") have few. */
const LEAST_SPOKEN = 1 / 3;
/** Share of the turns that end in a question from which somebody is the interviewer. */
const ASKING = 1 / 4;

/**
 * The words of those who answer, where a report is the transcript of an interview, a debate or a broadcast: what stands behind a
 * label up to the next. The words of those who ask are left to the report, whose own voice they are. Paragraphs without a label go on
 * what was said, but not behind the last label, where notes of the outlet stand. Lists by name have no turns, nor have labels
 * with words between marks behind them, of which the marks tell. `blocks` are the paragraphs, in text order. Linear.
 */
export function findTurns(text: string, blocks: readonly Span[], names: Names): Transcript {
  const found = blocks.flatMap((block, at) => readLabel(text, block, at) ?? []);
  if (found.length < LEAST_TURNS) return NONE;
  const initials = listInitials(names);
  const all = found.map((one) => ({ ...one, key: initials.get(one.key)?.words.at(-1) ?? one.key }));
  const style = STYLES.find((style) => isTranscript(text, blocks, all.filter(isOf(style)), names));
  if (style === undefined) return NONE;
  const own = all.filter(isOf(style));
  const ends = findEnds(all);
  const asking = findAsking(text, blocks, own, ends);
  const counts = Map.groupBy(own, ({ key }) => key);
  const turns = own.flatMap((one) => {
    if (asking.has(one.key) || (counts.get(one.key)!.length < LEAST_OWN && !isPerson(text, one, names))) return [];
    const words = listWords(text, blocks, one, ends.get(one)!);
    if (words.length === 0) return [];
    const label = style === "letter" ? null : one.label;
    return [{ label, speaker: label && findSpeaker(text, one, own, names), venue: null, words }];
  });
  return { turns, labels: new Set(all.map(({ label }) => label.from)) };
}

/** Initials in capitals stand for names that are written out at first. */
function isOf(style: Style): (one: Labelled) => boolean {
  return (one) => one.style === style || (style === "name" && one.style === "capitals");
}

/** The place behind the last paragraph of each: any label ends what was said before. */
function findEnds(all: readonly Labelled[]): ReadonlyMap<Labelled, number> {
  return new Map(all.map((one, i) => [one, all[i + 1]?.block ?? one.block + 1]));
}

/** Null for a paragraph that begins otherwise, or whose words behind the label stand between marks. */
function readLabel(text: string, block: Span, at: number): Labelled | null {
  const head = text.slice(block.from, Math.min(block.to, block.from + REACH));
  for (const [style, pattern] of LABELS) {
    const match = pattern.exec(head);
    if (match === null) continue;
    if (MARK.test(head.slice(match[0].length).trimStart())) return null;
    const label = { from: block.from, to: block.from + match[1]!.length };
    const key = foldWord(match[1]!.split(" ").at(-1)!);
    return { block: at, style, label, key, role: match[2]!, from: block.from + match[0].length };
  }
  return null;
}

/** Whether labels of one style are those of people who talk with each other. */
function isTranscript(text: string, blocks: readonly Span[], own: readonly Labelled[], names: Names): boolean {
  const several = [...Map.groupBy(own, ({ key }) => key).values()].filter((turns) => turns.length >= LEAST_OWN);
  if (several.length < 2) return false;
  const spoken = own.filter(({ from, block }) => SPOKEN.test(text.slice(from, blocks[block]!.to)));
  if (spoken.length < LEAST_SPOKEN * own.length) return false;
  if (own[0]!.style === "letter") return TALK.test(text.slice(0, own[0]!.label.from));
  return several.flat().some((one) => isPerson(text, one, names));
}

/** Whether a label names a person: by first name, by role, or by what else the report says. */
function isPerson(text: string, { label, key, role }: Labelled, names: Names): boolean {
  const words = sliceSpan(text, label).split(" ").map(foldWord);
  if (role !== "" || (words.length > 1 && FORENAMES.has(words[0]!))) return true;
  return (names.byLast.get(key) ?? []).some(({ isPerson }) => isPerson === true);
}

/** Names of two or three words that no other has the initials of, by those. */
function listInitials(names: Names): ReadonlyMap<string, Name> {
  const long = [...names.byLast.values()].flat().filter(({ words }) => words.length === 2 || words.length === 3);
  const groups = Map.groupBy(new Set(long), ({ words }) => words.map((word) => word[0]).join(""));
  return new Map([...groups].flatMap(([initials, own]) => (own.length === 1 ? [[initials, own[0]!] as const] : [])));
}

/** Keys of those who ask: by role, as they often do, or as they begin and ask at all. */
function findAsking(
  text: string,
  blocks: readonly Span[],
  own: readonly Labelled[],
  ends: ReadonlyMap<Labelled, number>,
): Set<string> {
  const turns = own.map((one) => ({
    ...one,
    isQuestion: QUESTION.test(sliceSpan(text, blocks[ends.get(one)! - 1]!)),
    isHost: INTERVIEWERS.has(foldWord(/\p{L}+/u.exec(one.role)?.[0] ?? "")),
  }));
  const asking = new Set<string>(["q"]);
  for (const [key, theirs] of Map.groupBy(turns, (one) => one.key)) {
    const questions = theirs.filter(({ isQuestion }) => isQuestion).length;
    const isFirst = own[0]!.key === key && questions > 0;
    if (isFirst || questions >= ASKING * theirs.length || theirs.some(({ isHost }) => isHost)) asking.add(key);
  }
  return asking;
}

/** The words of a turn in its paragraphs, up to the block `end` or to one that names the speaker: there the outlet tells on. */
function listWords(text: string, blocks: readonly Span[], { block, from, key }: Labelled, end: number): Span[] {
  const spans = blocks.slice(block, end).map((span, i) => (i === 0 ? { from, to: span.to } : span));
  const isNamed = (span: Span): boolean =>
    findWords(text, span).some((word) => dropPossessive(foldWord(sliceSpan(text, word))) === key);
  const told = spans.findIndex((span, i) => i > 0 && isNamed(span));
  return spans.slice(0, told < 0 ? spans.length : told).flatMap((span) => {
    const words = sliceSpan(text, span);
    if (ASIDE.test(words.trim())) return [];
    const notes = Array.from(words.matchAll(NOTES), ({ 0: note, index }) => ({
      from: span.from + index,
      to: span.from + index + note.length,
    }));
    return cutSpans([span], notes)
      .map((part) => trimSpan(text, part))
      .filter((part) => part.to > part.from);
  });
}

/** The fullest name that the report has for a label: of those elsewhere in it, or of the labels; null where it is one word and nobody’s. */
function findSpeaker(text: string, one: Labelled, own: readonly Labelled[], names: Names): Span | null {
  const words = sliceSpan(text, one.label).split(" ").map(foldWord);
  const isWritten = words.at(-1) === one.key; // and no initials
  const found = findBearer(isWritten ? words : [one.key], names);
  if (found !== null) return found.span;
  const labels = own.filter(({ key }) => key === one.key).map(({ label }) => dropTitles(text, label));
  const fullest = labels.reduce((x, y) => (y.to - y.from > x.to - x.from ? y : x));
  return sliceSpan(text, fullest).includes(" ") ? fullest : null;
}

/** "PRESIDENT-ELECT DONALD TRUMP" without the office. */
function dropTitles(text: string, label: Span): Span {
  const [first, ...rest] = sliceSpan(text, label).split(" ");
  const title = foldWord(first!).replace(/\.$/u, "");
  const isTitle = ROLES.has(title) || ADDRESS.has(title) || ROLES.has(title.split("-")[0]!);
  return isTitle && rest.length > 0 ? dropTitles(text, { from: label.from + first!.length + 1, to: label.to }) : label;
}

/** The one name of the report that the words, folded, are a form of: all of them are in it, or all of its own among them. */
export function findBearer(words: readonly string[], names: Names): Name | null {
  const fitting = (names.byLast.get(words.at(-1)!) ?? []).filter(
    (name) => words.every((word) => name.words.includes(word)) || name.words.every((word) => words.includes(word)),
  );
  return fitting.length === 1 ? fitting[0]! : null;
}
