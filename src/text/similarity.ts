/** Shorter words are alike by chance. In code units. */
const SHORTEST = 5;
/** What is behind in longer words is not compared: the pairs already met are kept in the bits of one number. */
const LONGEST = 31;
/** What a word that holds the other whole gets at least: "interconnected" and "connected". */
const CONTAINED = 0.8;

/**
 * How alike two folded words look, 0 to 1: Dice's coefficient over their pairs of neighbouring letters (Adamson and Boreham
 * 1974), at least 0.8 where one holds the other. 0 where either has fewer than five letters and they are not the same, and
 * where it would be less than `least`, which spares most of the work.
 */
export function measureLikeness(a: string, b: string, least: number = 0): number {
  if (a === b) return 1;
  if (a.length < SHORTEST || b.length < SHORTEST) return 0;
  const dice = measureDice(a, b, least);
  const like = dice < CONTAINED && (a.length > b.length ? a.includes(b) : b.includes(a)) ? CONTAINED : dice;
  return like < least ? 0 : like;
}

/** Each pair of letters of a with the first equal one of b that is free; 0 once `least` is out of reach. No allocation: this is called for millions of words. */
function measureDice(a: string, b: string, least: number): number {
  const [pairsA, pairsB] = [Math.min(a.length - 1, LONGEST), Math.min(b.length - 1, LONGEST)];
  const enough = (least * (pairsA + pairsB)) / 2;
  let met = 0;
  let common = 0;
  for (let i = 0; i < pairsA; i++) {
    if (common + pairsA - i < enough) return 0;
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
