import { nameSigla, type Rule } from "./finding.ts";

/** `retranslated`: signs that quoted words came through another language, so that they are not the words that were said. */
export const findRetranslated: Rule = ({ collations, trace }) =>
  trace.retranslations.map(({ siglum, sigla, collations: places }) => {
    const others = sigla.filter((other) => other !== siglum);
    const message =
      siglum === null
        ? `One of ${nameSigla(sigla)} seems to quote from a translation: other words, with the same names and numbers.`
        : `${siglum} seems to quote from a translation: other words than ${nameSigla(others)}, with the same names and numbers.`;
    const witnesses = places.flatMap((place) => collations[place]!.tradition.witnesses);
    const passages = sigla.flatMap((own) =>
      witnesses
        .filter((witness) => witness.siglum === own)
        .flatMap(({ report, spans }) => spans.map(({ from, to }) => ({ report, from, to }))),
    );
    return { rule: "retranslated", weight: "notice", message, passages, collation: places[0]! };
  });
