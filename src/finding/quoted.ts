import type { Collation, Reading } from "../collate/collation.ts";
import { FUNCTION_WORDS } from "../lang/en/grammar.ts";
import { foldWord } from "../text/fold.ts";
import { bySpan, clipSpans, type Span, sliceSpan } from "../text/span.ts";
import { findWords } from "../text/token.ts";
import type { Known } from "./finding.ts";

/** What of each witness of a collation stands between quotation marks, in text order, by witness. */
export function findQuoted({ quotations }: Known, { tradition }: Collation): Span[][] {
  return tradition.witnesses.map((witness) => {
    const quoted = witness.quotations.flatMap((place) => quotations[place]!.quoted).sort(bySpan);
    return witness.spans.flatMap((span) => clipSpans(quoted, span));
  });
}

/** Whether the words of a reading stand between the marks given, in text order; false for an omission or a lacuna. */
export function isQuoted(reading: Reading, quoted: readonly Span[]): boolean {
  return reading.spans.length > 0 && reading.spans.every((span) => clipSpans(quoted, span).length > 0);
}

/** How many words of spans are no function words. */
export function countContent(text: string, spans: readonly Span[]): number {
  const words = spans.flatMap((span) => findWords(text, span));
  return words.filter((word) => !FUNCTION_WORDS.has(foldWord(sliceSpan(text, word)))).length;
}
