import type { Form } from "./form.ts";

/** Adds what a form says of a word near it; `slot` says where the word stands. As many features for every form. */
export type Near = (buckets: Buckets, form: Form, slot: number) => void;

/** Features of `near` are told from all others, and those of one slot from those of another, by templates from here on. */
const NEAR_TEMPLATES = 64;

/** Features a word at most. */
const MOST = 128;

/**
 * Where the features of a row of words are written: for each word the same number of places in the table of weights. A feature is
 * its template, the order in which it is added, with up to three numbers; its place is a hash of these (Weinberger et al. 2009),
 * so no dictionary of features is shipped, and two features may share a place. This is how learning sees them; `Scorer` adds up
 * what they weigh instead, and does not add anew what it has added before.
 */
export class Buckets {
  /** Places, word by word. */
  places: Int32Array;
  /** Features a word; known once the first word is written. */
  width = 0;
  protected at = 0;
  private start = 0;
  private template = 0;
  private readonly shift: number;
  private readonly listNear: Near;

  /** A table of 2 to the power of `bits` places. */
  constructor(bits: number, listNear: Near) {
    this.places = new Int32Array(MOST);
    this.shift = 32 - bits;
    this.listNear = listNear;
  }

  /** Begins anew, for so many words. */
  begin(words: number): void {
    if (this.places.length < words * MOST) this.places = new Int32Array(words * MOST);
    this.at = 0;
    this.start = 0;
    this.template = 0;
  }

  add(a: number, b = 0, c = 0): void {
    this.template++;
    let h =
      Math.imul(a, 0x85ebca6b) +
      Math.imul(b, 0xc2b2ae35) +
      Math.imul(c, 0x27d4eb2f) +
      Math.imul(this.template, 0x9e3779b1);
    h ^= h >>> 15;
    h = Math.imul(h, 0x2c1b3c6d);
    h ^= h >>> 13;
    this.places[this.at++] = Math.imul(h, 0x297a2d39) >>> this.shift;
  }

  /** What a form near the word says of it. */
  near(form: Form, slot: number): void {
    const { template } = this;
    this.template = NEAR_TEMPLATES * (slot + 1);
    this.listNear(this, form, slot);
    this.template = template;
  }

  /**
   * Whether features have to be added that are the same for every word with this key; `closes` ends them. They come last of a word's,
   * so that the templates of the others stay when they are left out.
   */
  opens(_key: number): boolean {
    return true;
  }

  closes(_key: number): void {}

  /** Ends the features of one word. */
  next(): void {
    this.width = this.at - this.start;
    this.start = this.at;
    this.template = 0;
  }
}
