import { checkRoom, type Kernel } from "./kernel.ts";

/** Lines to read, standing at an address: whole ones, with 64 bytes behind them. */
export interface ReadTask {
  readonly kind: "read";
  readonly at: number;
  readonly bytes: number;
}

/** Shards of the keys to bring together. */
export interface GroupTask {
  readonly kind: "group";
  readonly from: number;
  readonly to: number;
  /** Where the heads of the batches are listed, and how many. */
  readonly heads: number;
  readonly batches: number;
  readonly common: number;
}

/** Reports to pair with those behind them, by rank. */
export interface PairTask {
  readonly kind: "pair";
  readonly from: number;
  readonly to: number;
  /** Whether the rows are wanted as lines of JSON too. */
  readonly asLines: boolean;
}

export type Task = ReadTask | GroupTask | PairTask;

/** What a task gave. */
export interface Done {
  /** Of reading: the address of the batch's head. */
  readonly head: number;
  /** Of bringing together: how many fingerprints are linked, `ENTRY_BYTES` each. */
  readonly linked: number;
  /** Of reading: lines that the library must read, three numbers each: offset, bytes, number of the line from 0. */
  readonly odd: Uint32Array;
  /** Of pairing: the rows, `ROW` numbers each. */
  readonly rows: Uint32Array;
  /** Of pairing: the rows as lines of JSON, where those are wanted. */
  readonly lines: Uint8Array;
}

/** Numbers of a row: see `Row`. */
export const ROW = 14;
/** Shards of the keys, as in kernel/ingest.ts. */
export const SHARDS = 256;
/** Bytes of a kept fingerprint, as in kernel/ingest.ts. */
export const PRINT_BYTES = 6;
/** Bytes of a linked fingerprint, as in kernel/group.ts. */
export const ENTRY_BYTES = 12;
const NOTHING: Done = {
  head: 0,
  linked: 0,
  odd: new Uint32Array(0),
  rows: new Uint32Array(0),
  lines: new Uint8Array(0),
};

/** Does a task in this thread. Throws `OutOfMemory`. */
export function runTask(kernel: Kernel, task: Task): Done {
  if (task.kind === "read") return runRead(kernel, task);
  if (task.kind === "group") {
    checkRoom(kernel.call.group(task.from, task.to, task.heads, task.batches, task.common));
    return { ...NOTHING, linked: kernel.call.linkedEntries() };
  }
  return runPair(kernel, task);
}

function runPair(kernel: Kernel, { from, to, asLines }: PairTask): Done {
  const found = kernel.call.pair(from, to);
  if (found < 0) checkRoom(0);
  const at = kernel.call.rowsAt();
  const rows = kernel.numbers(at, found * ROW).slice();
  return { ...NOTHING, rows, ...(asLines && { lines: copyLines(kernel, kernel.call.renderRows(at, found)) }) };
}

/** The bytes that the kernel has just rendered. Throws `OutOfMemory` where it says -1. */
export function copyLines(kernel: Kernel, bytes: number): Uint8Array {
  if (bytes < 0) checkRoom(0);
  return kernel.bytes(kernel.call.linesAt(), bytes).slice();
}

function runRead(kernel: Kernel, { at, bytes }: ReadTask): Done {
  const { call } = kernel;
  checkRoom(call.begin(Math.max(bytes, LEAST_ROOM)));
  call.addLines(at, bytes);
  const odd = kernel.numbers(call.oddAt(), call.oddLines() * 3).slice();
  return { ...NOTHING, head: checkRoom(call.finish()), odd };
}

/** Bytes for which the kernel makes room at once, so that it need not make more for a block that is a little longer. */
const LEAST_ROOM = 3 << 19;
