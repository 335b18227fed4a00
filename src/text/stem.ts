import { stemmer } from "stemmer";
import { IRREGULAR } from "../lang/en/irregular.ts";
import { dropPossessive } from "./fold.ts";

/** Stems seen so far: news repeats its words, and Porter's rules cost more than a look-up. Bounded; never part of a result. */
const known = new Map<string, string>();
const MOST_KNOWN = 50_000;

/**
 * The stem of a folded word: irregular forms by table ("came" → "come"), all else by Porter (1980). Two words with one
 * stem are forms of each other, mostly; "organ" and "organization" are not, which Porter cannot tell. Only ever compared.
 */
export function findStem(folded: string): string {
  const seen = known.get(folded);
  if (seen !== undefined) return seen;
  const word = dropPossessive(folded);
  const stem = stemmer(IRREGULAR.get(word) ?? word);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(folded, stem);
  return stem;
}
