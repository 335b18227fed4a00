import { CONTENT, CUE, LABELS, mayFollow, SOURCE } from "./label.ts";
import type { Digits } from "./rows.ts";

/** Kinds of words between which transitions weigh differently. */
export const EDGES = 8;
/** Weights of transitions for one kind of edge: from each label or the beginning, to each label. */
export const STEP: number = (LABELS + 1) * LABELS;
/** A linear chain of labels (Lafferty, McCallum and Pereira 2001). `OUT` weighs nothing. */
export interface Chain extends Digits {
  /** What a weight is multiplied by. */
  readonly scale: number;
  /** `EDGES` times `STEP`. */
  readonly steps: Float32Array;
}

/** What is worked out for one row of words; kept and used again, since making it anew takes longer than filling it. */
export interface Lattice {
  length: number;
  /** For each word and label the sum of the weights of its features. */
  scores: Float64Array;
  /** Their exponentials. */
  raised: Float64Array;
  /** Sums over all ways to a word and label, and from it on, up to a factor a word. */
  forward: Float64Array;
  backward: Float64Array;
  /** For each word and label how likely it is. */
  chances: Float64Array;
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
    raised: none,
    forward: none,
    backward: none,
    chances: none,
    links: new Uint8Array(0),
  };
}

/** Makes room for `length` words. */
export function fitLattice(lattice: Lattice, length: number): void {
  if (lattice.scores.length < length * LABELS) growLattice(lattice, length * 2);
  lattice.length = length;
}

function growLattice(lattice: Lattice, length: number): void {
  for (const name of ["scores", "raised", "forward", "backward", "chances"] as const)
    lattice[name] = new Float64Array(length * LABELS);
  lattice.links = new Uint8Array(length * LABELS);
}

/** A label less likely than this at a word is on no likeliest way: few are left, and looking at all takes four times as long. */
const FAINT = 1e-6;
/** The score of a way that cannot be. */
const NONE = Number.NEGATIVE_INFINITY;

/**
 * The likeliest labels for the scores as a whole, written into `labels` (Viterbi 1967), among those that `chances`, which are known by
 * then, leave. `edges` holds the kind of each word.
 */
export function findLabels(lattice: Lattice, { steps }: Chain, edges: Uint8Array, labels: Uint8Array): void {
  const { length, scores, chances, forward: best } = lattice;
  for (let i = 0, at = 0; i < length; i++, at += LABELS) {
    const base = edges[i]! * STEP;
    for (let y = 0; y < LABELS; y++) {
      if (chances[at + y]! < FAINT) best[at + y] = NONE;
      else if (i > 0) best[at + y] = linkBest(lattice, at, y, steps, base) + scores[at + y]!;
      else best[y] = mayFollow(LABELS, y) ? steps[base + LABELS * LABELS + y]! + scores[y]! : NONE;
    }
  }
  traceLabels(lattice, labels);
}

/** The score of the best way to label `y` of the word whose labels begin at `at`, and the link back along it. */
function linkBest({ forward: best, links }: Lattice, at: number, y: number, steps: Float32Array, base: number): number {
  // A label that goes on follows its own part alone, any other follows all.
  const first = goesOn(y) ? y - 1 : 0;
  const end = first > 0 ? y + 1 : LABELS;
  let top = NONE;
  for (let x = first; x < end; x++) {
    if (best[at - LABELS + x] === NONE) continue;
    const value = best[at - LABELS + x]! + steps[base + x * LABELS + y]!;
    if (value <= top) continue;
    top = value;
    links[at + y] = x;
  }
  return top;
}

