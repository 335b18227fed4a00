import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { checkApart, checkOutput, writeOutput } from "../engine/output.ts";
import { findSources } from "../engine/source.ts";
import { type Analysis, analyze, InputError, makeVisible, type Options, type Report } from "../index.ts";
import { findCommand, refuseCommand } from "./command.ts";
import { checkBase, readConfig, readPins } from "./config.ts";
import { listExample } from "./example.ts";
import { FORMATS, type Format } from "./format.ts";
import { gatherReports } from "./gather.ts";
import type { Io } from "./io.ts";
import { checkOpen, type OpenCommand, openStory } from "./open.ts";
import { chooseFormat, renderAs, terminalOf } from "./output.ts";
import { makeProgress } from "./progress.ts";

/** What stands on the command line besides the files. */
export interface CompareOptions extends OpenCommand {
  readonly html?: string;
  readonly json?: string;
  readonly format?: string;
  readonly out?: string;
  readonly base?: string;
  readonly config?: string;
  readonly pairs?: string;
}

/** A file to write. */
interface Target {
  readonly format: Format;
  readonly path: string;
}

/**
 * Reads the files, or the reports of one story of a corpus, compares what can be read, prints the result or writes it to
 * the file for it, and writes what else is asked for. Without a format the ending of that file tells it. What cannot be
 * read is named on standard error and in the result's notes, and the rest goes on. Throws `InputError` if nothing can be done.
 */
export async function compare(files: readonly string[], options: CompareOptions, io: Io): Promise<void> {
  const format = chooseFormat(options, FORMATS);
  checkCommand(files);
  checkOpen(files, options);
  const targets = listTargets(format, options);
  checkTargets(targets, files, options);
  const config = options.config === undefined ? {} : await readConfig(options.config);
  const base = options.base ?? config.base;
  const analysis = await analyzeFiles(files, { ...config, ...(base && { base }) }, options, io);
  for (const { format, path } of targets) await writeOutput(path, renderAs(analysis, format, {}));
  if (options.out === undefined) io.out(renderAs(analysis, format, terminalOf(io)));
  for (const { path } of targets) io.err(`Wrote ${makeVisible(path)}\n`);
}

function listTargets(format: Format, { html, json, out }: CompareOptions): Target[] {
  const all = [
    { format: "html" as const, path: html },
    { format: "json" as const, path: json },
    { format, path: out },
  ];
  return all.filter((target): target is Target => target.path !== undefined);
}

/** Before any work is done: what could not be written is told at once. */
function checkTargets(targets: readonly Target[], files: readonly string[], options: CompareOptions): void {
  const { from = [], pairs, stories, config } = options;
  const sources = targets.length === 0 ? [] : findSources(from).map(({ path }) => path);
  const read = [...files, ...sources, ...[pairs, stories, config].filter((path) => path !== undefined)];
  const paths = targets.map(({ path }) => path);
  for (const path of paths) checkOutput(path, read);
  checkApart(paths);
}

/** Without arguments: the example that comes with the package, its page in the current folder, and how to go on. */
export async function compareExample(io: Io): Promise<void> {
  await compare(await listExample(), { html: "stemma.html" }, io);
  io.err(`
This was the example that comes with Stemma. Its page to open in a browser:
  ${makeVisible(resolve("stemma.html"))}
Your own files, in this folder or with the package installed:
  npm start -- one.txt two.html --html story.html
  stemma compare one.txt two.html --html story.html
`);
}

/** `stemma comapre a b` reads as three files: say what was probably meant. What has a point or slash in it was meant as a file. */
function checkCommand([first = ""]: readonly string[]): void {
  if (/[./\\]/u.test(first) || findCommand(first) === null || existsSync(first)) return;
  throw refuseCommand(first);
}

async function analyzeFiles(
  files: readonly string[],
  options: Options,
  { from, pairs, base, config, ...open }: CompareOptions,
  io: Io,
): Promise<Analysis> {
  const progress = makeProgress(io);
  const { reports, refused } = await (from ? openStory(from, open, io) : gatherReports(files, io, progress));
  checkEnough(reports, from ?? files);
  checkBase(reports, options.base, base === undefined && config !== undefined ? config : null);
  const pins = pairs === undefined ? [] : await readPins(pairs, reports);
  progress.show(`Comparing ${reports.length} reports`, sizeOf(reports));
  const analysis = analyze(reports, { ...options, pins });
  progress.clear();
  return addNotes(analysis, refused);
}

function sizeOf(reports: readonly Report[]): number {
  return reports.reduce((sum, report) => sum + report.text.length, 0);
}

function checkEnough(reports: readonly Report[], files: readonly string[]): void {
  if (reports.length >= 2) return;
  const had = reports.length === 1 ? "only one report" : "no report";
  throw new InputError(
    "too-few",
    files.length === 1 ? files[0]! : `${files.length} files`,
    `${had} could be read; a comparison takes two`,
  );
}

/** The result says itself what it lacks. */
function addNotes(analysis: Analysis, refused: readonly InputError[]): Analysis {
  const notes = refused.map((error) => ({ message: `Not read: ${error.message}.` }));
  return { ...analysis, notes: [...analysis.notes, ...notes] };
}
