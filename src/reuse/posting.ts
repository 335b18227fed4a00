import { countSame, extendRun, type Run } from "./run.ts";
import { type Fingerprint, type Winnowing, winnow } from "./winnow.ts";

/** Where a fingerprint stands: in which text, at which word. */
interface Posting {
  readonly text: number;
  readonly at: number;
}

/** All places of a fingerprint, in the order of the texts, then of their words; and in how many texts they are. */
interface Postings {
  readonly places: Posting[];
  texts: number;
}

/** The runs that texts a and b share, `a` before `b` in the list given. */
export interface PairRuns {
  readonly a: number;
  readonly b: number;
  readonly runs: readonly Run[];
}

/** A fingerprint that too many texts have. */
export interface CommonGram {
  readonly at: number;
  /** Texts that have it. */
  readonly reports: number;
}

export interface FoundRuns {
  /** Pairs that share a run, by a, then by b. */
  readonly pairs: readonly PairRuns[];
  /** For each text its fingerprints that are common, in text order. */
  readonly common: readonly (readonly CommonGram[])[];
}

/** Times `common` that a fingerprint may stand in all the texts together. */
const OFTEN = 4;
/** Room for the words of a text in a key of pair and diagonal: 10 MB of text have at most 5 million. */
const DIAGONALS = 2 ** 24;

/**
 * The runs of at least `gram + window - 1` words that any two of the texts share, found through the fingerprints that at
 * most `common` texts have, those that are boilerplate (`isOwn`) left out. Each run as long as it goes on both ways, and once.
 */
export function findRuns(texts: readonly Uint32Array[], settings: Winnowing & { readonly common: number }): FoundRuns {
  const prints = texts.map((hashes) => winnow(hashes, settings));
  const postings = makePostings(prints);
  const isCommon = ({ key }: Fingerprint): boolean => isTooMany(postings.get(key)!, settings.common);
  const common = prints.map((own) =>
    own.filter(isCommon).map(({ key, at }) => ({ at, reports: postings.get(key)!.texts })),
  );
  const pairs = texts.flatMap((_, a) => {
    const hits = prints[a]!.filter((print) => !isCommon(print)).flatMap(({ key, at }) =>
      postings
        .get(key)!
        .places.filter(({ text }) => text > a)
        .map((other) => ({ at, other })),
    );
    return findPairs(texts, a, hits, settings).map(({ b, runs }) => ({
      a,
      b,
      runs: runs.filter((run) => isOwn(common[a]!, run.a, run, settings) || isOwn(common[b]!, run.b, run, settings)),
    }));
  });
  return { pairs: pairs.filter(({ runs }) => runs.length > 0), common };
}

/**
 * Whether a run is more than boilerplate: `window` grams in a row are free of common fingerprints, or more words lie outside
 * these than the two edges of boilerplate can have. For at its edges, where the words around decide what is kept, a gram that all have may
 * be kept by a few, and so seem rare.
 */
function isOwn(common: readonly CommonGram[], at: number, { words }: Run, { gram, window }: Winnowing): boolean {
  let free = at; // first gram behind the last common one
  let covered = at; // first word behind it
  let outside = 0;
  for (const { at: place } of common) {
    if (place < at || place + gram > at + words) continue;
    if (place - free >= window) return true;
    free = place + 1;
    outside += Math.max(0, place - covered);
    covered = place + gram;
  }
  outside += at + words - covered;
  return at + words - gram + 1 - free >= window || outside > 2 * (window - 1);
}

/** By key. */
function makePostings(prints: readonly (readonly Fingerprint[])[]): Map<number, Postings> {
  const postings = new Map<number, Postings>();
  for (const [text, own] of prints.entries()) {
    for (const { key, at } of own) {
      const known = postings.get(key);
      if (known === undefined) postings.set(key, { places: [{ text, at }], texts: 1 });
      else {
        if (known.places.at(-1)!.text !== text) known.texts++;
        known.places.push({ text, at });
      }
    }
  }
  return postings;
}

/** In more than `most` texts; or so often in a few that the pairs of places would never end. */
function isTooMany({ places, texts }: Postings, most: number): boolean {
  return texts > most || (texts > 1 && places.length > OFTEN * most);
}

/** A fingerprint that text a has at `at` and another text elsewhere. */
interface Hit {
  readonly at: number;
  readonly other: Posting;
}

/**
 * The runs through the hits of one text, which are in its order. Each diagonal of a pair keeps how far it is covered, so that a long run is
 * verified once and not at each of its fingerprints. Keys of 32 bits collide: the words decide.
 */
function findPairs(texts: readonly Uint32Array[], a: number, hits: readonly Hit[], settings: Winnowing): PairRuns[] {
  const covered = new Map<number, number>();
  const pairs = new Map<number, Run[]>();
  for (const { at, other } of hits) {
    const [left, right] = [texts[a]!, texts[other.text]!];
    const diagonal = (other.text * 2 + 1) * DIAGONALS + at - other.at;
    if (at < (covered.get(diagonal) ?? 0)) continue;
    if (countSame(left, right, at, other.at) < settings.gram) continue;
    const run = extendRun(left, right, at, other.at);
    covered.set(diagonal, run.a + run.words);
    if (run.words < settings.gram + settings.window - 1) continue;
    const runs = pairs.get(other.text);
    if (runs) runs.push(run);
    else pairs.set(other.text, [run]);
  }
  return [...pairs].sort(([x], [y]) => x - y).map(([b, runs]) => ({ a, b, runs }));
}
