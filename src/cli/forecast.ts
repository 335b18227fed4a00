import { readSource } from "../engine/reader.ts";
import type { Source } from "../engine/source.ts";
import { makeStoryFinder } from "../index.ts";
import { makeFilter } from "./days.ts";
import { type GroupCommand, readStoryOptions } from "./group.ts";
import type { Io } from "./io.ts";

/** Reports that are read as a sample, at least, as far as there are so many. */
const SAMPLE = 400;
/** The first of them, which take longer as the code warms up: not timed where there are more. */
const WARM = 150;
/** Seconds before the first byte is read. */
const START = 0.3;

/** What a part of the inputs gave. */
interface Sample {
  readonly bytes: number;
  readonly read: number;
  /** Of those read, how many are of the days asked for. */
  readonly taken: number;
  /** Milliseconds that one of them takes. */
  readonly pace: number;
}

/**
 * Tells which files `stories` would read, and from a sample of their first reports how many there are and how long it would
 * take. Writes nothing. Throws `InputError` for options that make no sense.
 */
export async function tellForecast(sources: readonly Source[], command: GroupCommand, io: Io): Promise<void> {
  const bytes = sources.reduce((sum, { size }) => sum + size, 0);
  const files = `${sources.length} ${sources.length === 1 ? "file" : "files"}`;
  const sample = await takeSample(sources, command, io.now);
  io.out(`${files}, ${(bytes / 1e6).toFixed(1)} MB\n`);
  if (sample.bytes === 0) return io.out("How many reports there are cannot be told beforehand. Nothing was written.\n");
  const factor = bytes / sample.bytes;
  const [read, taken] = [sample.read * factor, sample.taken * factor];
  const seconds = reckonSeconds(taken, (sample.pace / 1000) * read);
  const time = seconds < 1.5 ? "a second" : `${show(seconds)} s`;
  const chosen = sample.taken === sample.read ? "" : `, ${show(taken)} of them of the days asked for`;
  io.out(`About ${show(read)} reports${chosen}; about ${time} on this machine. Nothing was written.\n`);
}

/** Grouping takes ever longer than reading, as each report meets more that are like it. */
function reckonSeconds(reports: number, reading: number): number {
  return START + reading * (1 + (reports / EVEN) ** GROWTH);
}

/** Reports of news of which grouping takes as long as reading, and how the ratio grows: measured on 2,332 to 9,325 reports. */
const EVEN = 55_000;
const GROWTH = 0.29;

/** Files of lines are sampled by chunk, others whole; Parquet is not, and standard input can be read only once. */
async function takeSample(sources: readonly Source[], command: GroupCommand, now: () => number): Promise<Sample> {
  const finder = makeStoryFinder(readStoryOptions(command));
  const isWanted = makeFilter(command);
  const ids = new Set<string>();
  let start = now();
  let [bytes, read, taken] = [0, 0, 0];
  const finish = (bytes: number): Sample => {
    const timed = read > WARM ? read - WARM : Math.max(read, 1);
    return { bytes, read, taken, pace: (now() - start) / timed };
  };
  for (const source of sources.filter(({ kind, size }) => kind !== "parquet" && size > 0)) {
    const chunks = [0];
    let seen = 1;
    for await (const report of readSource(source, { onBytes: (sum) => chunks.push(sum) })) {
      // A new chunk has begun: what was read before stands in the earlier ones.
      const isFull = chunks.length > seen + 1;
      seen = chunks.length - 1;
      if (isFull && read >= SAMPLE && source.kind === "lines") return finish(bytes + chunks.at(-2)!);
      if (read++ === WARM) start = now();
      if (isWanted === null || isWanted(report)) taken++;
      if (!ids.has(report.id)) finder.add(report);
      ids.add(report.id);
    }
    bytes += source.size;
    if (read >= SAMPLE) break;
  }
  return finish(bytes);
}

/** 12,345, on any machine. */
function show(number: number): string {
  return String(Math.round(number)).replace(/\B(?=(?:\d{3})+$)/gu, ",");
}
