import type { Primary } from "../stemma/stemma.ts";
import { nameNode, nameSigla, type Rule } from "./finding.ts";

/**
 * `single-source`: several reports carry what all of them have from one place, so that they are one source. One finding for
 * each such place, with all that goes back to it. Silent where a witness does not tell where it is from: it may have been there.
 */
export const findSingleSource: Rule = (known) => {
  const { collations, trace } = known;
  const { stemma } = trace;
  const single = stemma.primaries.filter(({ node, independent }) => node !== null && independent === 1);
  const groups = Map.groupBy(single, ({ node }) => node);
  return [...groups.values()].map((primaries: readonly Primary[]) => {
    const witnesses = primaries.flatMap(({ collation }) => collations[collation]!.tradition.witnesses);
    const sigla = stemma.nodes.flatMap(({ siglum }) =>
      siglum !== null && witnesses.some((witness) => witness.siglum === siglum) ? [siglum] : [],
    );
    const passages = sigla.flatMap((siglum) =>
      witnesses
        .filter((witness) => witness.siglum === siglum)
        .flatMap(({ report, spans }) => spans.map(({ from, to }) => ({ report, from, to }))),
    );
    const name = primaries[0]!.node!;
    // First the words that name it: they are the evidence.
    const named = stemma.nodes.find((node) => node.name === name)?.named ?? [];
    const others = sigla.filter((siglum) => siglum !== name);
    const message =
      others.length < sigla.length
        ? `${nameSigla(others)} ${others.length > 1 ? "have" : "has"} this from ${name}: together they are one source.`
        : `All of ${nameSigla(sigla)} have this from one source, ${nameNode(known, name)}.`;
    const all = [...named, ...passages];
    return { rule: "single-source", weight: "notice", message, passages: all, collation: primaries[0]!.collation };
  });
};
