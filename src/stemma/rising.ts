/**
 * The longest chain of pairs that rises on both sides, from pairs that rise on the left: patience sorting, n log n. The first
 * found where several are as long.
 */
export function findRising(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const tops: number[] = []; // place of the pair with the lowest right side that ends a chain of this length
  const before: number[] = [];
  for (const [place, [, right]] of pairs.entries()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tops[middle]!]![1] < right) low = middle + 1;
      else high = middle;
    }
    before.push(low === 0 ? -1 : tops[low - 1]!);
    tops[low] = place;
  }
  const chain: (readonly [number, number])[] = [];
  for (let place = tops.at(-1) ?? -1; place >= 0; place = before[place]!) chain.push(pairs[place]!);
  return chain.reverse();
}
