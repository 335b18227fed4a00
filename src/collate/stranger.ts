import type { Collation, Lone, Named, Siglum } from "./collation.ts";

/**
 * The reports that share nothing with any other: no wording of theirs is paired, none comes near another's and another's comes near
 * none of theirs. In order of siglum; none where there is only one report. A report without a sentence to compare is no stranger.
 */
export function findStrangers(
  reports: readonly Named[],
  collations: readonly Collation[],
  lone: readonly Lone[],
): Siglum[] {
  if (reports.length < 2) return [];
  const met = new Set<Siglum>();
  for (const { tradition, near } of collations)
    for (const { siglum } of [...tradition.witnesses, ...near]) met.add(siglum);
  for (const { siglum, near } of lone) for (const one of near) met.add(siglum).add(one.siglum);
  const speaking = new Set(lone.map(({ siglum }) => siglum));
  return reports.map(({ siglum }) => siglum).filter((siglum) => speaking.has(siglum) && !met.has(siglum));
}
