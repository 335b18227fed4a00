import { isBefore } from "../stemma/citing.ts";
import { type Known, nameSigla, type Rule } from "./finding.ts";

/**
 * `citation-dropped`: of one utterance in quotation marks other reports say where it was said or first reported, this one does not.
 * Silent where the report names that place anywhere, for whatever; where it was said to the report itself, or to one that came out later;
 * of words without marks; and where those that cite do not agree.
 */
export const findCitationDropped: Rule = (known) =>
  known.trace.stemma.primaries.flatMap(({ collation, node }) => {
    const { tradition } = known.collations[collation]!;
    if (node === null || tradition.of !== "utterance") return [];
    const citing = tradition.witnesses.filter(({ siglum }) => isNaming(known, siglum, node));
    const silent = tradition.witnesses.filter(
      (witness) =>
        witness.siglum !== node &&
        !citing.includes(witness) &&
        isQuoting(known, witness.quotations) &&
        !isEarlier(known, witness.siglum, node),
    );
    if (citing.length === 0 || silent.length === 0) return [];
    const passages = [...citing, ...silent]
      .sort((a, b) => tradition.witnesses.indexOf(a) - tradition.witnesses.indexOf(b))
      .flatMap(({ report, spans }) => spans.map(({ from, to }) => ({ report, from, to })));
    const message = `${nameSigla(silent.map(({ siglum }) => siglum))} ${silent.length > 1 ? "quote" : "quotes"} without saying where it is from; ${nameSigla(citing.map(({ siglum }) => siglum))} ${citing.length > 1 ? "name" : "names"} ${node}.`;
    return [{ rule: "citation-dropped", weight: "notice", message, passages, collation }];
  });

/** Whether the stemma has a line from that text to the report for what the report says. */
function isNaming({ trace }: Known, siglum: string, node: string): boolean {
  return trace.stemma.descents.some(
    ({ from, to, for: reasons }) =>
      from === node &&
      to === siglum &&
      reasons.some(({ kind }) => kind === "citation" || kind === "link" || kind === "byline"),
  );
}

function isEarlier({ reports }: Known, siglum: string, node: string): boolean {
  const [own, other] = [siglum, node].map((name) => reports.find((named) => named.siglum === name)?.report);
  return isBefore(own?.published ?? null, other?.published ?? null);
}

function isQuoting({ quotations }: Known, places: readonly number[]): boolean {
  return places.some((place) => quotations[place]!.kind === "direct");
}