function traceLabels({ length, forward: best, links }: Lattice, labels: Uint8Array): void {
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

/** Fills `chances` of all words. */
export function fillLattice(lattice: Lattice, powers: Float64Array, edges: Uint8Array): void {
  judgeWord(lattice, powers, edges, 0);
  judgeOthers(lattice, powers, edges, 0);
}

/** Fills `chances` of word `at` alone: the sums from either end of the row up to it, half of the work of all. */
export function judgeWord(lattice: Lattice, powers: Float64Array, edges: Uint8Array, at: number): void {
  const { length, backward } = lattice;
  raiseScores(lattice);
  for (let i = 0; i <= at; i++) passForward(lattice, powers, edges[i]! * STEP, i);
  for (let y = 0; y < LABELS; y++) backward[(length - 1) * LABELS + y] = 1;
  for (let i = length - 2; i >= at; i--) passBackward(lattice, powers, edges[i + 1]! * STEP, i);
  setChances(lattice, at);
}

/** Fills `chances` of the other words after `judgeWord`. */
export function judgeOthers(lattice: Lattice, powers: Float64Array, edges: Uint8Array, at: number): void {
  for (let i = at + 1; i < lattice.length; i++) passForward(lattice, powers, edges[i]! * STEP, i);
  for (let i = at - 1; i >= 0; i--) passBackward(lattice, powers, edges[i + 1]! * STEP, i);
  for (let i = 0; i < lattice.length; i++) setChances(lattice, i);
}

function setChances({ forward, backward, chances }: Lattice, i: number): void {
  let sum = 0;
  for (let k = i * LABELS; k < (i + 1) * LABELS; k++) sum += forward[k]! * backward[k]!;
  const factor = 1 / sum;
  for (let k = i * LABELS; k < (i + 1) * LABELS; k++) chances[k] = forward[k]! * backward[k]! * factor;
}

/** No score is so large that its exponential runs out of range: weights are of some units, features some dozens. */
function raiseScores({ length, scores, raised }: Lattice): void {
  for (let k = 0; k < length * LABELS; k++) raised[k] = Math.exp(scores[k]!);
}

function passForward({ raised, forward }: Lattice, powers: Float64Array, base: number, i: number): void {
  const at = i * LABELS;
  const last = at - LABELS;
  for (let y = 0; y < LABELS; y++) {
    let sum = 0;
    if (i === 0) sum = powers[base + LABELS * LABELS + y]!;
    else {
      // One that goes on follows its own part alone, any other follows all.
      const first = goesOn(y) ? y - 1 : 0;
      const end = first > 0 ? y + 1 : LABELS;
      for (let x = first; x < end; x++) sum += forward[last + x]! * powers[base + x * LABELS + y]!;
    }
    forward[at + y] = sum * raised[at + y]!;
  }
  if (i % SCALED === 0) scale(forward, at);
}

/** Every so manieth word is scaled: a word multiplies the sums by less than e^42, so that between two none runs out of range. */
const SCALED = 8;

/** Whether a label goes on with a part. */
function goesOn(label: number): boolean {
  return label > 0 && label % 2 === 0;
}

function passBackward({ raised, backward }: Lattice, powers: Float64Array, base: number, i: number): void {
  const at = i * LABELS;
  const next = at + LABELS;
  // What a label leads to: any that begins something, or none; and the one that goes on with its own part.
  const out = raised[next]! * backward[next]!;
  const source = raised[next + SOURCE]! * backward[next + SOURCE]!;
  const cue = raised[next + CUE]! * backward[next + CUE]!;
  const content = raised[next + CONTENT]! * backward[next + CONTENT]!;
  for (let x = 0, k = base; x < LABELS; x++, k += LABELS) {
    let sum = powers[k]! * out + powers[k + SOURCE]! * source + powers[k + CUE]! * cue + powers[k + CONTENT]! * content;
    if (x > 0) {
      const y = x + (x & 1);
      sum += powers[k + y]! * raised[next + y]! * backward[next + y]!;
    }
    backward[at + x] = sum;
  }
  if (i % SCALED === 0) scale(backward, at);
}

/** Divides the sums of a word by their total, so that none runs out of range. */
function scale(sums: Float64Array, at: number): void {
  let total = 0;
  for (let k = at; k < at + LABELS; k++) total += sums[k]!;
  const factor = 1 / (total > 1e-300 ? total : 1e-300);
  for (let k = at; k < at + LABELS; k++) sums[k]! *= factor;
}
