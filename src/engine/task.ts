import { type InputCode, InputError } from "../corpus.ts";
import { checkRoom, type Kernel } from "./kernel.ts";
import { type Range, readRange } from "./range.ts";

/** Lines to read that stand at an address, with room for 64 bytes behind them. */
export interface BlockTask {
  readonly kind: "block";
  readonly at: number;
  readonly bytes: number;
}

/** Lines to read from a file. */
export interface RangeTask extends Range {
  readonly kind: "range";
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

export type Task = BlockTask | RangeTask | GroupTask | PairTask;

/** A line that the kernel leaves to the library. */
export interface OddLine {
  /** Number among those of its task, from 0. */
  readonly line: number;
  readonly bytes: Uint8Array;
}

/** An `InputError` on its way from one thread to another. */
export interface Trouble {
  readonly code: InputCode;
  readonly place: string;
  readonly reason: string;
}

/** What a task gave. */
export interface Done {
  /** Of reading: the address of the batch's head. */
  readonly head: number;
  /** Of bringing together: how many fingerprints are linked, `ENTRY_BYTES` each. */
  readonly linked: number;
  /** Of reading: lines that the library must read. */
  readonly odd: readonly OddLine[];
  /** Of reading: whether the line behind those that were read was too long. */
  readonly isCut: boolean;
  /** Of reading: what makes the `InputError` where the file could not be read. */
  readonly trouble: Trouble | null;
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
  odd: [],
  isCut: false,
  trouble: null,
  rows: new Uint32Array(0),
  lines: new Uint8Array(0),
};

/** Does a task in this thread. Throws `OutOfMemory`. */
export function runTask(kernel: Kernel, task: Task): Done {
  if (task.kind === "range") return runRange(kernel, task);
  if (task.kind === "block") return readLines(kernel, task.at, task.bytes);
  if (task.kind === "pair") return runPair(kernel, task);
  checkRoom(kernel.call.group(task.from, task.to, task.heads, task.batches, task.common));
  return { ...NOTHING, linked: kernel.call.linkedEntries() };
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

function runRange(kernel: Kernel, range: RangeTask): Done {
  const room = kernel.room();
  try {
    const { at, bytes, isCut } = readRange(range, room);
    return { ...readLines(kernel, room.byteOffset + at, bytes), isCut };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { code, place, reason } = error;
    return { ...NOTHING, trouble: { code, place, reason } };
  }
}

function readLines(kernel: Kernel, at: number, bytes: number): Done {
  const { call } = kernel;
  kernel.bytes(at + bytes, PADDING).fill(0);
  checkRoom(call.begin(Math.max(bytes, LEAST_ROOM)));
  call.addLines(at, bytes);
  const odd = kernel.numbers(call.oddAt(), call.oddLines() * 3);
  const copied = Array.from({ length: odd.length / 3 }, (_, own): OddLine => {
    const [offset, length, line] = odd.subarray(own * 3);
    return { line: line!, bytes: kernel.bytes(at + offset!, length!).slice() };
  });
  return { ...NOTHING, head: checkRoom(call.finish()), odd: copied };
}

/** Bytes behind the lines that the kernel may look at. */
const PADDING = 64;
/** Bytes for which the kernel makes room at once, so that it need not make more for a block that is a little longer. */
const LEAST_ROOM = 3 << 19;
