import type { Span } from "../text/span.ts";
import type { Column } from "./align.ts";
import type { Move, Siglum } from "./collation.ts";
import type { Word } from "./word.ts";

/** A moved run has at least so many content words: one word at two places is mostly chance. */
const LEAST_CONTENT = 2;
/** Words of the one times words of the other that are held against each other; beyond, no moves are sought. */
const MOST_CELLS = 250_000;

/**
 * Runs of words that two witnesses both have, at different places. Conservative, for a wrong move claims that changed
 * words are unchanged: only words that nothing answers where they stand, side by side in both, two content words at least,
 * and the run is the only such one in either; what another number stands before is another thing. Ordered by siglum a, siglum b, then place in a.
 */
export function findMoves(columns: readonly Column[], sigla: readonly Siglum[]): Move[] {
  const own = listSeats(columns, sigla.length);
  const moves: Move[] = [];
  for (let i = 0; i < sigla.length; i++) {
    for (let j = i + 1; j < sigla.length; j++) {
      for (const [left, right] of findRuns(listFree(own[i]!, j), listFree(own[j]!, i)))
        moves.push({
          a: { siglum: sigla[i]!, spans: [coverWords(left)] },
          b: { siglum: sigla[j]!, spans: [coverWords(right)] },
        });
    }
  }
  return moves;
}

/** A word of a witness, its column, and its place in the wording. */
interface Seat {
  readonly word: Word;
  /** Its stem as a number, one for all witnesses. */
  readonly stem: number;
  readonly column: Column;
  readonly place: number;
  /** The value of the number right before it, if one is there: "16-year-old". */
  readonly counted: string | null;
}

/** For each of `count` witnesses the words that may be in a run: few, so that every two witnesses are soon compared. */
function listSeats(columns: readonly Column[], count: number): Seat[][] {
  const stems = new Map<string, Stem>();
  const own = Array.from({ length: count }, (): Seat[] => []);
  const places = new Int32Array(count); // words before the column
  const before: (Word | null)[] = Array.from({ length: count }, () => null);
  for (const column of columns) {
    const isOpen = column.includes(null); // else all have a word there, and it is free for none
    let last: Stem | null = null; // mostly all have the same
    for (let at = 0; at < count; at++) {
      const word = column[at]!;
      if (word === null) continue;
      if (isOpen && !word.editorial) {
        if (word.stem !== last?.stem) last = noteStem(word.stem, column, stems);
        own[at]!.push({ word, stem: last.number, column, place: places[at]!, counted: findNumber(before[at]!) });
      }
      places[at]!++;
      before[at] = word;
    }
  }
  const isAgain = new Uint8Array(stems.size);
  for (const { number, again } of stems.values()) isAgain[number] = again ? 1 : 0;
  return own.map((seats) => keepLikely(seats, isAgain));
}

function findNumber(word: Word | null): string | null {
  return word?.facts.find(({ kind }) => kind === "number")?.value ?? null;
}

/** A stem where some witness has no word. */
interface Stem {
  readonly stem: string;
  readonly number: number;
  readonly column: Column;
  /** Whether another column has it too. */
  again: boolean;
}

function noteStem(stem: string, column: Column, stems: Map<string, Stem>): Stem {
  const known = stems.get(stem) ?? { stem, number: stems.size, column, again: false };
  if (known.column !== column) known.again = true;
  stems.set(stem, known);
  return known;
}

/** Words that stand side by side, with enough of content, each of which some column has again. */
function keepLikely(seats: readonly Seat[], isAgain: Uint8Array): Seat[] {
  const kept: Seat[] = [];
  for (let from = 0, to = 0; from < seats.length; from = to) {
    let content = 0;
    for (to = from; to < seats.length && isAgain[seats[to]!.stem] === 1 && isBeside(seats, from, to - from); to++)
      if (seats[to]!.word.content) content++;
    if (content >= LEAST_CONTENT) kept.push(...seats.slice(from, to));
    if (to === from) to++;
  }
  return kept;
}

/** A witness's words that another does not answer in their column. */
function listFree(seats: readonly Seat[], other: number): Seat[] {
  return seats.filter(({ column }) => column[other] === null);
}

function findRuns(a: readonly Seat[], b: readonly Seat[]): [Word[], Word[]][] {
  const runs: [Word[], Word[]][] = [];
  if (Math.min(a.length, b.length) < LEAST_CONTENT || a.length * Math.max(a.length, b.length) > MOST_CELLS) return runs;
  const seats = new Map<number, number[]>();
  for (const [j, { stem }] of b.entries()) (seats.get(stem) ?? seats.set(stem, []).get(stem)!).push(j);
  for (let i = 0; i < a.length; ) {
    const starts = seats.get(a[i]!.stem);
    const run = starts === undefined ? null : findLongest(a, i, b, starts);
    if (run !== null) runs.push(run);
    i += run?.[0].length ?? 1;
  }
  return runs;
}

/** The longest run from `a[i]` that stands in b once; null if too short or not alone. `starts`: where b has that stem. */
function findLongest(
  a: readonly Seat[],
  i: number,
  b: readonly Seat[],
  starts: readonly number[],
): [Word[], Word[]] | null {
  const { longest, at, isAlone } = measureLongest(a, i, b, starts);
  if (at !== -1 && isOtherCount(a[i]!, b[at]!)) return null;
  const left = a.slice(i, i + longest).map(({ word }) => word);
  if (!isAlone || left.filter((word) => word.content).length < LEAST_CONTENT) return null;
  const again = a.some((_, other) => other !== i && measureRun(a, other, a, i) >= longest);
  return again ? null : [left, b.slice(at, at + longest).map(({ word }) => word)];
}

function isOtherCount(a: Seat, b: Seat): boolean {
  return a.counted !== null && b.counted !== null && a.counted !== b.counted;
}

function measureLongest(
  a: readonly Seat[],
  i: number,
  b: readonly Seat[],
  starts: readonly number[],
): { longest: number; at: number; isAlone: boolean } {
  let [longest, at, isAlone] = [0, -1, false];
  for (const j of starts) {
    const length = measureRun(a, i, b, j);
    if (length > longest) [longest, at, isAlone] = [length, j, true];
    else if (length === longest) isAlone = false;
  }
  return { longest, at, isAlone };
}

function measureRun(a: readonly Seat[], i: number, b: readonly Seat[], j: number): number {
  let length = 0;
  while (isSame(a[i + length], b[j + length]) && isBeside(a, i, length) && isBeside(b, j, length)) length++;
  return length;
}

function isSame(a: Seat | undefined, b: Seat | undefined): boolean {
  return a !== undefined && b !== undefined && a.stem === b.stem;
}

function isBeside(free: readonly Seat[], at: number, length: number): boolean {
  return length === 0 || free[at + length]!.place === free[at + length - 1]!.place + 1;
}

function coverWords(words: readonly Word[]): Span {
  return { from: words[0]!.from, to: words.at(-1)!.to };
}
