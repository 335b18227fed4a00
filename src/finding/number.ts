import type { Difference, Pair } from "../collate/collation.ts";
import { findDiffering } from "./differing.ts";
import { nameSigla, type Rule } from "./finding.ts";

/**
 * Pairs less likely to say the same than this tell nothing by their figures: two sums may be two things. Of those below it in the news
 * stories that were read, all three were.
 */
const SURE = 0.7;

/** `number-differs`: different numbers or dates at one place of what is said to be the same. Silent where that is in doubt. */
export const findNumberDiffers: Rule = ({ collations }) =>
  collations.flatMap((collation, place) =>
    findDiffering(collation, isSureFigure).map(({ sigla, passages }) => ({
      rule: "number-differs",
      weight: "alert",
      message: `${nameSigla(sigla)} give different figures at the same place.`,
      passages,
      collation: place,
    })),
  );

function isSureFigure({ kind }: Difference, { confidence, pinned }: Pair): boolean {
  return (kind === "number" || kind === "date") && (confidence >= SURE || pinned);
}
