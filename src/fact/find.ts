import type { Span } from "../text/span.ts";
import { findTokens, type Token } from "../text/token.ts";
import { readDate } from "./date.ts";
import type { Fact } from "./fact.ts";
import { readName } from "./name.ts";
import { readNumber } from "./number.ts";

/** Facts of `span` in text order, never overlapping. A date takes its numbers, a name takes what stands in capitals. */
export function findFacts(text: string, span: Span): Fact[] {
  return findFactsAmong(text, findTokens(text, span));
}

/** The same, for words and marks that have been found already. */
export function findFactsAmong(text: string, tokens: readonly Token[]): Fact[] {
  const facts: Fact[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = readDate(text, tokens, at) ?? readNumber(text, tokens, at) ?? readName(text, tokens, at);
    if (found === null) at++;
    else {
      facts.push(found.fact);
      at = found.next;
    }
  }
  return facts;
}
