import { InputError } from "../corpus.ts";
import { type Batch, HEAD } from "./batch.ts";
import { type Block, readBlocks, tooLong } from "./block.ts";
import type { Crew } from "./crew.ts";
import { type Days, isWithin } from "./days.ts";
import type { Kernel } from "./kernel.ts";
import { FlatBatch } from "./library.ts";
import { cutRanges, isInParts, RANGE_ROOM } from "./range.ts";
import { type Corpus, settle } from "./settle.ts";
import type { Source } from "./source.ts";
import type { BlockTask, Done, RangeTask } from "./task.ts";

export interface CorpusOptions {
  readonly stdin?: AsyncIterable<Uint8Array>;
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

/**
 * Reads all the files into the kernel's memory, from where `reading` says, which is kept up: also where it is interrupted, it is true of the
 * kernel's memory. Each thread reads ranges of plain files for itself; lines of others (packed, piped) are handed to the threads as they
 * come; what the kernel does not read (odd lines, Parquet, single texts) goes through the library. Throws `InputError` where strict and something
 * cannot be used, or no report is left, `OutOfMemory` where the words do not fit.
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
  const loader = new Loader(crew, sources, reading, options);
  while (reading.source < sources.length) await loader.loadNext();
  const corpus = settle(crew.kernel, reading.batches, sources, (error) => refuse(error, options));
  checkAny(corpus, sources, options);
  return corpus;
}

function checkAny({ reports }: Corpus, sources: readonly Source[], { days }: CorpusOptions): void {
  if (reports > 0) return;
  const place = sources.length === 1 ? sources[0]!.path : `${sources.length} files`;
  const of = days === null ? "" : " of the days asked for";
  throw new InputError("too-few", place, `no report${of} could be read`);
}

/** A task that reads lines of a file. */
type LineTask = (RangeTask | BlockTask) & {
  /** Number of the file. */
  readonly source: number;
  /** Whether a line stood before these that was too long. */
  readonly isBehindLong: boolean;
};

/** Of a file, once the kernel has been over it, in the order of its lines: one that the library must read, or what is to be refused. */
type Leftover = { readonly line: number; readonly bytes: Uint8Array } | InputError;

class Loader {
  readonly #crew: Crew;
  readonly #sources: readonly Source[];
  readonly #reading: Reading;
  readonly #options: CorpusOptions;
  /** Bytes of the files before each. */
  readonly #before: readonly number[];
  readonly #leftovers: { readonly source: number; readonly what: Leftover }[] = [];
  /** Reports of one file that the library has read. */
  #flat: { readonly source: number; readonly batch: FlatBatch } | null = null;
  /** Where blocks of packed and piped files are put that no thread is reading. */
  #rooms: number[] | null = null;
  /** The last file of which a part could not be read. */
  #broken = -1;

