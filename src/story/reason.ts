import { COLUMNS, type Digest, IN_TITLE } from "./digest.ts";
import { findTaken, type Taken } from "./passage.ts";
import { findPairBits, type Weights } from "./row.ts";
import type { Place, Reason } from "./story.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Reasons that a reader is shown. */
const MOST = 10;
/** Of them, passages and quotations. */
const MOST_TAKEN = 3;
/** Bits below which a word, or two in a row, is no reason. */
const FEWEST_BITS = 5;
const FEWEST_BITS_ROW = 8;

/** Something that members share: one stem, or two in a row. */
interface Shared {
  /** Numbers of its stems. */
  readonly stems: readonly number[];
  /** In sixteenths. */
  readonly bits: number;
  /** The same in whatever order the reports came: it breaks ties. */
  readonly hash: number;
  readonly places: Place[];
  /** How many members have it. */
  members: number;
  /** How many of them have it as a name. */
  names: number;
}

/** One member's use of it. */
interface Use {
  readonly stems: readonly number[];
  readonly bits: number;
  readonly hash: number;
  readonly isName: boolean;
  readonly place: Place | null;
}

/**
 * What two members of a story or more share, the most telling first: by bits, times the members beyond the first that have it. A word
 * that a reason before it has already is left out, and so is a passage that lies in one before it.
 */
export function findReasons(members: readonly Digest[], weights: Weights, vocabulary: Vocabulary): Reason[] {
  const shared = [...gather(members, weights, vocabulary).values()].filter(
    ({ members, places }) => members > 1 && places.length > 1,
  );
  const ranked = [...shared, ...pickTaken(findTaken(members, weights))].sort(
    (x, y) => worth(y) - worth(x) || x.hash - y.hash,
  );
  const said = new Set<number>();
  const reasons: Reason[] = [];
  for (const one of ranked) {
    if (reasons.length === MOST) break;
    if ("kind" in one) reasons.push({ kind: one.kind, bits: one.bits / 16, places: one.places });
    else if (!one.stems.some((stem) => said.has(stem))) {
      for (const stem of one.stems) said.add(stem);
      reasons.push({ kind: tellKind(one, vocabulary), bits: one.bits / 16, places: one.places });
    }
  }
  return reasons;
}

/** The passages that tell most, none of which lies over another in any report. */
function pickTaken(taken: readonly Taken[]): Taken[] {
  const picked: Taken[] = [];
  for (const one of [...taken].sort((x, y) => worth(y) - worth(x) || x.hash - y.hash))
    if (picked.length < MOST_TAKEN && !picked.some((other) => isOver(one, other))) picked.push(one);
  return picked;
}

function isOver(one: Taken, other: Taken): boolean {
  return one.places.some((x) => other.places.some((y) => x.report === y.report && x.from < y.to && y.from < x.to));
}

function worth(one: Shared | Taken): number {
  return one.bits * (("kind" in one ? one.places.length : one.members) - 1);
}

function tellKind({ stems, names, members }: Shared, { terms }: Vocabulary): Reason["kind"] {
  if (stems.every((stem) => terms[stem]!.numberBits > 0)) return "number";
  if (2 * names >= members) return "name";
  return stems.length > 1 ? "words" : "word";
}

function gather(members: readonly Digest[], weights: Weights, vocabulary: Vocabulary): Map<string, Shared> {
  const shared = new Map<string, Shared>();
  for (const digest of members) {
    for (const use of [...listWords(digest, weights, vocabulary), ...listPairs(digest, weights)]) {
      const key = use.stems.join(" ");
      const one = shared.get(key) ?? { ...use, places: [], members: 0, names: 0 };
      one.members++;
      if (use.isName) one.names++;
      if (use.place !== null) one.places.push(use.place);
      shared.set(key, one);
    }
  }
  return shared;
}

function listWords(digest: Digest, { bits }: Weights, { terms }: Vocabulary): Use[] {
  const { ids, counts, places } = digest.words;
  return Array.from(ids, (id, at) => {
    const inTitle = counts[4 * at + COLUMNS.lead]! + counts[4 * at + COLUMNS.rest]! === 0;
    const place = readPlace(digest.id, places, at, inTitle);
    return { stems: [id], bits: bits[id]!, hash: terms[id]!.hash, isName: counts[4 * at + COLUMNS.name]! > 0, place };
  }).filter((use) => use.bits >= 16 * FEWEST_BITS);
}

function listPairs(digest: Digest, weights: Weights): Use[] {
  const { words, pairs } = digest;
  return Array.from(pairs.hashes, (hash, at) => {
    const parts = [pairs.parts[2 * at]!, pairs.parts[2 * at + 1]!];
    const isName = parts.every((part) => words.counts[4 * part + COLUMNS.name]! > 0);
    const place = readPlace(digest.id, pairs.places, at, pairs.marks[at] === IN_TITLE);
    const stems = parts.map((part) => words.ids[part]!);
    return { stems, bits: findPairBits(digest, at, weights), hash, isName, place };
  }).filter((use) => use.bits >= 16 * FEWEST_BITS_ROW);
}

/** Null where the place was too far off to be kept. */
function readPlace(report: string, places: Uint16Array, at: number, inTitle: boolean): Place | null {
  const [from, to] = [places[2 * at]!, places[2 * at + 1]!];
  return to === 0 ? null : { report, field: inTitle ? "title" : "text", from, to };
}
