import { type Forest, sumTrees } from "../../text/forest.ts";
import { copyBytes, copyFigures } from "./arena.ts";
import { listChoices, makeViews, type View } from "./choices.ts";
import { describeChoice, describeView } from "./figures.ts";
import { CONTENT, OUT } from "./label.ts";
import type { Draft, Reading } from "./resolve.ts";

/** What chooses among the contents of a cue, and what says how likely the attribution is right then. */
export interface Chooser {
  readonly choice: Forest;
  readonly sure: Forest;
}

/**
 * For each draft of a line the reading whose content boosted trees choose, with the chance that people make it right too. None where
 * there is no content that may be, or none is right by `least`.
 */
export function chooseReadings(chooser: Chooser, drafts: readonly Draft[], least: number): Reading[] {
  return makeViews(drafts).flatMap((view) => {
    const reading = chooseReading(chooser, view);
    return reading === null || reading.confidence < least ? [] : [reading];
  });
}

function chooseReading({ choice, sure }: Chooser, view: View): Reading | null {
  let best: { readonly mask: Uint8Array; readonly score: number } | null = null;
  let own: Float64Array = describeView(view); // of the best
  let other: Float64Array = copyFigures(own); // of the one looked at
  for (const found of listChoices(view)) {
    describeChoice(view, found, other);
    const score = sumTrees(choice, other);
    if (best !== null && score <= best.score) continue;
    best = { mask: found.mask, score };
    [own, other] = [other, own];
  }
  if (best === null) return null;
  const { window, labels } = view.draft;
  return { window, labels: relabel(labels, best.mask), confidence: 1 / (1 + Math.exp(-sumTrees(sure, own))) };
}

/** The labels with another content. */
function relabel(labels: Uint8Array, mask: Uint8Array): Uint8Array {
  const other = copyBytes(labels);
  for (let j = 0; j < mask.length; j++) {
    if (mask[j] === 1) other[j] = j > 0 && mask[j - 1] === 1 ? CONTENT + 1 : CONTENT;
    else if (labels[j]! >= CONTENT) other[j] = OUT;
  }
  return other;
}
