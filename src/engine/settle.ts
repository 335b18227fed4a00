import type { InputError } from "../corpus.ts";
import { type Batch, FIELD, HEAD } from "./batch.ts";
import { type Kernel, POINTERS } from "./kernel.ts";
import { type Found, nameReports } from "./name.ts";
import { PRINT_BYTES, SHARDS } from "./task.ts";

/** The reports of a corpus in the kernel's memory. A report's rank is its place in the order of the ids, by code unit. */
export interface Corpus {
  /** By rank. */
  readonly ids: readonly string[];
  /** Words of each report, by rank. */
  readonly words: Uint32Array;
  /** Batches that the kernel has, and where their heads are listed. */
  readonly heads: number;
  readonly batches: number;
  /** Bytes of words, of places and of fingerprints in memory. */
  readonly bytes: { readonly words: number; readonly places: number; readonly prints: number };
}

/** Names the reports found in the batches, ranks them by id, and makes the tables that pairing goes by. */
export function settle(
  kernel: Kernel,
  batches: readonly Batch[],
  found: readonly Found[],
  refuse: (error: InputError) => void,
): Corpus {
  const memory = kernel.numbers(0, kernel.size / 4);
  const named = nameReports(found, refuse);
  const places = new Map(named.map((id, place) => [id, place]));
  const ids = [...named].sort();
  const docs = kernel.allocate(found.length * 4);
  const heads = kernel.allocate(batches.length * 4);
  kernel.numbers(POINTERS.docs, 1)[0] = docs;
  kernel.numbers(POINTERS.heads, 1)[0] = kernel.allocate(found.length * 4);
  kernel.numbers(POINTERS.commonHeads, 1)[0] = kernel.allocate(found.length * 4);
  kernel.numbers(heads, batches.length).set(batches.map(({ head }) => head));
  const words = new Uint32Array(found.length);
  const table = kernel.numbers(docs, found.length);
  let sum = 0;
  for (const [rank, id] of ids.entries()) {
    const { at } = found[places.get(id)!]!;
    table[rank] = at;
    memory[at / 4 + FIELD.rank] = rank;
    memory[at / 4 + FIELD.id] = sum;
    words[rank] = memory[at / 4 + FIELD.count]!;
    sum += words[rank]!;
  }
  kernel.numbers(POINTERS.cover, 1)[0] = kernel.allocate(Math.ceil(sum / 32) * 4);
  writeIds(kernel, ids, words);
  return { ids, words, heads, batches: batches.length, bytes: measure(batches, memory) };
}

/** The ids as JSON, and a table of them by rank, for the kernel to render rows: address, bytes, words of the report. */
function writeIds(kernel: Kernel, ids: readonly string[], words: Uint32Array): void {
  const json = ids.map((id) => JSON.stringify(id));
  let at = kernel.put(Buffer.from(json.join("")));
  const table = kernel.allocate(ids.length * 12);
  const numbers = kernel.numbers(table, ids.length * 3);
  for (const [rank, one] of json.entries()) {
    const bytes = Buffer.byteLength(one);
    numbers.set([at, bytes, words[rank]!], rank * 3);
    at += bytes;
  }
  kernel.numbers(POINTERS.ids, 1)[0] = table;
}

function measure(batches: readonly Batch[], memory: Uint32Array): Corpus["bytes"] {
  let words = 0;
  let prints = 0;
  for (const { head } of batches) {
    words += memory[head / 4 + HEAD.words]!;
    prints += memory[memory[head / 4 + HEAD.shards]! / 4 + SHARDS]!;
  }
  return { words: words * 4, places: words, prints: prints * PRINT_BYTES };
}
