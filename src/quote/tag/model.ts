import { CLUSTERS } from "../../lang/en/clusters.ts";
import { readForest } from "../../text/forest.ts";
import type { Chain } from "./chain.ts";
import { readDigits, readPlaces } from "./rows.ts";
import { makeTagger, type Tagger } from "./tag.ts";
import { BITS, CHOICE, CUES, FIRST, SECOND, type Stored, SURE } from "./weights.ts";

let tagger: Tagger | null = null;

/** The tagger that the package ships. Unpacked at the first call, since not every program needs it. */
export function getTagger(): Tagger {
  tagger ??= makeTagger({
    lexicon: { clusters: readRows(CLUSTERS), cues: readRows(CUES) },
    first: unpackChain(FIRST),
    second: unpackChain(SECOND),
    chooser: { choice: readForest(CHOICE), sure: readForest(SURE) },
  });
  return tagger;
}

/** The words of row n, with n from 1. */
export function readRows(rows: readonly string[]): Map<string, number> {
  const map = new Map<string, number>();
  rows.forEach((row, i) => {
    for (const word of row.split(" ")) map.set(word, i + 1);
  });
  return map;
}

function unpackChain({ scale, places, rows, steps }: Stored): Chain {
  return {
    bits: BITS,
    scale,
    places: readPlaces(places),
    digits: readDigits(rows),
    steps: Float32Array.from(steps),
  };
}
