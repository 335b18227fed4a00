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
  const stems = new Map<string, number>();
  const open = columns.map((column) => column.includes(null));
  const own = sigla.map((_, at) => listSeats(columns, open, at, stems));
  const marks = new Int32Array(stems.size);
  const moves: Move[] = [];
  for (let i = 0, pair = 1; i < sigla.length; i++) {
    for (let j = i + 1; j < sigla.length; j++, pair++) {
      const [a, b] = [own[i]!, own[j]!];
      if (!mayHaveRun({ a, b, i, j, marks, pair })) continue;
      for (const [left, right] of findRuns(listFree(a, j), listFree(b, i)))
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
}

/** A witness's words that stand in a column where some other has none, which `open` tells. */
function listSeats(
  columns: readonly Column[],
  open: readonly boolean[],
  at: number,
  stems: Map<string, number>,
): Seat[] {
  const seats: Seat[] = [];
  let place = 0;
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i]!;
    const word = column[at];
    if (!word) continue;
    if (open[i] && !word.editorial) seats.push({ word, stem: numberStem(word.stem, stems), column, place });
    place++;
  }
  return seats;
}

function numberStem(stem: string, stems: Map<string, number>): number {
  const known = stems.get(stem);
  if (known === undefined) stems.set(stem, stems.size);
  return known ?? stems.size - 1;
}

/** A witness's words that another does not answer in their column. */
function listFree(seats: readonly Seat[], other: number): Seat[] {
  return seats.filter(({ column }) => column[other] === null);
}

/** Two witnesses, i and j, with their words. */
interface Two {
  readonly a: readonly Seat[];
  readonly b: readonly Seat[];
  readonly i: number;
  readonly j: number;
  /** Stems seen free in b, by `pair`. */
  readonly marks: Int32Array;
  readonly pair: number;
}

/** Whether free words side by side in a, enough of content, are all free in b: without, there is no run, as mostly, and no list is made. */
function mayHaveRun({ a, b, i, j, marks, pair }: Two): boolean {
  for (const { stem, column } of b) if (column[i] === null) marks[stem] = pair;
  let [content, next] = [0, -1];
  for (const { word, stem, place, column } of a) {
    if (column[j] !== null) continue;
    if (marks[stem] !== pair || place !== next) content = 0;
    next = place + 1;
    if (marks[stem] === pair && word.content && ++content === LEAST_CONTENT) return true;
  }
  return false;
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
  return a !== undefined && b !== undefined && a.stem === b.stem;
}

function isBeside(free: readonly Seat[], at: number, length: number): boolean {
  return length === 0 || free[at + length]!.place === free[at + length - 1]!.place + 1;
}

function coverWords(words: readonly Word[]): Span {
  return { from: words[0]!.from, to: words.at(-1)!.to };
}
