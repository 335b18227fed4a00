import { Buckets } from "./buckets.ts";
import { findLabels, findPowers, fitLattice, judgeOthers, judgeWord, type Lattice, makeLattice } from "./chain.ts";
import type { Decoder, Plan } from "./decoder.ts";
import { LABELS } from "./label.ts";
import { fillRows, ROW, WEIGHTS } from "./rows.ts";
import { isCue } from "./window.ts";

/** Taken from the score of a label that is not to be. */
const NEVER = 1e6;

/** A decoder in TypeScript alone, with which the search for quotations takes 1.6 times as long; what the kernel is tested against. */
export class PlainDecoder extends Buckets implements Decoder {
  readonly buckets: Buckets = this;
  private readonly plan: Plan;
  private readonly rows: Int8Array;
  private readonly powers: Float64Array;
  private readonly lattice: Lattice = makeLattice();
  private edges: Uint8Array = new Uint8Array(0);
  private words = 0;
  private heart = 0;

  constructor(plan: Plan) {
    super(plan.chain.bits, plan.listNear);
    this.plan = plan;
    this.rows = new Int8Array(ROW << plan.chain.bits);
    fillRows(this.rows, plan.chain);
    this.powers = findPowers(plan.chain);
  }

  override begin(words: number): void {
    super.begin(words);
    this.words = words;
  }

  judgeWord(edges: Uint8Array, at: number): void {
    this.edges = edges;
    this.heart = at;
    fitLattice(this.lattice, this.words);
    for (let i = 0; i < this.words; i++) this.score(i);
    judgeWord(this.lattice, this.powers, edges, at);
  }

  private score(word: number): void {
    const { places, width, rows, lattice, plan } = this;
    const sums = new Int32Array(WEIGHTS);
    for (let i = word * width; i < (word + 1) * width; i++)
      for (let k = 0; k < WEIGHTS; k++) sums[k]! += rows[places[i]! * ROW + 1 + k]!;
    lattice.scores[word * LABELS] = 0;
    sums.forEach((sum, k) => {
      lattice.scores[word * LABELS + 1 + k] = sum * plan.chain.scale;
    });
  }

  judgeOthers(): void {
    judgeOthers(this.lattice, this.powers, this.edges, this.heart);
  }

  chances(): Float64Array {
    return this.lattice.chances.subarray(0, this.words * LABELS);
  }

  findLabels(heart: number): Uint8Array {
    const { scores } = this.lattice;
    for (let y = 0; heart >= 0 && y < LABELS; y++) if (!isCue(y)) scores[heart * LABELS + y]! -= NEVER;
    const labels = new Uint8Array(this.words);
    findLabels(this.lattice, this.plan.chain, this.edges, labels);
    return labels;
  }
}
