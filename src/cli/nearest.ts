/**
 * The word most like what was typed, the first of equals; null if none is near: more than a third of its letters, and
 * more than two, would have to change.
 */
export function findNearest(typed: string, words: readonly string[]): string | null {
  const ranked = words
    .map((word) => ({ word, steps: countSteps(typed.toLowerCase(), word.toLowerCase()) }))
    .filter(({ word, steps }) => steps <= Math.max(2, word.length / 3) && steps < word.length)
    .sort((a, b) => a.steps - b.steps);
  return ranked[0]?.word ?? null;
}

/** Letters to put in, take out, change or swap with the next (optimal string alignment distance). */
function countSteps(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwap ? rows[i - 2]![j - 2]! + 1 : change;
      row.push(Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, change, swap));
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
