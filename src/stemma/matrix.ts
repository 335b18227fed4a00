import type { Change, Character } from "./character.ts";

/**
 * Characters as sets of readings, 32 to a word: plane k holds one bit a character, set where reading k is possible. The sets of
 * one node are `planes * width` words, plane after plane. First stand the readings that two texts at least have; then, for
 * each text, what it alone reads, as one bit for all places of which the same texts say something.
 */
export interface Matrix {
  readonly count: number;
  readonly planes: number;
  readonly width: number;
  /** For each word where its last plane in use ends; most characters have two readings, and those with more come first. */
  readonly ends: readonly number[];
  /** The texts' sets, one after the other; all readings where a text says nothing. */
  readonly leaves: Int32Array;
  /** For each text the characters of which it says something, `width` words each. */
  readonly known: Int32Array;
  /** What one change costs, for each bit; 0 for those not in use. */
  readonly weights: Float64Array;
  /** What the readings of single texts cost in any tree beyond what the bits say. */
  readonly base: number;
  /** For each bit of readings that several have the place of its character in the list given. */
  readonly places: readonly number[];
  /** For each bit of a gap the plane that means "nothing there"; null for other characters. */
  readonly gaps: readonly (number | null)[];
  /** For each text what it alone leaves out and others have. */
  readonly omitted: Float64Array;
}

/** What a change tells of descent: spellings and fillers agree by chance. */
const WEIGHTS: Readonly<Record<Change, number>> = { word: 1, gap: 1, lacuna: 1, filler: 0.5, spelling: 0.4 };
/**
 * What it costs a copy to undo a reading of its exemplar: a slip is mended at sight, a lost word can only be guessed. A lacuna
 * of one text costs nothing: the leaf may have been lost after the copy was made.
 */
const UNDOING: Readonly<Record<Change, number>> = { word: 0.8, gap: 1, lacuna: 0, filler: 0.3, spelling: 0.15 };
/** Readings of one character told apart; rarer ones say nothing. */
const MOST_PLANES = 6;

/** The weights stand on a broad ridge: half or double of any one changes the sign distance on made traditions by less than 0.004. */
export function makeMatrix(characters: readonly Character[], count: number): Matrix {
  const shared = characters.map(({ states }) => listShared(states));
  const places = characters
    .flatMap((_, place) => (shared[place]!.length > 1 ? [place] : []))
    .sort((a, b) => shared[b]!.length - shared[a]!.length || a - b);
  const { alone, omitted, base } = listAlone(characters, shared, count);
  const depth = (bit: number) => Math.max(2, shared[places[bit] ?? -1]?.length ?? 0);
  const planes = depth(0);
  const width = Math.max(1, Math.ceil((places.length + alone.length) / 32));
  const matrix: Matrix = {
    count,
    planes,
    width,
    ends: Array.from({ length: width }, (_, word) => depth(word * 32) * width),
    leaves: new Int32Array(count * planes * width),
    known: new Int32Array(count * width),
    weights: new Float64Array(width * 32),
    base,
    places,
    gaps: places.map((place) => (isGap(characters[place]!) ? shared[place]!.indexOf(1) : null)),
    omitted,
  };
  for (const [bit, place] of places.entries()) {
    const { states, change } = characters[place]!;
    matrix.weights[bit] = WEIGHTS[change];
    for (let text = 0; text < count; text++) setReading(matrix, text, bit, shared[place]!.indexOf(states[text]!));
  }
  // bits not in use: every node reads the same
  for (let bit = places.length; bit < width * 32; bit++) {
    const { states, weight } = alone[bit - places.length] ?? { states: null, weight: 0 };
    matrix.weights[bit] = weight;
    for (let text = 0; text < count; text++) setReading(matrix, text, bit, states?.[text] ?? 0);
  }
  return matrix;
}

/** `reading` -1: it says nothing. */
function setReading({ planes, width, leaves, known }: Matrix, text: number, bit: number, reading: number): void {
  const [word, mask] = [bit >> 5, 1 << (bit & 31)];
  if (reading >= 0) known[text * width + word]! |= mask;
  for (let plane = 0; plane < planes; plane++)
    if (reading === -1 || reading === plane) leaves[(text * planes + plane) * width + word]! |= mask;
}

/** Readings that two texts at least have, the commonest first. */
function listShared(states: Int8Array): number[] {
  return [...countStates(states)]
    .filter(([, count]) => count > 1)
    .sort(([a, m], [b, n]) => n - m || a - b)
    .slice(0, MOST_PLANES)
    .map(([state]) => state);
}

function countStates(states: Int8Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const state of states) if (state >= 0) counts.set(state, (counts.get(state) ?? 0) + 1);
  return counts;
}

/** Whether reading 1 is that nothing stands there; what a lacuna takes says nothing of who copied. */
function isGap({ change, isGap }: Character): boolean {
  return isGap && change !== "lacuna";
}

/** What one text reads against all others, at all places of which the same texts say something. */
interface Alone {
  /** 1 for the text, 0 for the others, -1 for those that say nothing. */
  readonly states: Int8Array;
  weight: number;
}

/** What single texts alone read, where others agree against them. */
function listAlone(
  characters: readonly Character[],
  shared: readonly (readonly number[])[],
  count: number,
): Pick<Matrix, "omitted" | "base"> & { alone: Alone[] } {
  const alone = new Map<string, Alone>();
  const omitted = new Float64Array(count);
  let base = 0;
  for (const [place, { states, change }] of characters.entries()) {
    if (shared[place]!.length === 0 || UNDOING[change] === 0) continue;
    const counts = countStates(states);
    for (const [text, state] of states.entries()) {
      if (counts.get(state) !== 1) continue;
      const own = states.map((other, at) => (other < 0 ? -1 : at === text ? 1 : 0));
      const key = own.join();
      if (!alone.has(key)) alone.set(key, { states: own, weight: 0 });
      alone.get(key)!.weight += UNDOING[change];
      base += WEIGHTS[change] - UNDOING[change];
      if (state === 1 && isGap(characters[place]!)) omitted[text]! += WEIGHTS[change];
    }
  }
  return { alone: [...alone.values()], omitted, base };
}
