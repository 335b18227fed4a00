import { findDiffering } from "./differing.ts";
import { nameSigla, type Rule } from "./finding.ts";

/** `hedge-differs`: one says with doubt ("may", "alleged") what another says plainly, or in another degree of doubt. */
export const findHedgeDiffers: Rule = ({ collations }) =>
  collations.flatMap((collation, place) =>
    findDiffering(collation, ["hedge"]).map(({ sigla, passages }) => ({
      rule: "hedge-differs",
      weight: "notice",
      message: `${nameSigla(sigla)} say the same with different certainty.`,
      passages,
      collation: place,
    })),
  );
