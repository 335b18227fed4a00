import { Buckets } from "../../src/quote/tag/buckets.ts";
import type { Chain } from "../../src/quote/tag/chain.ts";
import type { Chooser } from "../../src/quote/tag/choose.ts";
import { addFirst, findEdges, nearFirst } from "../../src/quote/tag/first.ts";
import { type Form, type Lexicon, makeFormReader, type Written } from "../../src/quote/tag/form.ts";
import { CUE } from "../../src/quote/tag/label.ts";
import type { Line } from "../../src/quote/tag/line.ts";
import { addSecond, nearSecond } from "../../src/quote/tag/second.ts";
import { makeDraftFinder, makeOpinionFinder } from "../../src/quote/tag/tag.ts";
import { makeWindow, type Window } from "../../src/quote/tag/window.ts";
import { foldWord } from "../../src/text/fold.ts";
import { findStem } from "../../src/text/stem.ts";
import { type Article, type GoldAttribution, labelWords, readLines } from "./article.ts";
import { type Example, type Schedule, trainChain } from "./chain.ts";
import { type Drafted, learnChooser } from "./choose.ts";

/** Places of either table, as a power of two: of so many that few features share one. */
const BITS = 19;
/** A feature of fewer words than this is not learned. */
const LEAST = 3;
/** Features of either pass that are kept: five characters each. */
const MOST = 140_000;
/** Either pass goes through its examples six times. */
const SCHEDULE: Schedule = { bits: BITS, rounds: 6, rate: 0.03, least: LEAST, most: MOST };
/** Parts into which the articles are cut so that each stage learns from what those before make of unseen articles. */
const FOLDS = 3;

/** What a tagger is made of. */
export interface Learnt {
  readonly lexicon: Lexicon;
  readonly first: Chain;
  readonly second: Chain;
  readonly chooser: Chooser;
}

/** An article with its words read; attributions with a content only, blocks with words only. */
interface Read {
  readonly text: string;
  readonly gold: readonly GoldAttribution[];
  readonly lines: readonly Line[];
}

/**
 * Learns the tagger from articles. `clusters` come from unlabelled text: see `clusters.ts`. Each stage learns from what the ones
 * before make of articles that these have not seen, or it would trust them too much.
 */
export function learnTagger(articles: readonly Article[], clusters: ReadonlyMap<string, number>): Learnt {
  const lexicon = { clusters, cues: learnCues(articles) };
  const read = makeFormReader(lexicon);
  const texts = articles.map(
    ({ text, attributions }): Read => ({
      text: text ?? "",
      gold: attributions.filter(({ content }) => content.length > 0),
      lines: readLines(text ?? "", read).filter(({ length }) => length > 0),
    }),
  );
  const folds = Array.from({ length: FOLDS }, (_, fold) => texts.filter((_, i) => i % FOLDS === fold));
  const judged = folds.map((own, fold) => judgeTexts(learnFirst(leaveOut(folds, fold)), own));
  const examples = judged.map(listSecond);
  const drafted = judged.map((own, fold) => draftTexts(learnSecond(leaveOut(examples, fold)), own));
  return {
    lexicon,
    first: learnFirst(texts),
    second: learnSecond(examples.flat()),
    chooser: learnChooser(drafted.flat()),
  };
}

function leaveOut<T>(folds: readonly (readonly T[])[], fold: number): T[] {
  return folds.filter((_, i) => i !== fold).flat();
}

/** How often each stem is part of a cue: 1 to 4, for stems that are at least three times; others are not in the map. */
function learnCues(articles: readonly Article[]): Map<string, number> {
  const stems = new Map<Form, string>();
  const all = new Map<string, number>();
  const cues = new Map<string, number>();
  const read = makeFormReader({ clusters: new Map(), cues: new Map() });
  const readWord = (word: Written): Form => {
    const form = read(word);
    if (!stems.has(form)) stems.set(form, findStem(foldWord(word.letters)));
    return form;
  };
  for (const { text, attributions } of articles)
    for (const line of readLines(text ?? "", readWord)) {
      const labels = labelWords(line, attributions, 0, line.length);
      line.forms.forEach((form, i) => {
        const stem = stems.get(form)!;
        all.set(stem, (all.get(stem) ?? 0) + 1);
        if (labels[i] === CUE || labels[i] === CUE + 1) cues.set(stem, (cues.get(stem) ?? 0) + 1);
      });
    }
  const levels = [...cues].map(([stem, count]): [string, number] => [
    stem,
    count < 3 ? 0 : levelOf(count / all.get(stem)!),
  ]);
  return new Map(levels.filter(([, level]) => level > 0));
}

function levelOf(share: number): number {
  return share > 0.6 ? 4 : share > 0.4 ? 3 : share > 0.2 ? 2 : share > 0.07 ? 1 : 0;
}

function learnFirst(texts: readonly Read[]): Chain {
  const buckets = new Buckets(BITS, nearFirst);
  const examples = texts.flatMap(({ gold, lines }) =>
    lines.map((line): Example => {
      addFirst(buckets, line);
      return makeExample(buckets, line.length, findEdges(line), labelWords(line, gold, 0, line.length));
    }),
  );
  return trainChain(examples, SCHEDULE);
}

function makeExample(buckets: Buckets, length: number, edges: Uint8Array, labels: Uint8Array): Example {
  const { places, width } = buckets;
  return { length, places: places.slice(0, length * width), width, edges, labels };
}

/** A likely cue with the attribution that it is of, if any. */
interface Judged {
  readonly text: string;
  readonly window: Window;
  readonly own: GoldAttribution | null;
}

/** Every likely cue of the texts by a first pass. */
function judgeTexts(first: Chain, texts: readonly Read[]): Judged[] {
  const judge = makeOpinionFinder(first);
  return texts.flatMap(({ text, lines, gold }) =>
    lines.map(judge).flatMap((opinion) =>
      opinion.hearts.map((heart, at) => {
        const [from, to] = [opinion.line.from[heart]!, opinion.line.to[heart]!];
        const own = gold.find(({ cue }) => cue.some(([a, b]) => a < to && b > from)) ?? null;
        return { text, window: makeWindow(opinion, at), own };
      }),
    ),
  );
}

/** What should be read around each heart: the attribution whose cue it is in, or nothing. */
function listSecond(judged: readonly Judged[]): Example[] {
  const buckets = new Buckets(BITS, nearSecond);
  return judged.map(({ window, own }) => {
    const { opinion, from, to } = window;
    addSecond(buckets, window);
    const labels = labelWords(opinion.line, own ? [own] : [], from, to);
    return makeExample(buckets, to - from, opinion.edges.slice(from, to), labels);
  });
}

function learnSecond(examples: readonly Example[]): Chain {
  return trainChain(examples, SCHEDULE);
}

/** What a second pass makes of each cue that it finds likely, by lines. */
function draftTexts(second: Chain, judged: readonly Judged[]): Drafted[] {
  const draft = makeDraftFinder(second);
  return [...Map.groupBy(judged, ({ window }) => window.opinion).values()].map((cues) => ({
    text: cues[0]!.text,
    drafts: cues.flatMap(({ window, own }) => {
      const found = draft(window);
      return found === null ? [] : [{ draft: found, own }];
    }),
  }));
}
