/** Where the tables and the lists of a row of words stand. */

export const LABELS: i32 = 7;
/** Transitions for one kind of edge: from each label or the beginning, to each label. */
export const STEP: i32 = (LABELS + 1) * LABELS;
/** Bytes of the weights of a place, and of their sums. */
export const ROW: usize = 8;
export const SUMS: usize = 16;
/** Sums reach from minus this to this. */
export const MOST: i32 = 4096;

/** Weights of a place: 8 bits a label. */
export let rows: usize = 0;
/** Sums that are kept: 16 bits a label. */
export let kept: usize = 0;
/** What a figure of the rows is multiplied by. */
export let scale: f64 = 0;
/** The exponential of what a sum scores, from -MOST on. */
export let powerOf: usize = 0;
/** Scores and exponentials of transitions. */
export let steps: usize = 0;
export let powers: usize = 0;
/** Places and kept sums of the word that is added up. */
export let places: usize = 0;
export let seats: usize = 0;

/** Of each word the sums of its features, 16 bits a label. */
export let sums: usize = 0;
/** Of each word and label. */
export let raised: usize = 0;
export let forward: usize = 0;
export let backward: usize = 0;
export let chances: usize = 0;
export let links: usize = 0;
/** Of each word. */
export let edges: usize = 0;
export let labels: usize = 0;

/** Behind the tables. */
let free: usize = 0;
/** Words there is room for. */
let room: i32 = 0;

function reserve(bytes: usize): usize {
  const at = free;
  free = (at + bytes + 15) & ~15;
  const pages = <i32>((free + 0xffff) >> 16) - memory.size();
  if (pages > 0 && memory.grow(pages) < 0) unreachable();
  return at;
}

/**
 * Makes the tables: of 2^`bits` places, `seatCount` sums to keep, and the transitions of `kinds` edges; `factor` is what sums are
 * multiplied by. Once.
 */
export function configure(bits: i32, seatCount: i32, kinds: i32, factor: f64): void {
  free = (__heap_base + 15) & ~15;
  rows = reserve(ROW << bits);
  kept = reserve(<usize>seatCount * SUMS);
  scale = factor;
  powerOf = reserve((2 * MOST + 1) * 8);
  steps = reserve(<usize>(kinds * STEP) * 8);
  powers = reserve(<usize>(kinds * STEP) * 8);
  places = reserve(128 * 4);
  seats = reserve(16 * 4);
}

/** Makes room for a row of words; whether the lists now stand elsewhere. */
export function makeRoom(words: i32): bool {
  if (words <= room) return false;
  room = max(256, words * 2);
  const start = free;
  const figures = <usize>(room * LABELS) * 8;
  sums = reserve(<usize>room * SUMS);
  raised = reserve(figures);
  forward = reserve(figures);
  backward = reserve(figures);
  chances = reserve(figures);
  links = reserve(<usize>(room * LABELS));
  edges = reserve(<usize>room);
  labels = reserve(<usize>room);
  // The next, larger lists take the room of these.
  free = start;
  return true;
}

/** Where the host finds each list, by its number there. */
export function listAt(list: i32): usize {
  switch (list) {
    case 0:
      return rows;
    case 1:
      return powerOf;
    case 2:
      return steps;
    case 3:
      return powers;
    case 4:
      return places;
    case 5:
      return seats;
    case 6:
      return edges;
    case 7:
      return labels;
    default:
      return chances;
  }
}

// @ts-ignore: decorator
@inline
export function figureAt(list: usize, i: i32): f64 {
  return load<f64>(list + ((<usize>i) << 3));
}

// @ts-ignore: decorator
@inline
export function setFigure(list: usize, i: i32, value: f64): void {
  store<f64>(list + ((<usize>i) << 3), value);
}
