import { InputError } from "../corpus.ts";
import { HEAD } from "./batch.ts";
import { readBlocks } from "./block.ts";
import { Crew } from "./crew.ts";
import { type Days, isWithin, makeJudge } from "./days.ts";
import { findSources, type Source } from "./source.ts";
import { type OddLine, runTask } from "./task.ts";

/** What a run would read, and how long it would take. */
export interface Estimate {
  readonly files: number;
  readonly bytes: number;
  /** Null where there is nothing to sample: standard input, or no file of lines. */
  readonly reports: number | null;
  /** Those of them that are of the days asked for; null where no days are, or nothing to sample is. */
  readonly chosen: number | null;
  readonly seconds: number;
}

interface Settings {
  readonly gram: number;
  readonly window: number;
  readonly threads: number;
  /** Null for all times. */
  readonly days: Days | null;
}

/** Blocks that are read as a sample. */
const SAMPLE = 4;
/** How much longer the whole takes than reading alone, as measured on a corpus of news. */
const REST = 1.8;
/** Seconds before the first byte is read. */
const START = 0.2;

/**
 * Reads the first few megabytes and reckons the rest from that. `now` gives milliseconds. Throws `InputError` for a path that leads
 * nowhere. Good to a factor of two: where much is shared, pairing takes longer.
 */
export async function estimateReuse(
  paths: readonly string[],
  settings: Settings,
  now: () => number,
): Promise<Estimate> {
  const sources = findSources(paths);
  const bytes = sources.reduce((sum, { size }) => sum + size, 0);
  const sampled = sources.find(({ kind, size }) => kind === "lines" && size > 0);
  if (!sampled) return { files: sources.length, bytes, reports: null, chosen: null, seconds: 0 };
  const sample = await readSample(sampled, settings, now);
  const factor = bytes / Math.max(1, sample.bytes);
  const seconds = START + ((sample.milliseconds / 1000) * factor * REST) / (1 + (settings.threads - 1) * 0.7);
  const [reports, taken] = [sample.read, sample.taken].map((count) => Math.round(count * factor));
  return { files: sources.length, bytes, reports: reports!, chosen: settings.days && taken!, seconds };
}

/** What a part of a file gave: reports read and those of them that are wanted. */
interface Sample {
  readonly bytes: number;
  readonly read: number;
  readonly taken: number;
  readonly milliseconds: number;
}

async function readSample(source: Source, { gram, window, days }: Settings, now: () => number): Promise<Sample> {
  const library = days && (await import("../flat.ts"));
  const judge = days && makeJudge(days, library!.readPublished);
  const crew = new Crew({ threads: 1, gram, window, days, judge }, new AbortController().signal);
  const { kernel } = crew;
  const start = now();
  let [bytes, read, taken] = [0, 0, 0];
  let blocks = 0;
  const onBytes = (taken: number): void => {
    bytes = taken;
  };
  for await (const block of readBlocks(source, { onBytes })) {
    const room = kernel.room();
    room.set(block.head);
    room.set(block.body, block.head.length);
    const bytes = block.head.length + block.body.length;
    const done = runTask(kernel, { kind: "block", at: room.byteOffset, bytes });
    const head = kernel.numbers(done.head, HEAD.lines + 1);
    taken += head[HEAD.count]! + countOdd(done.odd);
    // Of reports that are not wanted nothing is known but that a line stands there.
    read += days ? head[HEAD.lines]! : head[HEAD.count]! + done.odd.length;
    if (++blocks === SAMPLE) break;
  }
  return { bytes, read, taken, milliseconds: now() - start };

  /** How many of the lines that the library must read it would take. */
  function countOdd(odd: readonly OddLine[]): number {
    if (library === null) return odd.length;
    let count = 0;
    for (const { bytes } of odd) {
      try {
        for (const { published } of library.readFlatLine(bytes, source.path)) if (isWithin(published, days!)) count++;
      } catch (error) {
        if (!(error instanceof InputError)) throw error; // it would be passed over
      }
    }
    return count;
  }
}
