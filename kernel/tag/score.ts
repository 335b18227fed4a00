/** What the features of a word weigh. */
import { kept, LABELS, MOST, places, powerOf, raised, ROW, rows, scoreOf, scores, seats, setFigure, SUMS } from "./memory";

/** Adds up the weights of `count` places from place number `from` on: a sum a label. */
// @ts-ignore: decorator
@inline
function addUp(from: i32, count: i32): v128 {
  let sum = i16x8.splat(0);
  const end = places + ((<usize>(from + count)) << 2);
  for (let at = places + ((<usize>from) << 2); at < end; at += 4)
    sum = i16x8.add(sum, v128.load_ext<i8>(rows + <usize>load<u32>(at) * ROW));
  return sum;
}

/** Keeps the sum of some of the listed places for later, as number `seat`. */
export function keepSum(from: i32, count: i32, seat: i32): void {
  v128.store(kept + <usize>seat * SUMS, addUp(from, count));
}

/** Scores word `i` by the first places and the first kept sums of the lists. */
export function scoreWord(i: i32, count: i32, sums: i32): void {
  let sum = addUp(0, count);
  const end = seats + ((<usize>sums) << 2);
  for (let at = seats; at < end; at += 4) sum = i16x8.add(sum, v128.load(kept + <usize>load<u32>(at) * SUMS));
  const k = i * LABELS;
  score(k, i16x8.extract_lane_s(sum, 0));
  score(k + 1, i16x8.extract_lane_s(sum, 1));
  score(k + 2, i16x8.extract_lane_s(sum, 2));
  score(k + 3, i16x8.extract_lane_s(sum, 3));
  score(k + 4, i16x8.extract_lane_s(sum, 4));
  score(k + 5, i16x8.extract_lane_s(sum, 5));
  score(k + 6, i16x8.extract_lane_s(sum, 6));
}

// @ts-ignore: decorator
@inline
function score(k: i32, sum: i32): void {
  const at = (<usize>(sum + MOST)) << 3;
  setFigure(scores, k, load<f64>(scoreOf + at));
  setFigure(raised, k, load<f64>(powerOf + at));
}
