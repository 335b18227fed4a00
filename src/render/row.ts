import type { Collation } from "../collate/collation.ts";
import { makeLine } from "./escape.ts";
import type { Paint } from "./paint.ts";
import { findStretches, makeBands, measureStretch, type Stretch, type Wording } from "./stretch.ts";
import type { View } from "./view.ts";
import { measureWidth, padWidth } from "./width.ts";

/** Columns that a siglum takes before its row. */
const GUTTER = 4;

/**
 * A collation as rows of text, a band of rows after another with an empty line between: one row a witness, the same
 * places under each other, at most `width` columns. `∅` an omission, `~` a lacuna, `⇄1` moved wording.
 */
export function drawRows(view: View, collation: Collation, width: number, paint: Paint): string[] {
  const measure = (wording: Wording) => measureWidth(showWording(wording, paint.differs === null));
  const stretches = findStretches(view, collation).map(makeSafe);
  const bands = makeBands(stretches, width - GUTTER, measure);
  return bands.flatMap((band, at) => {
    const widths = band.map((stretch) => measureStretch(stretch, measure));
    return [...(at > 0 ? [""] : []), ...drawBand(band, widths, paint)];
  });
}

function makeSafe(stretch: Stretch): Stretch {
  return { ...stretch, wordings: stretch.wordings.map((wording) => ({ ...wording, words: makeLine(wording.words) })) };
}

function drawBand(band: readonly Stretch[], widths: readonly number[], paint: Paint): string[] {
  return band[0]!.wordings.map(({ siglum }, at) => {
    const parts = band.map((stretch, place) => drawWording(stretch.wordings[at]!, widths[place]!, paint));
    return paint.siglum(padWidth(siglum, GUTTER)) + parts.join("  ").trimEnd();
  });
}

/** A wording filled up to its width, then painted, so that colors do not count. */
function drawWording(wording: Wording, width: number, paint: Paint): string {
  const shown = showWording(wording, paint.differs === null);
  const blanks = " ".repeat(Math.max(0, width - measureWidth(shown)));
  if (wording.differs && paint.differs) return paint.differs(shown) + blanks;
  return (wording.state !== "words" || wording.editorial ? paint.soft(shown) : shown) + blanks;
}

function showWording({ state, words, differs, moves }: Wording, isMarked: boolean): string {
  const sign = state === "lacuna" ? "~" : state === "omission" ? "∅" : words;
  const signs = moves.map((move) => ` ⇄${move}`).join("");
  return (isMarked && differs && state === "words" && words !== "" ? `*${sign}*` : sign) + signs;
}
