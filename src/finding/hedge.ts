import type { Collation, Difference, Pair } from "../collate/collation.ts";
import { HEDGES } from "../lang/en/grammar.ts";
import { foldWord } from "../text/fold.ts";
import { type Span, sliceSpan } from "../text/span.ts";
import { findDiffering } from "./differing.ts";
import { type Known, nameSigla, type Rule } from "./finding.ts";

/**
 * `hedge-differs`: one says with doubt ("may", "alleged") what another says plainly, or in another degree of doubt. Silent where one
 * has "allegedly" in the reporter's own words and the other says who alleges it.
 */
export const findHedgeDiffers: Rule = (known) =>
  known.collations.flatMap((collation, place) => {
    const isMeant = (difference: Difference, pair: Pair) =>
      difference.kind === "hedge" && !isCredited(known, collation, difference, pair);
    return findDiffering(collation, isMeant).map(({ sigla, passages }) => ({
      rule: "hedge-differs",
      weight: "notice",
      message: `${nameSigla(sigla)} say the same with different certainty.`,
      passages,
      collation: place,
    }));
  });

/** Whether one says in the reporter's own words that it is alleged, and the other has it from somebody and without a hedge. */
function isCredited({ reports }: Known, { tradition }: Collation, difference: Difference, { a, b }: Pair): boolean {
  const findDegree = (siglum: string, span: Span | null) => {
    const { text } = reports.find((named) => named.siglum === siglum)!.report;
    return span === null ? undefined : HEDGES.get(foldWord(sliceSpan(text, span)));
  };
  const isSaid = (siglum: string) =>
    tradition.witnesses.some((witness) => witness.siglum === siglum && witness.quotations.length > 0);
  const [left, right] = [findDegree(a, difference.a), findDegree(b, difference.b)];
  if (left === "alleged") return right === undefined && isSaid(b) && !isSaid(a);
  return right === "alleged" && left === undefined && isSaid(a) && !isSaid(b);
}
