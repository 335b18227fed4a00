import { InputError } from "../corpus.ts";
import { type Batch, FIELD, type Found, HEAD, makeFinder, readRawId } from "./batch.ts";
import { checkRoom, type Kernel, POINTERS } from "./kernel.ts";
import type { Source } from "./source.ts";
import { PRINT_BYTES, SHARDS } from "./task.ts";

/**
 * The reports of a corpus in the kernel's memory. A report's rank is its place in the order of the ids as JSON writes them, byte by byte.
 * It survives JSON.
 */
export interface Corpus {
  readonly reports: number;
  /** Batches that the kernel has, and where their heads are listed. */
  readonly heads: number;
  readonly batches: number;
  /** Bytes of words, of places and of fingerprints in memory. */
  readonly bytes: { readonly words: number; readonly places: number; readonly prints: number };
}

/** Names the reports of the batches, has them ranked by id, and makes the tables that pairing goes by. */
export function settle(
  kernel: Kernel,
  batches: readonly Batch[],
  sources: readonly Source[],
  refuse: (error: InputError) => void,
): Corpus {
  const heads = kernel.allocate(batches.length * 4);
  kernel.numbers(heads, batches.length).set(batches.map(({ head }) => head));
  const { call } = kernel;
  const reports = call.listReports(heads, batches.length);
  if (reports < 0) checkRoom(0);
  const find = makeFinder(kernel, batches, sources);
  for (let at = call.findOddId(0); at < reports; at = call.findOddId(at + 1)) {
    const doc = docAt(kernel, at);
    const { id, place } = find(doc);
    writeId(kernel, doc, id ?? place);
  }
  call.sortReports();
  if (call.findTwin(0) < reports) {
    nameTwins(kernel, reports, find, refuse);
    call.sortReports();
  }
  checkRoom(call.rankReports());
  kernel.numbers(POINTERS.heads, 1)[0] = kernel.allocate(reports * 4);
  kernel.numbers(POINTERS.commonHeads, 1)[0] = kernel.allocate(reports * 4);
  return { reports, heads, batches: batches.length, bytes: measure(kernel, batches) };
}

/** The records in the kernel's list. */
function listDocs(kernel: Kernel, count: number): Uint32Array {
  return kernel.numbers(kernel.numbers(POINTERS.docs, 1)[0]!, count);
}

/** The record that stands at a place of the list. */
function docAt(kernel: Kernel, at: number): number {
  return listDocs(kernel, at + 1)[at]!;
}

/** Of the reports with one id the first in the files keeps it, a later one goes by its place. */
function nameTwins(
  kernel: Kernel,
  reports: number,
  find: (doc: number) => Found,
  refuse: (error: InputError) => void,
): void {
  const later: (Found & { readonly doc: number })[] = [];
  for (let at = kernel.call.findTwin(0); at < reports; ) {
    let to = at + 1;
    while (kernel.call.findTwin(to) === to && to < reports) to++;
    const same = Array.from({ length: to - at + 1 }, (_, own) => docAt(kernel, at - 1 + own));
    later.push(
      ...same
        .map((doc) => ({ doc, ...find(doc) }))
        .sort(byPlace)
        .slice(1),
    );
    at = kernel.call.findTwin(to);
  }
  for (const { doc, id, place } of later.sort(byPlace)) {
    refuse(new InputError("option", place, `an earlier report has the id ${id}; this one goes by its place`));
    writeId(kernel, doc, place);
  }
}

function byPlace(x: Found, y: Found): number {
  if (x.source.path !== y.source.path) return x.source.path < y.source.path ? -1 : 1;
  return x.line - y.line;
}

function writeId(kernel: Kernel, doc: number, id: string): void {
  const json = Buffer.from(JSON.stringify(id));
  const at = kernel.put(json);
  const record = kernel.numbers(doc, FIELD.size);
  record[FIELD.id] = at;
  record[FIELD.idBytes] = json.length;
}

/** Of each report, by rank: its id and how many words it has. */
export interface Names {
  readonly ids: readonly string[];
  readonly words: Uint32Array;
}

export function readNames(kernel: Kernel, { reports }: Corpus): Names {
  const docs = listDocs(kernel, reports);
  return {
    ids: Array.from(docs, (doc) => JSON.parse(readRawId(kernel, doc)) as string),
    words: Uint32Array.from(docs, (doc) => kernel.numbers(doc, FIELD.size)[FIELD.count]!),
  };
}

function measure(kernel: Kernel, batches: readonly Batch[]): Corpus["bytes"] {
  const memory = kernel.numbers(0, kernel.call.used() / 4);
  let words = 0;
  let prints = 0;
  for (const { head } of batches) {
    words += memory[head / 4 + HEAD.words]!;
    prints += memory[memory[head / 4 + HEAD.shards]! / 4 + SHARDS]!;
  }
  return { words: words * 4, places: words, prints: prints * PRINT_BYTES };
}
