/**
 * Lines of JSON, or single texts, to words and fingerprints. The results of many go into one batch, whose block holds, at the
 * addresses its head names: words (4 bytes each), places (a byte each), wide places (8 bytes each), fingerprints (key and word address / 4, 8 bytes each, by
 * shard of the key), reports (32 bytes each) and their ids (raw JSON).
 */
import { EMPTY, GOOD, idFrom, idTo, ODD, readLine, unescape } from "./json";
import { allocate } from "./memory";
import { endOf, findWords, hashOf, startOf } from "./word";

/** Shards of the keys, by their upper bits: each is sorted by itself. */
export const SHARDS: u32 = 64;
const SHARD_SHIFT: u32 = 26;

/** Fields of a report's record, in bytes. */
export const DOC_WORDS: usize = 0; // address
export const DOC_COUNT: usize = 4;
export const DOC_PLACES: usize = 8; // address
export const DOC_WIDE: usize = 12; // address
export const DOC_LINE: usize = 16; // number in the batch, from 0
export const DOC_ID: usize = 20; // address
export const DOC_ID_BYTES: usize = 24;
export const DOC_RANK: usize = 28; // set by the host
export const DOC_BYTES: usize = 32;

/** Fields of a batch's head: addresses, and how many. */
export const BATCH_DOCS: usize = 0;
export const BATCH_DOC_COUNT: usize = 4;
export const BATCH_PRINTS: usize = 8;
export const BATCH_SHARDS: usize = 12; // where each shard's fingerprints begin, SHARDS + 1 counts
export const BATCH_LINES: usize = 16; // lines read
export const BATCH_WORDS: usize = 20; // words in all
export const BATCH_BYTES: u32 = 24;

let gram: u32 = 8;
let window: u32 = 9;

let words: usize = 0;
let places: usize = 0;
let wide: usize = 0;
let prints: usize = 0; // key, word number in the batch
let docs: usize = 0;
let ids: usize = 0;
let odd: usize = 0; // offset, bytes, line
let keys: usize = 0;
let leasts: usize = 0;
let capacity: u32 = 0;
let docCapacity: u32 = 0;
let keyCapacity: u32 = 0;

let wordCount: u32 = 0;
let wideCount: u32 = 0;
let printCount: u32 = 0;
let docCount: u32 = 0;
let idBytes: u32 = 0;
let oddCount: u32 = 0;
let lineCount: u32 = 0;

export function configure(gramWords: u32, windowGrams: u32): void {
  gram = gramWords;
  window = windowGrams;
}

/** Begins a batch of `bytes` at most, its escapes counted; false where there is no room. */
export function begin(bytes: u32): bool {
  wordCount = 0;
  wideCount = 0;
  printCount = 0;
  docCount = 0;
  idBytes = 0;
  oddCount = 0;
  lineCount = 0;
  if (bytes > capacity) {
    capacity = bytes;
    // A word takes a byte and what parts it from the next another, as a rule: initialisms touch in odd cases, hence the room.
    words = allocate(bytes * 4 + 256);
    places = allocate(bytes + 256);
    wide = allocate(bytes * 2 + 256);
    prints = allocate(bytes * 4 + 256);
    ids = allocate(bytes + 256);
    docCapacity = bytes / 8 + 16;
    docs = allocate(docCapacity * <u32>DOC_BYTES);
    odd = allocate(docCapacity * 12);
    if (!words || !places || !wide || !prints || !ids || !docs || !odd) return false;
  }
  return true;
}

/** Reads all lines of `n` bytes at `from`; those that the host must read are kept in a list. */
export function addLines(from: usize, n: u32): void {
  const end = from + n;
  for (let line = from; line < end; lineCount++) {
    const to = findLineEnd(line, end);
    const length = <u32>(to - line);
    if (length > 0) {
      const state = readLine(line, length);
      if (state == ODD || (state == GOOD && !addRead())) {
        const slot = odd + <usize>oddCount * 12;
        store<u32>(slot, <u32>(line - from));
        store<u32>(slot, length, 4);
        store<u32>(slot, lineCount, 8);
        oddCount++;
      }
    }
    line = to + 1;
  }
}

function findLineEnd(p: usize, end: usize): usize {
  const feed = i8x16.splat(10);
  for (; p < end; p += 16) {
    const mask = i8x16.bitmask(i8x16.eq(v128.load(p), feed));
    if (mask != 0) return min<usize>(p + <usize>ctz(mask), end);
  }
  return end;
}

function addRead(): bool {
  const bytes = unescape();
  if (bytes < 0) return false;
  const idLength = idFrom == 0 ? 0 : <u32>(idTo - idFrom);
  if (!addWords(<u32>bytes, lineCount)) return false;
  const doc = docs + <usize>(docCount - 1) * DOC_BYTES;
  store<u32>(doc, idBytes, DOC_ID);
  store<u32>(doc, idLength, DOC_ID_BYTES);
  memory.copy(ids + idBytes, idFrom, idLength);
  idBytes += idLength;
  return true;
}

