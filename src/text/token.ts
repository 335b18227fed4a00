import { endWord, isSpace, lengthAt } from "./scan.ts";
import type { Span } from "./span.ts";

/** A word or a mark. Words and marks together with the white space between them make up the text. */
export interface Token extends Span {
  readonly kind: "word" | "mark";
}

/**
 * Words and marks of `span` (default: the whole text) in text order. Empty for white space. Linear in its length.
 *
 * A word: letters, digits and combining marks of any script. Apostrophes, straight or curly, join letters ("don’t") but
 * never stand at an edge; a point or comma joins digits ("1,200.5") and the single letters of an initialism ("U.S", the
 * last point left outside). A hyphen parts words, so that "long-term" and "long term" are the same two. A mark: any other
 * character that is not white space, one at a time; a lone surrogate counts as one.
 */
export function findTokens(text: string, span: Span = { from: 0, to: text.length }): Token[] {
  const tokens: Token[] = [];
  eachToken(text, span, (from, to, kind) => tokens.push({ from, to, kind }));
  return tokens;
}

/** The same one after the other, for those who make something else of them. */
export function eachToken(
  text: string,
  span: Span,
  take: (from: number, to: number, kind: Token["kind"]) => void,
): void {
  const [from, to] = [span.from, Math.min(span.to, text.length)];
  const part = { from, to };
  for (let at = from; at < to; ) {
    const end = endWord(text, at, part);
    const next = end > at ? end : at + lengthAt(text, at, to);
    if (end > at) take(at, end, "word");
    else if (!isSpace(text, at)) take(at, next, "mark");
    at = next;
  }
}

/** The words alone. */
export function findWords(text: string, span?: Span): Token[] {
  return findTokens(text, span).filter((token) => token.kind === "word");
}
