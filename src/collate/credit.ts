import type { Quotation } from "../quote/quotation.ts";
import { foldWord } from "../text/fold.ts";
import { sliceSpan } from "../text/span.ts";
import { findWords } from "../text/token.ts";
import type { Kinship } from "./answer.ts";

/** Shorter words of a name (initials, "de", "al") do not tell two people apart. In code units. */
const SHORTEST = 3;
const CAPITAL = /^\p{Lu}/u;

/**
 * Whether two quotations are credited to one person: their speakers' names share a word in capitals ("Ana Ruiz",
 * "harbour master Ruiz"), so two of one family or one office are taken for one. Unknown where either has no named
 * speaker. `textA`, `textB`: the texts of their reports.
 */
export function compareSpeakers(textA: string, a: Quotation, textB: string, b: Quotation): Kinship {
  const [left, right] = [nameSpeaker(textA, a), nameSpeaker(textB, b)];
  if (left.length === 0 || right.length === 0) return "unknown";
  return left.some((word) => right.includes(word)) ? "same" : "other";
}

function nameSpeaker(text: string, { speaker }: Quotation): string[] {
  if (speaker === null) return [];
  const words = findWords(text, speaker).map((word) => sliceSpan(text, word));
  return words.filter((word) => CAPITAL.test(word) && word.length >= SHORTEST).map(foldWord);
}
