import { makeBytes } from "./arena.ts";
import type { Buckets } from "./buckets.ts";
import { EDGE, type Form, formAt, MARK } from "./form.ts";
import { isFirst, type Line, stateAt } from "./line.ts";

/** The kind of each word for the transitions: quotation marks, beginnings of sentences, other marks, other words. */
export function findEdges(line: Line): Uint8Array {
  const edges = makeBytes(line.length);
  for (let i = 0; i < line.length; i++) edges[i] = findEdge(line, i);
  return edges;
}

function findEdge(line: Line, i: number): number {
  const state = line.quoted[i]!;
  if (state === 1) return 1;
  if (state === 3) return 2;
  if (state === 2) return isFirst(line, i) ? 3 : 4;
  return isFirst(line, i) ? 5 : line.forms[i]!.shape === MARK ? 6 : 0;
}

/** What a sentence holds, by place of a word. */
interface Outline {
  readonly start: number;
  /** The likeliest cue, or -1. */
  best: number;
  cues: number;
  hasMarks: boolean;
}

/** What the features of the first pass know of a line beside its words. */
interface Survey {
  readonly line: Line;
  readonly outlines: readonly Outline[];
  /** Words since the last likely cue of the sentence and until the next, as steps of distance. */
  readonly since: Uint8Array;
  readonly until: Uint8Array;
}

/** A distance in words in steps, 0 for none. */
function stepOf(distance: number): number {
  if (distance < 0) return 0;
  if (distance <= 3) return distance + 1;
  return distance <= 6 ? 5 : distance <= 12 ? 6 : distance <= 25 ? 7 : 8;
}

/** How far away the forms stand that a word is seen with, in slots from the farthest behind it to the farthest ahead. */
const REACH = 2;
/** Slots of `nearFirst`. */
export const FIRST_SLOTS: number = 2 * REACH + 1;

/** What a form says of itself, or of a word up to `REACH` words away. */
export function nearFirst(buckets: Buckets, form: Form, slot: number): void {
  buckets.add(form.cluster);
  buckets.add(form.shape);
  if (slot === REACH - 1) buckets.add(form.word);
  if (slot !== REACH) return;
  buckets.add(form.word);
  buckets.add(form.stem);
  buckets.add(form.suffix);
  buckets.add(form.prefix);
}

/** Features of every word of a line for the first pass: who of all words is source, cue or content. Linear. */
export function addFirst(buckets: Buckets, line: Line): void {
  const survey = surveyLine(line);
  buckets.begin(line.length);
  for (let i = 0; i < line.length; i++) {
    for (let slot = 0; slot < FIRST_SLOTS; slot++) buckets.near(formAt(line.forms, i + slot - REACH), slot);
    addWords(buckets, line.forms, i);
    addPlace(buckets, survey, i);
    addSentence(buckets, survey, i);
    buckets.next();
  }
}

function surveyLine(line: Line): Survey {
  const { length, sentence } = line;
  const outlines: Outline[] = [];
  const [since, until] = [makeBytes(length), makeBytes(length)];
  let [last, next] = [-1, -1];
  for (let i = 0; i < length; i++) {
    if (isFirst(line, i)) {
      last = -1;
      while (outlines.length <= sentence[i]!) outlines.push({ start: i, best: -1, cues: 0, hasMarks: false });
    }
    since[i] = stepOf(last < 0 ? -1 : i - last);
    if (mayBeCue(line, i)) last = i;
    outline(outlines[sentence[i]!]!, line, i);
  }
  for (let i = length - 1; i >= 0; i--) {
    until[i] = stepOf(next < 0 ? -1 : next - i);
    if (mayBeCue(line, i)) next = i;
    if (isFirst(line, i)) next = -1;
  }
  return { line, outlines, since, until };
}

function outline(own: Outline, line: Line, i: number): void {
  const { forms, quoted } = line;
  if (quoted[i] !== 0) own.hasMarks = true;
  if (!mayBeCue(line, i)) return;
  own.cues++;
  if (own.best < 0 || forms[i]!.cue > forms[own.best]!.cue) own.best = i;
}

/** Whether a word is often one of a cue, and not quoted itself. */
function mayBeCue({ forms, quoted }: Line, i: number): boolean {
  return forms[i]!.cue >= 2 && quoted[i] !== 2;
}

function addWords(buckets: Buckets, forms: readonly Form[], i: number): void {
  const m1 = formAt(forms, i - 1);
  const form = forms[i]!;
  const p1 = formAt(forms, i + 1);
  buckets.add(m1.word, form.word);
  buckets.add(form.word, p1.word);
  buckets.add(m1.cluster, form.cluster);
  buckets.add(form.cluster, p1.cluster);
  buckets.add(form.cue, m1.cue, p1.cue);
}

function addPlace(buckets: Buckets, { line, outlines, since, until }: Survey, i: number): void {
  const { forms, quoted, sentence } = line;
  const { cluster } = forms[i]!;
  const { best } = outlines[sentence[i]!]!;
  const side = sideOf(best, i);
  const cue = best < 0 ? EDGE.cue : forms[best]!.cue;
  buckets.add(since[i]!, until[i]!, quoted[i]!);
  buckets.add(since[i]!, cluster);
  buckets.add(until[i]!, cluster);
  buckets.add(side, cluster, cue);
}

/** Where a word stands to the likeliest cue of its sentence: 0 there is none, 1 before, 2 at, 3 behind it. */
function sideOf(best: number, i: number): number {
  if (best < 0) return 0;
  return i < best ? 1 : i === best ? 2 : 3;
}

/** What is the same for all words of a sentence on one side of its likeliest cue, as long as the quotation marks are. */
function addSentence(buckets: Buckets, { line, outlines }: Survey, i: number): void {
  const { forms, quoted, sentence } = line;
  const at = sentence[i]!;
  const side = sideOf(outlines[at]!.best, i);
  const state = quoted[i]!;
  const marks = state * 100 + stateAt(line, i - 1) * 10 + stateAt(line, i + 1);
  const key = ((at * 4 + side) * 2 + (isFirst(line, i) ? 1 : 0)) * 1000 + marks;
  if (!buckets.opens(key)) return;
  const { best, cues, start } = outlines[at]!;
  const cue = best < 0 ? EDGE : forms[best]!;
  const count = Math.min(2, cues);
  const before = outlines[at - 1];
  buckets.add(marks);
  buckets.add(side, state);
  buckets.add(side, cue.stem);
  buckets.add(side, cue.stem, best < 0 ? 0 : formAt(forms, best + 1).word);
  buckets.add(side, cue.cue, count);
  buckets.add(side, forms[start]!.word);
  buckets.add(Math.min(2, at), state, side);
  buckets.add(before ? (before.cues > 0 ? 1 : 0) + (before.hasMarks ? 2 : 0) : 9, state, isFirst(line, i) ? 1 : 0);
  buckets.closes(key);
}
