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
  return hash ^ (hash >>> 15);
}

/** Bits a word of a filter: so one word in sixteen that is not in it seems to be. */
const FILTER_BITS = 16;

/** Tells most words that are none of these at once, by their hash (Bloom 1970, with one function). A power of two of numbers. */
export function makeFilter(words: Iterable<string>): Int32Array {
  const hashes = Array.from(words, hashWord);
  let size = 1;
  while (size * 32 < hashes.length * FILTER_BITS) size *= 2;
  const filter = new Int32Array(size);
  for (const hash of hashes) filter[(hash >>> 5) & (size - 1)]! |= 1 << hash;
  return filter;
}

/** Whether a word with this hash may be in a filter. */
export function mayHave(filter: Int32Array, hash: number): boolean {
  return (filter[(hash >>> 5) & (filter.length - 1)]! & (1 << hash)) !== 0;
}
