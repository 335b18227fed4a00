/**
 * Reports in the order of their ids. An id is kept as its JSON, quotes included: what stands in a file is that already, unless it has an escape or
 * is no string. Two ids are compared by the bytes between their quotes.
 */
import {
  BATCH_DOC_COUNT,
  BATCH_DOCS,
  DOC_BYTES,
  DOC_COUNT,
  DOC_FIRST,
  DOC_ID,
  DOC_ID_BYTES,
  DOC_RANK,
} from "./ingest";
import { allocate, COVER, DOCS, touch } from "./memory";

/** Beside the list, addresses of records at `DOCS`: room for as many while they are sorted. */
let spare: usize = 0;
let count: u32 = 0;

/** Lists the reports of the batches, whose heads stand at `heads`; their number, or -1 where there is no room. */
export function listReports(heads: usize, batches: u32): i32 {
  count = 0;
  for (let b: u32 = 0; b < batches; b++) count += load<u32>(load<u32>(heads + (<usize>b << 2)), BATCH_DOC_COUNT);
  let out = allocate(count * 4);
  spare = allocate(count * 4);
  if (out == 0 || spare == 0) return -1;
  store<usize>(DOCS, out);
  for (let b: u32 = 0; b < batches; b++) {
    const head = <usize>load<u32>(heads + (<usize>b << 2));
    const docs = <usize>load<u32>(head, BATCH_DOCS);
    const end = docs + <usize>load<u32>(head, BATCH_DOC_COUNT) * DOC_BYTES;
    for (let doc = docs; doc < end; doc += DOC_BYTES, out += 4) store<u32>(out, <u32>doc);
  }
  return <i32>count;
}

/** The record that stands at a place of the list: once the reports are ranked, that of a rank. */
// @ts-ignore: decorator
@inline
export function docOf(at: u32): usize {
  return load<u32>(load<usize>(DOCS) + (<usize>at << 2));
}

/** The first report in the list, from `at` on, whose id the host must write; the number of reports if there is none. */
export function findOddId(at: u32): u32 {
  while (at < count && isPlain(docOf(at))) at++;
  return at;
}

/** A string of JSON without an escape. Sixteen bytes at a time; those behind it, of which there are always some, do not count. */
function isPlain(doc: usize): bool {
  const id = <usize>load<u32>(doc, DOC_ID);
  const bytes = load<u32>(doc, DOC_ID_BYTES);
  if (bytes < 3 || load<u8>(id) != 0x22) return false;
  for (let at: u32 = 0; at < bytes; at += 16) {
    const escapes = i8x16.bitmask(i8x16.eq(v128.load(id + at), i8x16.splat(0x5c)));
    if (escapes != 0 && at + <u32>ctz(escapes) < bytes) return false;
  }
  return true;
}

/** The first report in the list, from `at` on, that has the id of the one before it; the number of reports if there is none. */
export function findTwin(at: u32): u32 {
  for (at = max<u32>(at, 1); at < count; at++) if (compare(docOf(at - 1), docOf(at)) == 0) return at;
  return count;
}

/** Sorts the list by id, equal ones as they stood: runs that are in order are merged two by two, so that a sorted file takes one look. */
export function sortReports(): void {
  let isSorted = false;
  while (!isSorted) {
    isSorted = true;
    for (let from: u32 = 0; from < count; ) {
      const middle = endOfRun(from);
      const to = middle < count ? endOfRun(middle) : middle;
      if (from > 0 || to < count) isSorted = false;
      merge(from, middle, to);
      from = to;
    }
    const swap = load<usize>(DOCS);
    store<usize>(DOCS, spare);
    spare = swap;
  }
}

function endOfRun(from: u32): u32 {
  do from++;
  while (from < count && compare(docOf(from - 1), docOf(from)) <= 0);
  return from;
}

function merge(from: u32, middle: u32, to: u32): void {
  let i = from;
  let j = middle;
  for (let out = from; out < to; out++) {
    const isFirst = j == to || (i < middle && compare(docOf(i), docOf(j)) <= 0);
    store<u32>(spare + (<usize>out << 2), <u32>docOf(isFirst ? i++ : j++));
  }
}

/** By their first eight bytes where those differ, as they mostly do. */
function compare(a: usize, b: usize): i32 {
  const idA = <usize>load<u32>(a, DOC_ID);
  const idB = <usize>load<u32>(b, DOC_ID);
  const bytesA = load<u32>(a, DOC_ID_BYTES);
  const bytesB = load<u32>(b, DOC_ID_BYTES);
  const least = min(bytesA, bytesB) - 1; // without the mark at the end
  if (least >= 8) {
    const firstA = bswap(load<u64>(idA));
    const firstB = bswap(load<u64>(idB));
    if (firstA != firstB) return firstA < firstB ? -1 : 1;
  }
  const order = memory.compare(idA, idB, least);
  return order != 0 ? order : <i32>bytesA - <i32>bytesB;
}

/** Gives each report its rank, the order of the list, and its words their place among all; false where there is no room. */
export function rankReports(): bool {
  let words: u32 = 0;
  for (let rank: u32 = 0; rank < count; rank++) {
    const doc = docOf(rank);
    store<u32>(doc, rank, DOC_RANK);
    store<u32>(doc, words, DOC_FIRST);
    words += load<u32>(doc, DOC_COUNT);
  }
  const bytes = ((words + 31) >> 5) << 2;
  const cover = allocate(bytes);
  store<usize>(COVER, cover);
  if (cover != 0) touch(cover, bytes);
  return cover != 0;
}
