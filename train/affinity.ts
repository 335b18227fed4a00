import { type Affinity, NOBODY, UNSEEN } from "../src/collate/affinity.ts";
import type { Example } from "./examples.ts";

interface Count {
  linked: number;
  together: number;
}
export interface Counts {
  readonly pairs: Map<string, Map<string, Count>>;
  readonly words: Map<string, Count>;
}

export function countLinks(
  examples: readonly Example[],
  into: Counts = { pairs: new Map(), words: new Map() },
  sign: number = 1,
): Counts {
  for (const example of examples) {
    const { a, b, sure } = example;
    const add = (map: Map<string, Count>, key: string, linked: number) => {
      const count = map.get(key) ?? map.set(key, { linked: 0, together: 0 }).get(key)!;
      count.linked += sign * linked;
      count.together += sign;
    };
    const m = b.terms.length;
    const rows = a.terms.map((_, i) => b.terms.filter((_, j) => sure.has(i * m + j)).length);
    const cols = b.terms.map((_, j) => a.terms.filter((_, i) => sure.has(i * m + j)).length);
    for (const [i, x] of a.terms.entries())
      for (const [j, y] of b.terms.entries()) {
        if (x.fold === y.fold) continue;
        const linked = sure.has(i * m + j) ? 1 / Math.max(1, Math.min(rows[i]!, cols[j]!)) : 0;
        for (const [p, q] of [
          [x, y],
          [y, x],
        ] as const)
          add(into.pairs.get(p.stem) ?? into.pairs.set(p.stem, new Map()).get(p.stem)!, q.stem, linked);
      }
    const [folA, folB] = [new Set(a.terms.map((t) => t.stem)), new Set(b.terms.map((t) => t.stem))];
    for (const [i, x] of a.terms.entries()) if (!folB.has(x.stem)) add(into.words, x.stem, rows[i]! > 0 ? 1 : 0);
    for (const [j, y] of b.terms.entries()) if (!folA.has(y.stem)) add(into.words, y.stem, cols[j]! > 0 ? 1 : 0);
  }
  return into;
}

/** So many times together and never linked: they do not answer each other. */
const NEVER = 25;

/** Log-odds in hundredths; undefined for what was met too seldom to tell. */
function measure({ linked, together }: Count): number | undefined {
  if (linked < 0.9 && together < NEVER) return undefined;
  return Math.round(100 * Math.log((Math.max(0, linked) + 0.04) / (Math.max(0, together - linked) + 2))) / 100;
}

function measurePrior({ linked, together }: Count): number | undefined {
  return together < 3 ? undefined : Math.round((100 * (linked + 1)) / (together + 2)) / 100;
}

export function makeAffinity({ pairs, words }: Counts): Affinity {
  const tell = <T>(count: Count | undefined, how: (count: Count) => T) =>
    count === undefined ? undefined : how(count);
  return {
    unseen: UNSEEN,
    of: (stem) => {
      const own = pairs.get(stem);
      return own === undefined ? NOBODY : { get: (other) => tell(own.get(other), measure), entries: null };
    },
    prior: (stem) => tell(words.get(stem), measurePrior) ?? 0.5,
  };
}

/** Counts as the tables of `src/lang/en/alignment.ts`. */
export function writeCounts({ pairs, words }: Counts): { partners: string[]; linked: string[] } {
  const partners = [...pairs].sort(byKey).flatMap(([stem, own]) => {
    const told = [...own].sort(byKey).flatMap(([other, count]) => {
      const odds = other > stem ? measure(count) : undefined;
      return odds === undefined ? [] : [`${writeStem(other)} ${Math.round(odds * 100)}`];
    });
    return told.length === 0 ? [] : [`${writeStem(stem)} ${told.join(" ")}`];
  });
  const rows: string[][] = Array.from({ length: 101 }, () => []);
  for (const [stem, count] of [...words].sort(byKey)) {
    const share = measurePrior(count);
    if (share !== undefined) rows[Math.round(share * 100)]!.push(writeStem(stem));
  }
  return { partners, linked: rows.map((row) => row.join(" ")) };
}

/** Spaces part the numbers of a row, and "united states" has one stem. */
function writeStem(stem: string): string {
  return stem.replaceAll(" ", "_");
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}
