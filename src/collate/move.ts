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
 * and the run is the only such one in either. Ordered by siglum a, siglum b, then place in a.
 */
export function findMoves(columns: readonly Column[], sigla: readonly Siglum[]): Move[] {
  const own = sigla.map((_, at) => listSeats(columns, at));
  return sigla.flatMap((a, i) =>
    sigla.slice(i + 1).flatMap((b, k) => {
      const j = i + 1 + k;
      return findRuns(findFree(own[i]!, j), findFree(own[j]!, i)).map(([left, right]) => ({
        a: { siglum: a, spans: [coverWords(left)] },
        b: { siglum: b, spans: [coverWords(right)] },
      }));
    }),
  );
}

/** A word of a witness, its column, and its place in the wording. */
interface Seat {
  readonly word: Word;
  readonly column: Column;
  readonly place: number;
}

/** A witness's words that stand in a column where some other has none. */
function listSeats(columns: readonly Column[], at: number): Seat[] {
  const seats: Seat[] = [];
  let place = 0;
  for (const column of columns) {
    const word = column[at];
    if (!word) continue;
    if (!word.editorial && column.includes(null)) seats.push({ word, column, place });
    place++;
  }
  return seats;
}

/** A witness's words that another does not answer in their column. */
function findFree(seats: readonly Seat[], other: number): Seat[] {
  return seats.filter(({ column }) => column[other] === null);
}

function findRuns(a: readonly Seat[], b: readonly Seat[]): [Word[], Word[]][] {
  const runs: [Word[], Word[]][] = [];
  if (Math.min(a.length, b.length) < LEAST_CONTENT || a.length * Math.max(a.length, b.length) > MOST_CELLS) return runs;
  if (!hasCommon(a, b)) return runs;
  const seats = new Map<string, number[]>();
  for (const [j, { word }] of b.entries()) (seats.get(word.stem) ?? seats.set(word.stem, []).get(word.stem)!).push(j);
  for (let i = 0; i < a.length; ) {
    const starts = seats.get(a[i]!.word.stem);
    const run = starts === undefined ? null : findLongest(a, i, b, starts);
    if (run !== null) runs.push(run);
    i += run?.[0].length ?? 1;
  }
  return runs;
}

/** Whether some content word of a is one of b's. */
function hasCommon(a: readonly Seat[], b: readonly Seat[]): boolean {
  const stems = new Set<string>();
  for (const { word } of b) if (word.content) stems.add(word.stem);
  return a.some(({ word }) => word.content && stems.has(word.stem));
}

/** The longest run from `a[i]` that stands in b once; null if too short or not alone. `starts`: where b has that stem. */
function findLongest(
  a: readonly Seat[],
  i: number,
  b: readonly Seat[],
  starts: readonly number[],
): [Word[], Word[]] | null {
  const { longest, at, isAlone } = measureLongest(a, i, b, starts);
  const left = a.slice(i, i + longest).map(({ word }) => word);
  if (!isAlone || left.filter((word) => word.content).length < LEAST_CONTENT) return null;
  const again = a.some((_, other) => other !== i && measureRun(a, other, a, i) >= longest);
  return again ? null : [left, b.slice(at, at + longest).map(({ word }) => word)];
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
  return a !== undefined && b !== undefined && a.word.stem === b.word.stem;
}

function isBeside(free: readonly Seat[], at: number, length: number): boolean {
  return length === 0 || free[at + length]!.place === free[at + length - 1]!.place + 1;
}

function coverWords(words: readonly Word[]): Span {
  return { from: words[0]!.from, to: words.at(-1)!.to };
}
