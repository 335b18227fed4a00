import type { Rule } from "./finding.ts";

/**
 * `source-not-primary`: a report has wording of the reporters' own from another, and names neither that one nor what it is from.
 * Silent where it cites, links to or is signed with the name of any text above it, and where it cannot be told which was first.
 */
export const findSourceNotPrimary: Rule = ({ trace: { stemma } }) =>
  stemma.descents.flatMap(({ from, to, for: reasons }) => {
    const copied = reasons.find(({ kind }) => kind === "passage");
    const isReport = stemma.nodes.some(({ name, siglum }) => name === from && siglum !== null);
    if (copied === undefined || !isReport || isNaming(to)) return [];
    const message = `${to} gives as its own what it shares with ${from}, which came out before it.`;
    return [{ rule: "source-not-primary", weight: "alert", message, passages: copied.passages, collation: null }];

    function isNaming(name: string): boolean {
      return stemma.descents.some(
        (descent) =>
          descent.to === name &&
          descent.for.some(({ kind }) => kind === "citation" || kind === "byline" || kind === "link"),
      );
    }
  });
