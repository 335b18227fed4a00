import { makeBytes } from "./arena.ts";
import { CONTENT, CUE, LABELS, partOf } from "./label.ts";
import type { Line } from "./line.ts";

/** What the first pass thinks of a line. */
export interface Opinion {
  readonly line: Line;
  /** For each word and label how likely it is. */
  readonly chances: Float64Array;
  /** The same in steps: see `level.ts`. */
  readonly levels: Uint8Array;
  /** The likeliest labels. */
  readonly labels: Uint8Array;
  /** The kinds of the words for the transitions. */
  readonly edges: Uint8Array;
  /** Words that may be the heart of a cue, in order. */
  readonly hearts: readonly number[];
  /** For each word whether it is one of them. */
  readonly isHeart: Uint8Array;
}

/** The words around the heart of a cue among which its source and content are looked for. */
export interface Window {
  readonly opinion: Opinion;
  readonly heart: number;
  readonly from: number;
  readonly to: number;
}

/** Words looked at on either side of a cue at most. */
const BACK = 60;
const AHEAD = 80;
/** Other hearts passed over on either side at most: more stand there in nonsense only, which should not take long. */
const HEARTS = 6;
/** A word less likely than this to be in a cue starts none. */
const LEAST = 0.1;

/** In each run of words that may be a cue the likeliest. */
export function findHearts(chances: Float64Array, length: number): number[] {
  const hearts: number[] = [];
  const begins = (i: number): number => chances[i * LABELS + CUE]!;
  const goesOn = (i: number): number => chances[i * LABELS + CUE + 1]!;
  for (let i = 0; i < length; ) {
    let heart = i;
    if (begins(i) + goesOn(i++) < LEAST) continue;
    while (i < length && begins(i) + goesOn(i) >= LEAST && begins(i) < Math.max(LEAST, goesOn(i))) {
      if (begins(i) + goesOn(i) > begins(heart) + goesOn(heart)) heart = i;
      i++;
    }
    hearts.push(heart);
  }
  return hearts;
}

/** The sentence of the heart that is `at` in the list of hearts, with the sentences before and behind as long as they hold quotation marks. */
export function makeWindow(opinion: Opinion, at: number): Window {
  const { line, hearts } = opinion;
  const heart = hearts[at]!;
  const least = Math.max(heart - BACK, hearts[at - HEARTS] ?? 0, 0);
  const most = Math.min(heart + AHEAD, hearts[at + HEARTS] ?? line.length, line.length);
  let from = startOf(line, heart, least);
  while (from > least && hasMarks(line, from - 1)) from = startOf(line, from - 1, least);
  let to = endOf(line, heart, most);
  while (to < most && hasMarks(line, to)) to = endOf(line, to, most);
  return { opinion, heart, from, to };
}

function startOf({ sentence }: Line, i: number, least: number): number {
  let from = i;
  while (from > least && sentence[from - 1] === sentence[i]) from--;
  return from;
}

function endOf({ sentence }: Line, i: number, most: number): number {
  let to = i + 1;
  while (to < most && sentence[to] === sentence[i]) to++;
  return to;
}

/** Whether the sentence of word `i` holds quotation marks, as far as `BACK` and `AHEAD` reach. */
function hasMarks(line: Line, i: number): boolean {
  const [from, to] = [startOf(line, i, Math.max(0, i - AHEAD)), endOf(line, i, Math.min(line.length, i + AHEAD))];
  for (let k = from; k < to; k++) if (line.quoted[k] !== 0) return true;
  return false;
}

/** What lies between the heart and each word of a window, one figure a word. */
export interface Between {
  /** Marks that part clauses, to 3. */
  readonly breaks: Uint8Array;
  /** Other hearts, to 2. */
  readonly hearts: Uint8Array;
  /** Quotation marks, to 3. */
  readonly marks: Uint8Array;
  /** Part of the word by the first pass, times 4, with its place among such parts counted from the heart, to 3. */
  readonly ranks: Uint8Array;
}

/** Reads the window outward from its heart, first back and then ahead. Linear. */
export function findBetween(window: Window): Between {
  const length = window.to - window.from;
  const between: Between = {
    breaks: makeBytes(length),
    hearts: makeBytes(length),
    marks: makeBytes(length),
    ranks: makeBytes(length),
  };
  readOutward(window, between, -1);
  readOutward(window, between, 1);
  return between;
}

function readOutward({ opinion, heart, from, to }: Window, between: Between, step: -1 | 1): void {
  const { line, labels, isHeart } = opinion;
  const counts = [0, 0, 0, 0];
  let [breaks, others, marks, last] = [0, 0, 0, -1];
  for (let i = heart + step; i >= from && i < to; i += step) {
    const j = i - from;
    const label = labels[i]!;
    const part = partOf(label);
    const isNew = step > 0 ? label % 2 === 1 : part > 0 && (last <= 0 || partOf(last) !== part || last % 2 === 1);
    if (isNew) counts[part]!++;
    last = label;
    between.breaks[j] = Math.min(3, breaks);
    between.hearts[j] = Math.min(2, others);
    between.marks[j] = Math.min(3, marks);
    between.ranks[j] = part === 0 ? 0 : part * 4 + Math.min(3, counts[part]!);
    const form = line.forms[i]!;
    if (form.breaks === 1 || form.breaks === 2) breaks++;
    if (isHeart[i] === 1) others++;
    if (line.quoted[i] === 1 || line.quoted[i] === 3) marks++;
  }
}

/** Whether a label is of the cue. */
export function isCue(label: number): boolean {
  return label === CUE || label === CUE + 1;
}

/** Whether a label is of the content. */
export function isContent(label: number): boolean {
  return label >= CONTENT;
}
