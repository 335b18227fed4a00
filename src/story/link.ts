/** Two reports by their places, the earlier first, and the chance that they tell of one event, as a whole number. */
export interface Edge {
  readonly a: number;
  readonly b: number;
  /** In millionths. */
  readonly chance: number;
}

/** Two groups that could be put together, when they had these versions. */
interface Offer {
  readonly a: number;
  readonly b: number;
  readonly mean: number;
  readonly versions: number;
}

/**
 * Groups of the places 0 to `count` - 1 by average linkage (UPGMA; Sokal and Michener 1958): the two groups with the highest mean
 * chance over all their pairs are put together, as long as it is above `least`, and for two single reports above 0.4. A pair without an edge counts as 0. Equal means: the
 * groups with the earliest reports first. Each group by rising place, the groups by their first. Groups of one are given too. Near
 * linear in the edges where groups are small.
 */
export function linkReports(count: number, edges: readonly Edge[], least: number): number[][] {
  const groups = Array.from({ length: count }, (_, at) => [at]);
  const sums = Array.from({ length: count }, () => new Map<number, number>());
  const versions = new Int32Array(count);
  const heap = makeHeap();
  for (const { a, b, chance } of edges) {
    sums[a]!.set(b, chance);
    sums[b]!.set(a, chance);
    offer(a, b);
  }
  for (let best = heap.take(); best !== null; best = heap.take()) {
    if (
      versions[best.a]! + versions[best.b]! !== best.versions ||
      groups[best.a]!.length * groups[best.b]!.length === 0
    )
      continue;
    join(best.a, best.b);
  }
  return groups.filter((group) => group.length > 0).map((group) => group.sort((a, b) => a - b));

  function offer(x: number, y: number): void {
    const [a, b] = x < y ? [x, y] : [y, x];
    const mean = sums[a]!.get(b)! / (groups[a]!.length * groups[b]!.length);
    const bar = groups[a]!.length + groups[b]!.length === 2 ? Math.max(least, ALONE) : least;
    if (mean > bar * MILLION) heap.put({ a, b, mean, versions: versions[a]! + versions[b]! });
  }

  /** A version only rises, so that the sum of two is never the same again once either has changed. */
  function join(a: number, b: number): void {
    for (const member of groups[b]!) groups[a]!.push(member);
    groups[b]!.length = 0;
    versions[a]!++;
    versions[b]!++;
    sums[a]!.delete(b);
    for (const [other, sum] of sums[b]!) {
      sums[other]!.delete(b);
      if (other === a) continue;
      const joined = (sums[a]!.get(other) ?? 0) + sum;
      sums[a]!.set(other, joined);
      sums[other]!.set(a, joined);
    }
    sums[b]!.clear();
    for (const other of sums[a]!.keys()) offer(a, other);
  }
}

/**
 * Chance above which two single reports are put together: nothing else speaks for them, while of larger groups many pairs are
 * never compared and count as 0. In a corpus of years most stories are of two reports, and of those with less hardly half were one event.
 */
const ALONE = 0.4;

/** Chances are counted in millionths. */
export const MILLION = 1_000_000;

interface Heap {
  readonly put: (offer: Offer) => void;
  readonly take: () => Offer | null;
}

/** A binary heap of offers, the best on top. */
function makeHeap(): Heap {
  const items: Offer[] = [];
  return { put, take };

  function put(offer: Offer): void {
    let at = items.push(offer) - 1;
    while (at > 0 && isBefore(items[at]!, items[(at - 1) >> 1]!)) {
      swap(at, (at - 1) >> 1);
      at = (at - 1) >> 1;
    }
  }

  function take(): Offer | null {
    if (items.length === 0) return null;
    swap(0, items.length - 1);
    const taken = items.pop()!;
    for (let at = 0; ; ) {
      let first = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < items.length && isBefore(items[child]!, items[first]!)) first = child;
      if (first === at) return taken;
      swap(at, first);
      at = first;
    }
  }

  function swap(a: number, b: number): void {
    [items[a], items[b]] = [items[b]!, items[a]!];
  }
}

function isBefore(x: Offer, y: Offer): boolean {
  return (x.mean - y.mean || y.a - x.a || y.b - x.b) > 0;
}
