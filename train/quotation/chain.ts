import {
  type Chain,
  EDGES,
  fillLattice,
  fitLattice,
  type Lattice,
  makeLattice,
  STEP,
} from "../../src/quote/tag/chain.ts";
import { LABELS, mayFollow } from "../../src/quote/tag/label.ts";
import { LEVELS, WEIGHTS } from "../../src/quote/tag/rows.ts";
import { makeDraw, shuffle } from "./draw.ts";

/** A row of words with the labels they should get. */
export interface Example {
  readonly length: number;
  /** Places in the table of each word's features, word by word. */
  readonly places: Int32Array;
  /** Features a word. */
  readonly width: number;
  readonly edges: Uint8Array;
  readonly labels: Uint8Array;
}

export interface Schedule {
  readonly bits: number;
  /** How often all examples are gone through. */
  readonly rounds: number;
  /** Step of the first round; it falls to a fifth. */
  readonly rate: number;
  /** A feature in fewer words than this is not learned: what is seldom seen is seldom seen again. */
  readonly least: number;
  /** Features kept at most. */
  readonly most: number;
}

/** Differences smaller than this teach nothing: most words are clear after a round. */
const CLEAR = 0.003;

/** Weights of one feature, a label each, stand this far apart while learning. */
const STRIDE = 8;

/** Sums of weights at several times. */
interface Mean {
  readonly rows: Float32Array;
  readonly steps: Float32Array;
  count: number;
}

interface Learner {
  readonly rows: Float32Array;
  readonly steps: Float32Array;
  /** Sums of squares of what each weight was changed by. */
  readonly rowSquares: Float32Array;
  readonly stepSquares: Float32Array;
  readonly lattice: Lattice;
  readonly powers: Float64Array;
}

/**
 * Weights that make the labels of the examples likely: stochastic gradient of the log likelihood with AdaGrad (Duchi, Hazan and Singer
 * 2011), averaged over the second half of every round, which is all the regularization there is. Where features are more than can be
 * kept, a round on all shows which weigh most, and the rest is learned without the others: to cut them afterwards loses three
 * points of attribution F1. Deterministic.
 */
export function trainChain(examples: readonly Example[], schedule: Schedule): Chain {
  const all = keepFrequent(examples, schedule);
  if (all.places.length <= schedule.most) return packChain(runRounds(all, schedule), all, schedule);
  const trial = runRounds(all, { ...schedule, rounds: 1 });
  const best = keepBest(examples, all, trial, schedule);
  return packChain(runRounds(best, schedule), best, schedule);
}

function runRounds(kept: Kept, { rounds, rate }: Schedule): Mean {
  const learner = makeLearner(kept.places.length);
  const mean: Mean = {
    rows: new Float32Array(learner.rows.length),
    steps: new Float32Array(learner.steps.length),
    count: 0,
  };
  const order = [...kept.cases];
  const draw = makeDraw(1);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, draw);
    order.forEach((one, i) => {
      learn(learner, one, rate * (1 - (0.8 * round) / rounds));
      if (i === order.length - 1 || i === order.length >> 1) addTo(mean, learner);
    });
  }
  return mean;
}

/** The features that change the sums most, by what they weigh and how often they are met, after one round. */
function keepBest(
  examples: readonly Example[],
  { places, counts }: Kept,
  { rows }: Mean,
  { bits, most }: Schedule,
): Kept {
  const effects = Float64Array.from(places, (_, i) => {
    let sum = 0;
    for (let y = 1; y < LABELS; y++) sum += Math.abs(rows[i * STRIDE + y]! - rows[i * STRIDE]!);
    return sum * Math.sqrt(counts[i]!);
  });
  const best = Array.from(places.keys())
    .sort((a, b) => effects[b]! - effects[a]! || a - b)
    .slice(0, most)
    .sort((a, b) => a - b);
  return makeKept(
    examples,
    Int32Array.from(best, (i) => places[i]!),
    Int32Array.from(best, (i) => counts[i]!),
    bits,
  );
}

/** An example with the frequent features of each word only, numbered anew. */
interface Case {
  readonly length: number;
  readonly features: Int32Array;
  /** Where those of each word begin, and of the last end. */
  readonly starts: Int32Array;
  readonly edges: Uint8Array;
  readonly labels: Uint8Array;
}

interface Kept {
  readonly cases: Case[];
  /** The place of each feature in the table, and how many words have it; the most frequent first. */
  readonly places: Int32Array;
  readonly counts: Int32Array;
}

function keepFrequent(examples: readonly Example[], { bits, least }: Schedule): Kept {
  const all = new Int32Array(1 << bits);
  for (const { places } of examples) for (const place of places) all[place]!++;
  const places = Int32Array.from(all.keys())
    .filter((place) => all[place]! >= least)
    .sort((a, b) => all[b]! - all[a]! || a - b);
  return makeKept(
    examples,
    places,
    places.map((place) => all[place]!),
    bits,
  );
}

function makeKept(examples: readonly Example[], places: Int32Array, counts: Int32Array, bits: number): Kept {
  const numbers = new Int32Array(1 << bits).fill(-1);
  places.forEach((place, i) => {
    numbers[place] = i;
  });
  return { cases: examples.map((one) => makeCase(one, numbers)), places, counts };
}

function makeCase({ length, places, width, edges, labels }: Example, numbers: Int32Array): Case {
  const starts = new Int32Array(length + 1);
  const features: number[] = [];
  for (let i = 0; i < length; i++) {
    for (let j = i * width; j < (i + 1) * width; j++)
      if (numbers[places[j]!]! >= 0) features.push(numbers[places[j]!]!);
    starts[i + 1] = features.length;
  }
  return { length, features: Int32Array.from(features), starts, edges, labels };
}

