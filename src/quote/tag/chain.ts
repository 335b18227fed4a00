import type { Buckets } from "./buckets.ts";
import { LABELS, mayFollow } from "./label.ts";
import { LANE, MIDDLE } from "./rows.ts";

/** Kinds of words between which transitions weigh differently. */
export const EDGES = 8;
/** Weights of transitions for one kind of edge: from each label or the beginning, to each label. */
export const STEP: number = (LABELS + 1) * LABELS;
/** A linear chain of labels (Lafferty, McCallum and Pereira 2001). */
export interface Chain {
  readonly bits: number;
  /** For each of 2^bits places the weights of all labels but `OUT`, which weighs nothing: see `rows.ts`. */
  readonly rows: Int32Array;
  /** What a figure of the rows is multiplied by. */
  readonly scale: number;
  /** `EDGES` times `STEP`. */
  readonly steps: Float32Array;
}

/** What is worked out for one row of words; kept and used again, since making it anew takes longer than filling it. */
export interface Lattice {
  length: number;
  /** For each word and label the sum of the weights of its features; after `fillLattice` their exponential. */
  scores: Float64Array;
  forward: Float64Array;
  backward: Float64Array;
  /** For each word and label how likely it is. */
  chances: Float64Array;
  sums: Float64Array;
  links: Uint8Array;
}

const ALLOWED: Uint8Array = Uint8Array.from({ length: STEP }, (_, i) =>
  mayFollow(Math.floor(i / LABELS), i % LABELS) ? 1 : 0,
);

export function makeLattice(): Lattice {
  const none = new Float64Array(0);
  return {
    length: 0,
    scores: none,
    forward: none,
    backward: none,
    chances: none,
    sums: none,
    links: new Uint8Array(0),
  };
}

/** Scores of `length` words whose features are in `buckets`: six sums at once, two to a number of 32 bits. */
export function scoreWords(lattice: Lattice, { rows, scale }: Chain, { places, width }: Buckets, length: number): void {
  fitLattice(lattice, length);
  const { scores } = lattice;
  const base = width * MIDDLE;
  for (let i = 0, j = 0; i < length; i++) {
    let [one, two, three] = [0, 0, 0];
    for (const end = j + width; j < end; j++) {
      const at = places[j]! * 3;
      one += rows[at]!;
      two += rows[at + 1]!;
      three += rows[at + 2]!;
    }
    const at = i * LABELS;
    scores[at] = 0;
    scores[at + 1] = ((one & LANE) - base) * scale;
    scores[at + 2] = ((one >>> 16) - base) * scale;
    scores[at + 3] = ((two & LANE) - base) * scale;
    scores[at + 4] = ((two >>> 16) - base) * scale;
    scores[at + 5] = ((three & LANE) - base) * scale;
    scores[at + 6] = ((three >>> 16) - base) * scale;
  }
}

/** Makes room for `length` words. */
export function fitLattice(lattice: Lattice, length: number): void {
  if (lattice.scores.length < length * LABELS) growLattice(lattice, length * 2);
  lattice.length = length;
}

function growLattice(lattice: Lattice, length: number): void {
  for (const name of ["scores", "forward", "backward", "chances"] as const)
    lattice[name] = new Float64Array(length * LABELS);
  lattice.sums = new Float64Array(length);
  lattice.links = new Uint8Array(length * LABELS);
}

/**
 * The likeliest labels for the scores, written into `labels` (Viterbi 1967). `edges` holds the kind of each word. Call before
 * `fillLattice`, which changes the scores.
 */
export function findLabels(lattice: Lattice, chain: Chain, edges: Uint8Array, labels: Uint8Array): void {
  const { length, scores, forward: best, links } = lattice;
  const { steps } = chain;
  for (let i = 0; i < length; i++) {
    const base = edges[i]! * STEP;
    for (let y = 0; y < LABELS; y++) {
      let top = -1e18;
      let from = 0;
      for (let x = i === 0 ? LABELS : 0; x < (i === 0 ? LABELS + 1 : LABELS); x++) {
        if (ALLOWED[x * LABELS + y] === 0) continue;
        const value = (i === 0 ? 0 : best[(i - 1) * LABELS + x]!) + steps[base + x * LABELS + y]!;
        if (value <= top) continue;
        top = value;
        from = x;
      }
      best[i * LABELS + y] = top + scores[i * LABELS + y]!;
      links[i * LABELS + y] = from;
    }
  }
  let label = 0;
  for (let y = 1; y < LABELS; y++)
    if (best[(length - 1) * LABELS + y]! > best[(length - 1) * LABELS + label]!) label = y;
  for (let i = length - 1; i >= 0; i--) {
    labels[i] = label;
    label = links[i * LABELS + label]!;
  }
}

/** Exponentials of the transitions; those that may not be are 0. */
export function findPowers({ steps }: Chain): Float64Array {
  return Float64Array.from(steps, (step, i) => (ALLOWED[i % STEP] === 1 ? Math.exp(step) : 0));
}

/** Fills `chances`: forward and backward sums, each word's divided by their total so that none runs out of range. */
export function fillLattice(lattice: Lattice, powers: Float64Array, edges: Uint8Array): void {
  const { length, forward, backward, chances } = lattice;
  raiseScores(lattice);
  for (let i = 0; i < length; i++) passForward(lattice, powers, edges[i]! * STEP, i);
  for (let y = 0; y < LABELS; y++) backward[(length - 1) * LABELS + y] = 1;
  for (let i = length - 2; i >= 0; i--) passBackward(lattice, powers, edges[i + 1]! * STEP, i);
  for (let i = 0; i < length; i++) {
    let sum = 0;
    for (let k = i * LABELS; k < (i + 1) * LABELS; k++) sum += forward[k]! * backward[k]!;
    for (let k = i * LABELS; k < (i + 1) * LABELS; k++) chances[k] = (forward[k]! * backward[k]!) / sum;
  }
}

function raiseScores({ length, scores }: Lattice): void {
  for (let i = 0; i < length; i++) {
    let most = -1e18;
    for (let k = i * LABELS; k < (i + 1) * LABELS; k++) if (scores[k]! > most) most = scores[k]!;
    for (let k = i * LABELS; k < (i + 1) * LABELS; k++) scores[k] = Math.exp(scores[k]! - most);
  }
}

function passForward({ scores, forward, sums }: Lattice, powers: Float64Array, base: number, i: number): void {
  let total = 0;
  for (let y = 0; y < LABELS; y++) {
    let sum = 0;
    if (i === 0) sum = powers[base + LABELS * LABELS + y]!;
    else for (let x = 0; x < LABELS; x++) sum += forward[(i - 1) * LABELS + x]! * powers[base + x * LABELS + y]!;
    const value = sum * scores[i * LABELS + y]!;
    forward[i * LABELS + y] = value;
    total += value;
  }
  sums[i] = total > 1e-300 ? total : 1e-300;
  for (let k = i * LABELS; k < (i + 1) * LABELS; k++) forward[k]! /= sums[i]!;
}

function passBackward({ scores, backward, sums }: Lattice, powers: Float64Array, base: number, i: number): void {
  const next = (i + 1) * LABELS;
  for (let x = 0; x < LABELS; x++) {
    let sum = 0;
    for (let y = 0; y < LABELS; y++) sum += powers[base + x * LABELS + y]! * scores[next + y]! * backward[next + y]!;
    backward[i * LABELS + x] = sum / sums[i + 1]!;
  }
}
