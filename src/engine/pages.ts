import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { makeFoldPage } from "../corpus.ts";
import type { Kernel } from "./kernel.ts";

/** Pages of characters that reports use, first and last: all scripts of today, punctuation, presentation forms, mathematical letters, emoji. */
const USUAL = [
  [0x00, 0xd7],
  [0xf9, 0xff],
  [0x1d4, 0x1d7],
  [0x1f0, 0x1fb],
] as const;

/** The name of the file of usual pages: they are by this machine's Unicode, and of no use where there is another. */
export const PAGES_FILE: string = `pages-${process.versions.unicode}.bin`;

/**
 * The usual pages in one file: how many, then of each its number and where it begins, in bytes from the start, then the pages. All in
 * numbers of 32 bits, little-endian.
 */
export function packPages(): Uint8Array {
  const numbers = USUAL.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
  const parts: Uint8Array[] = [];
  const table = new Uint32Array(1 + numbers.length * 2);
  table[0] = numbers.length;
  const known = new Map<string, number>(); // those without a letter are all alike
  let end = table.byteLength;
  for (const [at, number] of numbers.entries()) {
    const page = makeFoldPage(number);
    const aligned = Buffer.alloc(Math.ceil(page.length / 4) * 4);
    aligned.set(page);
    const key = aligned.toString("base64");
    if (!known.has(key)) {
      known.set(key, end);
      parts.push(aligned);
      end += aligned.length;
    }
    table.set([number, known.get(key)!], 1 + at * 2);
  }
  return Buffer.concat([new Uint8Array(table.buffer), ...parts]);
}

/**
 * Puts the usual pages into the kernel's table, from the file that stands beside the kernel in the built package. To make them takes as long as
 * to read hundreds of reports, in every thread that comes upon them first. Without the file, pages are made as they come up.
 */
export function putPages(kernel: Kernel): void {
  const file = readPages();
  if (!file) return;
  const at = kernel.put(file);
  const [count] = kernel.numbers(at, 1);
  const table = kernel.numbers(at + 4, count! * 2);
  const slots = kernel.numbers(kernel.pagesAt(), 0x1100);
  for (let entry = 0; entry < table.length; entry += 2) slots[table[entry]!] = at + table[entry + 1]!;
}

function readPages(): Uint8Array | null {
  try {
    return readFileSync(join(import.meta.dirname, "..", "reuse", PAGES_FILE));
  } catch {
    return null;
  }
}
