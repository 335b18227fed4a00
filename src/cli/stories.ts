import { readCorpus } from "../engine/reader.ts";
import { findSources } from "../engine/source.ts";
import { type FlatReport, InputError, makeStoryFinder, makeVisible, type Story } from "../index.ts";
import { writeOutput } from "./file.ts";
import type { Io } from "./io.ts";
import { makeProgress } from "./progress.ts";
import { makeFilter } from "./reuse.ts";
import { warn } from "./warn.ts";

/** What stands on the command line besides the inputs. */
export interface StoriesCommand {
  readonly out?: string;
  readonly window: string;
  readonly least: string;
  readonly since?: string;
  readonly until?: string;
  readonly dryRun?: boolean;
  readonly strict?: boolean;
}

/** What is kept of a report to be shown. */
type Shown = Omit<FlatReport, "text">;

/** Refused lines that are named one by one. */
const NAMED = 20;
/** Members of a story that are printed. */
const PRINTED = 6;

/** Groups the reports of a corpus by event, and prints the stories or writes one a line. Throws `InputError` for what makes no sense. */
export async function stories(inputs: readonly string[], command: StoriesCommand, io: Io): Promise<void> {
  const options = {
    window: readAmount("--window", command.window, 0, 1e6),
    least: readAmount("--least", command.least, 0.01, 0.99),
  };
  const isWanted = makeFilter(command);
  if (command.out !== undefined && !/\.jsonl$/iu.test(command.out))
    throw new InputError("option", command.out, "the name must end in .jsonl");
  const sources = await findSources(inputs);
  if (command.dryRun) {
    const bytes = sources.reduce((sum, { size }) => sum + size, 0);
    io.out(`Would read ${count(sources.length, "file")}, ${(bytes / 1e6).toFixed(1)} MB\n`);
    return;
  }
  const finder = makeStoryFinder(options);
  const shown = new Map<string, Shown>();
  const progress = makeProgress(io);
  let refused = 0;
  const onRefused = (error: InputError): void => {
    if (refused++ < NAMED) warn(error, io);
  };
  for await (const { text, ...rest } of readCorpus(inputs, {
    stdin: io.stdin,
    isStrict: command.strict ?? false,
    onRefused,
  })) {
    const report = { text, ...rest };
    if (isWanted !== null && !isWanted(report)) continue;
    finder.add(report);
    shown.set(report.id, rest);
    progress.show(`Read ${count(shown.size, "report")}`);
  }
  const found = finder.find();
  progress.clear();
  const paths = sources.map(({ path }) => path);
  if (command.out === undefined) io.out(found.map((story) => print(story, shown)).join("\n"));
  else
    await writeOutput(command.out, found.map((story) => `${JSON.stringify(describe(story, shown))}\n`).join(""), paths);
  const members = found.reduce((sum, story) => sum + story.members.length, 0);
  const place = command.out === undefined ? "" : `; wrote ${makeVisible(command.out)}`;
  io.err(`${count(found.length, "story", "stories")} of ${members} among ${count(shown.size, "report")}${place}\n`);
  if (refused > 0) io.err(`${count(refused, "line")} could not be used\n`);
}

/** One line of the output. */
function describe({ id, confidence, members, reasons }: Story, shown: ReadonlyMap<string, Shown>): object {
  const reports = members.map(({ report, confidence }) => {
    const { outlet, published, title, url, place } = shown.get(report)!;
    return { id: report, outlet, published, title, url, place, confidence: round(confidence) };
  });
  return {
    id,
    confidence: round(confidence),
    reports,
    reasons: reasons.map((reason) => ({ ...reason, bits: round(reason.bits) })),
  };
}

function print({ id, confidence, members }: Story, shown: ReadonlyMap<string, Shown>): string {
  const lines = members.slice(0, PRINTED).map(({ report }) => {
    const { outlet, published, title, place } = shown.get(report)!;
    const line = `  ${showDay(published)}  ${outlet || place}: ${title ?? report}`;
    return cut(makeVisible(line.replace(/\s*\n\s*/gu, " ")));
  });
  if (members.length > PRINTED) lines.push(`  and ${members.length - PRINTED} more`);
  return `${cut(`${makeVisible(id)} · ${members.length} reports · confidence ${confidence.toFixed(2)}`)}\n${lines.join("\n")}\n`;
}

/** The middle of the time: a day without a zone begins the day before in the far east. */
function showDay(published: Shown["published"]): string {
  if (published === null) return "no date   ";
  return new Date((Date.parse(published.from) + Date.parse(published.to)) / 2).toISOString().slice(0, 10);
}

function cut(line: string): string {
  const letters = [...line];
  return letters.length <= 80 ? line : `${letters.slice(0, 79).join("")}…`;
}

function round(figure: number): number {
  return Math.round(figure * 1000) / 1000;
}

function count(amount: number, one: string, many: string = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`;
}

function readAmount(name: string, typed: string, least: number, most: number): number {
  const amount = Number(typed);
  if (typed.trim() !== "" && amount >= least && amount <= most) return amount;
  throw new InputError("option", `${name} ${typed}`, `not a number from ${least} to ${most}`);
}
