/** Fingerprints with the same key brought together, a shard of the keys at a time. */
import {
  BATCH_DOC_COUNT,
  BATCH_DOCS,
  BATCH_PRINTS,
  BATCH_SHARDS,
  DOC_BYTES,
  DOC_COUNT,
  DOC_RANK,
  DOC_WORDS,
  PRINT_BYTES,
  printAt,
} from "./ingest";
import { allocate, COMMON_HEADS, HEADS } from "./memory";
import { sortByKey, sortWide } from "./sort";

/** A fingerprint that several reports have. Those of one key stand in a row, by rank, then by word. */
export const ENTRY_WORD: usize = 0; // address of the first word / 4
export const ENTRY_RANK: usize = 4; // the last of its key has the highest bit set
export const ENTRY_NEXT: usize = 8; // another entry of the same report, in no order
export const ENTRY_BYTES: usize = 12;
export const LAST: u32 = 0x80000000;

let capacity: u32 = 0;
let sorting: usize = 0; // twice 8 bytes a fingerprint
let word: usize = 0;
let rank: usize = 0;
let counts: usize = 0;
let own: usize = 0;
let ownCapacity: u32 = 0;
/** Bits by the lower part of the key: met once, met again. */
let once: usize = 0;
let again: usize = 0;
let bitCapacity: u32 = 0;
let bitMask: u32 = 0;

/** Entries made by the shard last grouped, and by all of its task. */
let linked: u32 = 0;
let entryCount: u32 = 0;

export function linkedEntries(): u32 {
  return entryCount;
}

/** Where the next entries go, and where the room for them ends. */
let entries: usize = 0;
let entriesEnd: usize = 0;
/** Bytes that are taken at a time for the entries of many shards. */
const SEGMENT: u32 = 1 << 18;

/** Bytes a fingerprint while its shard is being sorted. */
const ROOM: u32 = 24;

/** Brings together the shards from `from` to `to`; see `groupShard`. False where there is no room. */
export function group(from: u32, to: u32, heads: usize, batches: u32, most: u32): bool {
  entryCount = 0;
  for (let shard = from; shard < to; shard++) {
    if (!groupShard(shard, heads, batches, most)) return false;
    entryCount += linked;
  }
  return true;
}

/**
 * Links the fingerprints of a shard that two to `most` reports have into the reports' lists, and those that more have, or
 * that stand more than four times `most` times in all, into their lists of common ones. `heads` lists the batches. Most fingerprints stand
 * alone: two tables of bits tell which may not, and only those are sorted. False where there is no room.
 */
function groupShard(shard: u32, heads: usize, batches: u32, most: u32): bool {
  linked = 0;
  if (!reserveBits(countPrints(shard, heads, batches))) return false;
  const repeated = markPrints(shard, heads, batches);
  // Of a key that stands m times, m - 1 are repetitions.
  if (!reserve(repeated * 2)) return false;
  const n = gather(shard, heads, batches);
  const sorted = sortByKey(sorting, sorting + (<usize>capacity << 3), n, counts);
  if (!reserveEntries(n)) return false;
  let out = entries;
  for (let i: u32 = 0; i < n; ) {
    const end = endOfKey(sorted, i, n);
    const reports = countReports(sorted, i, end);
    if (reports > most || (reports > 1 && end - i > 4 * most)) out = linkCommon(sorted, i, end, reports, out);
    else if (reports > 1) {
      if (!reserveOwn(end - i)) return false;
      out = linkShared(sorted, i, end, out);
    }
    i = end;
  }
  linked = <u32>((out - entries) / ENTRY_BYTES);
  entries = out;
  return true;
}

/** Room for so many entries behind those that are there. */
function reserveEntries(n: u32): bool {
  if (entries + <usize>n * ENTRY_BYTES <= entriesEnd) return true;
  const bytes = max<u32>(SEGMENT, n * <u32>ENTRY_BYTES);
  entries = allocate(bytes);
  entriesEnd = entries == 0 ? 0 : entries + bytes;
  return entries != 0;
}

function countPrints(shard: u32, heads: usize, batches: u32): u32 {
  let n: u32 = 0;
  for (let b: u32 = 0; b < batches; b++) {
    const bounds = <usize>load<u32>(load<u32>(heads + (<usize>b << 2)), BATCH_SHARDS) + (<usize>shard << 2);
    n += load<u32>(bounds, 4) - load<u32>(bounds);
  }
  return n;
}

/** Eight to sixteen bits a fingerprint, all 0. */
function reserveBits(n: u32): bool {
  let bits: u32 = 1 << 12;
  while (bits >> 3 < n && bits < 0x80000000) bits <<= 1;
  const bytes = bits >> 3;
  if (bytes > bitCapacity) {
    bitCapacity = bytes;
    once = allocate(bytes);
    again = allocate(bytes);
  }
  if (once == 0 || again == 0) return false;
  memory.fill(once, 0, bytes);
  memory.fill(again, 0, bytes);
  bitMask = bits - 1;
  return true;
}