/**
 * Rounds the weights to the levels that are stored. The weight of `OUT` is taken from those of the others, which changes no chance;
 * one weight in 100,000 is larger than can be stored, and is cut.
 */
function packChain({ rows, steps, count }: Mean, { places }: Kept, { bits }: Schedule): Chain {
  const weights = Float32Array.from({ length: WEIGHTS * places.length }, (_, i) => {
    const at = Math.floor(i / WEIGHTS) * STRIDE;
    return rows[at + 1 + (i % WEIGHTS)]! - rows[at]!;
  });
  const sizes = weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  const unit = sizes[Math.floor(sizes.length * 0.99999)]! / Math.max(...LEVELS);
  const order = Array.from(places.keys()).sort((a, b) => places[a]! - places[b]!);
  const digits = Uint8Array.from({ length: WEIGHTS * order.length }, (_, i) =>
    findDigit(weights[order[Math.floor(i / WEIGHTS)]! * WEIGHTS + (i % WEIGHTS)]! / unit),
  );
  const sorted = Int32Array.from(order, (i) => places[i]!);
  return {
    bits,
    scale: Number((unit / count).toPrecision(4)),
    steps: steps.map((step) => Math.round((step / count) * 1000) / 1000),
    places: sorted,
    digits,
  };
}

/** The digit whose level is nearest. */
function findDigit(value: number): number {
  let best = 0;
  for (let i = 1; i < LEVELS.length; i++) if (Math.abs(LEVELS[i]! - value) < Math.abs(LEVELS[best]! - value)) best = i;
  return best;
}

function makeLearner(features: number): Learner {
  const size = STRIDE * features;
  return {
    rows: new Float32Array(size),
    steps: new Float32Array(EDGES * STEP),
    rowSquares: new Float32Array(size).fill(1e-2),
    stepSquares: new Float32Array(EDGES * STEP).fill(1e-2),
    lattice: makeLattice(),
    powers: new Float64Array(EDGES * STEP),
  };
}

function addTo(mean: Mean, { rows, steps }: Learner): void {
  for (let i = 0; i < rows.length; i++) mean.rows[i]! += rows[i]!;
  for (let i = 0; i < steps.length; i++) mean.steps[i]! += steps[i]!;
  mean.count++;
}

function learn(learner: Learner, one: Case, rate: number): void {
  const { lattice, powers, rows, steps } = learner;
  for (let i = 0; i < powers.length; i++)
    powers[i] = mayFollow(Math.floor((i % STEP) / LABELS), i % LABELS) ? Math.exp(steps[i]!) : 0;
  scoreCase(lattice, rows, one);
  fillLattice(lattice, powers, one.edges);
  for (let i = 0; i < one.length; i++) {
    learnWord(learner, one, i, rate);
    learnStep(learner, one, i, rate);
  }
}

function scoreCase(lattice: Lattice, rows: Float32Array, { length, features, starts }: Case): void {
  fitLattice(lattice, length);
  const { scores } = lattice;
  for (let i = 0; i < length; i++) {
    let [a, b, c, d, e, f, g] = [0, 0, 0, 0, 0, 0, 0];
    for (let j = starts[i]!; j < starts[i + 1]!; j++) {
      const at = features[j]! * STRIDE;
      a += rows[at]!;
      b += rows[at + 1]!;
      c += rows[at + 2]!;
      d += rows[at + 3]!;
      e += rows[at + 4]!;
      f += rows[at + 5]!;
      g += rows[at + 6]!;
    }
    scores.set([a, b, c, d, e, f, g], i * LABELS);
  }
}

function learnWord({ lattice, rows, rowSquares }: Learner, one: Case, i: number, rate: number): void {
  const { features, starts, labels } = one;
  for (let y = 0; y < LABELS; y++) {
    const slope = lattice.chances[i * LABELS + y]! - (labels[i] === y ? 1 : 0);
    if (Math.abs(slope) < CLEAR) continue;
    const square = slope * slope;
    const change = rate * slope;
    for (let j = starts[i]!; j < starts[i + 1]!; j++) {
      const at = features[j]! * STRIDE + y;
      const sum = rowSquares[at]! + square;
      rowSquares[at] = sum;
      rows[at]! -= change / Math.sqrt(sum);
    }
  }
}

/** What the first pair of labels is taken to follow is the beginning. */
function learnStep({ lattice, powers, steps, stepSquares }: Learner, one: Case, i: number, rate: number): void {
  const { forward, backward, raised } = lattice;
  const base = one.edges[i]! * STEP;
  const chances = new Float64Array(STEP);
  let sum = 0;
  for (let x = i === 0 ? LABELS : 0; x < (i === 0 ? LABELS + 1 : LABELS); x++)
    for (let y = 0; y < LABELS; y++) {
      const before = i === 0 ? 1 : forward[(i - 1) * LABELS + x]!;
      const k = x * LABELS + y;
      chances[k] = before * powers[base + k]! * raised[i * LABELS + y]! * backward[i * LABELS + y]!;
      sum += chances[k]!;
    }
  const right = (i === 0 ? LABELS : one.labels[i - 1]!) * LABELS + one.labels[i]!;
  for (let k = 0; k < STEP; k++) {
    const slope = chances[k]! / sum - (k === right ? 1 : 0);
    if (Math.abs(slope) < CLEAR) continue;
    stepSquares[base + k]! += slope * slope;
    steps[base + k]! -= (rate * slope) / Math.sqrt(stepSquares[base + k]!);
  }
}
