import type { Kernel } from "./kernel.ts";
import type { Named } from "./library.ts";
import { type Found, readId } from "./name.ts";
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
export const FIELD = { count: 1, line: 4, id: 5, idBytes: 6, rank: 7, size: 8 } as const;
export const HEAD = { docs: 0, count: 1, shards: 3, lines: 4, words: 5 } as const;

/** The reports of a batch in its order. */
export function listReports(kernel: Kernel, { head, line, reports }: Batch, source: Source): Found[] {
  const memory = kernel.numbers(0, kernel.size / 4);
  const first = memory[head / 4 + HEAD.docs]!;
  const count = memory[head / 4 + HEAD.count]!;
  const readRaw = makeRawIds(kernel, first / 4, count, memory);
  return Array.from({ length: count }, (_, number) => {
    const at = first + number * FIELD.size * 4;
    const field = at / 4;
    const own = memory[field + FIELD.line]!;
    const named = reports?.[own];
    if (named) return { at, source, ...named };
    return { at, id: readId(readRaw(field)), source, line: line + own, place: `${source.path}:${line + own}` };
  });
}

/** Reads the raw ids of a batch, which stand in a row: in one go where they are plain ASCII. */
function makeRawIds(kernel: Kernel, first: number, count: number, memory: Uint32Array): (field: number) => string {
  const last = first + (count - 1) * FIELD.size;
  const from = memory[first + FIELD.id]!;
  const bytes = count === 0 ? 0 : memory[last + FIELD.id]! + memory[last + FIELD.idBytes]! - from;
  const all = kernel.text(from, bytes);
  return (field) => {
    const [at, length] = [memory[field + FIELD.id]!, memory[field + FIELD.idBytes]!];
    return all.length === bytes ? all.slice(at - from, at - from + length) : kernel.text(at, length);
  };
}
