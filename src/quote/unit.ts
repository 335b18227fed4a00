import { foldWord } from "../text/fold.ts";
import { findSentences } from "../text/sentence.ts";
import type { Span } from "../text/span.ts";
import { findTokens, type Token } from "../text/token.ts";
import { Words } from "../text/words.ts";
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
}

/** A sentence in which a run between quotation marks is one step, whatever stops it has inside. */
export interface Sentence extends Span {
  readonly block: number;
  readonly units: readonly Unit[];
}

interface Part extends MarkedPart {
  readonly run: number;
}

/** The sentences of the blocks in text order. Linear. `plain`: blocks that are read already, as if nothing stood between marks. */
export function readSentences(
  text: string,
  blocks: readonly Span[],
  marked: readonly Marked[],
  plain: ReadonlyMap<Span, readonly Sentence[]> = new Map(),
): Sentence[] {
  const parts = marked.flatMap((m, run) => m.parts.map((part): Part => ({ ...part, run })));
  let first = 0;
  return blocks.flatMap((span, block) => {
    let last = first;
    while (parts[last]?.block === block) last++;
    const own = parts.slice(first, last);
    first = last;
    const known = own.length === 0 ? plain.get(span) : undefined;
    return known?.map((sentence) => ({ ...sentence, block })) ?? readBlock(text, span, block, own);
  });
}

function readBlock(text: string, span: Span, block: number, parts: readonly Part[]): Sentence[] {
  let next = 0;
  return findSentences(maskParts(text, span, parts)).map((s) => {
    const sentence = { from: span.from + s.from, to: span.from + s.to };
    const start = next;
    while (next < parts.length && parts[next]!.outer.from < sentence.to) next++;
    return { ...sentence, block, units: readUnits(text, sentence, parts.slice(start, next)) };
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
  return letter.repeat(inner.length - 1) + (/[\p{L}\p{N}\s]/u.test(last) ? letter : last);
}

function readUnits(text: string, sentence: Span, parts: readonly Part[]): Unit[] {
  const units: Unit[] = [];
  let at = sentence.from;
  for (const { outer, inner, run } of parts) {
    for (const unit of readWords(text, { from: at, to: outer.from }, false)) units.push(unit);
    units.push({
      ...outer,
      kind: "run",
      word: `“${text[inner.to - 1]}`,
      isCapital: /^\P{L}{0,3}\p{Lu}/u.test(text.slice(inner.from, inner.from + 5)),
      run,
    });
    at = outer.to;
  }
  for (const unit of readWords(text, { from: at, to: sentence.to }, true)) units.push(unit);
  return units;
}

/** Tokens with hyphened words joined, and points joined to the word before unless they end the sentence. */
function readWords(text: string, span: Span, isLast: boolean): Unit[] {
  const tokens = findTokens(text, span);
  const units: Unit[] = [];
  let i = 0;
  while (i < tokens.length) {
    const first = tokens[i]!;
    const next = first.kind === "word" ? joinWord(text, tokens, i, isLast) : i + 1;
    units.push(makeUnit(text, first, tokens[next - 1]!));
    i = next;
  }
  return units;
}

function joinWord(text: string, tokens: readonly Token[], at: number, isLast: boolean): number {
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
function isOver(text: string, tokens: readonly Token[], at: number, next: number): boolean {
  return !isGlued(tokens, next) || (next - at > 2 && text[tokens[next]!.from] === ")");
}

function isGlued(tokens: readonly Token[], at: number): boolean {
  return at < tokens.length && tokens[at]!.from === tokens[at - 1]!.to;
}

function makeUnit(text: string, first: Token, last: Token): Unit {
  const { word, isCapital } = forms.get(text, first.from, last.to);
  return { from: first.from, to: last.to, kind: first.kind, word, isCapital, run: -1 };
}

const forms: Words<Pick<Unit, "word" | "isCapital">> = new Words((words) => {
  const isMark = !/[\p{L}\p{N}\p{M}]/u.test(words);
  const word = isMark ? words : words === "US" ? "usa" : foldWord(words).replace(/\.$/u, "");
  return { word, isCapital: /^\p{Lu}/u.test(words) };
});
