import type { Passage } from "../report/report.ts";
import { isOverlapping } from "../text/span.ts";
import type { Evidence, Finding, Rule } from "./finding.ts";

/**
 * `only-here`: what one report alone has. One finding a report for the speech it quotes directly, a notice, and one for all
 * else, a remark; a finding for each sentence would bury the rest. What comes near something elsewhere is left out.
 */
export const findOnlyHere: Rule = (evidence) =>
  evidence.reports.flatMap(({ siglum }) => {
    const passages = evidence.lone
      .filter((lone) => lone.siglum === siglum && lone.near.length === 0)
      .flatMap(({ report, spans }) => spans.map(({ from, to }) => ({ report, from, to })));
    const quoted = passages.filter((passage) => isDirect(evidence, passage));
    const rest = passages.filter((passage) => !quoted.includes(passage));
    return [
      ...makeFinding("notice", `Only ${siglum} quotes this.`, quoted),
      ...makeFinding("remark", `Nothing in the other reports answers this of ${siglum}.`, rest),
    ];
  });

function isDirect({ quotations }: Evidence, passage: Passage): boolean {
  return quotations.some(
    ({ report, kind, content }) =>
      kind === "direct" && report === passage.report && content.some((span) => isOverlapping(span, passage)),
  );
}

function makeFinding(weight: Finding["weight"], message: string, passages: readonly Passage[]): Finding[] {
  return passages.length === 0 ? [] : [{ rule: "only-here", weight, message, passages, collation: null }];
}
