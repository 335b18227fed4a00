/** Where things lie in the one linear memory that all threads share. Addresses are in bytes; 0 stands for nothing. */

/** Start of what has not been given out, 64 bits so that it cannot wrap. All threads add to it. */
const TOP: usize = 64;
/** Addresses of tables that one thread makes and all read. */
export const PAGES: usize = 128;
export const HEADS: usize = 132;
export const COMMON_HEADS: usize = 136;
export const DOCS: usize = 140;
export const COVER: usize = 144;
/** First byte that is given out. */
const FIRST: u64 = 4096;
const PAGE_BITS: u64 = 16;

/** Before anything else, once, by one thread. */
export function start(): void {
  store<u64>(TOP, FIRST);
}

/** Bytes given out so far, by all threads. */
export function used(): f64 {
  return <f64>load<u64>(TOP);
}

/**
 * Room for `bytes`, zeroed, aligned to 64, with at least 64 more behind it that may be read. Never given back: what a thread needs for a
 * moment it keeps and uses again. 0 where the 4 GiB are full or the machine has no more.
 */
export function allocate(bytes: u32): usize {
  const size = ((<u64>bytes + 127) >> 6) << 6;
  const at = atomic.add<u64>(TOP, size);
  const end = at + size;
  while ((<u64>(<u32>memory.size()) << PAGE_BITS) < end) {
    const missing = ((end - 1) >> PAGE_BITS) + 1 - <u64>(<u32>memory.size());
    if (end > 0xffff0000 || <i64>missing <= 0) {
      if (<i64>missing <= 0) break;
      return 0;
    }
    // A few megabytes at a time: each growth costs as much as many of them.
    const pages = missing < 256 ? 256 : <i32>missing;
    if (memory.grow(pages) < 0 && memory.grow(<i32>missing) < 0) return 0;
  }
  return <usize>at;
}

/**
 * Writes to fresh memory that will be used all over and read before it is written: the system gives a page that is read first a shared page of zeros, and
 * copies that when it is written, which stops the other threads for a moment each time.
 */
export function touch(at: usize, bytes: u32): void {
  memory.fill(at, 0, bytes);
}
