/** Runs joined over small edits, as `chainRuns` of the library. */
import { allocate } from "./memory";
import { sortWide } from "./sort";

/** A run: words of a and of b from the start of their reports, and how many. */
export const RUN_A: usize = 4;
export const RUN_B: usize = 8;
export const RUN_WORDS: usize = 12;
export const RUN_BYTES: usize = 16;

/** A chain: word and words in a and in b, words that are the same, runs. */
export const CHAIN_A: usize = 0;
export const CHAIN_A_WORDS: usize = 4;
export const CHAIN_B: usize = 8;
export const CHAIN_B_WORDS: usize = 12;
export const CHAIN_SAME: usize = 16;
export const CHAIN_RUNS: usize = 20;
export const CHAIN_BYTES: usize = 24;

const WIDEST: u32 = 8;
const LEAST: u32 = 4;

/** The chains found last. */
export let chains: usize = 0;
let capacity: u32 = 0;
/** Diagonal and number of each run, sorted. */
let diagonals: usize = 0;
let taken: usize = 0;

let runs: usize = 0;
let count: u32 = 0;
let left: usize = 0;
let right: usize = 0;
let leftWords: u32 = 0;
let rightWords: u32 = 0;
/** The part found last. */
let partA: u32 = 0;
let partB: u32 = 0;
let partWords: u32 = 0;

/** Chains the runs of one pair, given by a, then by b. Gives how many chains stand at `chains`; -1 where there is no room. */
export function chain(from: usize, n: u32, a: usize, aWords: u32, b: usize, bWords: u32): i32 {
  if (!reserve(n)) return -1;
  runs = from;
  count = n;
  left = a;
  leftWords = aWords;
  right = b;
  rightWords = bWords;
  memory.fill(taken, 0, n);
  for (let i: u32 = 0; i < n; i++) {
    const run = runs + <usize>i * RUN_BYTES;
    // The diagonal is shifted so that it is no negative number; on it, runs go by their place in a.
    const diagonal = <u64>(load<u32>(run, RUN_A) - load<u32>(run, RUN_B) + 0x80000000);
    store<u64>(diagonals + (<usize>i << 3), (diagonal << 32) | <u64>i);
  }
  sortWide(diagonals, n);
  let out = chains;
  for (let i: u32 = 0; i < n; i++) {
    if (load<u8>(taken + <usize>i)) continue;
    store<u8>(taken + <usize>i, 1);
    grow(runs + <usize>i * RUN_BYTES, out);
    out += CHAIN_BYTES;
  }
  const found = <u32>((out - chains) / CHAIN_BYTES);
  sortChains(found);
  return <i32>found;
}

function reserve(n: u32): bool {
  if (n <= capacity) return true;
  capacity = max<u32>(n * 2, 1024);
  chains = allocate((capacity + 1) * <u32>CHAIN_BYTES);
  diagonals = allocate(capacity * 8);
  taken = allocate(capacity);
  return chains != 0 && diagonals != 0 && taken != 0;
}

/** The chain through a run, both ways. */
function grow(run: usize, out: usize): void {
  const a = load<u32>(run, RUN_A);
  const b = load<u32>(run, RUN_B);
  const words = load<u32>(run, RUN_WORDS);
  let fromA = a;
  let fromB = b;
  let same = words;
  let parts: u32 = 1;
  while (goBack(fromA, fromB) && isFree()) {
    fromA = partA;
    fromB = partB;
    same += partWords;
    parts++;
  }
  let toA = a + words;
  let toB = b + words;
  while (goAhead(toA, toB) && isFree()) {
    take();
    toA = partA + partWords;
    toB = partB + partWords;
    same += partWords;
    parts++;
  }
  store<u32>(out, fromA, CHAIN_A);
  store<u32>(out, toA - fromA, CHAIN_A_WORDS);
  store<u32>(out, fromB, CHAIN_B);
  store<u32>(out, toB - fromB, CHAIN_B_WORDS);
  store<u32>(out, same, CHAIN_SAME);
  store<u32>(out, parts, CHAIN_RUNS);
}

