import type { Span } from "./span.ts";

/** A word or a mark. Words and marks together with the white space between them make up the text. */
export interface Token extends Span {
  readonly kind: "word" | "mark";
}

/**
 * A word: letters, digits and combining marks of any script. Apostrophes, straight or curly, join letters ("don’t") but
 * never stand at an edge; a point or comma joins digits ("1,200.5") and the single letters of an initialism ("U.S", the
 * last point left outside). A hyphen parts words, so that "long-term" and "long term" are the same two.
 */
const WORD =
  /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L}(?![\p{L}\p{N}]))+|(?:[\p{L}\p{N}\p{M}]|(?<=\p{L})['’](?=\p{L})|(?<=\p{N})[.,](?=\p{N}))+/u;

/** Any other code point that is not white space, one at a time; a lone surrogate counts as one. */
const MARK = /[^\s\p{L}\p{N}\p{M}]/u;

const TOKEN: RegExp = new RegExp(`(${WORD.source})|${MARK.source}`, "gu");

/** Words and marks of `span` (default: the whole text) in text order. Empty for white space. Linear in its length. */
export function findTokens(text: string, span: Span = { from: 0, to: text.length }): Token[] {
  const tokens: Token[] = [];
  for (const match of text.slice(span.from, span.to).matchAll(TOKEN)) {
    const from = span.from + match.index;
    tokens.push({ from, to: from + match[0].length, kind: match[1] === undefined ? "mark" : "word" });
  }
  return tokens;
}

/** The words alone. */
export function findWords(text: string, span?: Span): Token[] {
  return findTokens(text, span).filter((token) => token.kind === "word");
}
