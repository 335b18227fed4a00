import { copyFigures, makeBytes } from "./arena.ts";
import type { Chain } from "./chain.ts";
import { type Chooser, chooseReadings } from "./choose.ts";
import { makeDecoder } from "./compile.ts";
import { addFirst, FIRST_SLOTS, findEdges, nearFirst } from "./first.ts";
import { type FormReader, type Lexicon, makeFormReader } from "./form.ts";
import { CUE, LABELS, SOURCE } from "./label.ts";
import { findLevels } from "./level.ts";
import type { Line } from "./line.ts";
import { type Attribution, type Draft, type Reading, resolveReadings } from "./resolve.ts";
import { addSecond, nearSecond, SECOND_SLOTS } from "./second.ts";
import { findHearts, makeWindow, type Opinion, type Window } from "./window.ts";

/** What training learns. */
export interface Weights {
  readonly lexicon: Lexicon;
  readonly first: Chain;
  readonly second: Chain;
  readonly chooser: Chooser;
}

/** A trained tagger. It keeps room for its sums between calls, never a result. */
export interface Tagger {
  readonly read: FormReader;
  /** Attributions of the lines of a report, in order. */
  readonly tag: (lines: readonly Line[]) => Attribution[];
}

/** A cue less likely than this by the second pass is none. */
export const LEAST_CUE = 0.15;
/** An attribution less likely than this to be right is left out: where precision and recall balance. */
const LEAST_RIGHT = 0.25;
/** A source less likely than this is not credited. */
const LEAST_SOURCE = 0.03;

/**
 * Finds attributions in three steps: a linear chain over all words gives each its chances of being source, cue or content of anything;
 * a second chain, around each likely cue, says what belongs to that cue, with the first one's chances among its features; then boosted
 * trees choose among the contents that the cue may have, by figures of the whole content, and say how likely the attribution is right
 * (`choose.ts`). So the parts of one attribution are chosen together, several cues may share a source, and nothing has to be tied
 * afterwards. `confidence` is what those trees say; `npm run bench -- quotation` prints how often they are right. Roads not taken,
 * tried with half of PolNeAR's training part held out, with the rules, where the F1 of contents found exactly is 52.6 and of
 * attributions 64.1: steps of learning three times as long, 62.1 of attributions; the average of the later rounds alone, 63.5;
 * likeliest labels one by one instead of the likeliest row, 63.6, and of cues 63.5 instead of 65.7; more contents to choose among (up
 * to an *and* or *but*, up to a semicolon, up to the steepest fall of the chances) bring nothing. Tables of 2^20 places with 195,000
 * features and twice as many features a word (trigrams of clusters and endings, bigrams of stems, words two places away) bring nothing
 * and take half as long again. With an earlier set of features and a fifth held out, before the rules: the two chains alone 60.8, with
 * the trees 65.7, without figures of what other cues claim 65.3; parts of speech as features of the first pass (wink-nlp's in context,
 * or the likeliest two of a word) change its F1 of contents from 56.0 to 55.4 and 55.7, clusters of words raise that of sources from
 * 68.8 to 69.4. A perceptron of one pass with each content tied to the nearest cue reached an attribution F1 of 55.5 on the development
 * part, where this has what the bench prints.
 */
export function makeTagger({ lexicon, first, second, chooser }: Weights): Tagger {
  const judge = makeOpinionFinder(first);
  const draft = makeDraftFinder(second);
  const read = (opinion: Opinion): Reading[] =>
    chooseReadings(
      chooser,
      opinion.hearts.flatMap((_, at) => draft(makeWindow(opinion, at)) ?? []),
      LEAST_RIGHT,
    );
  return {
    read: makeFormReader(lexicon),
    // One pass after the other over all lines, so that the table of one stays near.
    tag: (lines) =>
      lines
        .filter(({ length }) => length > 0)
        .map(judge)
        .flatMap((opinion) => resolveReadings(opinion.line, read(opinion))),
  };
}

/** The first pass: each word's chances of being source, cue or content of anything. */
export function makeOpinionFinder(chain: Chain): (line: Line) => Opinion {
  const decoder = makeDecoder({ chain, listNear: nearFirst, slots: FIRST_SLOTS });
  return (line) => {
    const edges = findEdges(line);
    addFirst(decoder.buckets, line);
    decoder.judgeWord(edges, 0);
    decoder.judgeOthers();
    const chances = copyFigures(decoder.chances());
    const hearts = findHearts(chances, line.length);
    const isHeart = makeBytes(line.length);
    for (const heart of hearts) isHeart[heart] = 1;
    return {
      line,
      chances,
      levels: findLevels(chances, line.length),
      labels: decoder.findLabels(-1),
      edges,
      hearts,
      isHeart,
    };
  };
}

/** The second pass: what belongs to the cue around one heart; null where that is too unlikely a cue. */
export function makeDraftFinder(chain: Chain): (window: Window) => Draft | null {
  const decoder = makeDecoder({ chain, listNear: nearSecond, slots: SECOND_SLOTS });
  return (window) => {
    const heart = window.heart - window.from;
    addSecond(decoder.buckets, window);
    decoder.judgeWord(window.opinion.edges.subarray(window.from, window.to), heart);
    const chances = decoder.chances();
    const confidence = chances[heart * LABELS + CUE]! + chances[heart * LABELS + CUE + 1]!;
    if (confidence < LEAST_CUE) return null;
    decoder.judgeOthers();
    const labels = decoder.findLabels(heart);
    addSource(labels, chances);
    return { window, labels, confidence, chances: copyFigures(chances) };
  };
}

/** Credits the likeliest source where none was found: nearly every attribution has one. */
function addSource(labels: Uint8Array, chances: Float64Array): void {
  if (labels.includes(SOURCE)) return;
  let best = -1;
  let most = LEAST_SOURCE;
  for (let i = 0; i < labels.length; i++) {
    const chance = chances[i * LABELS + SOURCE]!;
    if (labels[i]! < CUE && chance > most) {
      best = i;
      most = chance;
    }
  }
  if (best < 0) return;
  labels[best] = SOURCE;
  for (let i = best + 1; i < labels.length && labels[i]! < CUE; i++) {
    if (chances[i * LABELS + SOURCE + 1]! <= most / 2) return;
    labels[i] = SOURCE + 1;
  }
}