/** Adds the report whose `bytes` of UTF-8 stand at the text; false for one without a word. Its id stays with the host. */
export function addWords(bytes: u32, line: u32): bool {
  const count = findWords(bytes);
  if (count == 0) return false;
  const doc = docs + <usize>docCount * DOC_BYTES;
  store<u32>(doc, wordCount, DOC_WORDS);
  store<u32>(doc, count, DOC_COUNT);
  store<u32>(doc, wideCount, DOC_WIDE);
  store<u32>(doc, line, DOC_LINE);
  store<u32>(doc, 0, DOC_ID);
  store<u32>(doc, 0, DOC_ID_BYTES);
  docCount++;
  const hashes = words + (<usize>wordCount << 2);
  const ownPlaces = places + <usize>wordCount;
  let last: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    store<u32>(hashes + (<usize>i << 2), hashOf(i));
    const from = startOf(i);
    const to = endOf(i);
    keepPlace(ownPlaces + <usize>i, from - last, to - from);
    last = to;
  }
  winnow(hashes, count);
  wordCount += count;
  return true;
}

/** Where a word stands: units since the word before in three bits, its own units in five; more than fit in stand apart. */
// @ts-ignore: decorator
@inline
function keepPlace(at: usize, gap: u32, units: u32): void {
  const isWide = gap > 6 || units > 30;
  store<u8>(at, isWide ? 0xff : <u8>((gap << 5) | units));
  if (!isWide) return;
  const slot = wide + (<usize>wideCount << 3);
  store<u32>(slot, gap);
  store<u32>(slot, units, 4);
  wideCount++;
}

const BASE: u32 = 0x9e3779b1;

/**
 * As `winnow` of the library: the fingerprints of `n` words at `hashes`. Four grams at a time, without a branch: the least key of each window,
 * then for each gram the greatest of those over the windows it is in; a gram is kept if that is its own key.
 */
function winnow(hashes: usize, n: u32): void {
  if (n < gram + window - 1) return;
  const grams = n - gram + 1;
  if (grams > keyCapacity) {
    keyCapacity = max<u32>(grams * 2, 1 << 14);
    keys = allocate(keyCapacity * 4 + 1024);
    leasts = allocate(keyCapacity * 4 + 2048) + 512;
  }
  hashGrams(hashes, n);
  mixGrams(grams);
  const windows = grams - window + 1;
  slide(keys, leasts, grams, false);
  memory.fill(leasts + (<usize>windows << 2), 0, <usize>(window + 8) << 2);
  const before = leasts - (<usize>(window - 1) << 2);
  memory.fill(before, 0, <usize>(window - 1) << 2);
  slide(before, before, grams, true);
  let out = prints + (<usize>printCount << 3);
  for (let i: u32 = 0; i < grams; i += 4) {
    const own = v128.load(keys + (<usize>i << 2));
    let kept = i32x4.bitmask(i32x4.eq(own, v128.load(before + (<usize>i << 2))));
    if (i + 4 > grams) kept &= (1 << (grams - i)) - 1;
    for (; kept != 0; kept &= kept - 1) {
      const at = i + <u32>ctz(kept);
      store<u32>(out, load<u32>(keys + (<usize>at << 2)));
      store<u32>(out, wordCount + at, 4);
      out += 8;
    }
  }
  printCount = <u32>((out - prints) >> 3);
}

/**
 * The least (or greatest) of each `window` numbers in a row, by doubling: of two, of four, …; then two such that overlap. `to` may be `from`:
 * what is read lies at or behind what is written.
 */
function slide(from: usize, to: usize, n: u32, isGreatest: bool): void {
  let size: u32 = 1;
  if (window == 1 && from != to) memory.copy(to, from, <usize>n << 2);
  while (size < window) {
    const step = min<u32>(size, window - size);
    const ahead = <usize>step << 2;
    for (let i: usize = 0; i < <usize>(n + window) << 2; i += 16) {
      const x = v128.load(from + i);
      const y = v128.load(from + i + ahead);
      v128.store(to + i, isGreatest ? i32x4.max_u(x, y) : i32x4.min_u(x, y));
    }
    from = to;
    size += step;
  }
}

/** The rolling sums of the grams, not yet mixed. */
function hashGrams(hashes: usize, n: u32): void {
  let power: u32 = 1;
  for (let i: u32 = 0; i < gram; i++) power *= BASE;
  let sum: u32 = 0;
  for (let at: u32 = 0; at < gram; at++) sum = sum * BASE + load<u32>(hashes + (<usize>at << 2));
  store<u32>(keys, sum);
  const back = <usize>gram << 2;
  for (let at = gram; at < n; at++) {
    const p = hashes + (<usize>at << 2);
    sum = sum * BASE + (load<u32>(p) - load<u32>(p - back) * power);
    store<u32>(keys + (<usize>(at + 1 - gram) << 2), sum);
  }
}

