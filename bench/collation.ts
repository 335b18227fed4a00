import { diffArrays } from "diff";
import { analyze } from "../src/analyze.ts";
import { collate, type Wording } from "../src/collate/collate.ts";
import type { Witness } from "../src/collate/collation.ts";
import type { Term } from "../src/collate/lexeme.ts";
import { linkWords } from "../src/collate/link.ts";
import type { Similarity } from "../src/collate/similarity.ts";
import { makeTable } from "../src/collate/table.ts";
import { makeWords } from "../src/collate/word.ts";
import { readReports } from "../src/index.ts";
import { FREQUENCY } from "../src/lang/en/frequency.ts";
import { FUNCTION_WORDS } from "../src/lang/en/grammar.ts";
import type { ReportId } from "../src/report/report.ts";
import { type Chance, makeChance } from "../src/text/chance.ts";
import { readExamples } from "../train/examples.ts";
import { type Bench, findDataFiles } from "./data.ts";

const RUNS = 15;

/**
 * How long the collation takes, in milliseconds, warm, medians: the links of two wordings of 30 words, made up and real; two reports of 1,000
 * words, all sentences paired and collated; 16 versions of one text of 950 words, and how that grows with their number and length;
 * `diffArrays` of the npm package diff on two of the same rows. Seeded random texts, one word in twenty another in each version.
 * Machines differ, so compare figures of one run only.
 */
export async function benchCollation({ data, print }: Bench): Promise<void> {
  const [a, b] = makeVersions(2, 30, 0.2).map(readWords) as [Wording, Wording];
  print(
    `two wordings of 30 words, made up, one word in five another: links ${median(() => linkWords(a.words, b.words), 50)} ms, columns ${median(() => makeTable([a.words, b.words]), 50)} ms`,
  );
  const real = listReal(data);
  if (real.length > 0)
    print(
      `${real.length} real pairs of word-alignment, each side of 25 to 35 words: links ${timeEach(real)} ms a pair`,
    );
  const inputs = makeVersions(2, 1000, 0.05).map((text, at) => ({
    name: `${at}.txt`,
    bytes: new TextEncoder().encode(text),
  }));
  const { reports } = await readReports(inputs);
  print(
    `two reports of 1,000 words, from quotations to findings: ${median(() => analyze(reports.map((report) => ({ ...report }))))} ms`,
  );
  const texts = makeVersions(2, 950, 0.05);
  const rows = texts.map((text) => text.split(/\s+/));
  const wordings = texts.map((text) => readWords(text).words);
  print(
    `two rows of 950 words: diffArrays ${median(() => diffArrays(rows[0]!, rows[1]!))} ms, columns ${median(() => makeTable(wordings))} ms`,
  );
  for (const count of [2, 4, 8, 16]) print(`${count} versions of 950 words: ${measure(count, 950)}`);
  for (const length of [240, 480, 960, 1920]) print(`16 versions of ${length} words: ${measure(16, length)}`);
}

function measure(count: number, length: number): string {
  const wordings = makeVersions(count, length, 0.05).map(readWords);
  const whole = median(() => collateAll(wordings));
  return `collation ${whole} ms, of it columns ${median(() => makeTable(wordings.map(({ words }) => words)))} ms`;
}

function readWords(text: string): Wording {
  return { text, words: makeWords(text, [{ from: 0, to: text.length }], []) };
}

/** Pairs of the word-alignment yardstick with 25 to 35 words on either side. */
function listReal(data: string): (readonly [readonly Term[], readonly Term[]])[] {
  const isFit = ({ length }: readonly Term[]) => length >= 25 && length <= 35;
  return findDataFiles(data, "word-alignment")
    .flatMap(({ path }) => readExamples(path))
    .filter(({ a, b }) => isFit(a.terms) && isFit(b.terms))
    .map(({ a, b }) => [a.terms, b.terms] as const);
}

/** The median over pairs of the median of their times. */
function timeEach(pairs: readonly (readonly [readonly Term[], readonly Term[]])[]): number {
  const times = pairs.map((): number[] => []);
  const runAll = () => {
    for (const [at, [a, b]] of pairs.entries()) {
      const start = performance.now();
      linkWords(a, b);
      times[at]!.push(performance.now() - start);
    }
  };
  for (let run = 0; run < WARM_RUNS; run++) runAll();
  for (const own of times) own.length = 0;
  for (let run = 0; run < RUNS; run++) runAll();
  return findMedian(times.map(findMedian));
}

/** What the pairing knows before the collation begins. */
const SIMILAR: Similarity = {
  shared: 99,
  count: 99,
  dice: 0.9,
  contained: 0.9,
  plain: 0.9,
  told: 1,
  spread: 1,
  order: 1,
};

/** As one statement, all of it in each report. */
function collateAll(wordings: readonly Wording[]): void {
  const witnesses = wordings.map(({ text }, at): Witness => {
    return { siglum: `W${at}`, report: `w${at}` as ReportId, spans: [{ from: 0, to: text.length }], quotations: [] };
  });
  collate({ of: "statement", witnesses }, wordings, {
    compare: () => SIMILAR,
    isPinned: () => false,
    near: [],
  });
}

/** Versions of one text of sentences of 25 words, in which some words are others, left out or added. */
function makeVersions(count: number, length: number, share: number): string[] {
  const chance = makeChance(1);
  const words = Array.from({ length }, () => drawWord(chance));
  return Array.from({ length: count }, () => {
    const own = words.flatMap((word) => {
      if (chance.draw() >= share) return [word];
      return [[], [drawWord(chance)], [drawWord(chance)], [word, drawWord(chance)]][chance.below(4)]!;
    });
    const sentences = Array.from({ length: Math.ceil(own.length / 25) }, (_, at) =>
      own.slice(25 * at, 25 * at + 25).join(" "),
    );
    return sentences.map((sentence) => `The ${sentence}.`).join("\n");
  });
}

const FILLERS = [...FUNCTION_WORDS].filter((word) => /^[a-z]+$/u.test(word));
const CONTENT = FREQUENCY.slice(4).flatMap((row) => row.split(" "));

/** Two function words to three others, as in news. */
function drawWord(chance: Chance): string {
  const list = chance.draw() < 0.4 ? FILLERS : CONTENT;
  return list[Math.floor(list.length * chance.draw() ** 2)]!;
}

/** So long it warms up, in milliseconds, for what is compiled while it runs is no measure; once at least. */
const WARM = 1500;
/** The same where each run is of many pairs. */
const WARM_RUNS = 10;

function median(run: () => unknown, runs: number = RUNS): number {
  const begin = performance.now();
  do run();
  while (performance.now() - begin < WARM);
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return findMedian(times);
}

/** In hundredths; sorts what it is given. */
function findMedian(times: number[]): number {
  return Math.round(times.sort((a, b) => a - b)[times.length >> 1]! * 100) / 100;
}
