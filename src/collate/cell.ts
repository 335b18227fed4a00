/** Where a grid keeps what is known of a pair of words by themselves: so many numbers a pair, side by side. */
export const PAIR = 8;
/** 3 same word, 2 same stem, 1 initials of, 0 another word. */
export const MATCH = 0;
export const GRAMS = 1;
export const CONTAINED = 2;
export const AFFINITY = 3;
/** Grade of the relation between two stems, 0 to 6; see `RELATED`. */
export const RELATED = 4;
/** 0 to 1: how alike two words are by themselves. */
export const LIKE = 5;
/** Words alike beside the pair, nearer ones more, and those at the same distance in both. */
export const AROUND = 6;
export const DIAGONAL = 7;

export const SAME = 3;
export const STEM = 2;
export const INITIALS = 1;
