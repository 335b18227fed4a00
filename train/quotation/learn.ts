import { Buckets } from "../../src/quote/tag/buckets.ts";
import { addFirst, findEdges } from "../../src/quote/tag/first.ts";
import { type Form, type Lexicon, makeFormReader } from "../../src/quote/tag/form.ts";
import { CUE } from "../../src/quote/tag/label.ts";
import type { Line } from "../../src/quote/tag/line.ts";
import { addSecond } from "../../src/quote/tag/second.ts";
import { makeOpinionFinder } from "../../src/quote/tag/tag.ts";
import { makeWindow, type Opinion, type Window } from "../../src/quote/tag/window.ts";
import { foldWord } from "../../src/text/fold.ts";
import { findStem } from "../../src/text/stem.ts";
import { type Article, type GoldAttribution, labelWords, readLines } from "./article.ts";
import { type Example, type LearntChain, trainChain } from "./chain.ts";

/** Places of either table, as a power of two: of so many that few features share one. */
const BITS = 20;
/** A feature of fewer words than this is not learned. */
const LEAST = 3;
/** Features of either pass that are kept: five characters each. */
const MOST = 195_000;
/** Parts into which the articles are cut so that the second pass learns from opinions on unseen articles. */
const FOLDS = 3;

/** What a tagger is made of. */
export interface Learnt {
  readonly lexicon: Lexicon;
  readonly first: LearntChain;
  readonly second: LearntChain;
}

/** An article with its words read. */
interface Read {
  readonly gold: readonly GoldAttribution[];
  readonly lines: readonly Line[];
}

/** Learns the tagger from articles. `clusters` come from unlabelled text: see `clusters.ts`. */
export function learnTagger(articles: readonly Article[], clusters: ReadonlyMap<string, number>): Learnt {
  const lexicon = { clusters, cues: learnCues(articles) };
  const read = makeFormReader(lexicon);
  const texts = articles.map(
    ({ text, attributions }): Read => ({ gold: attributions, lines: readLines(text ?? "", read) }),
  );
  const first = learnFirst(texts);
  const second = learnSecond(texts);
  return { lexicon, first, second };
}

/** How often each stem is part of a cue: 1 to 4, for stems that are at least three times; others are not in the map. */
function learnCues(articles: readonly Article[]): Map<string, number> {
  const stems = new Map<Form, string>();
  const all = new Map<string, number>();
  const cues = new Map<string, number>();
  const read = makeFormReader({ clusters: new Map(), cues: new Map() });
  const readWord = (word: string): Form => {
    const form = read(word);
    if (!stems.has(form)) stems.set(form, findStem(foldWord(word)));
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

function learnFirst(texts: readonly Read[]): LearntChain {
  const buckets = new Buckets(BITS);
  const examples = texts.flatMap(({ gold, lines }) =>
    lines
      .filter(({ length }) => length > 0)
      .map((line): Example => {
        addFirst(buckets, line);
        return makeExample(buckets, line.length, findEdges(line), labelWords(line, gold, 0, line.length));
      }),
  );
  return trainChain(examples, { bits: BITS, rounds: 3, rate: 0.1, least: LEAST, most: MOST });
}

function makeExample(buckets: Buckets, length: number, edges: Uint8Array, labels: Uint8Array): Example {
  const { places, width } = buckets;
  return { length, places: places.slice(0, length * width), width, edges, labels };
}

function learnSecond(texts: readonly Read[]): LearntChain {
  const buckets = new Buckets(BITS);
  const examples: Example[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const find = makeOpinionFinder(learnFirst(texts.filter((_, i) => i % FOLDS !== fold)));
    for (const { gold, lines } of texts.filter((_, i) => i % FOLDS === fold))
      for (const line of lines) {
        if (line.length === 0) continue;
        const opinion = find(line);
        for (const at of opinion.hearts.keys()) examples.push(makeSecond(buckets, opinion, at, gold));
      }
  }
  return trainChain(examples, { bits: BITS, rounds: 3, rate: 0.1, least: LEAST, most: MOST });
}

/** What should be read around a heart: the attribution whose cue it is in, or nothing. */
function makeSecond(buckets: Buckets, opinion: Opinion, at: number, gold: readonly GoldAttribution[]): Example {
  const window: Window = makeWindow(opinion, at);
  const { heart } = window;
  const { line, edges } = opinion;
  const [from, to] = [line.from[heart]!, line.to[heart]!];
  const own = gold.find(({ cue, content }) => content.length > 0 && cue.some(([a, b]) => a < to && b > from));
  addSecond(buckets, window);
  const labels = labelWords(line, own ? [own] : [], window.from, window.to);
  return makeExample(buckets, window.to - window.from, edges.slice(window.from, window.to), labels);
}
