import type { Column } from "./align.ts";
import type { Bond } from "./gap.ts";
import type { Word } from "./word.ts";

/** Words that answer each other in another order are one place with what stands between, up to so many words a witness. */
const MOST_TURNED = 8;
/** Clusters that are looked at, at most. */
const MOST_CLUSTERS = 24;

/** Where a word stands. */
interface Seat {
  readonly cluster: number;
  readonly witness: number;
}

/** Two words that answer each other, and the clusters from the one to the other. */
interface Turn {
  readonly first: number;
  readonly last: number;
  readonly witnesses: readonly [number, number];
}

/**
 * Joins the clusters from each word to one it is bound to: "deal which is not good" and "not … a good deal" are one place. Only
 * where few words stand between, and not more of them agree in their order than are turned: else what agrees would be hidden
 * for what moved. The nearest first.
 */
export function joinTurned(clusters: readonly Column[][], bonds: readonly Bond[]): Column[][] {
  const turns = findTurns(clusters, bonds);
  const starts = clusters.map((_, at) => at); // for each cluster the first of its place, and the last
  const ends = clusters.map((_, at) => at);
  for (const turn of turns) {
    const [first, last] = [starts[turn.first]!, ends[turn.last]!];
    if (
      ends[turn.first] === last ||
      !isOnePlace(clusters.slice(first, last + 1).flat(), { ...turn, first, last }, turns)
    )
      continue;
    for (let at = first; at <= last; at++) [starts[at], ends[at]] = [first, last];
  }
  return clusters.flatMap((_, at) => (starts[at] === at ? [clusters.slice(at, ends[at]! + 1).flat()] : []));
}

function findTurns(clusters: readonly Column[][], bonds: readonly Bond[]): Turn[] {
  if (bonds.length === 0) return [];
  const bound = new Set(bonds.flat());
  const seats = new Map<Word, Seat>();
  for (const [cluster, columns] of clusters.entries())
    for (const column of columns)
      for (const [witness, word] of column.entries())
        if (word !== null && bound.has(word)) seats.set(word, { cluster, witness });
  return bonds
    .flatMap((bond) => {
      const [x, y] = bond.map((word) => seats.get(word)!).sort((p, q) => p.cluster - q.cluster) as [Seat, Seat];
      const isNear = x.cluster < y.cluster && y.cluster - x.cluster <= MOST_CLUSTERS;
      return isNear ? [{ first: x.cluster, last: y.cluster, witnesses: [x.witness, y.witness] as const }] : [];
    })
    .sort((x, y) => x.last - x.first - (y.last - y.first) || x.first - y.first);
}

function isOnePlace(columns: readonly Column[], turn: Turn, turns: readonly Turn[]): boolean {
  const isShort = columns[0]!.every((_, at) => columns.filter((column) => column[at] !== null).length <= MOST_TURNED);
  if (!isShort) return false;
  const [p, q] = turn.witnesses;
  const agreeing = columns.filter((column) => column[p]?.content && column[q]?.content).length;
  const inside = turns.filter(
    ({ first, last, witnesses }) =>
      first >= turn.first && last <= turn.last && witnesses.includes(p) && witnesses.includes(q),
  );
  return agreeing <= inside.length;
}
