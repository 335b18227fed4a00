import type { Note } from "../report/report.ts";
import type { Collation, Near, Pair, Tradition } from "./collation.ts";
import { type Likened, measureConfidence } from "./confidence.ts";
import { findDifferences } from "./difference.ts";
import { joinColumns, makeLoci, makePlaces } from "./locus.ts";
import { findMoves } from "./move.ts";
import { findRelation } from "./relation.ts";
import { hasSign, makeSaid } from "./sign.ts";
import type { Similarity } from "./similarity.ts";
import { makeTold } from "./swap.ts";
import { makeTable } from "./table.ts";
import type { Word } from "./word.ts";

/** A witness's report as published and the words of its wording, in text order. */
export interface Wording {
  readonly text: string;
  readonly words: readonly Word[];
}

/** What the pairing knows beside the wordings. */
export interface Context {
  /** How far two witnesses answer each other, by their places in the tradition. */
  readonly compare: (i: number, j: number) => Similarity;
  /** Whether a reader said that they say the same. */
  readonly isPinned: (i: number, j: number) => boolean;
  readonly near: readonly Near[];
}

/**
 * Lays the wordings of one tradition side by side. `wordings` stand in the order of its witnesses, which are sorted by the
 * caller: another order can place a tie differently. Time grows with the square of the number of witnesses, as every two are
 * compared for what differs, and with the lengths: their product up to some 60 words, beyond that nearly in line where the
 * wordings are nearly the same, as only what lies between anchors is compared (`npm run bench -- collation` shows the growth).
 */
export function collate(
  tradition: Tradition,
  wordings: readonly Wording[],
  { compare, isPinned, near }: Context,
): Collation {
  const sigla = tradition.witnesses.map((witness) => witness.siglum);
  const { columns, bonds, exact } = makeTable(wordings.map((wording) => wording.words));
  const clusters = joinColumns(columns, bonds);
  const places = makePlaces(clusters);
  const loci = makeLoci(clusters, places, sigla);
  const said = makeSaid(places);
  const told = wordings.map(({ text, words }) => makeTold(text, words));
  const tells = told.map(({ facts }, i) => facts.length > 0 || said.signed.some((at) => hasSign(said.places[at]![i]!)));
  const apart = loci.filter(({ readings }) => readings.some(({ group }) => group !== readings[0]!.group));
  const makePair = ({ i, j, dice }: Likened, confidence: number): Pair => {
    const differences = tells[i] || tells[j] ? findDifferences(said, told, { a: i, b: j }) : [];
    return {
      a: sigla[i]!,
      b: sigla[j]!,
      relation: findRelation(apart, i, j, differences),
      similarity: round(dice),
      confidence: round(confidence),
      pinned: isPinned(i, j),
      differences,
    };
  };
  const likened = sigla.flatMap((_, i) =>
    sigla.slice(i + 1).map((_, k): Likened => ({ i, j: i + 1 + k, dice: compare(i, i + 1 + k).dice })),
  );
  const confidences = measureConfidence(
    wordings.map(({ words }) => words),
    likened,
  );
  const pairs = likened.map((pair, at) => makePair(pair, confidences[at]!));
  const notes: Note[] = exact
    ? []
    : [{ message: "Too long to compare in full: only the same words at either end are aligned." }];
  return { tradition, loci, moves: findMoves(columns, sigla), pairs, near, exact, notes };
}

/** Three places: beyond them a figure of likeness says nothing. */
function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}
