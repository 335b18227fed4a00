import process from "node:process";
import { type FlatReport, InputError, makeVisible } from "../corpus.ts";
import { estimateReuse } from "../engine/estimate.ts";
import { type ReuseSummary, writeReuse } from "../engine/reuse.ts";
import type { Io } from "./io.ts";
import { makeMeter } from "./meter.ts";
import { warn } from "./warn.ts";

/** What stands on the command line besides the inputs. */
export interface ReuseCommand {
  readonly out?: string;
  readonly threads: string;
  readonly gram: string;
  readonly window: string;
  readonly common: string;
  readonly since?: string;
  readonly until?: string;
  readonly dryRun?: boolean;
  readonly resume?: boolean;
  readonly strict?: boolean;
}

/** The user or the system asked us to stop. */
export class Interrupted extends Error {
  /** The exit status that shells expect: 128 and the number of the signal. */
  readonly status: number;

  constructor(signal: "SIGINT" | "SIGTERM") {
    super("interrupted");
    this.status = signal === "SIGINT" ? 130 : 143;
  }
}

/** Refused lines that are named one by one; a corpus in the wrong format would fill the screen. */
const NAMED = 20;

/**
 * Finds what the reports of a corpus share and writes it to a file. Throws `InputError` for what makes no sense, and `Interrupted`.
 */
export async function reuse(inputs: readonly string[], command: ReuseCommand, io: Io): Promise<void> {
  const numbers = {
    gram: readNumber("--gram", command.gram, 2, 32),
    window: readNumber("--window", command.window, 1, 64),
    common: readNumber("--common", command.common, 2, 1_000_000),
    threads: readNumber("--threads", command.threads, 1, 64),
  };
  const isWanted = makeFilter(command);
  if (command.dryRun) return tellEstimate(inputs, numbers, io);
  if (command.out === undefined)
    throw new InputError("option", "--out", "name the file to write, .jsonl, .csv or .parquet");
  const meter = makeMeter(io);
  const start = io.now();
  const refused = makeRefused(io, meter.clear);
  const { summary } = await untilSignal((signal) =>
    writeReuse(inputs, command.out!, {
      ...numbers,
      isWanted,
      signal,
      resume: command.resume ?? false,
      isStrict: command.strict ?? false,
      stdin: io.stdin,
      onRefused: refused.tell,
      onProgress: meter.show,
    }).finally(meter.clear),
  );
  refused.sum();
  tellSummary(summary, command.out, (io.now() - start) / 1000, io);
}

/** Runs with a signal that Ctrl-C or SIGTERM aborts; a second one ends the process as ever. */
async function untilSignal(
  run: (signal: AbortSignal) => Promise<ReuseSummary>,
): Promise<{ readonly summary: ReuseSummary }> {
  const controller = new AbortController();
  const stop = (name: "SIGINT" | "SIGTERM"): void => controller.abort(new Interrupted(name));
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    return { summary: await run(controller.signal) };
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
  }
}

/** Names the first lines that could not be used, then counts. */
function makeRefused(io: Io, clear: () => void): { tell: (error: InputError) => void; sum: () => void } {
  let count = 0;
  return {
    tell: (error) => {
      count++;
      if (count > NAMED) return;
      clear();
      warn(error, io);
    },
    sum: () => {
      if (count > NAMED) io.err(`stemma: and ${show(count - NAMED)} more like these\n`);
    },
  };
}

function tellSummary({ reports, rows }: ReuseSummary, out: string, seconds: number, io: Io): void {
  const rate = seconds > 0 ? `, ${show(reports / seconds)} a second` : "";
  io.err(`Read ${show(reports)} reports in ${seconds.toFixed(1)} s${rate}\n`);
  io.err(`Wrote ${makeVisible(out)}: ${show(rows)} rows\n`);
}

async function tellEstimate(
  inputs: readonly string[],
  settings: { gram: number; window: number; threads: number },
  io: Io,
): Promise<void> {
  const { files, bytes, reports, seconds } = await estimateReuse(inputs, settings, io.now);
  io.out(`${show(files)} ${files === 1 ? "file" : "files"}, ${(bytes / 1e6).toFixed(1)} MB\n`);
  if (reports === null) return io.out("How many reports there are cannot be told beforehand.\n");
  io.out(
    `About ${show(reports)} reports; about ${seconds < 1 ? "a second" : `${show(seconds)} s`} on this machine. Nothing was written.\n`,
  );
}

/**
 * Which reports lie between the days, both included, in UTC; null for all. A report counts at the middle of its date's range, and not at
 * all without a date.
 */
/** Reports of the days asked for; null for all. */
export function makeFilter({
  since,
  until,
}: Pick<ReuseCommand, "since" | "until">): ((report: FlatReport) => boolean) | null {
  if (since === undefined && until === undefined) return null;
  const from = since === undefined ? Number.NEGATIVE_INFINITY : readDay("--since", since);
  const to = until === undefined ? Number.POSITIVE_INFINITY : readDay("--until", until) + DAY;
  return ({ published }) => {
    if (published === null) return false;
    const middle = (Date.parse(published.from) + Date.parse(published.to)) / 2;
    return from <= middle && middle < to;
  };
}

/** Milliseconds. */
const DAY = 86_400_000;

function readDay(option: string, typed: string): number {
  const day = /^\d{4}-\d{2}-\d{2}$/u.test(typed) ? Date.parse(typed) : Number.NaN;
  if (Number.isNaN(day)) throw new InputError("option", `${option} ${typed}`, "not a day such as 2025-03-11");
  return day;
}

function readNumber(option: string, typed: string, least: number, most: number): number {
  const number = /^\d{1,7}$/u.test(typed) ? Number(typed) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new InputError("option", `${option} ${typed}`, `not a whole number from ${least} to ${show(most)}`);
}

/** 12,345, on any machine. */
function show(number: number): string {
  return String(Math.round(number)).replace(/\B(?=(?:\d{3})+$)/gu, ",");
}
