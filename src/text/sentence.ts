import { ABBREVIATIONS } from "../lang/en/abbreviations.ts";
import { startRun } from "./scan.ts";
import { type Span, trimSpan } from "./span.ts";

/**
 * A point, question mark, exclamation mark or ellipsis with the closing marks behind it, where white space follows; begins at
 * the first of a run only, so that no run is read twice. Or one such mark between small letters and a capitalized word, as
 * where a page has lost its spaces: "It fell.The crew fled.", with the quotation mark that closes or opens there.
 */
const STOP =
  /(?<![.!?…])[.!?…]+["'”’»›)\]]*(?=\s)|(?<=\p{Ll}\p{Ll})[.!?](?:["”’]?(?=\p{Lu}\p{Ll})|["”](?=\p{Lu}\s)|(?=“\p{Lu}))/gu;
/** What may stand before the first letter of a sentence. */
const OPENING = /^\s*["'“‘„«‹([—–-]*\s*/u;

/**
 * Sentences of `span` (default: the whole text) in text order, white space trimmed, none empty. A line break that has no
 * sentence end before it does not end one: give one block at a time. A stop ends a sentence unless it closes an
 * abbreviation or an initial, or the next word begins in lower case: `“Why?” he asked` is one sentence. Linear.
 */
export function findSentences(text: string, span: Span = { from: 0, to: text.length }): Span[] {
  const body = text.slice(span.from, span.to);
  const sentences: Span[] = [];
  let start = 0;
  for (const match of body.matchAll(STOP)) {
    const end = match.index + match[0].length;
    if (!isEnd(body, start, match.index, match[0], end)) continue;
    push(start, end);
    start = end;
  }
  push(start, body.length);
  return sentences;

  function push(from: number, to: number): void {
    const sentence = trimSpan(text, { from: span.from + from, to: span.from + to });
    if (sentence.from < sentence.to) sentences.push(sentence);
  }
}

/** Whether the stop at `at`, closed at `end`, ends a sentence that begins at `start`. Looks at no more than 40 units on either side. */
function isEnd(body: string, start: number, at: number, stop: string, end: number): boolean {
  const next = body.slice(end, end + 40).replace(OPENING, "")[0];
  if (next !== undefined && /\p{Ll}/u.test(next)) return false;
  if (stop !== ".") return true;
  const last = body.slice(startRun(body, at, Math.max(start, at - 40)), at);
  if (/\bon X$/u.test(body.slice(Math.max(0, at - 5), at))) return true; // the platform
  if (/^\p{Lu}$/u.test(last)) return false; // an initial: "George W. Bush"
  if (/^(?:\p{L}\.)+\p{L}$/u.test(last)) return false; // an initialism: "the U.S. Senate"; a real end there is missed
  return !ABBREVIATIONS.has(last.toLowerCase());
}
