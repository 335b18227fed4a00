import { InputError, makeVisible } from "../corpus.ts";
import type { Days } from "../engine/days.ts";
import { type ReuseSummary, writeReuse } from "../engine/reuse.ts";
import { readDays } from "./days.ts";
import type { Io } from "./io.ts";
import { makeMeter } from "./meter.ts";
import { makeRefused } from "./refused.ts";
import { stopAt, untilSignal } from "./signal.ts";

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
  const days = readDays(command);
  if (command.dryRun) return tellEstimate(inputs, { ...numbers, days }, io);
  if (command.out === undefined)
    throw new InputError("option", "--out", "name the file to write, .jsonl, .csv or .parquet");
  const meter = makeMeter(io);
  const start = io.now();
  const refused = makeRefused(io, meter.clear);
  const summary = await untilSignal(
    (signal) =>
      writeReuse(inputs, command.out!, {
        ...numbers,
        days,
        signal,
        resume: command.resume ?? false,
        isStrict: command.strict ?? false,
        ...(inputs.includes("-") && { stdin: stopAt(io.stdin, signal) }),
        onRefused: refused.tell,
        onProgress: meter.show,
      }).finally(meter.clear),
    ", and --resume goes on from what was finished",
  ).finally(refused.sum);
  tellSummary(summary, command.out, (io.now() - start) / 1000, io);
}

function tellSummary({ reports, rows }: ReuseSummary, out: string, seconds: number, io: Io): void {
  const rate = seconds > 0 ? `, ${show(reports / seconds)} a second` : "";
  io.err(`Read ${show(reports)} reports in ${seconds.toFixed(1)} s${rate}\n`);
  io.err(`Wrote ${makeVisible(out)}: ${show(rows)} rows\n`);
}

async function tellEstimate(
  inputs: readonly string[],
  settings: { gram: number; window: number; threads: number; days: Days | null },
  io: Io,
): Promise<void> {
  const { estimateReuse } = await import("../engine/estimate.ts");
  const { files, bytes, reports, chosen, seconds } = await estimateReuse(inputs, settings, io.now);
  io.out(`${show(files)} ${files === 1 ? "file" : "files"}, ${(bytes / 1e6).toFixed(1)} MB\n`);
  if (reports === null) return io.out("How many reports there are cannot be told beforehand.\n");
  const taken = chosen === null || chosen === reports ? "" : `, ${show(chosen)} of them of the days asked for`;
  const time = seconds < 1 ? "a second" : `${show(seconds)} s`;
  io.out(`About ${show(reports)} reports${taken}; about ${time} on this machine. Nothing was written.\n`);
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
