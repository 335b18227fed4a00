/** How likely each label of a word is: the sums over all ways through the lattice, forward and backward. */
import { backward, chances, edges, forward, LABELS, powers, raised, setFigure, STEP } from "./memory";

const SOURCE: usize = 1;
const CUE: usize = 3;
const CONTENT: usize = 5;
/** Bytes of the figures of a word. */
const END: usize = <usize>LABELS * 8;
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

/** Where the figures of a word begin in a list. */
// @ts-ignore: decorator
@inline
function listOf(list: usize, i: i32): usize {
  return list + <usize>i * END;
}

// @ts-ignore: decorator
@inline
function baseOf(i: i32): i32 {
  return <i32>load<u8>(edges + <usize>i) * STEP;
}

function passForward(i: i32): void {
  const at = listOf(forward, i);
  const powersAt = powers + ((<usize>baseOf(i)) << 3);
  const raisedAt = listOf(raised, i);
  if (i == 0) {
    for (let y: usize = 0; y < END; y += 8)
      store<f64>(at + y, load<f64>(powersAt + <usize>LABELS * END + y) * load<f64>(raisedAt + y));
  } else {
    // One that goes on follows its own part alone, any other follows all.
    passAll(at, powersAt, raisedAt, 0);
    passAll(at, powersAt, raisedAt, SOURCE);
    passOwn(at, powersAt, raisedAt, SOURCE + 1);
    passAll(at, powersAt, raisedAt, CUE);
    passOwn(at, powersAt, raisedAt, CUE + 1);
    passAll(at, powersAt, raisedAt, CONTENT);
    passOwn(at, powersAt, raisedAt, CONTENT + 1);
  }
  if (i % SCALED == 0) scale(at);
}

/** Adds up the ways from every label of the word before to label `y`, written out: with loops the search for quotations takes a tenth longer. */
// @ts-ignore: decorator
@inline
function passAll(at: usize, powersAt: usize, raisedAt: usize, y: usize): void {
  const sum =
    way(at, powersAt, 0, y) +
    way(at, powersAt, 1, y) +
    way(at, powersAt, 2, y) +
    way(at, powersAt, 3, y) +
    way(at, powersAt, 4, y) +
    way(at, powersAt, 5, y) +
    way(at, powersAt, 6, y);
  store<f64>(at + y * 8, sum * load<f64>(raisedAt + y * 8));
}

// @ts-ignore: decorator
@inline
function passOwn(at: usize, powersAt: usize, raisedAt: usize, y: usize): void {
  const sum = way(at, powersAt, y - 1, y) + way(at, powersAt, y, y);
  store<f64>(at + y * 8, sum * load<f64>(raisedAt + y * 8));
}

// @ts-ignore: decorator
@inline
function way(at: usize, powersAt: usize, x: usize, y: usize): f64 {
  return load<f64>(at - END + x * 8) * load<f64>(powersAt + x * END + y * 8);
}

function passBackward(i: i32): void {
  const at = listOf(backward, i);
  const next = at + END;
  const raisedAt = listOf(raised, i + 1);
  // What a label leads to: any that begins something, or none; and the one that goes on with its own part.
  const out = weigh(next, raisedAt, 0);
  const source = weigh(next, raisedAt, SOURCE);
  const cue = weigh(next, raisedAt, CUE);
  const content = weigh(next, raisedAt, CONTENT);
  let from = powers + ((<usize>baseOf(i + 1)) << 3);
  for (let x: usize = 0; x < <usize>LABELS; x++, from += END) {
    let sum =
      load<f64>(from) * out +
      load<f64>(from, SOURCE * 8) * source +
      load<f64>(from, CUE * 8) * cue +
      load<f64>(from, CONTENT * 8) * content;
    if (x > 0) {
      const y = (x + (x & 1)) * 8;
      sum += load<f64>(from + y) * load<f64>(raisedAt + y) * load<f64>(next + y);
    }
    store<f64>(at + x * 8, sum);
  }
  if (i % SCALED == 0) scale(at);
}

// @ts-ignore: decorator
@inline
function weigh(next: usize, raisedAt: usize, y: usize): f64 {
  return load<f64>(raisedAt + y * 8) * load<f64>(next + y * 8);
}

/** Divides the sums of a word by their total, so that none runs out of range. */
function scale(at: usize): void {
  let total: f64 = 0;
  for (let y: usize = 0; y < END; y += 8) total += load<f64>(at + y);
  const factor = 1 / (total > 1e-300 ? total : 1e-300);
  for (let y: usize = 0; y < END; y += 8) store<f64>(at + y, load<f64>(at + y) * factor);
}

function setChances(i: i32): void {
  const ahead = listOf(forward, i);
  const back = listOf(backward, i);
  const at = listOf(chances, i);
  let sum: f64 = 0;
  for (let y: usize = 0; y < END; y += 8) {
    const product = load<f64>(ahead + y) * load<f64>(back + y);
    store<f64>(at + y, product);
    sum += product;
  }
  const factor = 1 / sum;
  for (let y: usize = 0; y < END; y += 8) store<f64>(at + y, load<f64>(at + y) * factor);
}
