import { Buckets, type Near } from "./buckets.ts";
import { type Chain, fitLattice, type Lattice } from "./chain.ts";
import type { Form } from "./form.ts";
import { LABELS } from "./label.ts";
import { LANE, MIDDLE, PAIR, SUMS, WIDTH } from "./rows.ts";

/** Numbers that hold the six sums of a word, two each. */
const HALVES = 3;
/** Forms whose sums are kept, as a power of two: as many as some hundred reports have. Of two with one seat the later has it. */
const SEATS = 1 << 13;

/**
 * Adds up what the features of each word weigh, into the scores of a lattice. The table of weights is read at random, which takes longer
 * than all else, so what depends on one form alone is added up once a form, and what is the same from word to word once.
 */
export class Scorer extends Buckets {
  private readonly chain: Chain;
  private readonly lattice: Lattice;
  private word = 0;
  /** What is added up of the word, and how many features that is of. */
  private readonly sums: Int32Array = new Int32Array(HALVES);
  private count = 0;
  private readonly slots: number;
  /** Whose sums are kept at each seat and slot, and those: `HALVES` each. */
  private readonly owners: (Form | null)[];
  private readonly kept: Int32Array;
  /** Features a slot. */
  private readonly counts: Int32Array;
  /** What is the same for all words with this key, and the first place of its features. */
  private key = -1;
  private from = 0;
  private readonly shared: Int32Array = new Int32Array(HALVES);
  private sharedCount = 0;

  constructor(chain: Chain, lattice: Lattice, listNear: Near, slots: number) {
    super(chain.bits, listNear);
    this.chain = chain;
    this.lattice = lattice;
    this.slots = slots;
    this.owners = new Array<Form | null>(SEATS * slots).fill(null);
    this.kept = new Int32Array(SEATS * slots * HALVES);
    this.counts = new Int32Array(slots);
  }

  override begin(words: number): void {
    super.begin(1);
    fitLattice(this.lattice, words);
    this.word = 0;
    this.key = -1;
  }

  override near(form: Form, slot: number): void {
    const seat = ((form.word + form.shape) & (SEATS - 1)) * this.slots + slot;
    if (this.owners[seat] !== form) this.keep(form, slot, seat);
    this.take(this.kept, seat * HALVES, this.counts[slot]!);
  }

  private keep(form: Form, slot: number, seat: number): void {
    this.owners[seat] = form;
    const { at } = this;
    super.near(form, slot);
    this.kept.fill(0, seat * HALVES, (seat + 1) * HALVES);
    this.counts[slot] = this.addUp(at, this.kept, seat * HALVES);
  }

  override opens(key: number): boolean {
    this.from = this.at;
    if (key !== this.key) return true;
    this.take(this.shared, 0, this.sharedCount);
    return false;
  }

  override closes(key: number): void {
    this.key = key;
    this.shared.fill(0);
    this.sharedCount = this.addUp(this.from, this.shared, 0);
    this.take(this.shared, 0, this.sharedCount);
  }

  override next(): void {
    this.score(this.count + this.addUp(0, this.sums, 0));
    this.sums.fill(0);
    this.count = 0;
    this.word++;
    super.begin(1);
  }

  /** Adds sums that are known to those of the word. */
  private take(list: Int32Array, k: number, count: number): void {
    const { sums } = this;
    sums[0] = (sums[0]! + list[k]!) | 0;
    sums[1] = (sums[1]! + list[k + 1]!) | 0;
    sums[2] = (sums[2]! + list[k + 2]!) | 0;
    this.count += count;
  }

  /** Takes the places written since `from` back, and adds to a list what they weigh; how many they were. */
  private addUp(from: number, into: Int32Array, k: number): number {
    const { places, at } = this;
    const { rows } = this.chain;
    let [one, two, three] = [0, 0, 0];
    for (let i = from; i < at; i++) {
      const row = rows[places[i]!]!;
      one = (one + SUMS[row & PAIR]!) | 0;
      two = (two + SUMS[(row >> WIDTH) & PAIR]!) | 0;
      three = (three + SUMS[(row >> (2 * WIDTH)) & PAIR]!) | 0;
    }
    into[k] = (into[k]! + one) | 0;
    into[k + 1] = (into[k + 1]! + two) | 0;
    into[k + 2] = (into[k + 2]! + three) | 0;
    this.at = from;
    return at - from;
  }

  private score(count: number): void {
    const { scores } = this.lattice;
    const { scale } = this.chain;
    const at = this.word * LABELS;
    scores[at] = 0;
    for (let half = 0, k = at + 1; half < HALVES; half++, k += 2) {
      const sum = this.sums[half]!;
      scores[k] = ((sum & LANE) - count * MIDDLE) * scale;
      scores[k + 1] = ((sum >>> 16) - count * MIDDLE) * scale;
    }
  }
}