  constructor(crew: Crew, sources: readonly Source[], reading: Reading, options: CorpusOptions) {
    this.#crew = crew;
    this.#sources = sources;
    this.#reading = reading;
    this.#options = options;
    let bytes = 0;
    this.#before = sources.map(({ size }) => {
      bytes += size;
      return bytes - size;
    });
  }

  /** Reads the next file, and those behind it that can be read together with it. */
  async loadNext(): Promise<void> {
    const number = this.#reading.source;
    const source = this.#sources[number]!;
    try {
      if (source.kind !== "lines") await this.#loadFlat(number);
      else await this.#loadLines(isInParts(source) ? this.#cut() : this.#stream(number));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      refuse(error, this.#options);
    }
    if (this.#reading.source === number) this.#pass(number);
  }

  #pass(source: number): void {
    Object.assign(this.#reading, { source: source + 1, bytes: 0, line: 1 });
  }

  async #loadFlat(source: number): Promise<void> {
    const { stdin, days, isStrict, onRefused } = this.#options;
    const { readSource } = await import("./reader.ts"); // loaded when the first such file comes
    const options = { ...(stdin && { stdin }), onBytes: this.#tellBytes(source), isStrict, onRefused };
    let line = 0;
    for await (const report of readSource(this.#sources[source]!, options)) {
      line++;
      if (days === null || isWithin(report.published, days)) this.#batch(source).add({ report, line });
      if (line % 64 > 0) continue;
      await new Promise(setImmediate); // a signal gets through
      this.#crew.check();
    }
    this.#batch(source).flush();
  }

  /** Ranges of the files from where reading has come to, as far as they can be read in parts. */
  *#cut(): Generator<LineTask> {
    let { source, bytes } = this.#reading;
    for (; ; source++, bytes = 0) {
      const file = this.#sources[source];
      if (file?.kind !== "lines" || !isInParts(file)) return;
      for (const range of cutRanges(file, bytes, this.#crew.threads))
        yield { kind: "range", ...range, source, isBehindLong: false };
    }
  }

  /** The blocks of a file that has to be read from its start, behind those that an earlier run has read. */
  async *#stream(source: number): AsyncGenerator<LineTask> {
    const { kernel, reach } = this.#crew;
    const { stdin } = this.#options;
    this.#rooms ??= Array.from({ length: reach + 1 }, () => kernel.allocate(RANGE_ROOM));
    let behind = this.#reading.bytes;
    const options = { ...(stdin && { stdin }), onBytes: this.#tellBytes(source) };
    for await (const block of readBlocks(this.#sources[source]!, options)) {
      if (behind > 0) {
        behind = passOver(block, behind, this.#sources[source]!);
        continue;
      }
      const at = this.#rooms.pop()!;
      yield { kind: "block", at, bytes: putBlock(kernel, at, block), source, isBehindLong: block.isBehindLong };
    }
  }

  #tellBytes(source: number): (bytes: number) => void {
    return (bytes) => this.#options.onProgress(this.#before[source]! + bytes);
  }

  async #loadLines(tasks: Iterable<LineTask> | AsyncIterable<LineTask>): Promise<void> {
    const settle = inOrder(({ task, done }: { task: LineTask; done: Done }) => this.#settle(task, done));
    const readLeftovers = (): Promise<void> => this.#readLeftovers();
    let begun = 0;
    async function* place(): AsyncGenerator<LineTask & { readonly place: number }> {
      for await (const task of tasks) {
        await readLeftovers();
        yield { ...task, place: begun++ };
      }
    }
    try {
      await this.#crew.spread(place(), (task, done) => {
        if (task.kind === "block") this.#rooms!.push(task.at);
        settle(task.place, { task, done });
      });
    } finally {
      await this.#readLeftovers(); // also where the run is interrupted: the lines count as read
      this.#flat?.batch.flush();
    }
  }

  /** Books what a task gave, once all before it is booked: only then is the number of its first line known. */
  #settle(task: LineTask, { head, odd, isCut, trouble }: Done): void {
    const reading = this.#reading;
    const { source } = task;
    const { path, size } = this.#sources[source]!;
    const leave = (what: Leftover): unknown => this.#leftovers.push({ source, what });
    if (trouble && this.#broken !== source) leave(new InputError(trouble.code, trouble.place, trouble.reason));
    if (trouble) this.#broken = source;
    if (this.#broken !== source) {
      if (task.isBehindLong) leave(tooLong(`${path}:${reading.line++}`));
      reading.batches.push({ source, line: reading.line, head, reports: null });
      for (const { line, bytes } of odd) leave({ line: reading.line + line, bytes });
      reading.line += this.#crew.kernel.numbers(head, HEAD.lines + 1)[HEAD.lines]!;
      if (isCut) leave(tooLong(`${path}:${reading.line++}`));
    }
    if (task.kind === "block") reading.bytes += task.bytes;
    else if (task.to === size) this.#pass(source);
    else reading.bytes = task.to;
    if (task.kind === "range") this.#tellBytes(source)(task.to);
  }

  async #readLeftovers(): Promise<void> {
    if (this.#leftovers.length === 0) return;
    const { readFlatLine } = await import("../flat.ts"); // loaded when the first such line comes
    const { days } = this.#options;
    for (const { source, what } of this.#leftovers.splice(0)) {
      try {
        if (what instanceof InputError) throw what;
        const { line, bytes } = what;
        for (const report of readFlatLine(bytes, `${this.#sources[source]!.path}:${line}`))
          if (days === null || isWithin(report.published, days)) this.#batch(source).add({ report, line });
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        refuse(error, this.#options);
      }
    }
  }

  /** Where reports of a file go that the library has read. */
  #batch(source: number): FlatBatch {
    if (this.#flat?.source !== source) {
      this.#flat?.batch.flush();
      const batch = new FlatBatch(this.#crew.kernel, (head, reports) =>
        this.#reading.batches.push({ source, line: 0, head, reports }),
      );
      this.#flat = { source, batch };
    }
    return this.#flat.batch;
  }
}

/** Hands on in the order of their places, from 0, what comes in any order. */
function inOrder<T>(handOn: (item: T) => void): (place: number, item: T) => void {
  const early = new Map<number, T>();
  let next = 0;
  return (place, item) => {
    early.set(place, item);
    for (let own = early.get(next); own !== undefined; own = early.get(next)) {
      early.delete(next++);
      handOn(own);
    }
  };
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

/** Puts a block at an address; gives its bytes. */
function putBlock(kernel: Kernel, at: number, { head, body }: Block): number {
  const bytes = head.length + body.length;
  const room = kernel.bytes(at, bytes);
  room.set(head);
  room.set(body, head.length);
  return bytes;
}

function refuse(error: InputError, { isStrict, onRefused }: CorpusOptions): void {
  if (isStrict) throw error;
  onRefused(error);
}
