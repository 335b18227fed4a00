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
import { LEVELS, makeRows, WEIGHTS } from "../../src/quote/tag/rows.ts";
import { makeDraw, shuffle } from "./draw.ts";

/** A row of words with the labels they should get. */
export interface Example {
  readonly length: number;
  /** Places in the table of each word's features, word by word. */
  readonly places: Int32Array;
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
}

/** Differences smaller than this teach nothing: most words are clear after a round. */
const CLEAR = 0.003;

/** A chain with its weights as digits too. */
export interface LearntChain extends Chain {
  readonly digits: Uint8Array;
}

/** Weights of one place, a label each, stand this far apart while learning. */
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
 * 2011), averaged over the second half of every round, which is all the regularization there is. Deterministic.
 */
export function trainChain(examples: readonly Example[], { bits, rounds, rate }: Schedule): LearntChain {
  const learner = makeLearner(bits);
  const mean: Mean = {
    rows: new Float32Array(learner.rows.length),
    steps: new Float32Array(learner.steps.length),
    count: 0,
  };
  const order = [...examples];
  const draw = makeDraw(1);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, draw);
    order.forEach((example, i) => {
      learn(learner, example, rate * (1 - (0.8 * round) / rounds));
      if (i === order.length - 1 || i === order.length >> 1) addTo(mean, learner);
    });
  }
  return packChain(mean, bits);
}

/**
 * Rounds the weights to the levels that are stored. The weight of `OUT` is taken from those of the others, which changes no chance;
 * one weight in 100,000 is larger than can be stored, and is cut.
 */
function packChain({ rows, steps, count }: Mean, bits: number): LearntChain {
  const weights = Float32Array.from({ length: WEIGHTS << bits }, (_, i) => {
    const at = Math.floor(i / WEIGHTS) * STRIDE;
    return rows[at + 1 + (i % WEIGHTS)]! - rows[at]!;
  });
  const sizes = weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  const unit = sizes[Math.floor(sizes.length * 0.99999)]! / Math.max(...LEVELS);
  const digits = Uint8Array.from(weights, (weight) => findDigit(weight / unit));
  return {
    bits,
    rows: makeRows(digits),
    scale: Number((unit / count).toPrecision(4)),
    steps: steps.map((step) => Math.round((step / count) * 1000) / 1000),
    digits,
  };
}

/** The digit whose level is nearest. */
function findDigit(value: number): number {
  let best = 0;
  for (let i = 1; i < LEVELS.length; i++) if (Math.abs(LEVELS[i]! - value) < Math.abs(LEVELS[best]! - value)) best = i;
  return best;
}

function makeLearner(bits: number): Learner {
  const size = STRIDE << bits;
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

function learn(learner: Learner, example: Example, rate: number): void {
  const { lattice, powers, rows, steps } = learner;
  for (let i = 0; i < powers.length; i++)
    powers[i] = mayFollow(Math.floor((i % STEP) / LABELS), i % LABELS) ? Math.exp(steps[i]!) : 0;
  scoreExample(lattice, rows, example);
  fillLattice(lattice, powers, example.edges);
  for (let i = 0; i < example.length; i++) {
    learnWord(learner, example, i, rate);
    learnStep(learner, example, i, rate);
  }
}

function scoreExample(lattice: Lattice, rows: Float32Array, { length, places, width }: Example): void {
  fitLattice(lattice, length);
  for (let i = 0; i < length; i++)
    for (let y = 0; y < LABELS; y++) {
      let sum = 0;
      for (let j = i * width; j < (i + 1) * width; j++) sum += rows[places[j]! * STRIDE + y]!;
      lattice.scores[i * LABELS + y] = sum;
    }
}

function learnWord({ lattice, rows, rowSquares }: Learner, example: Example, i: number, rate: number): void {
  const { places, width, labels } = example;
  for (let y = 0; y < LABELS; y++) {
    const slope = lattice.chances[i * LABELS + y]! - (labels[i] === y ? 1 : 0);
    if (Math.abs(slope) < CLEAR) continue;
    const square = slope * slope;
    for (let j = i * width; j < (i + 1) * width; j++) {
      const at = places[j]! * STRIDE + y;
      rowSquares[at]! += square;
      rows[at]! -= (rate * slope) / Math.sqrt(rowSquares[at]!);
    }
  }
}

/** What the first pair of labels is taken to follow is the beginning. */
function learnStep({ lattice, powers, steps, stepSquares }: Learner, example: Example, i: number, rate: number): void {
  const { forward, backward, raised } = lattice;
  const base = example.edges[i]! * STEP;
  const chances = new Float64Array(STEP);
  let sum = 0;
  for (let x = i === 0 ? LABELS : 0; x < (i === 0 ? LABELS + 1 : LABELS); x++)
    for (let y = 0; y < LABELS; y++) {
      const before = i === 0 ? 1 : forward[(i - 1) * LABELS + x]!;
      const k = x * LABELS + y;
      chances[k] = before * powers[base + k]! * raised[i * LABELS + y]! * backward[i * LABELS + y]!;
      sum += chances[k]!;
    }
  const right = (i === 0 ? LABELS : example.labels[i - 1]!) * LABELS + example.labels[i]!;
  for (let k = 0; k < STEP; k++) {
    const slope = chances[k]! / sum - (k === right ? 1 : 0);
    if (Math.abs(slope) < CLEAR) continue;
    stepSquares[base + k]! += slope * slope;
    steps[base + k]! -= (rate * slope) / Math.sqrt(stepSquares[base + k]!);
  }
}
