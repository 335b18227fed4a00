import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { analyze, type Report, readReports } from "../src/index.ts";
import { FREQUENCY } from "../src/lang/en/frequency.ts";
import type { Bench } from "./data.ts";

/** Runs of each; their median is printed. */
const RUNS = 7;
const SOURCE = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
const BUILT = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

/**
 * How long the main job takes, in milliseconds: the whole process and the analysis alone, warm, for two short reports (those
 * of DIR/../seeds where they are, else two of the examples), and for 16 reports of 1,000 words that retell one text, each
 * with seeded changes. Medians; machines differ, so compare figures of one run only.
 */
export async function benchCompare({ data, print }: Bench): Promise<void> {
  const files = findPair(data);
  const inputs = files.map((name) => ({ name, bytes: readFileSync(name) }));
  const { reports } = await readReports(inputs);
  print(`two reports, ${reports.map(countWords).join(" and ")} words: ${files.join(" ")}`);
  print(`  whole process  ${describeProcess(files)}   (an empty one: ${median(runEmpty)} ms)`);
  print(`  analysis, warm ${median(() => analyze(copy(reports)))} ms`);
  const texts = makeTexts(16, 1000);
  const folder = mkdtempSync(join(tmpdir(), "stemma-bench-"));
  const names = texts.map((text, at) => writeText(folder, `${at}.txt`, text));
  const many = (await readReports(names.map((name) => ({ name, bytes: readFileSync(name) })))).reports;
  print(
    `16 reports, ${Math.round(many.reduce((sum, report) => sum + countWords(report), 0) / 16)} words each, one text retold`,
  );
  print(`  whole process  ${describeProcess(names)}`);
  print(
    `  analysis, warm ${median(() => analyze(copy(many)))} ms   (8 of them: ${median(() => analyze(copy(many.slice(0, 8))))} ms)`,
  );
  rmSync(folder, { recursive: true });
}

function writeText(folder: string, name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

function findPair(data: string): string[] {
  const seeds = ["000_82dfb10438a6d14f.txt", "004_f5da8142347728d0.txt"].map((name) => `${data}/../seeds/${name}`);
  const examples = ["continental-post.txt", "meridian-wire.txt"].map((name) => `examples/seawall/${name}`);
  return seeds.every((file) => existsSync(file)) ? seeds : examples;
}

/** Of the sources as Node runs them, and of the published program where `npm run build` has made it. */
function describeProcess(files: readonly string[]): string {
  const source = median(() => runProcess(SOURCE, files));
  if (!existsSync(BUILT))
    return `${source} ms from the sources (npm run build, and the published program is measured too)`;
  return `${source} ms from the sources, ${median(() => runProcess(BUILT, files))} ms as last built`;
}

function runProcess(program: string, files: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [program, "compare", ...files]);
  if (status !== 0) throw new Error(`stemma ended with ${status}: ${stderr}`);
}

/** Reports as if just read: what an analysis learns of one is kept with it. */
function copy(reports: readonly Report[]): Report[] {
  return reports.map((report) => ({ ...report }));
}

function runEmpty(): void {
  spawnSync(process.execPath, ["-e", "0"]);
}

/** The first run warms up and is not counted. */
function median(run: () => unknown): number {
  const times = Array.from({ length: RUNS + 1 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.round(times.slice(1).sort((a, b) => a - b)[RUNS >> 1]!);
}

function countWords({ text }: Report): number {
  return text.split(/\s+/).length;
}

/** Retellings of one text of random sentences, in which each changes every tenth word; the same at every run. */
function makeTexts(count: number, words: number): string[] {
  const draw = makeDraw(1);
  const vocabulary = FREQUENCY.slice(2).flatMap((row) => row.split(" "));
  const word = () => vocabulary[Math.floor(draw() * vocabulary.length)]!;
  const sentences = Array.from({ length: words / 20 }, () => Array.from({ length: 20 }, word));
  const retell = () =>
    sentences
      .map((sentence) => sentence.map((own) => (draw() < 0.1 ? word() : own)).join(" "))
      .map((sentence) => (draw() < 0.2 ? `“${sentence},” said Ana Ruiz.` : `It ${sentence}.`));
  return Array.from({ length: count }, () => retell().join("\n\n"));
}

/** Numbers from 0 to 1 that look drawn: Lehmer's generator with Park and Miller's constants. */
function makeDraw(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
