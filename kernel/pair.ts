/** What one report shares with those of higher rank. */
import {
  CHAIN_A,
  CHAIN_A_WORDS,
  CHAIN_B,
  CHAIN_B_WORDS,
  CHAIN_BYTES,
  CHAIN_RUNS,
  CHAIN_SAME,
  chain,
  chains,
  RUN_A,
  RUN_B,
  RUN_BYTES,
  RUN_WORDS,
} from "./chain";
import { ENTRY_BYTES, ENTRY_NEXT, ENTRY_RANK, ENTRY_WORD, LAST } from "./group";
import { DOC_COUNT, DOC_FIRST, DOC_PLACES, DOC_WIDE, DOC_WORDS } from "./ingest";
import { allocate, COMMON_HEADS, COVER, HEADS, touch } from "./memory";
import { docOf } from "./rank";
import { sortWide } from "./sort";

/** Numbers of a result: see `Row` of the library's kernel.ts. */
const ROW: u32 = 14;
const BOILERPLATE: u32 = 0xffffffff;

let gram: u32 = 8;
let least: u32 = 16;
let slack: u32 = 9;

let rows: usize = 0;
let rowCapacity: u32 = 0;
let rowCount: u32 = 0;
let hits: usize = 0;
let hitCapacity: u32 = 0;
let runs: usize = 0;
let sortedRuns: usize = 0;
let order: usize = 0;
let runCapacity: u32 = 0;
let runCount: u32 = 0;
/** Diagonal, how far it is covered, for which report: see `match`. */
let marks: usize = 0;
let markMask: u32 = 0;
let stamp: u32 = 0;
let stretches: usize = 0;
let stretchCapacity: u32 = 0;

let docRank: u32 = 0;
let docA: usize = 0;
let wordsA: usize = 0;
let countA: u32 = 0;

export function configurePairs(gramWords: u32, windowGrams: u32): void {
  gram = gramWords;
  least = gramWords + windowGrams - 1;
  slack = windowGrams;
}

export function rowsAt(): usize {
  return rows;
}

/** The rows of reports `from` to `to`, by rank of a and of b, then by place. Gives how many stand at `rowsAt()`; -1 where there is no room. */
export function pair(from: u32, to: u32): i32 {
  rowCount = 0;
  for (let rank = from; rank < to; rank++) if (!pairReport(rank) || !addCommon(rank)) return -1;
  return <i32>rowCount;
}

function pairReport(rank: u32): bool {
  const head = load<u32>(load<usize>(HEADS) + (<usize>rank << 2));
  if (head == 0) return true;
  let n: u32 = 0;
  let partners: u32 = 0;
  for (let e = <usize>head; e != 0; e = load<u32>(e, ENTRY_NEXT)) {
    n++;
    partners += countPartners(e);
  }
  if (!reserveHits(n) || !reserveRuns(partners)) return false;
  docRank = rank;
  docA = docOf(rank);
  wordsA = load<u32>(docA, DOC_WORDS);
  countA = load<u32>(docA, DOC_COUNT);
  n = 0;
  for (let e = <usize>head; e != 0; e = load<u32>(e, ENTRY_NEXT))
    store<u64>(hits + (<usize>(n++) << 3), (<u64>load<u32>(e, ENTRY_WORD) << 32) | <u64>e);
  sortWide(hits, n);
  stamp++;
  runCount = 0;
  for (let i: u32 = 0; i < n; i++) matchEntry(load<u32>(hits + (<usize>i << 3)), rank);
  return runCount == 0 || addPairs(rank);
}

function countPartners(entry: usize): u32 {
  let n: u32 = 0;
  for (; (load<u32>(entry, ENTRY_RANK) & LAST) == 0; entry += ENTRY_BYTES) n++;
  return n;
}

function matchEntry(entry: usize, rank: u32): void {
  const word = load<u32>(entry, ENTRY_WORD);
  for (let e = entry; (load<u32>(e, ENTRY_RANK) & LAST) == 0; ) {
    e += ENTRY_BYTES;
    const other = load<u32>(e, ENTRY_RANK) & ~LAST;
    if (other != rank) match(word, load<u32>(e, ENTRY_WORD), other);
  }
}

