import type { Collation, Siglum } from "../collate/collation.ts";
import { isBefore } from "../stemma/citing.ts";
import { type Finding, type Known, nameSigla, type Rule } from "./finding.ts";

/** The fewest that "most others" can be. */
const FEWEST = 2;

/** Who carries what, and who does not. */
interface LeftOut {
  readonly place: number;
  readonly collation: Collation;
  readonly carriers: readonly Siglum[];
  readonly without: readonly Siglum[];
}

/**
 * `left-out`: most of the other reports carry it, this one does not. One finding for all that the same reports carry and the same
 * do not. Says nothing of two reports, nor of a report in which something comes near: it may be the same in words that could not be paired;
 * nor of a report that is known to have come out before all that carry it: it can leave out only what was known.
 */
export const findLeftOut: Rule = (known) => {
  const found = known.collations.flatMap((collation, place) => findOne(known, collation, place));
  const groups = Map.groupBy(found, ({ carriers, without }) => `${carriers.join(" ")} / ${without.join(" ")}`);
  return [...groups.values()].map(makeFinding);
};

function findOne({ reports }: Known, collation: Collation, place: number): LeftOut[] {
  const carriers = collation.tradition.witnesses.map(({ siglum }) => siglum);
  const doubtful = collation.near.map(({ siglum }) => siglum);
  const dates = reports.filter(({ siglum }) => carriers.includes(siglum)).map(({ report }) => report.published);
  const without = reports
    .filter(({ siglum }) => ![...carriers, ...doubtful].includes(siglum))
    .filter(({ report }) => !dates.every((date) => isBefore(report.published, date)))
    .map(({ siglum }) => siglum);
  const isMost = carriers.length >= FEWEST && carriers.length > (reports.length - 1) / 2;
  return without.length > 0 && isMost ? [{ place, collation, carriers, without }] : [];
}

/** `found`: one at least, all of the same reports. */
function makeFinding(found: readonly LeftOut[]): Finding {
  const { place, carriers, without } = found[0]!;
  const passages = carriers.flatMap((siglum) =>
    found.flatMap(({ collation: { tradition } }) =>
      tradition.witnesses
        .filter((witness) => witness.siglum === siglum)
        .flatMap(({ report, spans }) => spans.map(({ from, to }) => ({ report, from, to }))),
    ),
  );
  const message = `Nothing in ${nameSigla(without)} could be paired with ${nameAll(found)}, which ${nameSigla(carriers)} carry.`;
  return { rule: "left-out", weight: "remark", message, passages, collation: place };
}

/** "this statement", "these 3 utterances and statements". */
function nameAll(found: readonly LeftOut[]): string {
  const kinds = [...new Set(found.map(({ collation }) => collation.tradition.of))].sort().reverse();
  return found.length === 1
    ? `this ${kinds[0]}`
    : `these ${found.length} ${kinds.map((kind) => `${kind}s`).join(" and ")}`;
}
