import type { Difference, Locus, Relation } from "./collation.ts";

/**
 * How b's wording answers a's, by what stands at the loci, editors' insertions apart; see docs/GLOSSARY.md. The first that
 * holds: `altered` if a name, number, date, negation, hedge or role differs; `verbatim` if all words are the same; `trimmed` if b only
 * lacks words, `expanded` if b only adds some; `reworded` otherwise. Words that one has beyond where the other ends count as lacking. `loci`: those at which not all read the same suffice.
 */
export function findRelation(
  loci: readonly Locus[],
  i: number,
  j: number,
  differences: readonly Difference[],
): Relation {
  if (differences.length > 0) return "altered";
  let [lacks, adds] = [false, false];
  for (const { kind, readings } of loci) {
    const [a, b] = [readings[i]!, readings[j]!];
    if (kind === "editorial" || a.group === b.group) continue;
    if (a.state === "words") lacks = true;
    if (b.state === "words") adds = true;
    if (lacks && adds) return "reworded";
  }
  return lacks ? "trimmed" : adds ? "expanded" : "verbatim";
}
