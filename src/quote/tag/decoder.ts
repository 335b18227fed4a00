import type { Buckets, Near } from "./buckets.ts";
import type { Chain } from "./chain.ts";
import { KernelDecoder } from "./kernel.ts";
import { PlainDecoder } from "./plain.ts";
import { WASM } from "./wasm.ts";

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

let kernel: WebAssembly.Module | null | undefined;

/** The fast one; the plain one with the same figures where WebAssembly or its SIMD is missing or forbidden. */
export function makeDecoder(plan: Plan): Decoder {
  kernel ??= compile();
  return kernel === null ? new PlainDecoder(plan) : new KernelDecoder(plan, kernel);
}

/** The kernel, null where the host cannot compile it. */
export function compile(): WebAssembly.Module | null {
  try {
    return new WebAssembly.Module(Uint8Array.from(atob(WASM), (byte) => byte.charCodeAt(0)));
  } catch {
    return null;
  }
}
