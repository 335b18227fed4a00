import { findRow } from "./row.ts";

/** What people's alignments tell of words that are not the same, by their stems. */
export interface Affinity {
  /** The stems that one was met with, or those of them that stand behind it in the alphabet. */
  readonly of: (stem: string) => Partners;
  /** Log-odds for stems never seen together. */
  readonly unseen: number;
  /** 0 to 1: how often a word is linked at all where the other side does not have it. */
  readonly prior: (stem: string) => number;
}

/** Stems that one was met with. */
export interface Partners {
  /** The log-odds that both are linked where both occur. */
  readonly get: (stem: string) => number | undefined;
  /** All of them with that; null if each may be one. */
  readonly entries: (() => Iterable<readonly [string, number]>) | null;
}

/** Log-odds of two words that were never seen together. */
export const UNSEEN: number = Math.log(0.02);

/** Of a stem that was met with none. */
export const NOBODY: Partners = new Map<string, number>();

/** Reads the tables of what was learned, each row when it is first asked for; see `PARTNERS` and `LINKED`. */
export function readAffinity(partners: readonly string[], linked: readonly string[]): Affinity {
  const shares = new Map(
    linked.flatMap((row, share) => row.split(" ").map((stem) => [readStem(stem), share / 100] as const)),
  );
  return {
    unseen: UNSEEN,
    of: (stem) => readPartners(findRow(partners, stem.replaceAll(" ", "_"))),
    prior: (stem) => shares.get(stem) ?? 0.5,
  };
}

function readPartners(row: string | undefined): Partners {
  if (row === undefined) return NOBODY;
  const odds = new Map<string, number>();
  const cells = row.split(" ");
  for (let k = 0; k < cells.length; k += 2) odds.set(readStem(cells[k]!), Number(cells[k + 1]) / 100);
  return odds;
}

/** As a row writes it, without spaces. */
function readStem(written: string): string {
  return written.replaceAll("_", " ");
}
