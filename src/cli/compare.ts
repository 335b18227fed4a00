import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { type Analysis, analyze, InputError, makeVisible, type Options, type Report } from "../index.ts";
import { checkBase, readConfig, readPins } from "./config.ts";
import { listExample } from "./example.ts";
import { writeOutput } from "./file.ts";
import { gatherReports } from "./gather.ts";
import type { Io } from "./io.ts";
import { findNearest } from "./nearest.ts";
import { checkChoice, type Format, renderAs } from "./output.ts";
import { makeProgress } from "./progress.ts";

/** What stands on the command line besides the files. */
export interface CompareOptions {
  readonly html?: string;
  readonly json?: string;
  readonly format: string;
  readonly base?: string;
  readonly config?: string;
  readonly pairs?: string;
}

/** Words that a typed first word may have meant. */
const COMMANDS: readonly string[] = ["compare", "quotes", "reuse"];
const FORMATS: readonly Format[] = ["terminal", "html", "json"];

/**
 * Reads the files, compares what can be read, prints the result and writes what is asked for. What cannot be read is
 * named on standard error and in the result's notes, and the rest goes on. Throws `InputError` if nothing can be done.
 */
export async function compare(files: readonly string[], options: CompareOptions, io: Io): Promise<void> {
  const format = checkChoice(options.format, FORMATS);
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

/** `stemma comapre a b` reads as three files: say what was probably meant. */
async function checkCommand(files: readonly string[]): Promise<void> {
  const [first = ""] = files;
  const nearest = /^[a-z]+$/iu.test(first) ? findNearest(first, COMMANDS) : null;
  if (nearest === null) return;
  const exists = await stat(first).then(
    () => true,
    () => false,
  );
  if (!exists) throw new InputError("option", first, `no such command; did you mean ${nearest}?`);
}

async function analyzeFiles(
  files: readonly string[],
  options: Options,
  pairs: string | undefined,
  io: Io,
): Promise<Analysis> {
  const progress = makeProgress(io);
  const { reports, refused } = await gatherReports(files, io, progress);
  checkEnough(reports, files);
  checkBase(reports, options.base);
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