/**
 * The longest run through the words `a` and `b` (addresses / 4), unless it is known. A run is known by its diagonal, a - b: hits come by
 * their place in a, so that one mark a diagonal says how far it is covered. Two reports on one diagonal do not disturb each other: the
 * second lies behind all that the first can cover. Keys of 32 bits collide: the words decide.
 */
function match(a: u32, b: u32, rankB: u32): void {
  const diagonal = a - b;
  let slot = (diagonal * 0x9e3779b1) & markMask;
  let mark = marks + <usize>slot * 12;
  while (load<u32>(mark, 8) == stamp) {
    if (load<u32>(mark) == diagonal) {
      if (a < load<u32>(mark, 4)) return;
      break;
    }
    slot = (slot + 1) & markMask;
    mark = marks + <usize>slot * 12;
  }
  const docB = docOf(rankB);
  const fromA = wordsA >> 2;
  const fromB = load<u32>(docB, DOC_WORDS) >> 2;
  const ahead = min<u32>(<u32>fromA + countA - a, fromB + load<u32>(docB, DOC_COUNT) - b);
  const pa = <usize>a << 2;
  const pb = <usize>b << 2;
  let words: u32 = 0;
  while (words < ahead && load<u32>(pa + (<usize>words << 2)) == load<u32>(pb + (<usize>words << 2))) words++;
  if (words < gram) return;
  const behind = min<u32>(a - <u32>fromA, b - fromB);
  let back: u32 = 0;
  while (back < behind && load<u32>(pa - (<usize>(back + 1) << 2)) == load<u32>(pb - (<usize>(back + 1) << 2))) back++;
  store<u32>(mark, diagonal);
  store<u32>(mark, a + words, 4);
  store<u32>(mark, stamp, 8);
  if (words + back < least) return;
  if (!isOwn(docRank, a - back, words + back) && !isOwn(rankB, b - back, words + back)) return;
  const run = runs + <usize>runCount * RUN_BYTES;
  store<u32>(run, rankB);
  store<u32>(run, a - back - <u32>fromA, RUN_A);
  store<u32>(run, b - back - fromB, RUN_B);
  store<u32>(run, words + back, RUN_WORDS);
  runCount++;
}

/** Whether a run is more than boilerplate, as `isOwn` of the library; `at` is an address / 4. */
function isOwn(rank: u32, at: u32, words: u32): bool {
  let free = at;
  let covered = at;
  let outside: u32 = 0;
  for (let e = <usize>load<u32>(load<usize>(COMMON_HEADS) + (<usize>rank << 2)); e != 0; e = load<u32>(e, ENTRY_NEXT)) {
    const place = load<u32>(e, ENTRY_WORD);
    if (place < at) continue;
    if (place + gram > at + words) break;
    if (place - free >= slack) return true;
    free = place + 1;
    if (place > covered) outside += place - covered;
    covered = place + gram;
  }
  outside += at + words - covered;
  return at + words + 1 - gram - free >= slack || outside > 2 * (slack - 1);
}

/** Puts the common fingerprints of reports `from` to `to`, by rank, into the order of their words. */
export function sortCommon(from: u32, to: u32): bool {
  for (let rank = from; rank < to; rank++) {
    const head = load<usize>(COMMON_HEADS) + (<usize>rank << 2);
    let n: u32 = 0;
    for (let e = <usize>load<u32>(head); e != 0; e = load<u32>(e, ENTRY_NEXT)) n++;
    if (n < 2) continue;
    if (!reserveHits(n)) return false;
    n = 0;
    for (let e = <usize>load<u32>(head); e != 0; e = load<u32>(e, ENTRY_NEXT))
      store<u64>(hits + (<usize>(n++) << 3), (<u64>load<u32>(e, ENTRY_WORD) << 32) | <u64>e);
    sortWide(hits, n);
    let next: u32 = 0;
    for (let i = <i32>n - 1; i >= 0; i--) {
      const entry = load<u32>(hits + (<usize>i << 3));
      store<u32>(entry, next, ENTRY_NEXT);
      next = entry;
    }
    store<u32>(head, next);
  }
  return true;
}

