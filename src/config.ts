import type { Pin } from "./collate/pin.ts";

/** Options of every stage, in one flat value. */
export interface Options {
  /** Siglum of the report whose order and wording lead. Default: the first. Change it to read the others against another. */
  readonly base?: string;
  /** What a reader says of pairs, in any order. Default: nothing. Give what `readPairs` read to correct the pairing. */
  readonly pins?: readonly Pin[];
}
