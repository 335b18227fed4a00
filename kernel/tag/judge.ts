/** How likely each label of a word is: the sums over all ways through the lattice, forward and backward. */
import { backward, chances, edges, figureAt, forward, LABELS, powers, raised, setFigure, STEP } from "./memory";

const SOURCE: i32 = 1;
const CUE: i32 = 3;
const CONTENT: i32 = 5;
/** Every so manieth word is scaled: between two no sum grows or shrinks beyond the range of a number. */
const SCALED: i32 = 8;

/** Fills the chances of word `at` alone of a row: half of the work of all. */
export function judgeWord(length: i32, at: i32): void {
  for (let i = 0; i <= at; i++) passForward(i);
  for (let y = 0; y < LABELS; y++) setFigure(backward, (length - 1) * LABELS + y, 1);
  for (let i = length - 2; i >= at; i--) passBackward(i);
  setChances(at);
}

/** Fills the chances of the other words after `judgeWord`. */
export function judgeOthers(length: i32, at: i32): void {
  for (let i = at + 1; i < length; i++) passForward(i);
  for (let i = at - 1; i >= 0; i--) passBackward(i);
  for (let i = 0; i < length; i++) setChances(i);
}

// @ts-ignore: decorator
@inline
function baseOf(i: i32): i32 {
  return <i32>load<u8>(edges + <usize>i) * STEP;
}

function passForward(i: i32): void {
  const base = baseOf(i);
  const at = i * LABELS;
  for (let y = 0; y < LABELS; y++) {
    const sum = i == 0 ? figureAt(powers, base + LABELS * LABELS + y) : addWays(at - LABELS, base, y);
    setFigure(forward, at + y, sum * figureAt(raised, at + y));
  }
  if (i % SCALED == 0) scale(forward, at);
}

/** The sum over all ways to label `y`; one that goes on follows its own part alone, any other follows all. */
// @ts-ignore: decorator
@inline
function addWays(last: i32, base: i32, y: i32): f64 {
  let sum: f64 = 0;
  const goesOn = y > 0 && (y & 1) == 0;
  const end = goesOn ? y + 1 : LABELS;
  for (let x = goesOn ? y - 1 : 0; x < end; x++)
    sum += figureAt(forward, last + x) * figureAt(powers, base + x * LABELS + y);
  return sum;
}

// @ts-ignore: decorator
@inline
function weigh(k: i32): f64 {
  return figureAt(raised, k) * figureAt(backward, k);
}

function passBackward(i: i32): void {
  const at = i * LABELS;
  const next = at + LABELS;
  // What a label leads to: any that begins something, or none; and the one that goes on with its own part.
  const out = weigh(next);
  const source = weigh(next + SOURCE);
  const cue = weigh(next + CUE);
  const content = weigh(next + CONTENT);
  let k = baseOf(i + 1);
  for (let x = 0; x < LABELS; x++, k += LABELS) {
    let sum =
      figureAt(powers, k) * out +
      figureAt(powers, k + SOURCE) * source +
      figureAt(powers, k + CUE) * cue +
      figureAt(powers, k + CONTENT) * content;
    if (x > 0) {
      const y = x + (x & 1);
      sum += figureAt(powers, k + y) * figureAt(raised, next + y) * figureAt(backward, next + y);
    }
    setFigure(backward, at + x, sum);
  }
  if (i % SCALED == 0) scale(backward, at);
}

/** Divides the sums of a word by their total, so that none runs out of range. */
function scale(list: usize, at: i32): void {
  let total: f64 = 0;
  for (let k = at; k < at + LABELS; k++) total += figureAt(list, k);
  const factor = 1 / (total > 1e-300 ? total : 1e-300);
  for (let k = at; k < at + LABELS; k++) setFigure(list, k, figureAt(list, k) * factor);
}

function setChances(i: i32): void {
  const at = i * LABELS;
  let sum: f64 = 0;
  for (let k = at; k < at + LABELS; k++) sum += figureAt(forward, k) * figureAt(backward, k);
  const factor = 1 / sum;
  for (let k = at; k < at + LABELS; k++) setFigure(chances, k, figureAt(forward, k) * figureAt(backward, k) * factor);
}
