import type { Span } from "../text/span.ts";
import { findTokens } from "../text/token.ts";
import { readDate } from "./date.ts";
import type { Fact } from "./fact.ts";
import { readName } from "./name.ts";
import { readNumber } from "./number.ts";

/** Facts of `span` in text order, never overlapping. A date takes its numbers, a name takes what stands in capitals. */
export function findFacts(text: string, span: Span): Fact[] {
  const tokens = findTokens(text, span);
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
