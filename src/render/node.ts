import type { Evidence, LostKind, StemmaNode } from "../stemma/stemma.ts";
import { makeLine } from "./escape.ts";
import { sliceWords, type View } from "./view.ts";

/** What a lost node is, where a citation says it. */
export const LOST: Readonly<Record<LostKind, string>> = {
  interview: "interview",
  article: "article",
  agency: "agency",
  outlet: "outlet",
  unnamed: "source that is not named",
};

/**
 * What a node is called beside its name, in one line: a report's outlet; the words with which a report first names a lost
 * node; else what is known of it.
 */
export function nameNode(view: View, { siglum, named, lost }: StemmaNode): string {
  if (siglum !== null) return makeLine(view.bySiglum.get(siglum)!.report.outlet);
  const [first] = named;
  if (first) return makeLine(sliceWords(view, first.report, [first]));
  return lost === null ? "lost text" : LOST[lost];
}

/** What reasons say, in their order; what two say alike once. Empty for none. */
export function joinReasons(reasons: readonly Evidence[]): string {
  return [...new Set(reasons.map(({ message }) => message))].join(" ");
}
