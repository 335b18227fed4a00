import type { FlatReport } from "../corpus.ts";
import { checkRoom, type Kernel } from "./kernel.ts";

/** A report that the library has read, and its number among those of its file. */
export interface Numbered {
  readonly report: FlatReport;
  /** Line in the file, or place among its records, from one. */
  readonly line: number;
}

/** What is kept of it once the kernel has its words: its own id, null where it has none, and where it stands. */
export interface Named {
  readonly id: string | null;
  readonly place: string;
  readonly line: number;
}

/** Reports that the library has read, on their way into the kernel; a batch of them at a time. */
export class FlatBatch {
  readonly #kernel: Kernel;
  readonly #onBatch: (head: number, reports: readonly Named[]) => void;
  #reports: Numbered[] = [];
  #units = 0;

  constructor(kernel: Kernel, onBatch: (head: number, reports: readonly Named[]) => void) {
    this.#kernel = kernel;
    this.#onBatch = onBatch;
  }

  add(numbered: Numbered): void {
    this.#reports.push(numbered);
    this.#units += numbered.report.text.length;
    if (this.#units > LARGEST) this.flush();
  }

  /** Hands what there is to the kernel. Throws `OutOfMemory`. */
  flush(): void {
    const reports = this.#reports;
    if (reports.length === 0) return;
    const { call } = this.#kernel;
    // UTF-8 has at most three bytes a code unit; the kernel counts on eight bytes a report.
    checkRoom(call.begin(this.#units * 3 + reports.length * 8));
    for (const [line, numbered] of reports.entries()) {
      const { text } = numbered.report;
      checkRoom(call.reserveText(text.length * 3));
      const { written } = encoder.encodeInto(text, this.#kernel.bytes(call.textAt(), text.length * 3));
      call.addWords(written, line);
    }
    const named = reports.map(({ report: { id, place }, line }) => ({ id: id === place ? null : id, place, line }));
    this.#onBatch(checkRoom(call.finish()), named);
    this.#reports = [];
    this.#units = 0;
  }
}

/** Code units of a batch. */
const LARGEST = 1 << 19;
const encoder = new TextEncoder();
