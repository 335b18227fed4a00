import { nameSigla, type Rule } from "./finding.ts";

/** The fewest that "most others" can be. */
const FEWEST = 2;

/**
 * `left-out`: most of the other reports carry it, this one does not. Says nothing of two reports, nor of a report in which
 * something comes near: it may be the same in words that could not be paired.
 */
export const findLeftOut: Rule = ({ reports, collations }) =>
  collations.flatMap(({ tradition: { of, witnesses }, near }, place) => {
    const carriers = witnesses.map(({ siglum }) => siglum);
    const doubtful = near.map(({ siglum }) => siglum);
    const without = reports
      .map(({ siglum }) => siglum)
      .filter((siglum) => ![...carriers, ...doubtful].includes(siglum));
    if (without.length === 0 || carriers.length < FEWEST || carriers.length <= (reports.length - 1) / 2) return [];
    const passages = witnesses.flatMap(({ report, spans }) => spans.map(({ from, to }) => ({ report, from, to })));
    const message = `Nothing in ${nameSigla(without)} answers this ${of}, which ${nameSigla(carriers)} carry.`;
    return [{ rule: "left-out", weight: "remark", message, passages, collation: place }];
  });