/** The sums to keys; behind the last one the greatest number, which is never a window's least. */
function mixGrams(grams: u32): void {
  const first = i32x4.splat(0x85ebca6b);
  const second = i32x4.splat(0xc2b2ae35);
  for (let i: usize = 0; i < <usize>grams << 2; i += 16) {
    let v = v128.load(keys + i);
    v = i32x4.mul(v128.xor(v, i32x4.shr_u(v, 16)), first);
    v = i32x4.mul(v128.xor(v, i32x4.shr_u(v, 13)), second);
    v128.store(keys + i, v128.xor(v, i32x4.shr_u(v, 16)));
  }
  memory.fill(keys + (<usize>grams << 2), 0xff, <usize>(2 * window + 8) << 2);
}

/** Lines that the host must read, three numbers each: offset in the lines, bytes, number. */
export function oddAt(): usize {
  return odd;
}
export function oddLines(): u32 {
  return oddCount;
}

/** Ends the batch: copies what it holds into a block of its own and gives its head; 0 where there is no room. */
export function finish(): usize {
  const head = allocate(BATCH_BYTES + (SHARDS + 1) * 4);
  const ownWords = allocate(wordCount * 4);
  const ownPlaces = allocate(wordCount);
  const ownWide = allocate(wideCount * 8);
  const ownPrints = allocate(printCount * 8);
  const ownDocs = allocate(docCount * <u32>DOC_BYTES);
  const ownIds = allocate(idBytes);
  if (!head || !ownWords || !ownPlaces || !ownWide || !ownPrints || !ownDocs || !ownIds) return 0;
  memory.copy(ownWords, words, <usize>wordCount << 2);
  memory.copy(ownPlaces, places, wordCount);
  memory.copy(ownWide, wide, <usize>wideCount << 3);
  memory.copy(ownIds, ids, idBytes);
  for (let i: u32 = 0; i < docCount; i++) {
    const from = docs + <usize>i * DOC_BYTES;
    const to = ownDocs + <usize>i * DOC_BYTES;
    memory.copy(to, from, DOC_BYTES);
    const first = load<u32>(from, DOC_WORDS);
    store<u32>(to, <u32>(ownWords + (<usize>first << 2)), DOC_WORDS);
    store<u32>(to, <u32>(ownPlaces + first), DOC_PLACES);
    store<u32>(to, <u32>(ownWide + (<usize>load<u32>(from, DOC_WIDE) << 3)), DOC_WIDE);
    store<u32>(to, <u32>(ownIds + load<u32>(from, DOC_ID)), DOC_ID);
  }
  store<u32>(head, <u32>ownDocs, BATCH_DOCS);
  store<u32>(head, docCount, BATCH_DOC_COUNT);
  store<u32>(head, <u32>ownPrints, BATCH_PRINTS);
  const shards = head + <usize>BATCH_BYTES;
  store<u32>(head, <u32>shards, BATCH_SHARDS);
  store<u32>(head, lineCount, BATCH_LINES);
  store<u32>(head, wordCount, BATCH_WORDS);
  partPrints(ownPrints, shards, <u32>(ownWords >> 2));
  return head;
}

/** The fingerprints by shard, in each in text order, with the address of their word / 4. */
function partPrints(to: usize, shards: usize, firstWord: u32): void {
  memory.fill(shards, 0, (SHARDS + 1) * 4);
  for (let i: u32 = 0; i < printCount; i++) {
    const slot = shards + <usize>((load<u32>(prints + (<usize>i << 3)) >> SHARD_SHIFT) << 2);
    store<u32>(slot, load<u32>(slot, 4) + 1, 4);
  }
  for (let s: u32 = 0; s < SHARDS; s++) {
    const slot = shards + (<usize>s << 2);
    store<u32>(slot, load<u32>(slot, 4) + load<u32>(slot), 4);
  }
  for (let i = <i32>printCount - 1; i >= 0; i--) {
    const from = prints + (<usize>i << 3);
    const key = load<u32>(from);
    const slot = shards + <usize>((key >> SHARD_SHIFT) << 2) + 4;
    const at = load<u32>(slot) - 1;
    store<u32>(slot, at);
    store<u32>(to + (<usize>at << 3), key);
    store<u32>(to + (<usize>at << 3), firstWord + load<u32>(from, 4), 4);
  }
  // Each count has moved down to where its shard begins: they stand one place too far on.
  for (let s: u32 = 0; s < SHARDS; s++) store<u32>(shards + (<usize>s << 2), load<u32>(shards + (<usize>s << 2), 4));
  store<u32>(shards + (<usize>SHARDS << 2), printCount);
}
