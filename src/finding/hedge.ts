import type { Collation, Difference, Pair, Siglum, Witness } from "../collate/collation.ts";
import { HEDGES } from "../lang/en/grammar.ts";
import { foldWord } from "../text/fold.ts";
import { type Span, sliceSpan } from "../text/span.ts";
import { findWords } from "../text/token.ts";
import { findDiffering } from "./differing.ts";
import { type Known, nameSigla, type Rule } from "./finding.ts";

/**
 * `hedge-differs`: one says with doubt ("may", "alleged") what another says plainly, or in another degree of doubt. Silent where one
 * has "allegedly" in the reporter's own words and the other says who says it, or who "alleges" it.
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

/**
 * Whether one says that it is alleged, and the other has it without a hedge and from somebody: from whom "alleges" it, or whom the first,
 * in the reporter's own words, leaves out.
 */
function isCredited(known: Known, { tradition }: Collation, difference: Difference, { a, b }: Pair): boolean {
  const find = (siglum: Siglum) => tradition.witnesses.find((witness) => witness.siglum === siglum)!;
  const sides = [
    { own: find(a), span: difference.a },
    { own: find(b), span: difference.b },
  ].map(({ own, span }) => ({ own, degrees: span === null ? [] : listDegrees(known, own, [span]) }));
  const hedged = sides.find(({ degrees }) => degrees.includes(ALLEGED));
  const plain = sides.find(({ degrees }) => degrees.length === 0);
  if (hedged === undefined || plain === undefined || plain.own.quotations.length === 0) return false;
  const cues = plain.own.quotations.flatMap((place) => known.quotations[place]!.cue ?? []);
  return hedged.own.quotations.length === 0 || listDegrees(known, plain.own, cues).includes(ALLEGED);
}

const ALLEGED = "alleged";

/** In which degrees the words of some spans hedge. */
function listDegrees({ reports }: Known, { siglum }: Witness, spans: readonly Span[]): string[] {
  const { text } = reports.find((named) => named.siglum === siglum)!.report;
  const words = spans.flatMap((span) => findWords(text, span));
  return words.flatMap((word) => HEDGES.get(foldWord(sliceSpan(text, word))) ?? []);
}
