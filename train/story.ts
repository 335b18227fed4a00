/**
 * Learns `src/story/weights.ts` from marked stories and prints how well it does on events it has not seen.
 * Usage: `npm run train -- story [--data DIR]`, DIR as in the benches. Deterministic; a minute.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { scoreGroups } from "../bench/cubed.ts";
import { readPublished } from "../src/report/published.ts";
import type { Field } from "../src/story/candidate.ts";
import { findNearest, findPairs } from "../src/story/chance.ts";
import { digestReport } from "../src/story/digest.ts";
import { makeField, WINDOW } from "../src/story/find.ts";
import { linkReports, MILLION } from "../src/story/link.ts";
import type { Weighed } from "../src/story/measure.ts";
import { EVIDENCE, listNear } from "../src/story/pair.ts";
import type { StoryReport } from "../src/story/story.ts";
import { makeVocabulary } from "../src/story/vocabulary.ts";
import { type Case, fitLogistic } from "./logistic.ts";

interface Marked extends StoryReport {
  readonly event: string;
}

/** Two reports by their places, and what their chance is reckoned from. */
interface Drawn {
  readonly a: number;
  readonly b: number;
  readonly evidence: readonly number[];
  readonly offset: number;
}

interface MarkedPair extends Drawn {
  readonly isSame: boolean;
}

/** A file of marked reports, or a part of it, as pairs. */
interface MarkedSet {
  readonly name: string;
  /** What its pairs of one event count together. */
  readonly weight: number;
  /** Event of each report. */
  readonly events: readonly string[];
  readonly pairs: readonly MarkedPair[];
}

const FILES = ["news-cluster-dev", "allsides-leads-dev"];
/**
 * The corpus is not marked, but its dates tell: what two reports of neighboring days have in common more often than two some days
 * apart, of the same weeks' topics, is the event. Days apart at most of the first, and least and most of the second.
 */
const NEAR = 1;
const APART = { least: 4, most: 14 } as const;
/** Within days the topics of the news are closer still than within those weeks: by judgment, so many times. */
const TOPICAL = 2;
/** Pairs further apart, in days, are taken for different events; one of so many is, and counts for all. */
const DIFFERENT = 5;
const STEP = 4;
/** What a pair of the corpus counts; one of the leads counts 0.55. */
const CORPUS = 0.3;
/** Days that reports of the corpus are compared over. */
const CORPUS_WINDOW = 60;
const FOLDS = 5;
const PENALTY = 1;
/** What the pairs of one event of each file count together, and those of a part of it. Full reports teach more than leads. */
const WHOLE = [700, 500];
const PART = [280, 200];
/**
 * Shares of the reports that parts keep. In the files hardly a report is alone, in a corpus most are: without the parts, the
 * nearest report would be taken for one of the same event too easily.
 */
const SHARES: readonly (readonly [number, number])[] = [
  [0.35, 0.2],
  [0.5, 0.5],
];
const LEAST = [0.1, 0.12, 0.15, 0.2];

/** Prints B³ by cross-validation over events, then learns from all and writes the weights. */
export function trainStory(data: string): void {
  const files = FILES.map((name) => ({ name, reports: readMarked(`${data}/story/${name}.jsonl`) }));
  const whole = files.map(({ name, reports }, file) => makeSet(name, reports, WHOLE[file]!));
  const parts = files.flatMap(({ name, reports }, file) =>
    SHARES[file]!.map((share, at) => makeSet(`${name}, ${share} of it`, thin(reports, share, `${at}`), PART[file]!)),
  );
  const corpus = listCorpus(`${data}/corpus/news-9k.jsonl.gz`);
  console.log(`${corpus.length} cases from the dates of the corpus`);
  for (const line of crossValidate([...whole, ...parts], corpus)) console.log(line);
  const weights = learn([...whole, ...parts], corpus, () => true);
  writeFileSync(new URL("../src/story/weights.ts", import.meta.url), render(weights));
}

function readMarked(file: string): Marked[] {
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => makeReport(JSON.parse(line)));
}

function makeReport({ id, event, title, url, text, published }: Record<string, string | null>): Marked {
  return {
    id: id!,
    event: event ?? "",
    title: title ?? null,
    url: url ?? null,
    text: text ?? "",
    published: readPublished(published ?? ""),
  };
}

/** Cases from a corpus by its dates alone. */
function listCorpus(file: string): Case[] {
  const lines = gunzipSync(readFileSync(file)).toString("utf8").split("\n").filter(Boolean);
  const { field, pairs } = drawPairs(
    lines.map((line) => makeReport(JSON.parse(line))),
    CORPUS_WINDOW,
  );
  const dated = pairs.map((pair) => ({ ...pair, days: findDaysApart(field.reports[pair.a]!, field.reports[pair.b]!) }));
  const near = dated.filter(({ days }) => days <= NEAR);
  const ratio = learnNearness(
    near,
    dated.filter(({ days }) => days >= APART.least && days <= APART.most),
  );
  const same = near.flatMap(({ evidence, offset }) => {
    const share = Math.max(0, 1 - TOPICAL / ratio(evidence));
    return [true, false].map((isSame) => ({ evidence, offset, isSame, weight: CORPUS * (isSame ? share : 1 - share) }));
  });
  const different = dated
    .filter(({ days }) => days >= DIFFERENT)
    .filter((_, at) => at % STEP === 0)
    .map(({ evidence, offset }) => ({ evidence, offset, isSame: false, weight: CORPUS * STEP }));
  return [...same, ...different];
}

