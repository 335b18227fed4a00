/** How fingerprints are taken. A run of `gram + window - 1` shared words is always found. */
export interface Winnowing {
  /** Words of one gram. Default 8: shorter finds more of what is only a phrase, and costs more. 2 to 32. */
  readonly gram: number;
  /** Grams of which the least is kept. Default 9. 1 to 64. */
  readonly window: number;
}

/** A kept gram. */
export interface Fingerprint {
  readonly key: number;
  /** Its first word. */
  readonly at: number;
}

/** Multiplier of the rolling hash; odd, so that no word loses bits. */
const BASE = 0x9e3779b1;

/**
 * The fingerprints of a text by winnowing (Schleimer, Wilkerson and Aiken 2003): each gram whose key is the least of some `window`
 * neighboring grams, all of them where several are equal (the paper keeps one: with all, what is kept does not depend on the
 * direction, and four can be looked at in one step). In text order; none for fewer than `gram + window - 1` words, as no run long enough
 * fits in there. Two texts that share so many words in a row keep the same gram in them, whatever stands around. Linear in words
 * times window.
 */
export function winnow(hashes: Uint32Array, { gram, window }: Winnowing): Fingerprint[] {
  const keys = hashGrams(hashes, gram);
  const kept: Fingerprint[] = [];
  let next = 0; // grams before it are decided
  for (let from = 0; from + window <= keys.length; from++) {
    let least = keys[from]!;
    for (let at = from + 1; at < from + window; at++) least = Math.min(least, keys[at]!);
    for (let at = Math.max(from, next); at < from + window; at++) {
      if (keys[at] !== least) continue;
      kept.push({ key: least, at });
      next = at + 1;
    }
  }
  return kept;
}

/** One key a gram: a polynomial in the words modulo 2³², rolled along (Karp and Rabin 1987), then mixed (MurmurHash3). */
export function hashGrams(hashes: Uint32Array, gram: number): Uint32Array {
  const keys = new Uint32Array(Math.max(0, hashes.length - gram + 1));
  let power = 1;
  for (let i = 0; i < gram; i++) power = Math.imul(power, BASE);
  let sum = 0;
  for (let at = 0; at < hashes.length; at++) {
    sum = (Math.imul(sum, BASE) + hashes[at]!) | 0;
    if (at >= gram) sum = (sum - Math.imul(hashes[at - gram]!, power)) | 0;
    if (at >= gram - 1) keys[at - gram + 1] = mix(sum);
  }
  return keys;
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
