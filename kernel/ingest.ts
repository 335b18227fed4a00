/**
 * Lines of JSON, or single texts, to words and fingerprints. The reports of one task make a batch, whose head names where its
 * reports (32 bytes each), their ids (raw JSON) and its fingerprints by shard of the key (`PRINT_BYTES` each) stand. A report names its
 * words (4 bytes each), places (a byte each) and wide places (8 bytes each).
 */
import { dateFrom, dateTo, GOOD, idFrom, idTo, ODD, readLine, unescape } from "./json";
import { allocate } from "./memory";
import { bounds, findWords, hashOf, text } from "./word";

/** Shards of the keys, by their upper bits: each is sorted by itself. */
export const SHARDS: u32 = 256;
const SHARD_SHIFT: u32 = 24;

/** Fields of a report's record, in bytes. */
export const DOC_WORDS: usize = 0; // address
export const DOC_COUNT: usize = 4;
export const DOC_PLACES: usize = 8; // address
export const DOC_WIDE: usize = 12; // address
export const DOC_LINE: usize = 16; // number in the batch, from 0
export const DOC_FIRST: usize = 16; // once the reports are ranked: number of the first word among all, see `cover`
export const DOC_ID: usize = 20; // address of its JSON
export const DOC_ID_BYTES: usize = 24;
export const DOC_RANK: usize = 28;
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

/** Where the next report's words, places and wide places go, and where the room for them ends: they stay where they are written. */
let words: usize = 0;
let wordsEnd: usize = 0;
let places: usize = 0;
let placesEnd: usize = 0;
let wide: usize = 0;
let wideEnd: usize = 0;
let prints: usize = 0; // key, number of its first word in the batch
let docs: usize = 0;
let ids: usize = 0;
let odd: usize = 0; // offset, bytes, line
let keys: usize = 0;
let leasts: usize = 0;
let capacity: u32 = 0;
let docCapacity: u32 = 0;
let keyCapacity: u32 = 0;

let wordCount: u32 = 0;
let printCount: u32 = 0;
let docCount: u32 = 0;
let idBytes: u32 = 0;
let oddCount: u32 = 0;
let lineCount: u32 = 0;
/** Whether there was no room for a report. */
let isFull: bool = false;

export function configure(gramWords: u32, windowGrams: u32): void {
  gram = gramWords;
  window = windowGrams;
}

/** Whether reports are chosen by date. */
let isChoosy: bool = false;

/** From now on the host is asked about the date of each line. */
export function chooseByDate(): void {
  isChoosy = true;
}

/** Whether a report of this date, raw JSON (no bytes where there is none), is wanted: `UNWANTED`, `WANTED`, or else the host must read the line. */
// @ts-ignore: decorator
@external("host", "judgeDate")
declare function judgeDate(from: usize, bytes: u32): u32;

const UNWANTED: u32 = 0;
const WANTED: u32 = 1;