/** How many times more often pairs with some evidence come a day on neighboring days than on days apart. */
function learnNearness(near: readonly Drawn[], apart: readonly Drawn[]): (evidence: readonly number[]) => number {
  // Three days are at most one away from a day; a pair so many days apart is one of two such days.
  const rate = 3 / 2 / (APART.most - APART.least + 1);
  const weights = fitLogistic(
    [
      ...near.map(({ evidence }) => ({ evidence, isSame: true, weight: 1 })),
      ...apart.map(({ evidence }) => ({ evidence, isSame: false, weight: rate })),
    ],
    PENALTY,
  );
  return (evidence) => Math.exp(dot(evidence, weights));
}

/** Between the middles of the two times; NaN, which no comparison lets through, where one is not known. */
function findDaysApart({ digest: a }: Weighed, { digest: b }: Weighed): number {
  if (a.days === null || b.days === null) return Number.NaN;
  return Math.round(Math.abs(a.days.from + a.days.to - b.days.from - b.days.to) / 2);
}

/** All candidates among reports with their evidence. */
function drawPairs(reports: readonly StoryReport[], window: number): { field: Field; pairs: Drawn[] } {
  const vocabulary = makeVocabulary();
  const digests = reports.map((report) => digestReport(report, vocabulary, window));
  const field = makeField(digests, vocabulary, window);
  const found = [...findPairs(field)];
  const nearest = findNearest(found, digests.length);
  const pairs = found.map(({ a, b, own, likeness, offset }) => {
    return { a, b, offset, evidence: [...own, ...listNear(likeness, nearest[a]!, nearest[b]!)] };
  });
  return { field, pairs };
}

function makeSet(name: string, marked: readonly Marked[], weight: number): MarkedSet {
  const eventOf = new Map(marked.map(({ id, event }) => [id, event]));
  const { field, pairs } = drawPairs(marked, WINDOW);
  const events = field.reports.map(({ digest }) => eventOf.get(digest.id)!);
  const told = pairs.map((pair) => ({ ...pair, isSame: events[pair.a] === events[pair.b] }));
  return { name, weight, events, pairs: told };
}

function thin(reports: readonly Marked[], share: number, seed: string): Marked[] {
  return reports.filter(({ id }) => draw(seed + id, 1000) < 1000 * share);
}

/** Weights from the pairs whose events are both wanted, and from the corpus. */
function learn(sets: readonly MarkedSet[], corpus: readonly Case[], isWanted: (event: string) => boolean): number[] {
  const cases: Case[] = [...corpus];
  for (const { events, pairs, weight } of sets) {
    const wanted = pairs.filter(({ a, b }) => isWanted(events[a]!) && isWanted(events[b]!));
    const own = weight / wanted.filter(({ isSame }) => isSame).length;
    for (const { evidence, offset, isSame } of wanted) cases.push({ evidence, offset, isSame, weight: own });
  }
  return fitLogistic(cases, PENALTY).map((weight) => Math.round(weight * 1000) / 1000);
}

/** Pairs across two folds get the mean of what either fold's weights give: both were learned without one of the two events. */
function crossValidate(sets: readonly MarkedSet[], corpus: readonly Case[]): string[] {
  const foldOf = (event: string) => draw(event, FOLDS);
  const weights = Array.from({ length: FOLDS }, (_, fold) => learn(sets, corpus, (event) => foldOf(event) !== fold));
  return sets.flatMap(({ name, events, pairs }) => {
    const edges = pairs.map(({ a, b, evidence, offset }) => {
      const sums = [a, b].map((at) => dot(evidence, weights[foldOf(events[at]!)]!));
      return { a, b, chance: Math.round(MILLION / (1 + Math.exp(-offset - (sums[0]! + sums[1]!) / 2))) };
    });
    const figures = LEAST.map((least) => `${least}: ${scoreGroups(linkReports(events.length, edges, least), events)}`);
    return [
      `${name}: ${events.length} reports, B³ precision recall F1 by ${FOLDS}-fold cross-validation, at least`,
      `  ${figures.join("  ")}`,
    ];
  });
}

function dot(evidence: readonly number[], weights: readonly number[]): number {
  return evidence.reduce((sum, value, at) => sum + value * weights[at]!, 0);
}

/** A number below `count` that looks drawn, always the same for a text: FNV-1a, mixed. */
function draw(text: string, count: number): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) % count;
}

function render(weights: readonly number[]): string {
  const rows = weights.map((weight, at) => `  ${weight}, // ${EVIDENCE[at]}`);
  return `/**
 * Factors of the evidence that two reports tell of one event, in the order of \`EVIDENCE\`; their sum is the logarithm of the odds. Written by
 * \`npm run train -- story\` from the news clusters of Giveme5W1H (Hamborg, Breitinger and Gipp 2019), triples of leads from
 * AllSides, and the dates of the Article-Bias-Prediction corpus (Baly et al. 2020).
 */
export const WEIGHTS: readonly number[] = [
${rows.join("\n")}
];
`;
}
