import { type Digest, IN_TITLE, QUOTED } from "./digest.ts";
import { findPairBits, type Weights } from "./row.ts";
import type { Place } from "./story.ts";

/** Wording that members share, longer than two words in a row. */
export interface Taken {
  readonly kind: "passage" | "quotation";
  /** Of its different stems together, in sixteenths. */
  readonly bits: number;
  /** The same in whatever order the reports came. */
  readonly hash: number;
  readonly places: Place[];
}

/** Members that are looked at, the first in time: pairs of them grow in squares. */
const MOST = 12;
/** Code units between two rows of a passage: the rows between may be of words that tell nothing. */
const WIDEST = 40;
/** Rows of two words, code units and bits of a passage at least. */
const FEWEST_ROWS = 3;
const SHORTEST = 30;
const FEWEST_BITS = 24;
/** Share of the rows of a quotation that stand within quotation marks in both. */
const QUOTED_SHARE = 0.8;

/** Two words in a row that two reports share. */
interface Row {
  readonly a: number;
  readonly aTo: number;
  readonly b: number;
  readonly bTo: number;
  readonly hash: number;
  readonly stems: readonly number[];
  readonly isQuoted: boolean;
}

/**
 * Passages that two members or more have alike, by what is kept of them: two words in a row that stand equally far apart in both. So what stands
 * between rows is as long in both, and hardly ever different. With the same wording in several members, each is a place.
 */
export function findTaken(members: readonly Digest[], weights: Weights): Taken[] {
  const found = new Map<string, Taken>();
  const some = members.slice(0, MOST);
  for (const [at, a] of some.entries())
    for (const b of some.slice(at + 1))
      for (const rows of findChains(a, b, weights)) {
        const [first, last] = [rows[0]!, rows.at(-1)!];
        const key = `${at} ${first.a} ${last.aTo}`;
        const place = { report: b.id, field: "text", from: first.b, to: last.bTo } as const;
        const known = found.get(key);
        if (known) known.places.push(place);
        else
          found.set(key, {
            ...weigh(rows, weights),
            places: [{ report: a.id, field: "text", from: first.a, to: last.aTo }, place],
          });
      }
  return [...found.values()].filter(({ bits }) => bits >= 16 * FEWEST_BITS);
}

function weigh(rows: readonly Row[], { bits }: Weights): Omit<Taken, "places"> {
  const stems = new Set(rows.flatMap((row) => row.stems));
  const quoted = rows.filter(({ isQuoted }) => isQuoted).length;
  return {
    kind: quoted >= QUOTED_SHARE * rows.length ? "quotation" : "passage",
    bits: [...stems].reduce((sum, stem) => sum + bits[stem]!, 0),
    hash: Math.min(...rows.map(({ hash }) => hash)),
  };
}

/** Rows in a row, as it were: long enough for a passage. */
function findChains(a: Digest, b: Digest, weights: Weights): Row[][] {
  const rows = listRows(a, b, weights).sort((x, y) => x.a - x.b - (y.a - y.b) || x.a - y.a);
  const chains: Row[][] = [];
  for (const row of rows) {
    const chain = chains.at(-1);
    const last = chain?.at(-1);
    if (last && row.a - row.b === last.a - last.b && row.a - last.aTo <= WIDEST) chain!.push(row);
    else chains.push([row]);
  }
  return chains.filter((chain) => chain.length >= FEWEST_ROWS && chain.at(-1)!.aTo - chain[0]!.a >= SHORTEST);
}

function listRows(a: Digest, b: Digest, weights: Weights): Row[] {
  const rows: Row[] = [];
  const [hashesA, hashesB] = [a.pairs.hashes, b.pairs.hashes];
  for (let i = 0, j = 0; i < hashesA.length && j < hashesB.length; ) {
    const step = hashesA[i]! - hashesB[j]!;
    if (step === 0 && findPairBits(a, i, weights) > 0) {
      const row = makeRow(a, i, b, j);
      if (row) rows.push(row);
    }
    if (step <= 0) i++;
    if (step >= 0) j++;
  }
  return rows;
}

/** Null where one of the two stands in the title alone, or too far off for its place to be kept. */
function makeRow({ pairs, words }: Digest, i: number, { pairs: other }: Digest, j: number): Row | null {
  const marks = [pairs.marks[i]!, other.marks[j]!];
  const [aTo, bTo] = [pairs.places[2 * i + 1]!, other.places[2 * j + 1]!];
  if (marks.includes(IN_TITLE) || aTo === 0 || bTo === 0) return null;
  return {
    a: pairs.places[2 * i]!,
    aTo,
    b: other.places[2 * j]!,
    bTo,
    hash: pairs.hashes[i]!,
    stems: [words.ids[pairs.parts[2 * i]!]!, words.ids[pairs.parts[2 * i + 1]!]!],
    isQuoted: marks.every((mark) => mark === QUOTED),
  };
}
