/** Shorter words are alike by chance. In code units. */
const SHORTEST = 5;
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

function measureDice(a: string, b: string): number {
  const left = new Map<string, number>();
  for (let i = 0; i + 1 < a.length; i++) left.set(a.slice(i, i + 2), (left.get(a.slice(i, i + 2)) ?? 0) + 1);
  let common = 0;
  for (let i = 0; i + 1 < b.length; i++) {
    const count = left.get(b.slice(i, i + 2)) ?? 0;
    if (count === 0) continue;
    common++;
    left.set(b.slice(i, i + 2), count - 1);
  }
  return (2 * common) / (a.length + b.length - 2);
}
