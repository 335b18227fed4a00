/** Twice the longest common subsequence over the words of both, 0 to 1; 1 for the same words in the same order. Neither is empty. */
export function measureSequence(a: readonly string[], b: readonly string[]): number {
  let row = new Uint16Array(b.length + 1);
  for (const word of a) {
    const next = new Uint16Array(b.length + 1);
    for (let j = 0; j < b.length; j++) next[j + 1] = word === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!);
    row = next;
  }
  return (2 * row[b.length]!) / (a.length + b.length);
}
