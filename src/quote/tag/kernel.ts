import { copyBytes } from "./arena.ts";
import { Buckets } from "./buckets.ts";
import { type Chain, EDGES, findPowers } from "./chain.ts";
import type { Decoder, Plan } from "./decoder.ts";
import type { Form } from "./form.ts";
import { LABELS } from "./label.ts";
import { fillRows } from "./rows.ts";

/** What the kernel exports: see kernel/tag/main.ts. */
interface Calls {
  readonly memory: WebAssembly.Memory;
  readonly configure: (bits: number, sums: number, edges: number, scale: number) => void;
  /** Makes room for a row; whether the lists now stand elsewhere. */
  readonly makeRoom: (words: number) => number;
  readonly listAt: (list: number) => number;
  /** Adds up places of the list and keeps the sum at a seat. */
  readonly keepSum: (from: number, count: number, seat: number) => void;
  /** Scores a word by so many places and kept sums. */
  readonly scoreWord: (word: number, places: number, sums: number) => void;
  readonly judgeWord: (length: number, at: number) => void;
  readonly judgeOthers: (length: number, at: number) => void;
  readonly findLabels: (length: number, heart: number) => void;
}

/** The lists of the kernel by their numbers there. */
const LIST = {
  rows: 0,
  powerOf: 1,
  steps: 2,
  powers: 3,
  places: 4,
  seats: 5,
  edges: 6,
  labels: 7,
  chances: 8,
} as const;
/** Sums reach from minus this to this: no feature weighs more than 117, and no word has more than 32. */
const MOST_SUM = 4096;
/** Places of a word, and sums that are known already. */
const MOST_PLACES = 128;
const MOST_SUMS = 16;
/** Forms whose sums are kept, as a power of two: as many as some hundred reports have. Of two in one row of seats the later has it. */
const FORMS = 1 << 13;

/**
 * The same in WebAssembly. The table of weights is read at random, which takes longer than all else, so what depends on one form alone is
 * added up once a form, and what is the same from word to word once.
 */
export class KernelDecoder extends Buckets implements Decoder {
  readonly buckets: Buckets = this;
  private readonly calls: Calls;
  private readonly slots: number;
  /** Whose sums are kept in each row of seats, and a bit for each slot whether they are there yet. */
  private readonly owners: Int32Array = new Int32Array(FORMS).fill(-1);
  private readonly kept: Uint16Array = new Uint16Array(FORMS);
  /** The seat of what is the same for all words with this key, and the first place of its features. */
  private readonly shared: number;
  private key = -1;
  private from = 0;
  private words = 0;
  private word = 0;
  private heart = 0;
  /** Sums known of the word. */
  private count = 0;
  private seats!: Int32Array;
  private edges!: Uint8Array;
  private labels!: Uint8Array;
  private allChances!: Float64Array;

  constructor({ chain, listNear, slots }: Plan, kernel: WebAssembly.Module) {
    super(chain.bits, listNear);
    this.slots = slots;
    this.shared = FORMS * slots;
    this.calls = new WebAssembly.Instance(kernel).exports as unknown as Calls;
    this.calls.configure(chain.bits, this.shared + 1, EDGES, chain.scale);
    this.fillTables(chain);
    this.makeRoom(1);
  }

  private fillTables(chain: Chain): void {
    const { memory, listAt } = this.calls;
    fillRows(new Int8Array(memory.buffer, listAt(LIST.rows)), chain);
    const powers = Float64Array.from({ length: 2 * MOST_SUM + 1 }, (_, i) => Math.exp((i - MOST_SUM) * chain.scale));
    const lists: [number, ArrayLike<number>][] = [
      [LIST.powerOf, powers],
      [LIST.steps, chain.steps],
      [LIST.powers, findPowers(chain)],
    ];
    for (const [list, figures] of lists) new Float64Array(memory.buffer, listAt(list), figures.length).set(figures);
  }

  private makeRoom(words: number): void {
    const { memory, makeRoom, listAt } = this.calls;
    if (makeRoom(words) === 0) return;
    const { buffer } = memory;
    this.places = new Int32Array(buffer, listAt(LIST.places), MOST_PLACES);
    this.seats = new Int32Array(buffer, listAt(LIST.seats), MOST_SUMS);
    this.edges = new Uint8Array(buffer, listAt(LIST.edges));
    this.labels = new Uint8Array(buffer, listAt(LIST.labels));
    this.allChances = new Float64Array(buffer, listAt(LIST.chances));
  }

  override begin(words: number): void {
    this.makeRoom(words);
    super.begin(1);
    this.words = words;
    this.word = 0;
    this.count = 0;
    this.key = -1;
  }

  override near(form: Form, slot: number): void {
    const row = form.id & (FORMS - 1);
    const seat = row * this.slots + slot;
    if (this.owners[row] !== form.id) {
      this.owners[row] = form.id;
      this.kept[row] = 0;
    }
    if (((this.kept[row]! >> slot) & 1) === 0) this.keep(form, slot, row);
    this.seats[this.count++] = seat;
  }

  private keep(form: Form, slot: number, row: number): void {
    this.kept[row]! |= 1 << slot;
    const { at } = this;
    super.near(form, slot);
    this.calls.keepSum(at, this.at - at, row * this.slots + slot);
    this.at = at;
  }

  override opens(key: number): boolean {
    this.from = this.at;
    if (key !== this.key) return true;
    this.seats[this.count++] = this.shared;
    return false;
  }

  override closes(key: number): void {
    this.key = key;
    this.calls.keepSum(this.from, this.at - this.from, this.shared);
    this.at = this.from;
    this.seats[this.count++] = this.shared;
  }

  override next(): void {
    this.calls.scoreWord(this.word++, this.at, this.count);
    this.count = 0;
    super.begin(1);
  }

  judgeWord(edges: Uint8Array, at: number): void {
    this.edges.set(edges);
    this.heart = at;
    this.calls.judgeWord(this.words, at);
  }

  judgeOthers(): void {
    this.calls.judgeOthers(this.words, this.heart);
  }

  chances(): Float64Array {
    return this.allChances.subarray(0, this.words * LABELS);
  }

  findLabels(heart: number): Uint8Array {
    this.calls.findLabels(this.words, heart);
    return copyBytes(this.labels.subarray(0, this.words));
  }
}
