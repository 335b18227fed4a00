import { findSentences } from "../text/sentence.ts";
import type { Span } from "../text/span.ts";
import { eachToken } from "../text/token.ts";
import { type Entry, findEntry } from "./entry.ts";
import type { Marked, MarkedPart } from "./marks.ts";

/**
 * A step of a sentence: a word (hyphens and the point of an abbreviation are part of it), a mark, or a whole run between
 * quotation marks.
 */
export interface Unit extends Span {
  readonly kind: "word" | "mark" | "run";
  /** A word folded, a mark as it is, for a run “ and its last code unit within the marks. */
  readonly word: string;
  /** Whether its first letter is a capital. */
  readonly isCapital: boolean;
  /** Place of a run in the list of marked runs, else -1. */
  readonly run: number;
  /** Null for a run. */
  readonly entry: Entry | null;
}

/** A sentence in which a run between quotation marks is one step, whatever stops it has inside. */
export interface Sentence extends Span {
  readonly block: number;
  readonly units: readonly Unit[];
}

interface Part extends MarkedPart {
  readonly run: number;
}

/** What is read of a block already. */
export interface Known {
  /** Its words and marks one by one, whatever belongs together. */
  readonly tokens: ReadonlyMap<Span, readonly Unit[]>;
  /** Its sentences as if nothing stood between marks. */
  readonly plain: ReadonlyMap<Span, readonly Sentence[]>;
}

const NOTHING: Known = { tokens: new Map(), plain: new Map() };

/** The sentences of the blocks in text order. Linear. */
export function readSentences(
  text: string,
  blocks: readonly Span[],
  marked: readonly Marked[],
  known: Known = NOTHING,
): Sentence[] {
  const parts = marked.flatMap((m, run) => m.parts.map((part): Part => ({ ...part, run })));
  let first = 0;
  return blocks.flatMap((span, block) => {
    let last = first;
    while (parts[last]?.block === block) last++;
    const own = parts.slice(first, last);
    first = last;
    const plain = own.length === 0 ? known.plain.get(span) : undefined;
    if (plain !== undefined) return plain.map((sentence) => ({ ...sentence, block }));
    const tokens = known.tokens.get(span) ?? readTokens(text, span);
    return readBlock({ text, tokens, span, block }, own);
  });
}

/** A block with its words and marks. */
interface BlockText {
  readonly text: string;
  readonly tokens: readonly Unit[];
  readonly span: Span;
  readonly block: number;
}

function readBlock(own: BlockText, parts: readonly Part[]): Sentence[] {
  let next = 0;
  const { text, span, block } = own;
  return findSentences(maskParts(text, span, parts)).map((s) => {
    const sentence = { from: span.from + s.from, to: span.from + s.to };
    const start = next;
    while (next < parts.length && parts[next]!.outer.from < sentence.to) next++;
    return { ...sentence, block, units: readUnits(own, sentence, parts.slice(start, next)) };
  });
}

/** The block with every run as one word between plain marks, of the same length: letters for what stands inside but for the last mark. */
function maskParts(text: string, span: Span, parts: readonly Part[]): string {
  let masked = "";
  let at = span.from;
  for (const { outer, inner } of parts) {
    masked += text.slice(at, outer.from) + "“".repeat(inner.from - outer.from);
    masked += maskInner(text.slice(inner.from, inner.to)) + "”".repeat(outer.to - inner.to);
    at = outer.to;
  }
  return masked + text.slice(at, span.to);
}

function maskInner(inner: string): string {
  if (inner === "") return "";
  const letter = /^\P{L}{0,3}\p{Ll}/u.test(inner.slice(0, 8)) ? "x" : "X";
  const last = inner.at(-1)!;
  const masked = letter + "x".repeat(inner.length - 1);
  return /[\p{L}\p{N}\s]/u.test(last) ? masked : masked.slice(0, -1) + last;
}

function readUnits(own: BlockText, sentence: Span, parts: readonly Part[]): Unit[] {
  const { text } = own;
  const units: Unit[] = [];
  let at = sentence.from;
  for (const { outer, inner, run } of parts) {
    readWords(own, { from: at, to: outer.from }, false, units);
    units.push({
      ...outer,
      kind: "run",
      word: `“${text[inner.to - 1]}`,
      isCapital: /^\P{L}{0,3}\p{Lu}/u.test(text.slice(inner.from, inner.from + 5)),
      run,
      entry: null,
    });
    at = outer.to;
  }
  readWords(own, { from: at, to: sentence.to }, true, units);
  return units;
}

/** Adds tokens with hyphened words joined, and points joined to the word before unless they end the sentence. */
function readWords({ text, tokens }: BlockText, span: Span, isLast: boolean, units: Unit[]): void {
  const own = cutTokens(text, tokens, span);
  for (let i = 0; i < own.length; ) {
    const first = own[i]!;
    const next = first.kind === "word" ? joinWord(text, own, i, isLast) : i + 1;
    units.push(next === i + 1 ? first : makeUnit(text, first.from, own[next - 1]!.to, "word"));
    i = next;
  }
}

/** The tokens of a span: those of the block in it, or, where its ends part one of them, what they leave. */
function cutTokens(text: string, tokens: readonly Unit[], { from, to }: Span): readonly Unit[] {
  const first = countBefore(tokens, from);
  const end = countBefore(tokens, to);
  const isWhole = (at: number, place: number): boolean => at === 0 || tokens[at - 1]!.to <= place;
  return isWhole(first, from) && isWhole(end, to) ? tokens.slice(first, end) : readTokens(text, { from, to });
}

/** How many tokens begin before a place. */
function countBefore(tokens: readonly Unit[], place: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.from < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function joinWord(text: string, tokens: readonly Unit[], at: number, isLast: boolean): number {
  let next = at + 1;
  while (
    isGlued(tokens, next) &&
    text[tokens[next]!.from] === "-" &&
    isGlued(tokens, next + 1) &&
    tokens[next + 1]!.kind === "word"
  )
    next += 2;
  const isPoint = isGlued(tokens, next) && text[tokens[next]!.from] === "." && isOver(text, tokens, at, next + 1);
  return isPoint && !(isLast && next === tokens.length - 1) ? next + 1 : next;
}

/** Whether a point before token `next` ends what begins at `at`: white space follows, or the bracket of "(D-Wis.)". */
function isOver(text: string, tokens: readonly Unit[], at: number, next: number): boolean {
  return !isGlued(tokens, next) || (next - at > 2 && text[tokens[next]!.from] === ")");
}

function isGlued(tokens: readonly Unit[], at: number): boolean {
  return at < tokens.length && tokens[at]!.from === tokens[at - 1]!.to;
}

/** The words and marks of a span, each for itself. */
export function readTokens(text: string, span: Span): Unit[] {
  const units: Unit[] = [];
  eachToken(text, span, (from, to, kind) => units.push(makeUnit(text, from, to, kind)));
  return units;
}

function makeUnit(text: string, from: number, to: number, kind: "word" | "mark"): Unit {
  const entry = findEntry(text, from, to);
  return { from, to, kind, word: entry.word, isCapital: entry.isCapital, run: -1, entry };
}
