import type { Named } from "../collate/collation.ts";
import type { Quotation } from "../quote/quotation.ts";
import { findBody, type Passage } from "../report/report.ts";
import { findReuse } from "../reuse/find.ts";
import { findCovered, type Span } from "../text/span.ts";
import { findWords } from "../text/token.ts";

/** What two reports have in the same words outside quotations, where each should have its own. */
export interface Copied {
  /** Places in the list of reports, a before b. */
  readonly a: number;
  readonly b: number;
  /** Words of the passages that stand in no quotation. */
  readonly words: number;
  /** In order of place in a: the passage in a, then the one in b. */
  readonly passages: readonly Passage[];
}

/** So many words are not written twice by chance, nor are they a stock phrase. */
const LEAST_WORDS = 20;

/** Pairs of reports that share wording of the reporters' own, by a, then b. */
export function findCopied(reports: readonly Named[], quotations: readonly Quotation[]): Copied[] {
  const { pairs } = findReuse(reports.map(({ report }) => report.text));
  return pairs.flatMap(({ a, b, passages }) => {
    const [left, right] = [reports[a]!.report, reports[b]!.report];
    const quoted = quotations.filter(({ report }) => report === left.id).flatMap((quotation) => quotation.quoted);
    const counted = passages
      .filter((passage) => isInBody(findBody(left), passage.a) && isInBody(findBody(right), passage.b))
      .map((passage) => ({ passage, words: countUnquoted(left.text, passage.a, quoted) }))
      .filter(({ words }) => words > 0);
    const words = counted.reduce((sum, each) => sum + each.words, 0);
    if (words < LEAST_WORDS) return [];
    return [
      {
        a,
        b,
        words,
        passages: counted.flatMap(({ passage }) => [
          { report: left.id, from: passage.a.from, to: passage.a.to },
          { report: right.id, from: passage.b.from, to: passage.b.to },
        ]),
      },
    ];
  });
}

/** Whether it begins in the body. */
function isInBody(body: readonly Span[], { from }: Span): boolean {
  return body.some((block) => block.from <= from && from < block.to);
}

function countUnquoted(text: string, span: Span, quoted: readonly Span[]): number {
  return findCovered(findWords(text, span), quoted).filter((isQuoted) => !isQuoted).length;
}
