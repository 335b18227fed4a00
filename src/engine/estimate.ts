import { readBlocks } from "./block.ts";
import { Crew } from "./crew.ts";
import { findSources, type Source } from "./source.ts";
import { runTask } from "./task.ts";

/** What a run would read, and how long it would take. */
export interface Estimate {
  readonly files: number;
  readonly bytes: number;
  /** Null where there is nothing to sample: standard input, or no file of lines. */
  readonly reports: number | null;
  readonly seconds: number;
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
  settings: { readonly gram: number; readonly window: number; readonly threads: number },
  now: () => number,
): Promise<Estimate> {
  const sources = findSources(paths);
  const bytes = sources.reduce((sum, { size }) => sum + size, 0);
  const sampled = sources.find(({ kind, size }) => kind === "lines" && size > 0);
  if (!sampled) return { files: sources.length, bytes, reports: null, seconds: 0 };
  const sample = await readSample(sampled, settings, now);
  const factor = bytes / Math.max(1, sample.bytes);
  const seconds = START + ((sample.milliseconds / 1000) * factor * REST) / (1 + (settings.threads - 1) * 0.7);
  return { files: sources.length, bytes, reports: Math.round(sample.reports * factor), seconds };
}

async function readSample(
  source: Source,
  { gram, window }: { readonly gram: number; readonly window: number },
  now: () => number,
): Promise<{ bytes: number; reports: number; milliseconds: number }> {
  const crew = new Crew({ threads: 1, gram, window, days: null, judge: null }, new AbortController().signal);
  const { kernel } = crew;
  const start = now();
  let bytes = 0;
  let reports = 0;
  let blocks = 0;
  const onBytes = (taken: number): void => {
    bytes = taken;
  };
  for await (const { head, body } of readBlocks(source, { onBytes })) {
    const room = kernel.room();
    room.set(head);
    room.set(body, head.length);
    const done = runTask(kernel, { kind: "block", at: room.byteOffset, bytes: head.length + body.length });
    reports += kernel.numbers(done.head, 2)[1]! + done.odd.length;
    if (++blocks === SAMPLE) break;
  }
  return { bytes, reports, milliseconds: now() - start };
}
