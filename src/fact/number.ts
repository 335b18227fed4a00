import { MULTIPLES, SUFFIXES, TENS, UNITS } from "../lang/en/number.ts";
import { foldWord } from "../text/fold.ts";
import { sliceSpan } from "../text/span.ts";
import type { Token } from "../text/token.ts";
import type { Fact, Read } from "./fact.ts";

/** Figures with an optional ending: "1,200.5", "3.5m", "14th". */
const FIGURES = /^(\d+(?:\.\d+)?)(\p{L}*)$/u;
const ORDINAL = /^(?:st|nd|rd|th)$/;

/**
 * The number that begins at `tokens[at]`, or null: figures ("1,200", "3.5m"), words ("twenty-five"), and both with what
 * multiplies them ("two million", "1.2 billion"). "one" and "a" alone are no numbers: they are mostly pronoun and article;
 * "number one" is one.
 * An ordinal keeps its ending in the value. Units are not read: "12 people" and "12 per cent" have the same value.
 */
export function readNumber(text: string, tokens: readonly Token[], at: number): Read | null {
  const start = readFigures(text, tokens, at) ?? readWords(text, tokens, at);
  if (start === null) return null;
  let { value, next } = start;
  for (; start.ending === ""; next++) {
    const multiple = MULTIPLES.get(wordAt(text, tokens, next));
    if (multiple === undefined) break;
    value *= multiple;
  }
  const fact: Fact = {
    kind: "number",
    from: tokens[at]!.from,
    to: tokens[next - 1]!.to,
    value: `${round(value)}${start.ending}`,
  };
  return { fact, next };
}

interface Start {
  readonly value: number;
  readonly ending: string;
  readonly next: number;
}

function readFigures(text: string, tokens: readonly Token[], at: number): Start | null {
  const match = FIGURES.exec(wordAt(text, tokens, at));
  if (match === null) return null;
  const ending = match[2]!;
  const multiple = SUFFIXES.get(ending);
  if (ending === "") return { value: Number(match[1]), ending, next: at + 1 };
  if (multiple !== undefined) return { value: Number(match[1]) * multiple, ending: "", next: at + 1 };
  return ORDINAL.test(ending) ? { value: Number(match[1]), ending: "th", next: at + 1 } : null;
}

function readWords(text: string, tokens: readonly Token[], at: number): Start | null {
  const word = wordAt(text, tokens, at);
  const tens = TENS.get(word);
  if (tens !== undefined) {
    const hyphen = tokens[at + 1] !== undefined && sliceSpan(text, tokens[at + 1]!) === "-";
    const unit = hyphen ? UNITS.get(wordAt(text, tokens, at + 2)) : undefined;
    return unit === undefined
      ? { value: tens, ending: "", next: at + 1 }
      : { value: tens + unit, ending: "", next: at + 3 };
  }
  const isMultiplied = MULTIPLES.has(wordAt(text, tokens, at + 1));
  const value = UNITS.get(word) ?? (isMultiplied && word === "a" ? 1 : undefined);
  if (value === undefined) return null;
  const isCounting = value !== 1 || isMultiplied || wordAt(text, tokens, at - 1) === "number";
  return isCounting ? { value, ending: "", next: at + 1 } : null;
}

/** Whether "No" at a place of the tokens is short for "number": "No. 3". */
export function isNumbering(text: string, tokens: readonly Token[], at: number): boolean {
  if (wordAt(text, tokens, at) !== "no") return false;
  const next = tokens[at + 1];
  const isShort = next?.kind === "mark" && sliceSpan(text, next) === ".";
  return FIGURES.test(wordAt(text, tokens, isShort ? at + 2 : at + 1));
}

/** The folded word at a place of the tokens; "" for a mark or beyond the end. */
export function wordAt(text: string, tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token === undefined || token.kind === "mark" ? "" : foldWord(sliceSpan(text, token));
}

/** Drops what binary fractions add: 1.1 million is 1100000, not 1100000.0000000002. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}
