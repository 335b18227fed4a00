import { InputError } from "../corpus.ts";
import { type Batch, HEAD } from "./batch.ts";
import { BLOCK_ROOM, type Block, readBlocks, tooLong } from "./block.ts";
import { type ByteOptions, CHUNK } from "./bytes.ts";
import type { Crew } from "./crew.ts";
import { type Days, isWithin } from "./days.ts";
import type { Kernel } from "./kernel.ts";
import { FlatBatch } from "./library.ts";
import { type Corpus, settle } from "./settle.ts";
import type { Source } from "./source.ts";
import type { Done, ReadTask } from "./task.ts";

export interface CorpusOptions extends ByteOptions {
  readonly onRefused: (error: InputError) => void;
  readonly isStrict: boolean;
  /** When reports must be from; null for all times. The kernel of the crew must know it too. */
  readonly days: Days | null;
  /** Is told how many bytes of the files have been read. */
  readonly onProgress: (bytes: number) => void;
}

/** How far reading has come, as an interrupted run leaves it to the next. It survives JSON. */
export interface Reading {
  /** Sources that are read whole. */
  source: number;
  /** Of the next one, if it is one of lines: bytes that the kernel has read, and the number of the line behind them. */
  bytes: number;
  line: number;
  batches: Batch[];
}

export function startReading(): Reading {
  return { source: 0, bytes: 0, line: 1, batches: [] };
}

interface BlockTask extends ReadTask {
  readonly source: Source;
  /** Number of the first line. */
  readonly line: number;
  /** Lines before it that were too long. */
  readonly lost: number;
}

/**
 * Reads all the files into the kernel's memory, from where `reading` says, which is kept up: also where it is interrupted, it is true of the
 * kernel's memory. Lines go to the threads as they stand; what the kernel does not read (odd lines, Parquet, single texts) goes through the
 * library. Throws `InputError` where strict and something cannot be used, `OutOfMemory` where the words do not fit.
 */
export async function loadCorpus(
  crew: Crew,
  sources: readonly Source[],
  reading: Reading,
  options: CorpusOptions,
): Promise<Corpus> {
  // Of a file that is read through the library nothing is kept unless it is read whole.
  reading.batches = reading.batches.filter(
    ({ source }) => source < reading.source || sources[source]?.kind === "lines",
  );
  const before = { bytes: sources.slice(0, reading.source).reduce((sum, { size }) => sum + size, 0) };
  for (const [number, source] of sources.entries()) {
    if (number < reading.source) continue;
    const own: ByteOptions = {
      ...(options.stdin && { stdin: options.stdin }),
      onBytes: (bytes) => options.onProgress(before.bytes + bytes),
    };
    const flat = new FlatBatch(crew.kernel, (head, reports) =>
      reading.batches.push({ source: number, line: 0, head, reports }),
    );
    try {
      if (source.kind === "lines") await loadLines({ crew, source, own, options, flat, reading });
      else await loadFlat(source, own, options, flat);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      refuse(error, options);
    }
    flat.flush();
    before.bytes += source.size;
    Object.assign(reading, { source: number + 1, bytes: 0, line: 1 });
  }
  return settle(crew.kernel, reading.batches, sources, (error) => refuse(error, options));
}

interface LineFile {
  readonly crew: Crew;
  readonly source: Source;
  readonly own: ByteOptions;
  readonly options: CorpusOptions;
  readonly flat: FlatBatch;
  readonly reading: Reading;
}

