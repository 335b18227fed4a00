/**
 * What stands behind a word in the row that begins with it; undefined if there is none. `rows`: words parted by a space, the rows in
 * order. Sought by halves in the table as it stands, so that loading it takes no time.
 */
export function findRow(rows: readonly string[], word: string): string | undefined {
  const head = `${word} `;
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]! < head) low = middle + 1;
    else high = middle;
  }
  const row = rows[low];
  return row?.startsWith(head) ? row.slice(head.length) : undefined;
}

/** 32 bits for a word. */
export function hashWord(word: string): number {
  let hash = 0;
  for (let i = 0; i < word.length; i++) hash = (hash * 31 + word.charCodeAt(i)) | 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); // so that the bits of a short word reach all of the number
  return hash ^ (hash >>> 13);
}

/** Bits a word of a filter: so one word in seventy that is not in it seems to be. */
const FILTER_BITS = 16;

/**
 * Tells most words that are none of these at once, by their hash (Bloom 1970; all bits of a word in one number, Putze, Sanders and
 * Singler 2007). A power of two of numbers.
 */
export function makeFilter(words: Iterable<string>): number[] {
  const hashes = Array.from(words, hashWord);
  let size = 1;
  while (size * 32 < hashes.length * FILTER_BITS) size *= 2;
  const filter: number[] = new Array(size).fill(0);
  for (const hash of hashes) filter[hash & (size - 1)]! |= findBits(hash);
  return filter;
}

/** Three bits for a hash, of its upper half. */
export function findBits(hash: number): number {
  return (1 << (hash >>> 27)) | (1 << (hash >>> 22)) | (1 << (hash >>> 17));
}

/** Whether a word with this hash, and its bits, may be in a filter. */
export function mayHave(filter: readonly number[], hash: number, bits: number): boolean {
  return (filter[hash & (filter.length - 1)]! & bits) === bits;
}
