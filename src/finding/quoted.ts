import type { Collation, Reading } from "../collate/collation.ts";
import { findCovered, isOverlapping, type Span } from "../text/span.ts";
import type { Evidence } from "./finding.ts";

/** The words of each witness of a collation that stand between quotation marks, in the order of its witnesses. */
export function findQuoted({ quotations }: Evidence, { tradition }: Collation): Span[][] {
  return tradition.witnesses.map((witness) =>
    witness.quotations
      .flatMap((place) => quotations[place]!.quoted)
      .filter((quoted) => witness.spans.some((span) => isOverlapping(span, quoted))),
  );
}

/** Whether the words of a reading stand between the marks given; false for an omission or a lacuna. */
export function isQuoted(reading: Reading, quoted: readonly Span[]): boolean {
  return reading.spans.length > 0 && findCovered(reading.spans, quoted).every((covered) => covered);
}
