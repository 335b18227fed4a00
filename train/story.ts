/**
 * Learns `src/story/weights.ts` from marked stories and prints how well it does on events it has not seen.
 * Usage: `npm run train -- story [--data DIR]`, DIR as in the benches. Deterministic; a minute.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { scoreGroups } from "../bench/cubed.ts";
import { readPublished } from "../src/report/published.ts";
import { findNearest, findPairs } from "../src/story/chance.ts";
import { digestReport } from "../src/story/digest.ts";
import { makeField, WINDOW } from "../src/story/find.ts";
import { linkReports, MILLION } from "../src/story/link.ts";
import { EVIDENCE, findGap, listNear } from "../src/story/pair.ts";
import type { StoryReport } from "../src/story/story.ts";
import { makeVocabulary } from "../src/story/vocabulary.ts";
import { type Case, fitLogistic } from "./logistic.ts";

interface Marked extends StoryReport {
  readonly event: string;
}

interface MarkedPair {
  readonly a: number;
  readonly b: number;
  readonly evidence: readonly number[];
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
 * Reports that came out so many days apart are taken not to tell of one event. Pairs of the corpus that are, teach what two long
 * reports of one topic have in common by chance, which the few marked full reports cannot.
 */
const APART = 60;
/** One of so many such pairs is taken. */
const STEP = 16;
/** What such a pair counts; one of the leads counts 0.55. */
const NEGATIVE = 0.3;
const FOLDS = 5;
const PENALTY = 1;
/** What the pairs of one event of each file count together, and those of a part of it. Full reports teach more than leads. */
const WHOLE = [700, 500];
const PART = [140, 100];
/**
 * Shares of the reports that parts keep. In the files hardly a report is alone, in a corpus most are: without the parts, the
 * nearest report would be taken for one of the same event too easily.
 */
const SHARES: readonly (readonly [number, number])[] = [
  [0.35, 0.2],
  [0.5, 0.5],
];
/**
 * Weight of the days apart: by judgment. In the files no two events resemble each other at different times, as yearly feasts
 * and series do, and some dates are those of the collecting.
 */
const DAYS = -1;
const LEAST = [0.15, 0.2, 0.25];

/** Prints B³ by cross-validation over events, then learns from all and writes the weights. */
export function trainStory(data: string): void {
  const files = FILES.map((name) => ({ name, reports: readMarked(`${data}/story/${name}.jsonl`) }));
  const whole = files.map(({ name, reports }, file) => makeSet(name, reports, WHOLE[file]!));
  const parts = files.flatMap(({ name, reports }, file) =>
    SHARES[file]!.map((share, at) => makeSet(`${name}, ${share} of it`, thin(reports, share, `${at}`), PART[file]!)),
  );
  const apart = listApart(`${data}/corpus/news-9k.jsonl.gz`);
  console.log(`${apart.length} pairs of reports ${APART} days apart and more, all taken for different events`);
  for (const line of crossValidate([...whole, ...parts], apart)) console.log(line);
  const weights = learn([...whole, ...parts], apart, () => true);
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

function listApart(file: string): Case[] {
  const lines = gunzipSync(readFileSync(file)).toString("utf8").split("\n").filter(Boolean);
  const vocabulary = makeVocabulary();
  const digests = lines.map((line) => digestReport(makeReport(JSON.parse(line)), vocabulary, Number.POSITIVE_INFINITY));
  const field = makeField(digests, vocabulary, Number.POSITIVE_INFINITY);
  const found = [...findPairs(field)];
  const nearest = findNearest(found, digests.length);
  const gap = ({ a, b }: { a: number; b: number }) => findGap(field.reports[a]!.digest, field.reports[b]!.digest) ?? 0;
  return found
    .filter((pair) => gap(pair) >= APART)
    .filter((_, at) => at % STEP === 0)
    .map(({ a, b, own, likeness }) => {
      const evidence = [...own, ...listNear(likeness, nearest[a]!, nearest[b]!)];
      return { evidence: dropDays(evidence), isSame: false, weight: NEGATIVE };
    });
}

function makeSet(name: string, marked: readonly Marked[], weight: number): MarkedSet {
  const vocabulary = makeVocabulary();
  const eventOf = new Map(marked.map(({ id, event }) => [id, event]));
  const digests = marked.map((report) => digestReport(report, vocabulary, WINDOW));
  const field = makeField(digests, vocabulary, WINDOW);
  const events = field.reports.map(({ digest }) => eventOf.get(digest.id)!);
  const found = [...findPairs(field)];
  const nearest = findNearest(found, events.length);
  const pairs = found.map(({ a, b, own, likeness }) => {
    const near = listNear(likeness, nearest[a]!, nearest[b]!);
    return { a, b, evidence: [...own, ...near], isSame: events[a] === events[b] };
  });
  return { name, weight, events, pairs };
}

function thin(reports: readonly Marked[], share: number, seed: string): Marked[] {
  return reports.filter(({ id }) => draw(seed + id, 1000) < 1000 * share);
}

/** Weights from the pairs whose events are both wanted. The days are left out, and their weight is set. */
function learn(sets: readonly MarkedSet[], apart: readonly Case[], isWanted: (event: string) => boolean): number[] {
  const cases: Case[] = [...apart];
  for (const { events, pairs, weight } of sets) {
    const wanted = pairs.filter(({ a, b }) => isWanted(events[a]!) && isWanted(events[b]!));
    const own = weight / wanted.filter(({ isSame }) => isSame).length;
    for (const { evidence, isSame } of wanted) cases.push({ evidence: dropDays(evidence), isSame, weight: own });
  }
  return fitLogistic(cases, PENALTY).map((weight, at) =>
    EVIDENCE[at] === "days" ? DAYS : Math.round(weight * 1000) / 1000,
  );
}

function dropDays(evidence: readonly number[]): number[] {
  return evidence.map((value, at) => (EVIDENCE[at] === "days" ? 0 : value));
}

/** Pairs across two folds get the mean of what either fold's weights give: both were learned without one of the two events. */
function crossValidate(sets: readonly MarkedSet[], apart: readonly Case[]): string[] {
  const foldOf = (event: string) => draw(event, FOLDS);
  const weights = Array.from({ length: FOLDS }, (_, fold) => learn(sets, apart, (event) => foldOf(event) !== fold));
  return sets.flatMap(({ name, events, pairs }) => {
    const edges = pairs.map(({ a, b, evidence }) => {
      const sums = [a, b].map((at) => dot(evidence, weights[foldOf(events[at]!)]!));
      return { a, b, chance: Math.round(MILLION / (1 + Math.exp(-(sums[0]! + sums[1]!) / 2))) };
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
 * \`npm run train -- story\` from the news clusters of Giveme5W1H (Hamborg, Breitinger and Gipp 2019) and triples of leads from
 * AllSides; that of the days is set by judgment.
 */
export const WEIGHTS: readonly number[] = [
${rows.join("\n")}
];
`;
}
