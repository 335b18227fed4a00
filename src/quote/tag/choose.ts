import { type Forest, sumTrees } from "../../text/forest.ts";
import { type Draft, listChoices, makeView } from "./choices.ts";
import { describeChoice } from "./figures.ts";
import { CONTENT, OUT } from "./label.ts";
import type { Reading } from "./resolve.ts";

/** What chooses among the contents of a cue, and what says how likely the attribution is right then. */
export interface Chooser {
  readonly choice: Forest;
  readonly sure: Forest;
}

/**
 * The reading whose content boosted trees choose, with the chance that others make it right. Null where there is no content that
 * may be, or none is right by `least`.
 */
export function chooseReading({ choice, sure }: Chooser, draft: Draft, least: number): Reading | null {
  const view = makeView(draft);
  let best: { readonly mask: Uint8Array; readonly figures: Float64Array; readonly score: number } | null = null;
  for (const own of listChoices(view)) {
    const figures = describeChoice(view, own);
    const score = sumTrees(choice, figures);
    if (best === null || score > best.score) best = { mask: own.mask, figures, score };
  }
  if (best === null) return null;
  const confidence = 1 / (1 + Math.exp(-sumTrees(sure, best.figures)));
  if (confidence < least) return null;
  return { window: draft.window, labels: relabel(draft.labels, best.mask), confidence };
}

/** The labels with another content. */
function relabel(labels: Uint8Array, mask: Uint8Array): Uint8Array {
  return labels.map((label, j) => {
    if (mask[j] === 1) return j > 0 && mask[j - 1] === 1 ? CONTENT + 1 : CONTENT;
    return label >= CONTENT ? OUT : label;
  });
}
