import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fillNext, makeOutline, NEXT_WIDTH } from "../src/collate/context.ts";
import { FIRST_WIDTH, fillFirst } from "../src/collate/evidence.ts";
import { type Grid, getLike, makeGrid } from "../src/collate/grid.ts";
import { type Linker, listAsked, runRound } from "../src/collate/link.ts";
import { type Forest, writeForest } from "../src/text/forest.ts";
import { type Counts, countLinks, makeAffinity, writeCounts } from "./affinity.ts";
import { type Growth, growForest, type Rows } from "./boost.ts";
import { type Example, readExamples } from "./examples.ts";
import { makeFolds } from "./folds.ts";

/** Files whose lines the shipped weights are trained on. */
export const TRAINED: readonly string[] = ["edinburgh-train.jsonl", "rte2-dev.jsonl", "mtref-dev.jsonl"];

const GROWTHS: readonly Growth[] = [
  { trees: 10, leaves: 24, rate: 0.5, least: 20, ridge: 5 },
  { trees: 24, leaves: 32, rate: 0.3, least: 20, ridge: 5 },
];
/** Parts for what a line's own group must not tell of it: word affinities, and the round before. */
const PARTS = 8;

/** What was learned, and the counts that its affinities come from. */
export interface Learned extends Linker {
  readonly counts: Counts;
}

/** Learns from examples; the same examples in the same order give the same. */
export function trainLinker(examples: readonly Example[]): Learned {
  const parts = makeFolds(examples, PARTS);
  const counts = countLinks(examples);
  const tasks = makeTasks(examples, parts, counts);
  const rounds: Forest[] = [];
  for (const growth of GROWTHS) {
    rounds.push(growForest(makeRows(tasks), growth));
    if (rounds.length < GROWTHS.length) moveOn(tasks, growth);
  }
  return { rounds, affinity: makeAffinity(counts), counts };
}

/** An example with what is known of its pairs so far. */
interface Task {
  readonly example: Example;
  readonly grid: Grid;
  readonly half: number;
  odds: Float32Array | null;
}

/** Each part with affinities counted on the others. */
function makeTasks(examples: readonly Example[], parts: readonly number[], counts: Counts): Task[] {
  const tasks: Task[] = [];
  for (let part = 0; part < PARTS; part++) {
    const own = examples.filter((_, at) => parts[at] === part);
    countLinks(own, counts, -1);
    const affinity = makeAffinity(counts);
    for (const example of own)
      tasks.push({ example, grid: makeGrid(example.a.terms, example.b.terms, affinity), half: part % 2, odds: null });
    countLinks(own, counts, 1);
  }
  return tasks;
}

/** Gives each task the probabilities of a round grown on the other half. */
function moveOn(tasks: readonly Task[], growth: Growth): void {
  const halves = [0, 1].map((half) => growForest(makeRows(tasks.filter((task) => task.half !== half)), growth));
  const next = tasks.map(({ grid, odds, half }) => runRound(grid, odds, halves[half]!));
  for (const [at, task] of tasks.entries()) task.odds = next[at]!;
}

/** Of the pairs that nobody would take for linked, one in so many is trained on and weighs as many. */
const SPARED = 6;
const UNLIKELY = 0.02;

function makeRows(tasks: readonly Task[]): Rows {
  const width = tasks[0]?.odds ? NEXT_WIDTH : FIRST_WIDTH;
  const rows: number[][] = [];
  const wanted: number[] = [];
  const weights: number[] = [];
  let spared = 0;
  const row = new Float64Array(width);
  for (const { example, grid, odds } of tasks) {
    const outline = odds === null ? null : makeOutline(odds, grid);
    for (const at of listAsked(grid, odds)) {
      const sure = example.sure.has(at);
      const isPlain = !sure && (odds === null ? getLike(grid, at) === 0 : odds[at]! < UNLIKELY);
      if (isPlain && spared++ % SPARED !== 0) continue;
      const [i, j] = [Math.floor(at / grid.m), at % grid.m];
      if (outline === null) fillFirst(grid, i, j, row);
      else fillNext(grid, outline, i, j, row);
      rows.push([...row]);
      wanted.push(sure ? 1 : 0);
      weights.push(isPlain ? SPARED : 1);
    }
  }
  const values = new Float32Array(rows.length * width);
  for (const [at, own] of rows.entries()) values.set(own, at * width);
  return { width, count: rows.length, values, wanted: Uint8Array.from(wanted), weights: Float32Array.from(weights) };
}

/** Writes `src/lang/en/alignment.ts` from the files of `TRAINED` under `DIR/word-alignment`. */
export function trainAlignment(data: string): void {
  const examples = TRAINED.flatMap((name) => readExamples(join(data, "word-alignment", name)));
  const learned = trainLinker(examples);
  const list = (lines: readonly string[]) => `[\n${lines.map((line) => `  "${line}",`).join("\n")}\n]`;
  const { partners, linked } = writeCounts(learned.counts);
  const text = `/**
 * What the word aligner learned from ${examples.length} pairs of sentences aligned by hand: Edinburgh++ (Cohn, Callison-Burch and Lapata
 * 2008), MSR RTE2 (Brockett 2007), MT-reference (Yao 2014, as in MultiMWA, Lan et al. 2021). Written by \`npm run train -- alignment\`.
 */
// biome-ignore-all format: tables

/** A forest a round; see \`readForest\`. */
export const ROUNDS: readonly (readonly string[])[] = [
${learned.rounds.map((forest) => list(writeForest(forest))).join(",\n")},
];

/** A stem, then each stem linked with it (later in the alphabet) and the log-odds of that, in hundredths; \`_\` for a space in a stem. */
export const PARTNERS: readonly string[] = ${list(partners)};

/** How often a word is linked where the other side does not have it, in hundredths: row n holds the stems. */
export const LINKED: readonly string[] = ${list(linked)};
`;
  writeFileSync(new URL("../src/lang/en/alignment.ts", import.meta.url), text);
}
