import type { Kernel } from "./kernel.ts";
import type { Named } from "./library.ts";
import type { Source } from "./source.ts";

/** A batch as it came from a thread. */
export interface Batch {
  /** Place of its file among the sources. */
  readonly source: number;
  /** Number of its first line; 0 where the library read the reports. */
  readonly line: number;
  readonly head: number;
  /** Those that the library read. */
  readonly reports: readonly Named[] | null;
}

/** Fields of a report's record and of a batch's head, in numbers of 32 bits, as in kernel/ingest.ts. */
export const FIELD = { count: 1, line: 4, id: 5, idBytes: 6, size: 8 } as const;
export const HEAD = { docs: 0, count: 1, shards: 3, lines: 4, words: 5 } as const;

/** A report as its file has it. */
export interface Found {
  /** Null where it has none that can be used. */
  readonly id: string | null;
  readonly source: Source;
  readonly line: number;
  readonly place: string;
}

/** Tells of a report's record, by its address, where it is from. */
export function makeFinder(
  kernel: Kernel,
  batches: readonly Batch[],
  sources: readonly Source[],
): (doc: number) => Found {
  const firsts = batches
    .map((batch) => ({ batch, docs: kernel.numbers(batch.head, HEAD.docs + 1)[HEAD.docs]! }))
    .sort((x, y) => x.docs - y.docs);
  return (doc) => {
    let [low, high] = [0, firsts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (firsts[middle]!.docs <= doc) low = middle;
      else high = middle - 1;
    }
    const { source, line, reports } = firsts[low]!.batch;
    const own = kernel.numbers(doc, FIELD.size)[FIELD.line]!;
    const named = reports?.[own];
    const from = sources[source]!;
    if (named) return { source: from, ...named };
    return { id: readId(readRawId(kernel, doc)), source: from, line: line + own, place: `${from.path}:${line + own}` };
  };
}

/** The id of a record as JSON, as it stands in the file or as the host has written it. */
export function readRawId(kernel: Kernel, doc: number): string {
  const record = kernel.numbers(doc, FIELD.size);
  return kernel.text(record[FIELD.id]!, record[FIELD.idBytes]!);
}

/** The id that a raw value of JSON gives, as the library reads it. */
function readId(raw: string): string | null {
  const value: unknown = raw === "" ? null : JSON.parse(raw);
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : null;
}
