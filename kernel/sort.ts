/** Sorting in place. */

/** Numbers of 64 bits, rising. Heapsort: no input makes it slow, and the lists are short. */
export function sortWide(at: usize, n: u32): void {
  if (n < 24) return insert(at, n);
  let root = n >> 1; // from here on the heap is one
  for (let end = n; end > 1; ) {
    if (root > 0) root--;
    else {
      const last = at + (<usize>--end << 3);
      const top = load<u64>(at);
      store<u64>(at, load<u64>(last));
      store<u64>(last, top);
    }
    sift(at, root, end);
  }
}

function insert(at: usize, n: u32): void {
  for (let i: u32 = 1; i < n; i++) {
    const value = load<u64>(at + (<usize>i << 3));
    let j = i;
    for (; j > 0 && load<u64>(at + (<usize>(j - 1) << 3)) > value; j--)
      store<u64>(at + (<usize>j << 3), load<u64>(at + (<usize>(j - 1) << 3)));
    store<u64>(at + (<usize>j << 3), value);
  }
}

function sift(at: usize, root: u32, n: u32): void {
  const value = load<u64>(at + (<usize>root << 3));
  for (;;) {
    let child = root * 2 + 1;
    if (child >= n) break;
    if (child + 1 < n && load<u64>(at + (<usize>child << 3), 8) > load<u64>(at + (<usize>child << 3))) child++;
    if (load<u64>(at + (<usize>child << 3)) <= value) break;
    store<u64>(at + (<usize>root << 3), load<u64>(at + (<usize>child << 3)));
    root = child;
  }
  store<u64>(at + (<usize>root << 3), value);
}

const BITS: u32 = 9;
const BUCKETS: u32 = 1 << BITS;

/** Numbers of 64 bits by bits 32 to 58, equal ones in the order given: three passes, least bits first. Gives where they stand now: `at` or `other`. */
export function sortByKey(at: usize, other: usize, n: u32, counts: usize): usize {
  for (let pass: u32 = 0; pass < 3; pass++) {
    const shift: u64 = 32 + pass * BITS;
    memory.fill(counts, 0, BUCKETS * 4);
    for (let i: u32 = 0; i < n; i++) {
      const slot = counts + <usize>(((load<u64>(at + (<usize>i << 3)) >> shift) & (BUCKETS - 1)) << 2);
      store<u32>(slot, load<u32>(slot) + 1);
    }
    let sum: u32 = 0;
    for (let b: u32 = 0; b < BUCKETS; b++) {
      const count = load<u32>(counts + (<usize>b << 2));
      store<u32>(counts + (<usize>b << 2), sum);
      sum += count;
    }
    for (let i: u32 = 0; i < n; i++) {
      const value = load<u64>(at + (<usize>i << 3));
      const slot = counts + <usize>(((value >> shift) & (BUCKETS - 1)) << 2);
      const to = load<u32>(slot);
      store<u32>(slot, to + 1);
      store<u64>(other + (<usize>to << 3), value);
    }
    const swap = at;
    at = other;
    other = swap;
  }
  return at;
}