/** Looks for the next part behind the words `a` and `b`, over the smallest edit. */
function goAhead(a: u32, b: u32): bool {
  for (let sum: u32 = 1; sum <= 2 * WIDEST; sum++) {
    for (let skip: u32 = sum > WIDEST ? sum - WIDEST : 0; skip <= sum && skip <= WIDEST; skip++) {
      const words = countSame(a + skip, b + sum - skip);
      if (words < LEAST) continue;
      partA = a + skip;
      partB = b + sum - skip;
      partWords = words;
      return true;
    }
  }
  return false;
}

/** Looks for the last part before the words `a` and `b`. */
function goBack(a: u32, b: u32): bool {
  for (let sum: u32 = 1; sum <= 2 * WIDEST; sum++) {
    for (let skip: u32 = sum > WIDEST ? sum - WIDEST : 0; skip <= sum && skip <= WIDEST; skip++) {
      if (skip > a || sum - skip > b) continue;
      const words = countBack(a - skip, b - (sum - skip));
      if (words < LEAST) continue;
      partA = a - skip - words;
      partB = b - (sum - skip) - words;
      partWords = words;
      return true;
    }
  }
  return false;
}

function countSame(a: u32, b: u32): u32 {
  if (a >= leftWords || b >= rightWords) return 0;
  const most = min<u32>(leftWords - a, rightWords - b);
  let words: u32 = 0;
  while (words < most && load<u32>(left + (<usize>(a + words) << 2)) == load<u32>(right + (<usize>(b + words) << 2))) words++;
  return words;
}

function countBack(a: u32, b: u32): u32 {
  const most = min<u32>(a, b);
  let words: u32 = 0;
  while (
    words < most &&
    load<u32>(left + (<usize>(a - words - 1) << 2)) == load<u32>(right + (<usize>(b - words - 1) << 2))
  )
    words++;
  return words;
}

/** Number of the run that the part lies in, or -1. */
function findRun(): i32 {
  const diagonal = partA - partB + 0x80000000;
  let low: u32 = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = diagonals + (<usize>middle << 3);
    const other = load<u32>(at, 4);
    if (other < diagonal || (other == diagonal && endOf(load<u32>(at)) <= partA)) low = middle + 1;
    else high = middle;
  }
  if (low == count || load<u32>(diagonals + (<usize>low << 3), 4) != diagonal) return -1;
  const run = load<u32>(diagonals + (<usize>low << 3));
  return load<u32>(runs + <usize>run * RUN_BYTES, RUN_A) <= partA ? <i32>run : -1;
}

// @ts-ignore: decorator
@inline
function endOf(run: u32): u32 {
  const at = runs + <usize>run * RUN_BYTES;
  return load<u32>(at, RUN_A) + load<u32>(at, RUN_WORDS);
}

function isFree(): bool {
  const run = findRun();
  return run < 0 || load<u8>(taken + <usize>run) == 0;
}

function take(): void {
  const run = findRun();
  if (run >= 0) store<u8>(taken + <usize>run, 1);
}

/** By place in a, in b, then by length in a and in b; nearly sorted as they come. */
function sortChains(n: u32): void {
  const spare = chains + <usize>n * CHAIN_BYTES;
  for (let i: u32 = 1; i < n; i++) {
    const own = chains + <usize>i * CHAIN_BYTES;
    if (!isBefore(own, own - CHAIN_BYTES)) continue;
    copy(spare, own);
    let at = own;
    for (; at > chains && isBefore(spare, at - CHAIN_BYTES); at -= CHAIN_BYTES) copy(at, at - CHAIN_BYTES);
    copy(at, spare);
  }
}

// @ts-ignore: decorator
@inline
function copy(to: usize, from: usize): void {
  v128.store(to, v128.load(from));
  store<u64>(to, load<u64>(from, 16), 16);
}

function isBefore(x: usize, y: usize): bool {
  if (load<u32>(x, CHAIN_A) != load<u32>(y, CHAIN_A)) return load<u32>(x, CHAIN_A) < load<u32>(y, CHAIN_A);
  if (load<u32>(x, CHAIN_B) != load<u32>(y, CHAIN_B)) return load<u32>(x, CHAIN_B) < load<u32>(y, CHAIN_B);
  if (load<u32>(x, CHAIN_A_WORDS) != load<u32>(y, CHAIN_A_WORDS))
    return load<u32>(x, CHAIN_A_WORDS) < load<u32>(y, CHAIN_A_WORDS);
  return load<u32>(x, CHAIN_B_WORDS) < load<u32>(y, CHAIN_B_WORDS);
}
