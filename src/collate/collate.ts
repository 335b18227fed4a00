import type { Note } from "../report/report.ts";
import type { Collation, Pair, Tradition } from "./collation.ts";
import { findDifferences } from "./difference.ts";
import { joinColumns, makeLoci } from "./locus.ts";
import { findMoves } from "./move.ts";
import { findRelation } from "./relation.ts";
import type { Similarity } from "./similarity.ts";
import { makeTable } from "./table.ts";
import type { Word } from "./word.ts";

/** A witness's report as published and the words of its wording, in text order. */
export interface Wording {
  readonly text: string;
  readonly words: readonly Word[];
}

/** What the pairing knows of two witnesses, by their places in the tradition. */
export type Likeness = (i: number, j: number) => { readonly similarity: Similarity; readonly confidence: number };

/**
 * Lays the wordings of one tradition side by side. `wordings` stand in the order of its witnesses. The same witnesses in the
 * same order give the same loci; another order can place a tie differently, so callers sort.
 */
export function collate(tradition: Tradition, wordings: readonly Wording[], likeness: Likeness): Collation {
  const sigla = tradition.witnesses.map((witness) => witness.siglum);
  const { columns, exact } = makeTable(wordings.map((wording) => wording.words));
  const loci = makeLoci(columns, sigla);
  const clusters = joinColumns(columns);
  const pairs = sigla.flatMap((a, i) =>
    sigla.slice(i + 1).map((b, k): Pair => {
      const j = i + 1 + k;
      const differences = findDifferences([wordings[i]!.text, wordings[j]!.text], clusters, i, j);
      const { similarity, confidence } = likeness(i, j);
      return { a, b, relation: findRelation(loci, i, j, differences), similarity: round(similarity.dice), confidence: round(confidence), differences };
    }),
  );
  const notes: Note[] = exact ? [] : [{ message: "Too long to compare in full: only the same words at either end are aligned." }];
  return { tradition, loci, moves: findMoves(columns, sigla), pairs, exact, notes };
}

/** Three places: beyond them a figure of likeness says nothing. */
function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}
