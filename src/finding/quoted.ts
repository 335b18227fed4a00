import type { Collation, Reading } from "../collate/collation.ts";
import { bySpan, clipSpans, isOverlapping, type Span } from "../text/span.ts";
import type { Evidence } from "./finding.ts";

/** The words of each witness of a collation that stand between quotation marks, in text order, by witness. */
export function findQuoted({ quotations }: Evidence, { tradition }: Collation): Span[][] {
  return tradition.witnesses.map((witness) =>
    witness.quotations
      .flatMap((place) => quotations[place]!.quoted)
      .filter((quoted) => witness.spans.some((span) => isOverlapping(span, quoted)))
      .sort(bySpan),
  );
}

/** Whether the words of a reading stand between the marks given, in text order; false for an omission or a lacuna. */
export function isQuoted(reading: Reading, quoted: readonly Span[]): boolean {
  return reading.spans.length > 0 && reading.spans.every((span) => clipSpans(quoted, span).length > 0);
}