/** Gives how many fingerprints found their bit set. */
function markPrints(shard: u32, heads: usize, batches: u32): u32 {
  let repeated: u32 = 0;
  for (let b: u32 = 0; b < batches; b++) {
    const head = <usize>load<u32>(heads + (<usize>b << 2));
    const bounds = <usize>load<u32>(head, BATCH_SHARDS) + (<usize>shard << 2);
    const prints = <usize>load<u32>(head, BATCH_PRINTS);
    const end = prints + <usize>load<u32>(bounds, 4) * PRINT_BYTES;
    for (let p = prints + <usize>load<u32>(bounds) * PRINT_BYTES; p < end; p += PRINT_BYTES) {
      const bit = <u32>(printAt(p, 0) >> 32) & bitMask;
      const at = (<usize>bit >> 5) << 2;
      const mask: u32 = 1 << (bit & 31);
      const met = load<u32>(once + at);
      store<u32>(again + at, load<u32>(again + at) | (met & mask));
      store<u32>(once + at, met | mask);
      repeated += (met >> (bit & 31)) & 1;
    }
  }
  return repeated;
}

function reserve(n: u32): bool {
  if (counts == 0) counts = allocate(2048);
  if (n <= capacity) return counts != 0;
  capacity = n + (n >> 2);
  sorting = allocate(capacity * ROOM);
  word = sorting + (<usize>capacity << 4);
  rank = word + (<usize>capacity << 2);
  return sorting != 0;
}

/** Key and number of each fingerprint that may be repeated, to sort; beside them, by number, its word and its report's rank. Gives how many. */
function gather(shard: u32, heads: usize, batches: u32): u32 {
  let n: u32 = 0;
  for (let b: u32 = 0; b < batches; b++) {
    const head = <usize>load<u32>(heads + (<usize>b << 2));
    const bounds = <usize>load<u32>(head, BATCH_SHARDS) + (<usize>shard << 2);
    const prints = <usize>load<u32>(head, BATCH_PRINTS);
    const end = prints + <usize>load<u32>(bounds, 4) * PRINT_BYTES;
    let doc = <usize>load<u32>(head, BATCH_DOCS);
    let first: u32 = 0; // number in the batch of the report's first word
    for (let p = prints + <usize>load<u32>(bounds) * PRINT_BYTES; p < end; p += PRINT_BYTES) {
      const print = printAt(p, shard);
      const bit = <u32>(print >> 32) & bitMask;
      if (((load<u32>(again + ((<usize>bit >> 5) << 2)) >> (bit & 31)) & 1) == 0) continue;
      for (; <u32>print - first >= load<u32>(doc, DOC_COUNT); doc += DOC_BYTES) first += load<u32>(doc, DOC_COUNT);
      const at = (load<u32>(doc, DOC_WORDS) >> 2) + <u32>print - first;
      store<u64>(sorting + (<usize>n << 3), (print & 0xffffffff00000000) | <u64>n);
      store<u32>(word + (<usize>n << 2), at);
      store<u32>(rank + (<usize>n << 2), load<u32>(doc, DOC_RANK));
      n++;
    }
  }
  return n;
}

// @ts-ignore: decorator
@inline
function endOfKey(sorted: usize, i: u32, n: u32): u32 {
  const key = load<u32>(sorted + (<usize>i << 3), 4);
  do i++;
  while (i < n && load<u32>(sorted + (<usize>i << 3), 4) == key);
  return i;
}

// @ts-ignore: decorator
@inline
function rankAt(sorted: usize, i: u32): u32 {
  return load<u32>(rank + (<usize>load<u32>(sorted + (<usize>i << 3)) << 2));
}

// @ts-ignore: decorator
@inline
function wordAt(sorted: usize, i: u32): u32 {
  return load<u32>(word + (<usize>load<u32>(sorted + (<usize>i << 3)) << 2));
}

/** Different reports: those of one report stand in a row, as they come from one batch in text order. */
function countReports(sorted: usize, from: u32, to: u32): u32 {
  let reports: u32 = 1;
  for (let i = from + 1; i < to; i++) if (rankAt(sorted, i) != rankAt(sorted, i - 1)) reports++;
  return reports;
}

function reserveOwn(n: u32): bool {
  if (n <= ownCapacity) return true;
  ownCapacity = n * 2 + 64;
  own = allocate(ownCapacity * 8);
  return own != 0;
}

function linkShared(sorted: usize, from: u32, to: u32, out: usize): usize {
  const n = to - from;
  for (let i: u32 = 0; i < n; i++)
    store<u64>(own + (<usize>i << 3), (<u64>rankAt(sorted, from + i) << 32) | <u64>wordAt(sorted, from + i));
  sortWide(own, n);
  const last = load<u32>(own + (<usize>(n - 1) << 3), 4);
  for (let i: u32 = 0; i < n; i++) {
    const ofReport = load<u32>(own + (<usize>i << 3), 4);
    store<u32>(out, load<u32>(own + (<usize>i << 3)), ENTRY_WORD);
    store<u32>(out, ofReport | (i + 1 == n ? LAST : 0), ENTRY_RANK);
    // The last report of a key has nobody behind it to be paired with.
    if (ofReport != last) link(HEADS, ofReport, out);
    out += ENTRY_BYTES;
  }
  return out;
}

function linkCommon(sorted: usize, from: u32, to: u32, reports: u32, out: usize): usize {
  for (let i = from; i < to; i++) {
    store<u32>(out, wordAt(sorted, i), ENTRY_WORD);
    store<u32>(out, reports, ENTRY_RANK);
    link(COMMON_HEADS, rankAt(sorted, i), out);
    out += ENTRY_BYTES;
  }
  return out;
}

/** Puts an entry before the others of its report; threads may do so at the same time. */
function link(heads: usize, ofReport: u32, entry: usize): void {
  const head = load<usize>(heads) + (<usize>ofReport << 2);
  store<u32>(entry, atomic.xchg<u32>(head, <u32>entry), ENTRY_NEXT);
}
