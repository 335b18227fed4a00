import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import {
  type Analysis,
  analyze,
  type Input,
  InputError,
  makeVisible,
  type Options,
  type Report,
  readReports,
} from "../index.ts";
import { checkBase, readConfig, readPins } from "./config.ts";
import { listExample } from "./example.ts";
import { readInput, readStream, writeOutput } from "./file.ts";
import type { Io } from "./io.ts";
import { findNearest } from "./nearest.ts";
import { type Format, renderAs, warn } from "./output.ts";
import { makeProgress, type Progress } from "./progress.ts";

/** What stands on the command line besides the files. */
export interface CompareOptions {
  readonly html?: string;
  readonly json?: string;
  readonly format: string;
  readonly base?: string;
  readonly config?: string;
  readonly pairs?: string;
}

interface Gathered {
  readonly inputs: Input[];
  readonly refused: InputError[];
}

const FORMATS: readonly Format[] = ["terminal", "html", "json"];

/**
 * Reads the files, compares what can be read, prints the result and writes what is asked for. What cannot be read is
 * named on standard error and in the result's notes, and the rest goes on. Throws `InputError` if nothing can be done.
 */
export async function compare(files: readonly string[], options: CompareOptions, io: Io): Promise<void> {
  const format = checkFormat(options.format);
  await checkCommand(files);
  const config = options.config === undefined ? {} : await readConfig(options.config);
  const base = options.base ?? config.base;
  const analysis = await analyzeFiles(files, { ...config, ...(base && { base }) }, options.pairs, io);
  const targets = [["html", options.html] as const, ["json", options.json] as const];
  const written = targets.flatMap(([kind, path]) => (path === undefined ? [] : [{ kind, path }]));
  const read = [...files, ...(options.pairs === undefined ? [] : [options.pairs])];
  for (const { kind, path } of written) await writeOutput(path, renderAs(analysis, kind, io), read);
  io.out(renderAs(analysis, format, io));
  for (const { path } of written) io.err(`Wrote ${makeVisible(path)}\n`);
}

/** Without arguments: the example that comes with the package, its page in the current folder, and how to go on. */
export async function compareExample(io: Io): Promise<void> {
  await compare(await listExample(), { format: "terminal", html: "stemma.html" }, io);
  io.err(`
This was the example that comes with Stemma. Its page to open in a browser:
  ${makeVisible(resolve("stemma.html"))}
Your own files, in this folder or with the package installed:
  npm start -- one.txt two.html --html story.html
  stemma compare one.txt two.html --html story.html
`);
}

function checkFormat(typed: string): Format {
  const format = FORMATS.find((known) => known === typed);
  if (format) return format;
  const nearest = findNearest(typed, FORMATS);
  const hint = nearest ? `did you mean ${nearest}?` : `there are ${FORMATS.join(", ")}`;
  throw new InputError("option", `--format ${typed}`, `no such format; ${hint}`);
}

/** `stemma comapre a b` reads as three files: say what was probably meant. */
async function checkCommand(files: readonly string[]): Promise<void> {
  const [first = ""] = files;
  if (!/^[a-z]+$/iu.test(first) || findNearest(first, ["compare"]) === null) return;
  const exists = await stat(first).then(
    () => true,
    () => false,
  );
  if (!exists) throw new InputError("option", first, "no such command; did you mean compare?");
}

async function analyzeFiles(
  files: readonly string[],
  options: Options,
  pairs: string | undefined,
  io: Io,
): Promise<Analysis> {
  const progress = makeProgress(io);
  const { inputs, refused } = await readInputs(files, io, progress);
  const read = await readReports(inputs);
  progress.clear();
  const all = [...refused, ...read.refused];
  for (const error of all) warn(error, io);
  checkEnough(read.reports, files);
  checkBase(read.reports, options.base);
  const pins = pairs === undefined ? [] : await readPins(pairs, read.reports);
  progress.show(`Comparing ${read.reports.length} reports`, sizeOf(read.reports));
  const analysis = analyze(read.reports, { ...options, pins });
  progress.clear();
  return addNotes(analysis, all);
}

/** The bytes of each file in the order given, and what kept us from the others. */
async function readInputs(files: readonly string[], io: Io, progress: Progress): Promise<Gathered> {
  const gathered: Gathered = { inputs: [], refused: [] };
  for (const [at, name] of files.entries()) {
    progress.show(`Reading ${at + 1} of ${files.length}`);
    try {
      const bytes = await (name === "-" ? readStream(io.stdin, name) : readInput(name));
      gathered.inputs.push({ name, bytes });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      gathered.refused.push(error);
    }
  }
  return gathered;
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