async function loadLines({ crew, source, own, options, flat, reading }: LineFile): Promise<void> {
  const { kernel } = crew;
  const rooms = Array.from({ length: crew.reach + 1 }, () => kernel.allocate(BLOCK_ROOM));
  let next = 0; // room of the block that is being read
  const odd: OddLine[] = [];
  const takeRoom = (): number => {
    next ||= rooms.pop()!;
    return next;
  };
  const findRoom = (head: number): Uint8Array => kernel.bytes(takeRoom() + head, CHUNK);
  let behind = reading.bytes; // bytes that an earlier run has read
  async function* makeTasks(): AsyncGenerator<BlockTask> {
    let { line } = reading;
    for await (const block of readBlocks(source, { ...own, findRoom })) {
      if (behind > 0) {
        behind = passOver(block, behind, source);
        continue;
      }
      await readOdd(source, odd, options, flat);
      if (block.isBehindLong) refuse(tooLong(`${source.path}:${line++}`), options);
      const at = takeRoom();
      next = 0;
      const bytes = putBlock(kernel, at, block);
      yield { kind: "read", at, bytes, source, line, lost: block.isBehindLong ? 1 : 0 };
      // Where this thread does all, the kernel has counted the lines already.
      line = crew.reach > 1 ? line + kernel.call.countLines(at, bytes) : reading.line;
    }
  }
  try {
    await crew.spread(makeTasks(), (task, done) => {
      reading.batches.push({ source: reading.source, line: task.line, head: done.head, reports: null });
      reading.bytes += task.bytes;
      reading.line += kernel.numbers(done.head, HEAD.lines + 1)[HEAD.lines]! + task.lost;
      odd.push(...copyOdd(kernel, task, done));
      rooms.push(task.at);
    });
  } finally {
    await readOdd(source, odd, options, flat); // also where the run is interrupted: the blocks count as read
    flat.flush();
  }
}

/** Bytes still to pass over behind the block. Throws `InputError` where blocks do not end where they did. */
function passOver({ head, body }: Block, behind: number, { path }: Source): number {
  const left = behind - head.length - body.length;
  if (left >= 0) return left;
  throw new InputError(
    "option",
    path,
    "the interrupted reading cannot be gone on with; without --resume it begins anew",
  );
}

/** The block at an address, where its body stands already if it was read from a plain file. Gives its bytes. */
function putBlock(kernel: Kernel, at: number, { head, body }: Block): number {
  const bytes = head.length + body.length;
  const room = kernel.bytes(at, bytes + PADDING);
  room.set(head);
  const isThere = body.buffer === room.buffer && body.byteOffset === room.byteOffset + head.length;
  if (!isThere) room.set(body, head.length);
  room.fill(0, bytes);
  return bytes;
}

/** Bytes behind a block that the kernel may look at. */
const PADDING = 64;

/** A line that the kernel left to the library. */
interface OddLine {
  readonly line: number;
  readonly bytes: Uint8Array;
}

function copyOdd(kernel: Kernel, task: BlockTask, { odd }: Done): OddLine[] {
  return Array.from({ length: odd.length / 3 }, (_, at) => ({
    line: task.line + odd[at * 3 + 2]!,
    bytes: kernel.bytes(task.at + odd[at * 3]!, odd[at * 3 + 1]!).slice(),
  }));
}

/** Reads the lines in the list, and empties it. */
async function readOdd(source: Source, odd: OddLine[], options: CorpusOptions, flat: FlatBatch): Promise<void> {
  if (odd.length === 0) return;
  const { readFlatLine } = await import("../flat.ts"); // loaded when the first such line comes
  for (const { line, bytes } of odd.splice(0)) {
    try {
      for (const report of readFlatLine(bytes, `${source.path}:${line}`))
        if (options.days === null || isWithin(report.published, options.days)) flat.add({ report, line });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      refuse(error, options);
    }
  }
}

async function loadFlat(source: Source, own: ByteOptions, options: CorpusOptions, flat: FlatBatch): Promise<void> {
  const { days, isStrict, onRefused } = options;
  const { readSource } = await import("./reader.ts"); // loaded when the first such file comes
  let line = 0;
  for await (const report of readSource(source, { ...own, isStrict, onRefused })) {
    line++;
    if (days === null || isWithin(report.published, days)) flat.add({ report, line });
    if (line % 64 === 0) await new Promise(setImmediate); // a signal gets through
  }
}

function refuse(error: InputError, { isStrict, onRefused }: CorpusOptions): void {
  if (isStrict) throw error;
  onRefused(error);
}