function reserveHits(n: u32): bool {
  if (n <= hitCapacity) return true;
  hitCapacity = max<u32>(n * 2, 4096);
  hits = allocate(hitCapacity * 8);
  return hits != 0;
}

function reserveRuns(partners: u32): bool {
  if (partners > runCapacity) {
    runCapacity = max<u32>(partners * 2, 16384);
    runs = allocate(runCapacity * <u32>RUN_BYTES);
    sortedRuns = allocate(runCapacity * <u32>RUN_BYTES);
    order = allocate(runCapacity * 8);
    let size: u32 = 1;
    while (size < runCapacity * 2) size <<= 1;
    marks = allocate(size * 12);
    if (marks != 0) touch(marks, size * 12);
    markMask = size - 1;
    stamp = 0;
  }
  return runs != 0 && sortedRuns != 0 && order != 0 && marks != 0;
}

/** The runs by rank of b, a and b; then the chains of each pair. */
function addPairs(rank: u32): bool {
  // Within a rank by a: two steps, as a number of 64 bits does not hold all three; runs with the same a go by b.
  for (let i: u32 = 0; i < runCount; i++) {
    const run = runs + <usize>i * RUN_BYTES;
    store<u64>(order + (<usize>i << 3), (<u64>load<u32>(run) << 32) | <u64>i);
  }
  sortWide(order, runCount);
  for (let i: u32 = 0; i < runCount; i++)
    v128.store(
      sortedRuns + <usize>i * RUN_BYTES,
      v128.load(runs + <usize>load<u32>(order + (<usize>i << 3)) * RUN_BYTES),
    );
  for (let i: u32 = 0; i < runCount; ) {
    const rankB = load<u32>(sortedRuns + <usize>i * RUN_BYTES);
    let end = i + 1;
    while (end < runCount && load<u32>(sortedRuns + <usize>end * RUN_BYTES) == rankB) end++;
    sortPair(i, end - i);
    if (!addPair(rank, rankB, sortedRuns + <usize>i * RUN_BYTES, end - i)) return false;
    i = end;
  }
  return true;
}

/** Runs of one pair by a, then by b; back into `sortedRuns`. */
function sortPair(from: u32, n: u32): void {
  if (n < 2) return;
  const own = sortedRuns + <usize>from * RUN_BYTES;
  memory.copy(runs, own, <usize>n * RUN_BYTES);
  for (let i: u32 = 0; i < n; i++) {
    const run = runs + <usize>i * RUN_BYTES;
    store<u64>(order + (<usize>i << 3), (<u64>load<u32>(run, RUN_A) << 32) | <u64>load<u32>(run, RUN_B));
  }
  // A pair of places is one run, so the places lead back to it: the words are counted anew.
  sortWide(order, n);
  const docB = docOf(load<u32>(own));
  const b = load<u32>(docB, DOC_WORDS);
  const countB = load<u32>(docB, DOC_COUNT);
  for (let i: u32 = 0; i < n; i++) {
    const run = own + <usize>i * RUN_BYTES;
    const fromB = load<u32>(order + (<usize>i << 3));
    const fromA = load<u32>(order + (<usize>i << 3), 4);
    const most = min<u32>(countA - fromA, countB - fromB);
    const pa = wordsA + (<usize>fromA << 2);
    const pb = b + (<usize>fromB << 2);
    let words: u32 = 0;
    while (words < most && load<u32>(pa + (<usize>words << 2)) == load<u32>(pb + (<usize>words << 2))) words++;
    store<u32>(run, fromA, RUN_A);
    store<u32>(run, fromB, RUN_B);
    store<u32>(run, words, RUN_WORDS);
  }
}

