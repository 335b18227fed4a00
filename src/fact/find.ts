import { TENS, UNITS } from "../lang/en/number.ts";
import { foldWord } from "../text/fold.ts";
import { type Span, sliceSpan } from "../text/span.ts";
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
    const found = isStart(text, tokens[at]!)
      ? (readDate(text, tokens, at) ?? readNumber(text, tokens, at) ?? readName(text, tokens, at))
      : null;
    if (found === null) at++;
    else {
      facts.push(found.fact);
      at = found.next;
    }
  }
  return facts;
}

/** Whether a fact may begin here: of what begins with a small letter only words of numbers and "a", as in "a hundred". Spares most tokens. */
function isStart(text: string, token: Token): boolean {
  if (token.kind === "mark") return false;
  const unit = text.charCodeAt(token.from);
  if (unit < 97 || unit > 122) return true;
  if (token.to - token.from > LONGEST) return false;
  const word = foldWord(sliceSpan(text, token));
  return word === "a" || UNITS.has(word) || TENS.has(word);
}

/** Longer words, in code units, are no numbers; "seventeen" with marks of accent or points within. */
const LONGEST = 18;
