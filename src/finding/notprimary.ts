import { isBefore } from "../stemma/citing.ts";
import type { Rule } from "./finding.ts";

/**
 * `source-not-primary`: a report has wording of the reporters' own from another, and names neither that one nor what it is from.
 * Silent where it cites, links to or is signed with the name of any text above it, and where it cannot be told which was first.
 */
export const findSourceNotPrimary: Rule = ({ reports, trace: { stemma } }) =>
  stemma.descents.flatMap(({ from, to, for: reasons }) => {
    const copied = reasons.find(({ kind }) => kind === "passage");
    const [earlier, later] = [from, to].map((name) => reports.find(({ siglum }) => siglum === name)?.report);
    if (copied === undefined || earlier === undefined || later === undefined || isNaming(to)) return [];
    // A line that rests on the words alone says nothing of the time.
    if (!isBefore(earlier.published, later.published)) return [];
    if (![earlier, later].every(({ id }) => copied.passages.some(({ report }) => report === id))) return [];
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
