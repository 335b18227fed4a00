import { HEDGES, NEGATIONS } from "../lang/en/grammar.ts";
import type { Place } from "./locus.ts";
import type { Word } from "./word.ts";

/** What a witness has at one place, editors' insertions apart; made once, as every other witness is held against it. */
export interface Stretch {
  readonly words: readonly Word[];
  /** Its words that deny or hedge. */
  readonly signs: readonly Sign[];
}

/** A word that denies or hedges. Signs of one degree say the same. */
export interface Sign {
  readonly kind: "negation" | "hedge";
  readonly degree: string;
  readonly word: Word;
}

/** The stretches of each of `count` witnesses, one a place. */
export function makeStretches(places: readonly Place[], count: number): Stretch[][] {
  return Array.from({ length: count }, (_, at) => places.map((place) => makeStretch(place[at]!)));
}

/** One for all places where a witness has nothing, and one for all words without a sign: so most are. */
const NOTHING: Stretch = { words: [], signs: [] };

function makeStretch(all: readonly Word[]): Stretch {
  if (all.length === 0) return NOTHING;
  const words = all.some((word) => word.editorial) ? all.filter((word) => !word.editorial) : all;
  let signs = NOTHING.signs;
  for (const word of words) {
    const sign = findSign(word);
    if (sign !== null) signs = [...signs, sign];
  }
  return { words, signs };
}

function findSign(word: Word): Sign | null {
  if (NEGATIONS.has(word.fold) || word.fold.endsWith("n't")) return { kind: "negation", degree: "not", word };
  const degree = word.name && word.fold === "may" ? undefined : HEDGES.get(word.fold); // the month, the name
  return degree === undefined ? null : { kind: "hedge", degree, word };
}
