import { findDiffering } from "./differing.ts";
import { nameSigla, type Rule } from "./finding.ts";

/** `number-differs`: different numbers or dates at one place of what is said to be the same. */
export const findNumberDiffers: Rule = ({ collations }) =>
  collations.flatMap((collation, place) =>
    findDiffering(collation, ["number", "date"]).map(({ sigla, passages }) => ({
      rule: "number-differs",
      weight: "alert",
      message: `${nameSigla(sigla)} give different figures at the same place.`,
      passages,
      collation: place,
    })),
  );
