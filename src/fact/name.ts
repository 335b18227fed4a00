import { FUNCTION_WORDS } from "../lang/en/grammar.ts";
import { sliceSpan } from "../text/span.ts";
import type { Token } from "../text/token.ts";
import type { Read } from "./fact.ts";
import { isNumbering, wordAt } from "./number.ts";

/**
 * The name that begins at `tokens[at]`, or null: a run of words in capitals, joined by hyphens or by nothing. The first word
 * of the tokens begins a sentence and has its capital from there, so alone it is no name. Titles count as part of it.
 */
export function readName(text: string, tokens: readonly Token[], at: number): Read | null {
  let next = at;
  while (isNamePart(text, tokens, next))
    next += isHyphen(text, tokens[next + 1]) && isNamePart(text, tokens, next + 2) ? 2 : 1;
  if (next === at || (isFirst(tokens, at) && next === at + 1)) return null;
  const words = tokens.slice(at, next).flatMap((_, i) => wordAt(text, tokens, at + i) || []);
  return { fact: { kind: "name", from: tokens[at]!.from, to: tokens[next - 1]!.to, value: words.join(" ") }, next };
}

function isNamePart(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind === "mark") return false;
  if (!/^\p{Lu}/u.test(sliceSpan(text, token)) || isNumbering(text, tokens, at)) return false;
  return !FUNCTION_WORDS.has(wordAt(text, tokens, at));
}

/** Whether no word stands before it. */
function isFirst(tokens: readonly Token[], at: number): boolean {
  return tokens.findIndex((token) => token.kind === "word") === at;
}

function isHyphen(text: string, token: Token | undefined): boolean {
  return token !== undefined && sliceSpan(text, token) === "-";
}