/** Begins a batch of `bytes` at most, its escapes counted; false where there is no room. */
export function begin(bytes: u32): bool {
  wordCount = 0;
  printCount = 0;
  docCount = 0;
  idBytes = 0;
  oddCount = 0;
  lineCount = 0;
  if (bytes > capacity) {
    capacity = bytes;
    // A word takes a byte and what parts it from the next another, as a rule: initialisms touch in odd cases, hence the room.
    prints = allocate(bytes * 8 + 256);
    ids = allocate(bytes + 256);
    docCapacity = bytes / 8 + 16;
    docs = allocate(docCapacity * <u32>DOC_BYTES);
    odd = allocate(docCapacity * 12);
    if (!prints || !ids || !docs || !odd) return false;
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
  for (; p + 64 <= end; p += 64) {
    const x = v128.or(i8x16.eq(v128.load(p), feed), i8x16.eq(v128.load(p, 16), feed));
    const y = v128.or(i8x16.eq(v128.load(p, 32), feed), i8x16.eq(v128.load(p, 48), feed));
    if (v128.any_true(v128.or(x, y))) break;
  }
  for (; p < end; p += 16) {
    const mask = i8x16.bitmask(i8x16.eq(v128.load(p), feed));
    if (mask != 0) return min<usize>(p + <usize>ctz(mask), end);
  }
  return end;
}

function addRead(): bool {
  if (isChoosy) {
    const verdict = judgeDate(dateFrom, dateFrom == 0 ? 0 : <u32>(dateTo - dateFrom));
    if (verdict != WANTED) return verdict == UNWANTED;
  }
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

/** Adds the report whose `bytes` of UTF-8 stand at the text; false for one without a word, or no room. Its id stays with the host. */
export function addWords(bytes: u32, line: u32): bool {
  const count = findWords(bytes);
  if (count == 0 || !reserveWords(count)) return false;
  const doc = docs + <usize>docCount * DOC_BYTES;
  store<u32>(doc, <u32>words, DOC_WORDS);
  store<u32>(doc, count, DOC_COUNT);
  store<u32>(doc, <u32>places, DOC_PLACES);
  store<u32>(doc, <u32>wide, DOC_WIDE);
  store<u32>(doc, line, DOC_LINE);
  store<u32>(doc, 0, DOC_ID);
  store<u32>(doc, 0, DOC_ID_BYTES);
  docCount++;
  takeWords(count);
  winnow(words, count);
  wordCount += count;
  words += <usize>count << 2;
  places += count;
  return true;
}

/** Hash and place of each word, to where they stay. */
function takeWords(count: u32): void {
  const base = text;
  let hash = words;
  let place = places;
  let last: u32 = 0;
  const end = bounds + (<usize>count << 4);
  for (let at = bounds; at < end; at += 16) {
    store<u32>(hash, hashOf(base, load<u32>(at), load<u32>(at, 8)));
    const from = load<u32>(at, 4);
    const to = load<u32>(at, 12);
    keepPlace(place, from - last, to - from);
    last = to;
    hash += 4;
    place++;
  }
}

/** Bytes that are taken at a time for the words of many reports. */
const SEGMENT: u32 = 1 << 20;
/** Bytes behind the words of a report that may be read. */
const BEHIND: u32 = 256;

/** Room for a report's words and their places, all wide at worst; false where there is none, which `finish` tells. */
function reserveWords(count: u32): bool {
  if (words + (<usize>count << 2) + BEHIND > wordsEnd) {
    const bytes = max<u32>(SEGMENT, (count << 2) + BEHIND);
    words = allocate(bytes);
    wordsEnd = words + bytes;
  }
  if (places + <usize>count > placesEnd) {
    const bytes = max<u32>(SEGMENT >> 2, count);
    places = allocate(bytes);
    placesEnd = places + bytes;
  }
  if (wide + (<usize>count << 3) > wideEnd) {
    const bytes = max<u32>(SEGMENT >> 2, count << 3);
    wide = allocate(bytes);
    wideEnd = wide + bytes;
  }
  isFull = words == 0 || places == 0 || wide == 0;
  if (isFull) wordsEnd = placesEnd = wideEnd = 0;
  return !isFull;
}

/** Where a word stands: units since the word before in three bits, its own units in five; more than fit in stand apart. */
// @ts-ignore: decorator
@inline
function keepPlace(at: usize, gap: u32, units: u32): void {
  const isWide = gap > 6 || units > 30;
  store<u8>(at, isWide ? 0xff : <u8>((gap << 5) | units));
  if (!isWide) return;
  store<u32>(wide, gap);
  store<u32>(wide, units, 4);
  wide += 8;
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
    keys = allocate(keyCapacity * 4 + 2048);
    leasts = allocate(keyCapacity * 4 + 4096) + 512;
  }
  hashGrams(hashes, n);
  mixGrams(grams);
  const windows = grams - window + 1;
  slide(keys, leasts, grams, false);
  memory.fill(leasts + (<usize>windows << 2), 0, <usize>(window + 24) << 2);
  const before = leasts - (<usize>(window - 1) << 2);
  memory.fill(before, 0, <usize>(window - 1) << 2);
  slide(before, before, grams, true);
  memory.fill(before + (<usize>grams << 2), 0, 64);
  keepGrams(before, grams, wordCount);
}

/** Keeps the grams whose key is that at `greatest`, sixteen at a time. Behind the last one stands 0 there and the greatest number in the keys. */
function keepGrams(greatest: usize, grams: u32, firstWord: u32): void {
  let out = prints + (<usize>printCount << 3);
  for (let i: u32 = 0; i < grams; i += 16) {
    const p = <usize>i << 2;
    const x = i32x4.eq(v128.load(keys + p), v128.load(greatest + p));
    const y = i32x4.eq(v128.load(keys + p, 16), v128.load(greatest + p, 16));
    const z = i32x4.eq(v128.load(keys + p, 32), v128.load(greatest + p, 32));
    const w = i32x4.eq(v128.load(keys + p, 48), v128.load(greatest + p, 48));
    let kept = i8x16.bitmask(i8x16.narrow_i16x8_s(i16x8.narrow_i32x4_s(x, y), i16x8.narrow_i32x4_s(z, w)));
    for (; kept != 0; kept &= kept - 1) {
      const at = i + <u32>ctz(kept);
      store<u32>(out, load<u32>(keys + (<usize>at << 2)));
      store<u32>(out, firstWord + at, 4);
      out += 8;
    }
  }
  printCount = <u32>((out - prints) >> 3);
}

/**
 * The least (or greatest) of each `window` numbers in a row, by joining three that overlap or touch: of three, of nine, … `to` may be
 * `from`: what is read lies at or behind what is written.
 */
function slide(from: usize, to: usize, n: u32, isGreatest: bool): void {
  let size: u32 = 1;
  if (window == 1 && from != to) memory.copy(to, from, <usize>n << 2);
  while (size < window) {
    const rest = window - size;
    const second = <usize>min<u32>(size, rest) << 2;
    const third = <usize>min<u32>(size << 1, rest) << 2;
    for (let i: usize = 0; i < <usize>(n + window) << 2; i += 16) {
      const x = v128.load(from + i);
      const y = v128.load(from + i + second);
      const z = v128.load(from + i + third);
      const least = i32x4.min_u(i32x4.min_u(x, y), z);
      v128.store(to + i, isGreatest ? i32x4.max_u(i32x4.max_u(x, y), z) : least);
    }
    from = to;
    size = min<u32>(size * 3, window);
  }
}

/**
 * The polynomials of the grams, not yet mixed: of one word, two, four, …, those that the bits of `gram` name put together. Behind the
 * last one stands what means nothing.
 */
function hashGrams(hashes: usize, n: u32): void {
  let done: u32 = 0; // words of a sum at `keys`
  let sums = hashes;
  let size: u32 = 1;
  let factor = BASE; // to the power of `size`
  for (; ; size <<= 1, factor *= factor) {
    const isLast = gram == size << 1;
    // The words of `sums` stand behind those of `keys`.
    if (!isLast && (gram & size) != 0) {
      if (done == 0) memory.copy(keys, sums, <usize>n << 2);
      else join(keys, sums + (<usize>done << 2), keys, n, factor);
      done += size;
      if (done == gram) return;
    }
    const to = isLast ? keys : leasts;
    join(sums, sums + (<usize>size << 2), to, n, factor);
    if (isLast) return;
    sums = to;
  }
}

/** first · factor + second, a number each; `to` may be `first`. */
function join(first: usize, second: usize, to: usize, n: u32, factor: u32): void {
  const factors = i32x4.splat(factor);
  for (let i: usize = 0; i < <usize>n << 2; i += 16)
    v128.store(to + i, i32x4.add(i32x4.mul(v128.load(first + i), factors), v128.load(second + i)));
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
  memory.fill(keys + (<usize>grams << 2), 0xff, <usize>(2 * window + 24) << 2);
}

/** Lines that the host must read, three numbers each: offset in the lines, bytes, number. */
export function oddAt(): usize {
  return odd;
}
export function oddLines(): u32 {
  return oddCount;
}

/** Bytes of a kept fingerprint: 24 bits of the key, as its shard says the rest, and 24 of the number of its first word in the batch. */
export const PRINT_BYTES: usize = 6;
const WORD_BITS: u64 = 24;

/** Key and word of the fingerprint at `p`, the key in the upper half; eight bytes may be read there. */
// @ts-ignore: decorator
@inline
export function printAt(p: usize, shard: u32): u64 {
  const packed = load<u64>(p);
  const key = <u32>((packed << 16) >> (WORD_BITS + 16)) | (shard << SHARD_SHIFT);
  return (<u64>key << 32) | (packed & ((1 << WORD_BITS) - 1));
}

/** Ends the batch and gives its head; 0 where there is no room. */
export function finish(): usize {
  if (isFull) return 0;
  const head = allocate(BATCH_BYTES + (SHARDS + 1) * 4);
  const ownPrints = allocate(printCount * <u32>PRINT_BYTES);
  const ownDocs = allocate(docCount * <u32>DOC_BYTES);
  const ownIds = allocate(idBytes);
  if (!head || !ownPrints || !ownDocs || !ownIds) return 0;
  memory.copy(ownIds, ids, idBytes);
  memory.copy(ownDocs, docs, <usize>docCount * DOC_BYTES);
  for (let i: u32 = 0; i < docCount; i++) {
    const id = ownDocs + <usize>i * DOC_BYTES + DOC_ID;
    store<u32>(id, <u32>(ownIds + load<u32>(id)));
  }
  store<u32>(head, <u32>ownDocs, BATCH_DOCS);
  store<u32>(head, docCount, BATCH_DOC_COUNT);
  store<u32>(head, <u32>ownPrints, BATCH_PRINTS);
  const shards = head + <usize>BATCH_BYTES;
  store<u32>(head, <u32>shards, BATCH_SHARDS);
  store<u32>(head, lineCount, BATCH_LINES);
  store<u32>(head, wordCount, BATCH_WORDS);
  partPrints(ownPrints, shards);
  return head;
}

/** The fingerprints by shard, in each in text order. */
function partPrints(to: usize, shards: usize): void {
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
    const packed = (<u64>(key & ((1 << SHARD_SHIFT) - 1)) << WORD_BITS) | <u64>load<u32>(from, 4);
    const p = to + <usize>at * PRINT_BYTES;
    store<u32>(p, <u32>packed);
    store<u16>(p, <u16>(packed >> 32), 4);
  }
  // Each count has moved down to where its shard begins: they stand one place too far on.
  for (let s: u32 = 0; s < SHARDS; s++) store<u32>(shards + (<usize>s << 2), load<u32>(shards + (<usize>s << 2), 4));
  store<u32>(shards + (<usize>SHARDS << 2), printCount);
}
