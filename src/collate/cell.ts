/** Where a grid keeps what is known of a pair of words by themselves: so many numbers a pair, side by side. */
export const PAIR = 7;
/** 3 same word, 2 same stem, 1 initials of, 0 another word. */
export const MATCH = 0;
export const GRAMS = 1;
export const AFFINITY = 2;
/** Grade of the relation between two stems, 0 to 6; see `RELATED`. */
export const RELATED = 3;
/** 0 to 1: how alike two words are by themselves. */
export const LIKE = 4;
/** Words alike beside the pair, nearer ones more, and those at the same distance in both. */
export const AROUND = 5;
export const DIAGONAL = 6;

export const SAME = 3;
export const STEM = 2;
export const INITIALS = 1;
