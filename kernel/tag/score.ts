/** What the features of a word weigh. */
import { figureAt, kept, LABELS, MOST, places, powerOf, raised, ROW, rows, seats, setFigure, SUMS, sums } from "./memory";

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
export function scoreWord(i: i32, count: i32, seatCount: i32): void {
  let sum = addUp(0, count);
  const end = seats + ((<usize>seatCount) << 2);
  for (let at = seats; at < end; at += 4) sum = i16x8.add(sum, v128.load(kept + <usize>load<u32>(at) * SUMS));
  v128.store(sums + <usize>i * SUMS, sum);
  const k = i * LABELS;
  raise(k, i16x8.extract_lane_s(sum, 0));
  raise(k + 1, i16x8.extract_lane_s(sum, 1));
  raise(k + 2, i16x8.extract_lane_s(sum, 2));
  raise(k + 3, i16x8.extract_lane_s(sum, 3));
  raise(k + 4, i16x8.extract_lane_s(sum, 4));
  raise(k + 5, i16x8.extract_lane_s(sum, 5));
  raise(k + 6, i16x8.extract_lane_s(sum, 6));
}

// @ts-ignore: decorator
@inline
function raise(k: i32, sum: i32): void {
  setFigure(raised, k, figureAt(powerOf, sum + MOST));
}
