import type { Similarity } from "./similarity.ts";

/** Whether two units are speech credited to one person, to two, or whether that cannot be told. */
export type Kinship = "same" | "other" | "unknown";

/** Fewer words, however rare, are a set phrase ("wardrobe malfunction") that two different sentences may have. */
const LEAST_WORDS = 4;
/** The same of what one person is credited with. */
const LEAST_SPOKEN = 3;

/**
 * Whether two wordings say the same. Rules from the surest to the least, set by reading pairs from stories of Giveme5W1H's
 * development part: the less is alike on the whole, the more must answer among words that are no names, in order, and in bits.
 */
export function isAnswer(similarity: Similarity, kinship: Kinship): boolean {
  const { shared, count, dice, contained, plain, order, spread } = similarity;
  if (kinship === "other") return dice >= 0.85 && order >= 0.9 && shared >= 10; // credited to two people: worth showing
  if (count < (kinship === "same" ? LEAST_SPOKEN : LEAST_WORDS) && dice < 0.85) return false;
  if (kinship === "same" && isSameSpeech(similarity)) return true;
  if (contained >= 0.8 && plain >= 0.8 && order >= 0.95 && dice >= 0.5 && shared >= 12) return true;
  if (contained >= 0.82 && plain >= 0.7 && dice >= 0.36 && shared >= 18) return true;
  if (spread < 0.7 && contained < 0.8) return false; // one long name or phrase in two sentences that say different things
  if (dice >= 0.65 && plain >= 0.6 && order >= 0.9 && shared >= 7) return true;
  if (dice >= 0.58 && plain >= 0.4 && order >= 0.6 && shared >= 12) return true;
  if (dice >= 0.5 && plain >= 0.62 && shared >= 16) return true;
  return dice >= 0.5 && plain >= 0.5 && order >= 0.7 && shared >= 30;
}

/** Of the shared bits those of words that are no names, below which what is shared is whom both speak of. */
const LEAST_TOLD = 0.35;

/** Whether what two wordings share is names for the most part. */
export function isOfNames({ told }: Similarity): boolean {
  return told < LEAST_TOLD;
}

/** What one person is credited with twice in one story needs less to be the same. */
function isSameSpeech({ shared, dice, contained, plain, order }: Similarity): boolean {
  if (dice >= 0.45 && plain >= 0.25 && order >= 0.85 && shared >= 18) return true;
  return contained >= 0.6 && plain >= 0.5 && dice >= 0.3 && shared >= 12;
}
