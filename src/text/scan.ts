import type { Span } from "./span.ts";

/** What a character is to a word; 0 is not yet looked up. */
const OTHER = 1;
const SPACE = 2;
const LETTER = 3;
const DIGIT = 4;
const COMBINING = 5;
/** Half of a character beyond the first plane, which is looked up whole. */
const SURROGATE = 6;

/** By code unit. A cache of what the Unicode tables say: the same whatever was asked before. */
const kinds = new Uint8Array(65536);

/**
 * Where the word that begins at `at` ends; `at` itself where none does. Nothing outside `span` is seen. The rule, as a regular
 * expression, which takes five times as long: an initialism, `(?<![\p{L}\p{N}])\p{L}(?:\.\p{L}(?![\p{L}\p{N}]))+`, or else
 * `(?:[\p{L}\p{N}\p{M}]|(?<=\p{L})['’](?=\p{L})|(?<=\p{N})[.,](?=\p{N}))+`.
 */
export function endWord(text: string, at: number, span: Span): number {
  const kind = kindAt(text, at, span);
  if (kind <= SPACE && !isInner(text, at, span)) return at;
  const end = kind === LETTER ? endInitialism(text, at, span) : at;
  return end > at ? end : endRun(text, at, span);
}

/** Whether white space stands at `at`. */
export function isSpace(text: string, at: number): boolean {
  return kindOf(text.charCodeAt(at)) === SPACE;
}

/** Code units of the character at `at`: 2 for a pair of surrogates before `to`, else 1, also for half of one. */
export function lengthAt(text: string, at: number, to: number): number {
  return at + 1 < to && kindOf(text.charCodeAt(at)) === SURROGATE && text.codePointAt(at)! > 0xffff ? 2 : 1;
}

/** The words of `findTokens` in the first `most` words of a text, as from, to, from, to, …: for stages that read many texts. */
export function scanWords(text: string, most: number = Number.POSITIVE_INFINITY): number[] {
  const found: number[] = [];
  const span = { from: 0, to: text.length };
  for (let at = 0; at < text.length && found.length < 2 * most; ) {
    const end = endWord(text, at, span);
    if (end > at) found.push(at, end);
    at = end > at ? end : at + lengthAt(text, at, text.length);
  }
  return found;
}

/** End of an initialism that begins here ("U.S", the last point left outside), or `from`. */
function endInitialism(text: string, from: number, span: Span): number {
  if (isSolid(kindBefore(text, from, span))) return from;
  let at = from + lengthAt(text, from, span.to);
  let end = from;
  while (at < span.to && text.charCodeAt(at) === 46 && kindAt(text, at + 1, span) === LETTER) {
    at += 1 + lengthAt(text, at + 1, span.to);
    if (isSolid(kindAt(text, at, span))) break;
    end = at;
  }
  return end;
}

function endRun(text: string, from: number, span: Span): number {
  let at = from;
  while (at < span.to) {
    const kind = kindAt(text, at, span);
    if (kind <= SPACE && !isInner(text, at, span)) break;
    at += kind <= SPACE ? 1 : lengthAt(text, at, span.to);
  }
  return at;
}

/** Whether a mark joins what stands on either side: an apostrophe two letters, a point or comma two digits. */
function isInner(text: string, at: number, span: Span): boolean {
  const unit = text.charCodeAt(at);
  const joins = unit === 39 || unit === 0x2019 ? LETTER : unit === 46 || unit === 44 ? DIGIT : 0;
  return joins !== 0 && kindBefore(text, at, span) === joins && kindAt(text, at + 1, span) === joins;
}

/** Where the letters, digits and points right before `at` begin, not before `from`. */
export function startRun(text: string, at: number, from: number): number {
  const span = { from, to: at };
  let start = at;
  while (start > from) {
    if (text.charCodeAt(start - 1) !== 46 && !isSolid(kindBefore(text, start, span))) break;
    start -= start - 2 >= from && text.codePointAt(start - 2)! > 0xffff ? 2 : 1;
  }
  return start;
}

function isSolid(kind: number): boolean {
  return kind === LETTER || kind === DIGIT;
}

/** `SPACE` beyond either end of the span. */
function kindAt(text: string, at: number, span: Span): number {
  if (at >= span.to) return SPACE;
  const kind = kindOf(text.charCodeAt(at));
  if (kind !== SURROGATE) return kind;
  return at + 1 < span.to ? lookUp(text.codePointAt(at)!) : OTHER;
}

function kindBefore(text: string, at: number, span: Span): number {
  if (at <= span.from) return SPACE;
  const kind = kindOf(text.charCodeAt(at - 1));
  if (kind !== SURROGATE) return kind;
  const code = at - 2 < span.from ? 0 : text.codePointAt(at - 2)!;
  return code > 0xffff ? lookUp(code) : OTHER;
}

function kindOf(unit: number): number {
  const kind = kinds[unit]!;
  if (kind !== 0) return kind;
  kinds[unit] = unit >= 0xd800 && unit < 0xe000 ? SURROGATE : lookUp(unit);
  return kinds[unit]!;
}

function lookUp(code: number): number {
  const letter = String.fromCodePoint(code);
  if (/\p{L}/u.test(letter)) return LETTER;
  if (/\p{N}/u.test(letter)) return DIGIT;
  if (/\p{M}/u.test(letter)) return COMBINING;
  return /\s/u.test(letter) ? SPACE : OTHER;
}
