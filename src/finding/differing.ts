import type { Collation, Difference, Pair, Siglum } from "../collate/collation.ts";
import type { Passage } from "../report/report.ts";
import { bySpan, type Span } from "../text/span.ts";

/** Words of several witnesses that differ in one respect at one place. */
export interface Differing {
  readonly sigla: readonly Siglum[];
  /** In order of siglum, then in text order. */
  readonly passages: readonly Passage[];
}

interface Side {
  readonly siglum: Siglum;
  readonly span: Span;
}

/**
 * The differences that are meant over all pairs of a collation, those about the same words as one, in the order of the
 * first pair. Where a side has no words, what stands for it is its whole wording.
 */
export function findDiffering(
  collation: Collation,
  isMeant: (difference: Difference, pair: Pair) => boolean,
): Differing[] {
  const places: Side[][] = [];
  for (const pair of collation.pairs) {
    const { a, b, differences } = pair;
    for (const difference of differences.filter((one) => isMeant(one, pair))) {
      const sides = [...makeSides(collation, a, difference.a), ...makeSides(collation, b, difference.b)];
      const known = places.find((place) => place.some((side) => sides.some((other) => isSame(side, other))));
      if (known === undefined) places.push(sides);
      else known.push(...sides.filter((side) => !known.some((other) => isSame(side, other))));
    }
  }
  return places.map((sides) => makeDiffering(collation, sides));
}

function makeSides({ tradition }: Collation, siglum: Siglum, span: Span | null): Side[] {
  if (span !== null) return [{ siglum, span }];
  return tradition.witnesses.find((witness) => witness.siglum === siglum)!.spans.map((own) => ({ siglum, span: own }));
}

function isSame(a: Side, b: Side): boolean {
  return a.siglum === b.siglum && a.span.from === b.span.from && a.span.to === b.span.to;
}

function makeDiffering({ tradition }: Collation, sides: readonly Side[]): Differing {
  const concerned = tradition.witnesses.filter(({ siglum }) => sides.some((side) => side.siglum === siglum));
  const passages = concerned.flatMap(({ siglum, report }) =>
    sides
      .filter((side) => side.siglum === siglum)
      .map(({ span }) => ({ report, from: span.from, to: span.to }))
      .sort(bySpan),
  );
  return { sigla: concerned.map(({ siglum }) => siglum), passages };
}
