import type { Passage } from "../report/report.ts";
import { findCovered } from "../text/span.ts";
import type { Finding, Rule } from "./finding.ts";

/**
 * `only-here`: what one report alone has. One finding a report for the speech it quotes directly, a notice, and one for all
 * else, a remark; a finding for each sentence would bury the rest. What comes near something elsewhere is left out.
 */
export const findOnlyHere: Rule = ({ reports, quotations, lone }) =>
  reports.flatMap(({ siglum, report }) => {
    const direct = quotations.filter(({ report: id, kind }) => id === report.id && kind === "direct");
    const spans = lone.filter((own) => own.siglum === siglum && own.near.length === 0).flatMap((own) => own.spans);
    const isDirect = findCovered(
      spans,
      direct.flatMap(({ content }) => content),
    );
    const passages = spans.map(({ from, to }) => ({ report: report.id, from, to }));
    return [
      ...makeFinding(
        "notice",
        `Only ${siglum} quotes this.`,
        passages.filter((_, at) => isDirect[at]),
      ),
      ...makeFinding(
        "remark",
        `Nothing in the other reports answers this of ${siglum}.`,
        passages.filter((_, at) => !isDirect[at]),
      ),
    ];
  });

function makeFinding(weight: Finding["weight"], message: string, passages: readonly Passage[]): Finding[] {
  return passages.length === 0 ? [] : [{ rule: "only-here", weight, message, passages, collation: null }];
}