function addPair(rank: u32, rankB: u32, own: usize, n: u32): bool {
  const docB = docOf(rankB);
  const b = load<u32>(docB, DOC_WORDS);
  const countB = load<u32>(docB, DOC_COUNT);
  const found = chain(own, n, wordsA, countA, b, countB);
  if (found < 0 || !reserveRows(<u32>found) || !reserveStretches(<u32>found)) return false;
  const coveredA = measure(<u32>found, CHAIN_A, CHAIN_A_WORDS);
  const coveredB = measure(<u32>found, CHAIN_B, CHAIN_B_WORDS);
  for (let i: u32 = 0; i < <u32>found; i++) {
    const own = chains + <usize>i * CHAIN_BYTES;
    const fromA = load<u32>(own, CHAIN_A);
    const nA = load<u32>(own, CHAIN_A_WORDS);
    const fromB = load<u32>(own, CHAIN_B);
    const nB = load<u32>(own, CHAIN_B_WORDS);
    cover(rank, fromA, nA);
    cover(rankB, fromB, nB);
    const row = rows + <usize>(rowCount++ * ROW * 4);
    store<u32>(row, rank);
    store<u32>(row, rankB, 4);
    store<u64>(row, findSpan(docA, fromA, nA), 8);
    store<u64>(row, findSpan(docB, fromB, nB), 16);
    store<u32>(row, load<u32>(own, CHAIN_SAME), 24);
    store<u32>(row, load<u32>(own, CHAIN_RUNS), 28);
    store<u32>(row, fromA, 32);
    store<u32>(row, nA, 36);
    store<u32>(row, fromB, 40);
    store<u32>(row, nB, 44);
    store<u32>(row, coveredA, 48);
    store<u32>(row, coveredB, 52);
  }
  return true;
}

/** Room for `n` more rows; what is there is kept. */
function reserveRows(n: u32): bool {
  if (rowCount + n <= rowCapacity) return true;
  const capacity = max<u32>((rowCount + n) * 2, 8192);
  const room = allocate(capacity * ROW * 4);
  if (room == 0) return false;
  memory.copy(room, rows, <usize>(rowCount * ROW * 4));
  rows = room;
  rowCapacity = capacity;
  return true;
}

/** Where so many words of a report begin (low half) and end, in UTF-16 code units. */
function findSpan(doc: usize, word: u32, words: u32): u64 {
  seen = load<u32>(doc, DOC_PLACES);
  wide = load<u32>(doc, DOC_WIDE);
  const last = seen + <usize>(word + words - 1);
  const before = countUnits(seen + <usize>word);
  const from = before + gapOf(seen);
  const behind = before + countUnits(last);
  return <u64>from | (<u64>(behind + gapOf(last) + unitsOf(last)) << 32);
}

/** Place that comes next, and the next wide one. */
let seen: usize = 0;
let wide: usize = 0;

