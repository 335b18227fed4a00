import { SUBJECT_PRONOUNS } from "../lang/en/clause.ts";
import type { Evidence, LostKind, StemmaNode } from "../stemma/stemma.ts";
import { isOverlapping } from "../text/span.ts";
import { makeLine } from "./escape.ts";
import { findCredit, sliceWords, type View } from "./view.ts";

/** What a lost node is, where a citation says it. */
export const LOST: Readonly<Record<LostKind, string>> = {
  interview: "interview",
  article: "article",
  agency: "agency report",
  outlet: "report",
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

/** What a lost node is, an interview with whom it was where that is one person and told; null where nothing tells. */
export function tellLost(view: View, { lost, name }: StemmaNode): string | null {
  if (lost !== "interview") return lost && LOST[lost];
  const { quotations, stemma } = view.analysis;
  const cited = stemma.descents
    .filter(({ from }) => from === name)
    .flatMap((line) => line.for.flatMap(({ passages }) => passages));
  const told = quotations.filter(({ report, venue }) =>
    cited.some((passage) => venue !== null && passage.report === report && isOverlapping(passage, venue)),
  );
  const [who, ...more] = new Set(told.map((quotation) => findCredit(view, quotation).speaker));
  return who && more.length === 0 && !isVague(who) ? `interview with ${makeLine(who)}` : LOST.interview;
}

/** Whether words point back to who was named elsewhere, and name nobody here: "he", "the official". */
function isVague(words: string): boolean {
  return SUBJECT_PRONOUNS.has(words.toLowerCase()) || /^(?:the|this|that)\b/iu.test(words);
}

/** What reasons say, in their order; what two say alike once. Empty for none. */
export function joinReasons(reasons: readonly Evidence[]): string {
  return [...new Set(reasons.map(({ message }) => message))].join(" ");
}
