/** Most words: nothing to fold but the case. */
const PLAIN = /^[A-Za-z0-9]+$/;
/** Combining marks, taken off so that "Orbán" and "Orban" agree. */
const MARKS = /\p{M}+/gu;
/** Straight and curly apostrophes and what stands for them. */
const APOSTROPHES = /[’‘ʼ`´]/g;
/** Commas between digits, and points of an initialism. */
const INNER = /(?<=\p{N}),(?=\p{N})|(?<=\p{L})\.(?=\p{L})/gu;

/**
 * The form in which words are compared: lower case, no accents, straight apostrophes, no thousands commas, no points in
 * initialisms. Compatibility forms (ligatures, full-width letters) become their plain ones. Only ever compared, never
 * shown.
 */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  return word.normalize("NFKD").replace(MARKS, "").replace(APOSTROPHES, "'").replace(INNER, "").toLowerCase();
}

/** A folded word without the possessive: "putin's" and "states'" answer "putin" and "states". */
export function dropPossessive(folded: string): string {
  return folded.endsWith("'s") ? folded.slice(0, -2) : folded;
}
