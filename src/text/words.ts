/** Seats, a power of two, and how many of them are taken at most: half, so that a search ends soon. */
const SEATS = 1 << 16;
const MOST = SEATS / 2;

/** What is known of a word, with the word itself. */
export interface Spelled {
  readonly letters: string;
}

/**
 * What is known of words, found by their place in a text without cutting them out of it: news repeats its words, and to cut one out and
 * look it up in a `Map` takes three times as long. When it is full it is emptied, so that memory stays bounded.
 */
export class Words<T extends Spelled> {
  private readonly make: (word: string) => T;
  private values: T[] = [];
  /** Of each seat the hash of its word, and one more than the place of that; 0 for a free seat. Side by side, to be read at once. */
  private readonly seats: Int32Array = new Int32Array(2 * SEATS);

  constructor(make: (word: string) => T) {
    this.make = make;
  }

  /** What is known of the word from `from` to before `to`, which is not empty. */
  get(text: string, from: number, to: number): T {
    const hash = hashOf(text, from, to);
    const { seats } = this;
    let seat = firstSeat(hash);
    for (; seats[2 * seat + 1] !== 0; seat = (seat + 1) & (SEATS - 1)) {
      const place = seats[2 * seat + 1]! - 1;
      if (seats[2 * seat] === hash && isAt(text, from, to, this.values[place]!.letters)) return this.values[place]!;
    }
    return this.add(copy(text, from, to), hash, seat);
  }

  private add(word: string, hash: number, seat: number): T {
    if (this.values.length === MOST) {
      this.seats.fill(0);
      this.values = [];
      return this.add(word, hash, firstSeat(hash));
    }
    const value = this.make(word);
    this.seats[2 * seat] = hash;
    this.seats[2 * seat + 1] = this.values.push(value);
    return value;
  }
}

function firstSeat(hash: number): number {
  return (hash ^ (hash >>> 15)) & (SEATS - 1);
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
