import type { Buckets, Near } from "./buckets.ts";
import type { Chain } from "./chain.ts";

/** Reads rows of words by a chain: the features of a row go into `buckets`, then what they say comes out, until the next row. */
export interface Decoder {
  readonly buckets: Buckets;
  /** Works out the chances of word `at` alone, half of the work of all. `edges` holds the kind of each word of the row. */
  readonly judgeWord: (edges: Uint8Array, at: number) => void;
  /** Works out the chances of the others, after that. */
  readonly judgeOthers: () => void;
  /** For each word and label of the row how likely it is. */
  readonly chances: () => Float64Array;
  /** The likeliest labels as a whole (Viterbi 1967), after the chances of all words. Word `heart` is to be of the cue; -1 for none. */
  readonly findLabels: (heart: number) => Uint8Array;
}

/** What a decoder is made of: `slots` that `listNear` is called with. */
export interface Plan {
  readonly chain: Chain;
  readonly listNear: Near;
  readonly slots: number;
}