/** Code units of the words before the place `to` and of what stands before them; goes on there. Sixteen at a time where none is wide. */
function countUnits(to: usize): u32 {
  let units: u32 = 0;
  const five = i8x16.splat(31);
  while (seen < to) {
    const v = v128.load(seen);
    if (to - seen < 16 || v128.any_true(i8x16.eq(v, i8x16.splat(-1)))) {
      units += gapOf(seen) + unitsOf(seen);
      if (load<u8>(seen) == 0xff) wide += 8;
      seen++;
      continue;
    }
    const sums = i16x8.extadd_pairwise_i8x16_u(i8x16.add(i8x16.shr_u(v, 5), v128.and(v, five)));
    const fours = i32x4.extadd_pairwise_i16x8_u(sums);
    const eights = i64x2.add(fours, i8x16.shuffle(fours, fours, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
    units += i32x4.extract_lane(eights, 0) + i32x4.extract_lane(eights, 1);
    seen += 16;
  }
  return units;
}

/** As `keepPlace` wrote it. */
// @ts-ignore: decorator
@inline
function gapOf(place: usize): u32 {
  const packed = <u32>load<u8>(place);
  return packed == 0xff ? load<u32>(wide) : packed >> 5;
}

// @ts-ignore: decorator
@inline
function unitsOf(place: usize): u32 {
  const packed = <u32>load<u8>(place);
  return packed == 0xff ? load<u32>(wide, 4) : packed & 31;
}

function reserveStretches(n: u32): bool {
  if (n <= stretchCapacity) return true;
  stretchCapacity = n * 2 + 256;
  stretches = allocate(stretchCapacity * 8);
  return stretches != 0;
}

/** Words of one side that lie in any of the chains. */
function measure(n: u32, at: usize, words: usize): u32 {
  for (let i: u32 = 0; i < n; i++) {
    const own = chains + <usize>i * CHAIN_BYTES;
    store<u64>(stretches + (<usize>i << 3), (<u64>load<u32>(own + at) << 32) | <u64>load<u32>(own + words));
  }
  sortWide(stretches, n);
  let covered: u32 = 0;
  let reach: u32 = 0;
  for (let i: u32 = 0; i < n; i++) {
    const from = max<u32>(load<u32>(stretches + (<usize>i << 3), 4), reach);
    const to = load<u32>(stretches + (<usize>i << 3), 4) + load<u32>(stretches + (<usize>i << 3));
    if (to <= from) continue;
    covered += to - from;
    reach = to;
  }
  return covered;
}

/** What of a report is boilerplate: its common grams (`sortCommon` has put them in order), those no further apart than a window as one. */
function addCommon(rank: u32): bool {
  const head = load<u32>(load<usize>(COMMON_HEADS) + (<usize>rank << 2));
  if (head == 0) return true;
  const doc = docOf(rank);
  let n: u32 = 0;
  for (let e = <usize>head; e != 0; e = load<u32>(e, ENTRY_NEXT)) n++;
  if (!reserveHits(n) || !reserveRows(n)) return false;
  n = 0;
  for (let e = <usize>head; e != 0; e = load<u32>(e, ENTRY_NEXT))
    store<u64>(hits + (<usize>(n++) << 3), (<u64>load<u32>(e, ENTRY_WORD) << 32) | <u64>load<u32>(e, ENTRY_RANK));
  const first = load<u32>(doc, DOC_WORDS) >> 2;
  for (let i: u32 = 0; i < n; ) {
    const from = load<u32>(hits + (<usize>i << 3), 4) - first;
    let to = from + gram;
    let reports: u32 = 0;
    for (; i < n && load<u32>(hits + (<usize>i << 3), 4) - first <= to + slack; i++) {
      to = load<u32>(hits + (<usize>i << 3), 4) - first + gram;
      reports = max<u32>(reports, load<u32>(hits + (<usize>i << 3)));
    }
    addStretch(rank, from, to, reports);
  }
  return true;
}

function addStretch(rank: u32, from: u32, to: u32, reports: u32): void {
  const row = rows + <usize>(rowCount++ * ROW * 4);
  memory.fill(row, 0, ROW * 4);
  store<u32>(row, rank);
  store<u32>(row, BOILERPLATE, 4);
  store<u64>(row, findSpan(docOf(rank), from, to - from), 8);
  store<u32>(row, to - from, 24);
  store<u32>(row, reports, 28);
  store<u32>(row, from, 32);
  store<u32>(row, to - from, 36);
}

/** Marks words of a report as lying in a passage; threads may do so at the same time. */
export function cover(rank: u32, from: u32, words: u32): void {
  let bit = load<u32>(docOf(rank), DOC_FIRST) + from;
  const end = bit + words;
  while (bit < end) {
    const n = min<u32>(32 - (bit & 31), end - bit);
    const mask = (n == 32 ? 0xffffffff : ((<u32>1) << n) - 1) << (bit & 31);
    atomic.or<u32>(load<usize>(COVER) + (<usize>(bit >> 5) << 2), mask);
    bit += n;
  }
}

/** How many words of a report are so marked. */
export function countCovered(rank: u32): u32 {
  const doc = docOf(rank);
  let bit = load<u32>(doc, DOC_FIRST);
  const end = bit + load<u32>(doc, DOC_COUNT);
  let covered: u32 = 0;
  while (bit < end) {
    const n = min<u32>(32 - (bit & 31), end - bit);
    const mask = (n == 32 ? 0xffffffff : ((<u32>1) << n) - 1) << (bit & 31);
    covered += popcnt(load<u32>(load<usize>(COVER) + (<usize>(bit >> 5) << 2)) & mask);
    bit += n;
  }
  return covered;
}
