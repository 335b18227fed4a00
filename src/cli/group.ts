import { setImmediate } from "node:timers/promises";
import { readCorpus } from "../engine/reader.ts";
import { type FlatReport, InputError, makeStoryFinder, type Story, type StoryOptions } from "../index.ts";
import { makeFilter, type TypedDays } from "./days.ts";
import type { Io } from "./io.ts";
import { makeProgress } from "./progress.ts";
import { makeRefused } from "./refused.ts";
import { stopAt, untilSignal } from "./signal.ts";

/** What `stories` and `compare --from` say alike of how the reports of a corpus are grouped, as typed. */
export interface GroupCommand extends TypedDays {
  readonly window?: string;
  readonly least?: string;
  readonly strict?: boolean;
}

/** What is kept of a report to be shown. */
export type Shown = Omit<FlatReport, "text">;

export interface Grouped {
  readonly stories: readonly Story[];
  /** By id, in the order they were read. */
  readonly shown: ReadonlyMap<string, Shown>;
}

/** Reports between two lines that say how many are read. */
const STEP = 500;
/** Reports between two turns of the event loop, in which a signal is heard: some twentieths of a second. */
const TURN = 50;

/**
 * Groups the reports of a corpus by event. What cannot be used is named on standard error. Throws `InputError` for options that make no sense
 * and where no report is left, and `Interrupted` while it reads; a signal while it groups ends the process, as nothing is open then.
 */
export async function groupCorpus(inputs: readonly string[], command: GroupCommand, io: Io): Promise<Grouped> {
  const finder = makeStoryFinder(readStoryOptions(command));
  const isWanted = makeFilter(command);
  const progress = makeProgress(io);
  const refused = makeRefused(io, progress.clear);
  const shown = new Map<string, Shown>();
  const undated = { taken: 0, left: 0 };
  let read = 0;
  await untilSignal(async (signal) => {
    const onRefused = (error: InputError): void => {
      signal.throwIfAborted(); // there may be nothing but such lines
      refused.tell(error);
    };
    const options = { stdin: stopAt(io.stdin, signal), isStrict: command.strict ?? false, onRefused };
    for await (const report of readCorpus(inputs, options)) {
      if (++read % TURN === 0) await hear(signal);
      if (read % STEP === 0) progress.show(`Read ${read} reports`);
      const isTaken = isWanted === null || isWanted(report);
      if (report.published === null) undated[isTaken ? "taken" : "left"]++;
      if (!isTaken) continue;
      const { text, ...rest } = report;
      finder.add(report);
      shown.set(report.id, rest);
    }
    await hear(signal);
  }).finally(progress.clear);
  refused.sum();
  if (undated.left > 0) io.err(`${undated.left} without a date left out by --since or --until\n`);
  checkAny(inputs, read, shown.size);
  if (undated.taken === shown.size)
    io.err("No report has a date: they are compared by their words alone, whenever they are from.\n");
  progress.show(`Grouping ${shown.size} reports`);
  const stories = finder.find();
  progress.clear();
  return { stories, shown };
}

/** Files are read at once and never wait, so that a signal would come through only when all is read, and then to nobody. */
async function hear(signal: AbortSignal): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}

function checkAny(inputs: readonly string[], read: number, taken: number): void {
  if (taken > 0) return;
  const place = inputs.length === 1 ? inputs[0]! : `${inputs.length} inputs`;
  if (read === 0) throw new InputError("too-few", place, "no report could be read");
  throw new InputError("too-few", place, `none of the ${read} reports is of the days asked for`);
}

/** Throws `InputError` for a number out of range. */
export function readStoryOptions({ window, least }: GroupCommand): StoryOptions {
  return {
    ...(window !== undefined && { window: readAmount("--window", window, 0, 1e6) }),
    ...(least !== undefined && { least: readAmount("--least", least, 0.01, 0.99) }),
  };
}

function readAmount(name: string, typed: string, least: number, most: number): number {
  const amount = Number(typed);
  if (typed.trim() !== "" && amount >= least && amount <= most) return amount;
  throw new InputError("option", `${name} ${typed}`, `not a number from ${least} to ${most}`);
}
