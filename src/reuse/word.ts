import type { Span } from "../text/span.ts";
import { findWords } from "../text/token.ts";
import { foldForReuse } from "./fold.ts";

/** The words of a text as they are compared: one number and one place each, in text order. */
export interface WordList {
  /** Hash of the folded word; two words count as the same if their hashes are. */
  readonly hashes: Uint32Array;
  /** Start of each word in UTF-16 code units. */
  readonly starts: Uint32Array;
  /** End of each word, exclusive. */
  readonly ends: Uint32Array;
}

const MULTIPLIER = 0x9e3779b97f4a7c15n;
const SECOND = 0xd6e8feb86659fd93n;
const encoder = new TextEncoder();

/**
 * The words of `findWords`, folded by `foldForReuse` and hashed to 32 bits. A chance of 1 in 4
 * billion that two different words agree: it can lengthen a run by a word, never invent one. Empty for a text without
 * words. `kernel/word.ts` does the same on UTF-8, many times faster; a test holds the two together.
 */
export function hashWords(text: string, memory: Map<string, number> = new Map()): WordList {
  const words = findWords(text);
  const list: WordList = {
    hashes: new Uint32Array(words.length),
    starts: new Uint32Array(words.length),
    ends: new Uint32Array(words.length),
  };
  for (const [at, { from, to }] of words.entries()) {
    list.starts[at] = from;
    list.ends[at] = to;
    const word = text.slice(from, to);
    let hash = memory.get(word);
    if (hash === undefined) {
      hash = hashWord(word);
      memory.set(word, hash);
    }
    list.hashes[at] = hash;
  }
  return list;
}

/** The span from the first to the last of `count` words. Throws `RangeError` unless there are so many, one at least. */
export function spanWords({ starts, ends }: WordList, first: number, count: number): Span {
  const from = starts[first];
  const to = ends[first + count - 1];
  if (from === undefined || to === undefined || count < 1) throw new RangeError(`no ${count} words from ${first}`);
  return { from, to };
}

/**
 * Multiply and mix (after wyhash) over the UTF-8 of the folded word, eight bytes a step, little-endian: the kernel's
 * function step for step, in numbers wide enough to hold its 64 bits.
 */
export function hashWord(word: string): number {
  const bytes = encoder.encode(foldForReuse(word));
  let rest = BigInt(bytes.length);
  for (let at = 8; at < Math.max(bytes.length, 16); at += 8) {
    rest = wrap((rest ^ load(bytes, at)) * SECOND);
    rest ^= rest >> 29n;
  }
  let hash = wrap((load(bytes, 0) ^ rest) * MULTIPLIER);
  hash ^= hash >> 32n;
  return Number(wrap(hash * SECOND) >> 32n);
}

/** Up to eight bytes from `at` as a little-endian number. */
function load(bytes: Uint8Array, at: number): bigint {
  let value = 0n;
  for (let i = Math.min(at + 8, bytes.length) - 1; i >= at; i--) value = (value << 8n) | BigInt(bytes[i]!);
  return value;
}

function wrap(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}
