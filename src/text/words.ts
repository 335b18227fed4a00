/** Seats, a power of two, and how many of them are taken at most: half, so that a search ends soon. */
const SEATS = 1 << 16;
const MOST = SEATS / 2;

/**
 * What is known of words, found by their place in a text without cutting them out of it: news repeats its words, and to cut one out and
 * look it up in a `Map` takes three times as long. When it is full it is emptied, so that memory stays bounded.
 */
export class Words<T> {
  private readonly make: (word: string) => T;
  private readonly hashes: Int32Array = new Int32Array(SEATS);
  private readonly words: string[] = new Array<string>(SEATS).fill("");
  private values: T[] = [];
  /** One more than the place of the value of a seat; 0 for a free seat. */
  private readonly places: Int32Array = new Int32Array(SEATS);

  constructor(make: (word: string) => T) {
    this.make = make;
  }

  /** What is known of the word from `from` to before `to`, which is not empty. */
  get(text: string, from: number, to: number): T {
    const hash = hashOf(text, from, to);
    let seat = (hash ^ (hash >>> 15)) & (SEATS - 1);
    for (; this.places[seat] !== 0; seat = (seat + 1) & (SEATS - 1))
      if (this.hashes[seat] === hash && isAt(text, from, to, this.words[seat]!))
        return this.values[this.places[seat]! - 1]!;
    return this.add(copy(text, from, to), hash, seat);
  }

  private add(word: string, hash: number, seat: number): T {
    if (this.values.length === MOST) {
      this.places.fill(0);
      this.values = [];
      return this.add(word, hash, (hash ^ (hash >>> 15)) & (SEATS - 1));
    }
    const value = this.make(word);
    this.hashes[seat] = hash;
    this.words[seat] = word;
    this.places[seat] = this.values.push(value);
    return value;
  }
}

/** FNV-1a (Fowler, Noll, Vo). */
function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

function isAt(text: string, from: number, to: number, word: string): boolean {
  if (word.length !== to - from) return false;
  for (let i = 0; i < word.length; i++) if (text.charCodeAt(from + i) !== word.charCodeAt(i)) return false;
  return true;
}

/** Longer slices of a text keep all of it in memory. */
const SHORT = 12;

function copy(text: string, from: number, to: number): string {
  const word = text.slice(from, to);
  return word.length <= SHORT
    ? word
    : Array.from({ length: to - from }, (_, i) => String.fromCharCode(text.charCodeAt(from + i))).join("");
}
