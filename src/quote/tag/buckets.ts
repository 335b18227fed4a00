/**
 * Where the features of a row of words are written: for each word the same number of places in the table of weights. A feature is
 * its template, the order in which it is added, with up to three numbers; its place is a hash of these (Weinberger et al. 2009),
 * so no dictionary of features is shipped, and two features may share a place.
 */
export class Buckets {
  /** Places, word by word. */
  places: Int32Array;
  /** Features a word; known once the first word is written. */
  width = 0;
  private at = 0;
  private start = 0;
  private template = 0;
  private readonly shift: number;

  /** A table of 2 to the power of `bits` places. */
  constructor(bits: number) {
    this.places = new Int32Array(1 << 14);
    this.shift = 32 - bits;
  }

  /** Begins anew, for so many words of at most `most` features. */
  begin(words: number, most: number): void {
    if (this.places.length < words * most) this.places = new Int32Array(words * most);
    this.at = 0;
    this.start = 0;
    this.template = 0;
  }

  add(a: number, b = 0, c = 0): void {
    this.template++;
    let h =
      Math.imul(a ^ Math.imul(this.template, 0x9e3779b1), 0x85ebca6b) ^
      Math.imul(b + 0x7f4a7c15, 0xc2b2ae35) ^
      Math.imul(c + 0x165667b1, 0x27d4eb2f);
    h ^= h >>> 15;
    h = Math.imul(h, 0x2c1b3c6d);
    h ^= h >>> 13;
    this.places[this.at++] = h >>> this.shift;
  }

  /** Ends the features of one word. */
  next(): void {
    this.width = this.at - this.start;
    this.start = this.at;
    this.template = 0;
  }
}
