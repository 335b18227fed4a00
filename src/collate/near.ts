import type { Candidate } from "./candidate.ts";
import type { Named, Near } from "./collation.ts";
import type { Unit } from "./unit.ts";

/** Finds what comes near the units given in the reports that are not `except`. */
export type FindNear = (places: readonly number[], except: ReadonlySet<number>) => Near[];

/** Whether a wording comes so near that a reader should see it before believing that nothing answers. */
function isNear({ identical, nearly, similarity: { shared, dice, contained, plain } }: Candidate): boolean {
  if (identical || nearly) return true;
  return shared >= 6 && plain >= 0.25 && (dice >= 0.3 || contained >= 0.4);
}

/** Makes a finder over all candidates: the nearest unit of each report, in the order of the reports. */
export function makeFindNear(
  reports: readonly Named[],
  units: readonly Unit[],
  candidates: readonly Candidate[],
): FindNear {
  const near = new Map<number, { unit: number; dice: number }[]>();
  const add = (unit: number, other: number, dice: number) =>
    (near.get(unit) ?? near.set(unit, []).get(unit)!).push({ unit: other, dice });
  for (const { a, b, similarity } of candidates.filter(isNear)) {
    add(a, b, similarity.dice);
    add(b, a, similarity.dice);
  }
  return (places, except) => {
    const best = new Map<number, { unit: number; dice: number }>();
    for (const found of places.flatMap((place) => near.get(place) ?? [])) {
      const { report } = units[found.unit]!;
      if (!except.has(report) && found.dice > (best.get(report)?.dice ?? 0)) best.set(report, found);
    }
    return [...best]
      .sort(([a], [b]) => a - b)
      .map(([at, { unit, dice }]) => {
        const { siglum, report } = reports[at]!;
        return { siglum, report: report.id, spans: units[unit]!.spans, similarity: Math.round(dice * 1000) / 1000 };
      });
  };
}
