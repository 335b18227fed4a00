/** The likeliest labels of a row as a whole (Viterbi 1967). */
import { chances, edges, figureAt, forward, labels, LABELS, links, scale, setFigure, STEP, steps, SUMS, sums } from "./memory";

/** A label less likely than this at a word is on no likeliest way. */
const FAINT: f64 = 1e-6;
/** The score of a way that cannot be. */
const NONE: f64 = -Infinity;

const CUE: i32 = 3;
/** Taken from the score of a label that is not to be. */
const NEVER: f64 = 1e6;

/**
 * Fills `labels` after all words have been judged; the sums of the forward pass give way to the best scores. Word `heart` is to be of the
 * cue; -1 where none has to.
 */
export function findLabels(length: i32, heart: i32): void {
  for (let i = 0; i < length; i++) {
    const at = i * LABELS;
    const base = <i32>load<u8>(edges + <usize>i) * STEP;
    for (let y = 0; y < LABELS; y++)
      setFigure(forward, at + y, figureAt(chances, at + y) < FAINT ? NONE : findBest(i, y, base) + scoreOf(i, y, heart));
  }
  traceLabels(length);
}

// @ts-ignore: decorator
@inline
function findBest(i: i32, y: i32, base: i32): f64 {
  const at = i * LABELS;
  if (i > 0) return linkBest(at, y, base);
  // What goes on has to have begun.
  return y == 0 || (y & 1) == 1 ? figureAt(steps, base + LABELS * LABELS + y) : NONE;
}

// @ts-ignore: decorator
@inline
function scoreOf(i: i32, y: i32, heart: i32): f64 {
  const score = <f64>load<i16>(sums + <usize>i * SUMS + ((<usize>y) << 1)) * scale;
  return i == heart && y != CUE && y != CUE + 1 ? score - NEVER : score;
}

/** The score of the best way to label `y` of the word whose labels begin at `at`, and the link back along it. */
// @ts-ignore: decorator
@inline
function linkBest(at: i32, y: i32, base: i32): f64 {
  const goesOn = y > 0 && (y & 1) == 0;
  const end = goesOn ? y + 1 : LABELS;
  let top = NONE;
  for (let x = goesOn ? y - 1 : 0; x < end; x++) {
    const best = figureAt(forward, at - LABELS + x);
    if (best == NONE) continue;
    const value = best + figureAt(steps, base + x * LABELS + y);
    if (value <= top) continue;
    top = value;
    store<u8>(links + <usize>(at + y), <u8>x);
  }
  return top;
}

function traceLabels(length: i32): void {
  let label = 0;
  const last = (length - 1) * LABELS;
  for (let y = 1; y < LABELS; y++) if (figureAt(forward, last + y) > figureAt(forward, last + label)) label = y;
  for (let i = length - 1; i >= 0; i--) {
    store<u8>(labels + <usize>i, <u8>label);
    label = <i32>load<u8>(links + <usize>(i * LABELS + label));
  }
}
