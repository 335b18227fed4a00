import { foldWord } from "../text/fold.ts";
import { type Span, sliceSpan } from "../text/span.ts";
import type { Names } from "./names.ts";
import { findBearer, type Turn } from "./turn.ts";

/** Letters of the longest tweet, its links included. */
const LONGEST = 400;
/** Behind a tweet: "— Ana Ruiz (@anaruiz) May 3, 2019". */
const SIGNATURE =
  /\s*[—–―]\s?([^\n(@—–―]{1,60}?)\s?\((@\w{1,20})\),? (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}, \d{4}(?!\d)/u;
/** Pictures and links at its end, which are no words. */
const LINKS = /(?:\s*(?:https?:\/\/|pic\.twitter\.com\/)\S*)+$/u;
/** A link over a tweet, for those who hear the page read. */
const SKIP = /^Skip Twitter post by @\w{1,20}\s+/u;
/** Words that report somebody else's: "Mayor Ruiz responds to the union: We are not late". */
const RELAYED =
  /^(?:\p{Lu}[\p{L}.’'-]*\s+){1,5}(?:says?|said|responds?|responded|on|tells?|told|asks?|asked|answers?|answered|repl(?:y|ies|ied)|reacts?|reacted|to)\b[^:\n]{0,80}:\s/u;
const MARK = /^["“”„«‘']/u;

/**
 * Tweets that a page shows as they were posted: paragraphs that are signed with name, handle and date, and that somebody
 * wrote, whatever stands in them. One between marks is left to those who read marks, and one that
 * reports another's words ("Mayor Ruiz on the strike: …") is nobody's, for where those begin and end it does not say. `blocks` are the paragraphs, in text order. Linear.
 */
export function findTweets(text: string, blocks: readonly Span[], names: Names): Turn[] {
  return blocks.flatMap((block) => {
    const head = text.slice(block.from, Math.min(block.to, block.from + LONGEST));
    const signature = SIGNATURE.exec(head);
    const from = block.from + (SKIP.exec(head)?.[0].length ?? 0);
    const words = signature === null ? "" : head.slice(from - block.from, signature.index).replace(LINKS, "");
    if (words === "" || MARK.test(words)) return [];
    const signed = signature![1]!.replace(/(?<=[\p{L}\p{N}])[^\p{L}\p{N}.)]+$/u, ""); // without flags and hearts
    const at = block.from + signature!.index;
    const place = (part: string): Span => {
      const start = at + signature![0].indexOf(part);
      return { from: start, to: start + part.length };
    };
    const label = place(signed);
    const name = findBearer(sliceSpan(text, label).split(" ").map(foldWord), names);
    const by = RELAYED.test(words) ? { label: null, speaker: null } : { label, speaker: name?.span ?? label };
    return [{ ...by, venue: place(signature![2]!), words: [{ from, to: from + words.length }] }];
  });
}
