import { writeFileSync } from "node:fs";
import type { Chain } from "../../src/quote/tag/chain.ts";
import { writeDigits, writePlaces } from "../../src/quote/tag/rows.ts";
import { type Forest, writeForest } from "../../src/text/forest.ts";

import type { Learnt } from "./learn.ts";

const FILE = new URL("../../src/quote/tag/weights.ts", import.meta.url);

/** Writes `src/quote/tag/weights.ts`. `from` says what the weights were learnt from. */
export function writeWeights({ lexicon, first, second, chooser }: Learnt, from: string): void {
  writeFileSync(
    FILE,
    `/** Weights of the tagger, written by \`npm run train -- quotation\` from ${from}. \`model.ts\` reads them. */
export interface Stored {
  /** What a level is multiplied by. */
  readonly scale: number;
  /** The places in the table that weigh anything: see \`rows.ts\`. */
  readonly places: string;
  /** Their weights, three digits to two characters: see \`rows.ts\`. */
  readonly rows: string;
  readonly steps: readonly number[];
}

/** Places of a table, as a power of two. */
export const BITS = ${first.bits};
/** Stems by how often they are part of a cue, seldom first. */
export const CUES: readonly string[] = ${writeRows(lexicon.cues)};
export const FIRST: Stored = ${writeChain(first)};
export const SECOND: Stored = ${writeChain(second)};
/** Trees that choose a content and that say how likely it is right: see \`choose.ts\`, and \`forest.ts\` for the form. */
export const CHOICE: readonly string[] = ${writeTrees(chooser.choice)};
export const SURE: readonly string[] = ${writeTrees(chooser.sure)};
`,
  );
}

/** The words of each row, numbered from 1. */
export function writeRows(words: ReadonlyMap<string, number>): string {
  const rows = Array.from({ length: Math.max(...words.values()) }, (): string[] => []);
  for (const [word, row] of words) rows[row - 1]!.push(word);
  return JSON.stringify(
    rows.map((row) => row.sort().join(" ")),
    null,
    2,
  );
}

function writeTrees(forest: Forest): string {
  return JSON.stringify(writeForest(forest), null, 2);
}

function writeChain({ scale, places, digits, steps }: Chain): string {
  return `{
  scale: ${scale},
  places: "${writePlaces(places)}",
  rows: "${writeDigits(digits)}",
  steps: [${[...steps].map((step) => Number(step.toFixed(3))).join(", ")}],
}`;
}
