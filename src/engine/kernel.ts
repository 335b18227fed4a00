import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Judge } from "./days.ts";
import { RANGE_ROOM } from "./range.ts";

/** What kernel/main.ts exports; addresses and counts are numbers of 32 bits, which come out signed and are read unsigned. */
export interface Exports {
  readonly start: () => void;
  readonly makeTables: () => number;
  readonly allocate: (bytes: number) => number;
  readonly used: () => number;
  readonly configure: (gram: number, window: number) => void;
  readonly chooseByDate: () => void;
  readonly configurePairs: (gram: number, window: number) => void;
  readonly begin: (bytes: number) => number;
  readonly addLines: (from: number, bytes: number) => void;
  readonly addWords: (bytes: number, line: number) => number;
  readonly oddAt: () => number;
  readonly oddLines: () => number;
  readonly finish: () => number;
  readonly reserveText: (bytes: number) => number;
  readonly textAt: () => number;
  readonly listWords: (bytes: number, to: number) => number;
  readonly group: (from: number, to: number, heads: number, batches: number, most: number) => number;
  readonly linkedEntries: () => number;
  readonly listReports: (heads: number, batches: number) => number;
  readonly findOddId: (at: number) => number;
  readonly sortReports: () => void;
  readonly findTwin: (at: number) => number;
  readonly rankReports: () => number;
  readonly sortCommon: (from: number, to: number) => number;
  readonly pair: (from: number, to: number) => number;
  readonly rowsAt: () => number;
  readonly reserveGiven: (rows: number) => number;
  readonly renderRows: (from: number, rows: number) => number;
  readonly renderReports: (from: number, to: number, common: number) => number;
  readonly linesAt: () => number;
  readonly linesPut: () => number;
  readonly cover: (rank: number, from: number, words: number) => void;
  readonly countCovered: (rank: number) => number;
}

/** Addresses where the kernel looks for tables that the host makes, as in kernel/memory.ts. */
export const POINTERS = { pages: 128, heads: 132, commonHeads: 136, docs: 140 } as const;

/** The compiled kernel. It stands beside the library's own code, in src and in dist alike. */
export function compileKernel(): WebAssembly.Module {
  return new WebAssembly.Module(readFileSync(join(import.meta.dirname, "..", "reuse", "kernel.wasm")));
}

/** Memory that threads share: 1 MiB at first, 4 GiB at most, taken from the machine only as it is used. */
export function makeMemory(): WebAssembly.Memory {
  return new WebAssembly.Memory({ initial: 16, maximum: 65536, shared: true });
}

/**
 * One thread's own instance on the shared memory. `makePage` is asked for tables of characters as they come up, `judge` about the date of each
 * line; without it all reports are wanted.
 */
export function makeKernel(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
  makePage: (page: number) => Uint8Array,
  judge: Judge | null = null,
): Kernel {
  const host = {
    fillPage: (page: number): number => kernel.put(makePage(page)),
    judgeDate: (from: number, bytes: number): number => VERDICTS.indexOf(judge!(kernel.text(from, bytes))),
  };
  const env = {
    memory,
    abort: () => {
      throw new Error("the kernel met what it should never meet");
    },
  };
  const { exports } = new WebAssembly.Instance(module, { env, host });
  const kernel = new Kernel(memory, exports as unknown as Exports);
  if (judge) kernel.call.chooseByDate();
  return kernel;
}

/** As kernel/ingest.ts numbers them. */
const VERDICTS: readonly ReturnType<Judge>[] = [false, true, "odd"];

/** Sees to the memory around the exports. */
export class Kernel {
  readonly call: Exports;
  readonly #memory: WebAssembly.Memory;
  #room = 0;

  constructor(memory: WebAssembly.Memory, call: Exports) {
    this.#memory = memory;
    this.call = call;
  }

  /** The bytes from an address on; good until the memory grows, and past its old end not even then. */
  bytes(at: number, length: number): Uint8Array {
    return new Uint8Array(this.#reach((at >>> 0) + length), at >>> 0, length);
  }

  /** Numbers of 32 bits from an address on. */
  numbers(at: number, length: number): Uint32Array {
    return new Uint32Array(this.#reach((at >>> 0) + length * 4), at >>> 0, length);
  }

  /**
   * The memory, which is given out as far as `end`. Where another thread lets it grow while this one is handed it, V8 may show this one the shorter
   * memory of before until it grows again; by nothing is not enough. Throws `OutOfMemory`.
   */
  #reach(end: number): ArrayBuffer {
    if (end > this.#memory.buffer.byteLength) {
      try {
        this.#memory.grow(1);
      } catch {
        throw new OutOfMemory("no room");
      }
    }
    return this.#memory.buffer;
  }

  /** Where the table of pages of characters stands. */
  pagesAt(): number {
    return this.numbers(POINTERS.pages, 1)[0]!;
  }

  /** Room for `RANGE_ROOM` bytes that is this thread's own, the same at every call. Throws `OutOfMemory`. */
  room(): Uint8Array {
    this.#room ||= this.allocate(RANGE_ROOM);
    return this.bytes(this.#room, RANGE_ROOM);
  }

  /** Room for so many bytes, all 0. Throws `OutOfMemory`. */
  allocate(bytes: number): number {
    return checkRoom(this.call.allocate(bytes));
  }

  /** Copies bytes into the memory; gives their address. */
  put(bytes: Uint8Array): number {
    const at = this.allocate(bytes.length);
    this.bytes(at, bytes.length).set(bytes);
    return at;
  }

  /** The UTF-8 or plain ASCII at an address as a string. */
  text(at: number, length: number): string {
    return Buffer.from(this.#reach((at >>> 0) + length), at >>> 0, length).toString("utf8");
  }
}

/** The 4 GiB that WebAssembly can address, or what the machine has, are full. */
export class OutOfMemory extends Error {}

/** An address or a count that the kernel gave; 0 and -1 say that there was no room. */
export function checkRoom(given: number): number {
  if (given === 0 || given === -1) throw new OutOfMemory("no room");
  return given >>> 0;
}
