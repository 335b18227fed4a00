/** Shorter words are alike by chance. In code units. */
const SHORTEST = 5;
/** What is behind in longer words is not compared: the pairs already met are kept in the bits of one number. */
const LONGEST = 31;
/** What a word that holds the other whole gets at least: "interconnected" and "connected". */
const CONTAINED = 0.8;

/**
 * How alike two folded words look, 0 to 1: Dice's coefficient over their pairs of neighbouring letters (Adamson and Boreham
 * 1974), at least 0.8 where one holds the other. 0 where either has fewer than five letters and they are not the same.
 */
export function measureLikeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < SHORTEST || b.length < SHORTEST) return 0;
  const dice = measureDice(a, b);
  return a.includes(b) || b.includes(a) ? Math.max(dice, CONTAINED) : dice;
}

/** Each pair of letters of a with the first equal one of b that is free. No allocation: this is called for millions of words. */
function measureDice(a: string, b: string): number {
  const [pairsA, pairsB] = [Math.min(a.length - 1, LONGEST), Math.min(b.length - 1, LONGEST)];
  let met = 0;
  let common = 0;
  for (let i = 0; i < pairsA; i++) {
    for (let j = 0; j < pairsB; j++) {
      const isEqual = a.charCodeAt(i) === b.charCodeAt(j) && a.charCodeAt(i + 1) === b.charCodeAt(j + 1);
      if (!isEqual || (met & (1 << j)) !== 0) continue;
      met |= 1 << j;
      common++;
      break;
    }
  }
  return (2 * common) / (pairsA + pairsB);
}
