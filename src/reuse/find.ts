import { type Chain, chainRuns } from "./chain.ts";
import { type CommonGram, findRuns } from "./posting.ts";
import {
  type Boilerplate,
  checkSettings,
  DEFAULTS,
  type Reuse,
  type ReuseOptions,
  type SharedPair,
  type SharedPassage,
} from "./reuse.ts";
import { measureShare, mergeStretches, type Stretch } from "./share.ts";
import { hashWords, spanWords, type WordList } from "./word.ts";

/**
 * Wording that texts share, by winnowed fingerprints. Exact: of each pair every run of `gram + window - 1` shared words
 * or more is in a passage whole, unless it is boilerplate: no `window` grams in a row without one that more than `common`
 * texts have. A run with that many words in a row without such a gram is therefore never missed. Runs are then chained over small edits
 * (`chainRuns`), which goes by a first: the runs do not depend on the order of the texts, their chaining may where a text
 * repeats itself. Linear in the words, and for each fingerprint in the pairs of texts that have it, at most `common`². Throws `RangeError` for options out of range.
 */
export function findReuse(texts: readonly string[], options: ReuseOptions = {}): Reuse {
  const settings = { ...DEFAULTS, ...options };
  checkSettings(settings);
  const memory = new Map<string, number>();
  const lists = texts.map((text) => hashWords(text, memory));
  const found = findRuns(
    lists.map(({ hashes }) => hashes),
    settings,
  );
  const chained = found.pairs.map(({ a, b, runs }) => ({
    a,
    b,
    chains: chainRuns(lists[a]!.hashes, lists[b]!.hashes, runs),
  }));
  const stretches: Stretch[][] = texts.map(() => []);
  for (const { a, b, chains } of chained) {
    for (const chain of chains) {
      stretches[a]!.push({ at: chain.a, words: chain.aWords });
      stretches[b]!.push({ at: chain.b, words: chain.bWords });
    }
  }
  return {
    pairs: chained.map(({ a, b, chains }) => makePair(lists, a, b, chains)),
    boilerplate: found.common.map((common, at) => makeBoilerplate(lists[at]!, common, settings)),
    shares: lists.map(({ hashes }, at) => measureShare(stretches[at]!, hashes.length)),
  };
}

/** The passages that two texts share, by place in a, then in b; see `findReuse`. None for a text shorter than a run. */
export function findPassages(a: string, b: string, options: ReuseOptions = {}): readonly SharedPassage[] {
  return findReuse([a, b], options).pairs[0]?.passages ?? [];
}

function makePair(lists: readonly WordList[], a: number, b: number, chains: readonly Chain[]): SharedPair {
  const [left, right] = [lists[a]!, lists[b]!];
  return {
    a,
    b,
    passages: chains.map((chain) => ({
      a: spanWords(left, chain.a, chain.aWords),
      b: spanWords(right, chain.b, chain.bWords),
      words: chain.words,
      runs: chain.runs,
    })),
    aShare: measureShare(
      chains.map((chain) => ({ at: chain.a, words: chain.aWords })),
      left.hashes.length,
    ),
    bShare: measureShare(
      chains.map((chain) => ({ at: chain.b, words: chain.bWords })),
      right.hashes.length,
    ),
  };
}

/** Common grams no further apart than a window are one stretch: the grams between were not kept, but stand there as well. */
function makeBoilerplate(
  list: WordList,
  common: readonly CommonGram[],
  { gram, window }: Required<ReuseOptions>,
): Boilerplate[] {
  const stretches = common.map(({ at }) => ({ at, words: gram }));
  return mergeStretches(stretches, window).map(({ at, words }) => {
    const inside = common.filter((own) => at <= own.at && own.at < at + words);
    return { ...spanWords(list, at, words), words, reports: Math.max(...inside.map(({ reports }) => reports)) };
  });
}
