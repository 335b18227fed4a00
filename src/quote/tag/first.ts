import type { Buckets } from "./buckets.ts";
import { EDGE, type Form, MARK } from "./form.ts";
import { isFirst, type Line } from "./line.ts";

/** Features a word at most. */
export const MOST_FIRST = 48;

/** The kind of each word for the transitions: quotation marks, beginnings of sentences, other marks, other words. */
export function findEdges(line: Line): Uint8Array {
  const edges = new Uint8Array(line.length);
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

/** Features of every word of a line for the first pass: who of all words is source, cue or content. Linear. */
export function addFirst(buckets: Buckets, line: Line): void {
  const survey = surveyLine(line);
  buckets.begin(line.length, MOST_FIRST);
  for (let i = 0; i < line.length; i++) {
    addWords(buckets, line.forms, i);
    addPlace(buckets, survey, i);
    addClusters(buckets, survey, i);
    buckets.next();
  }
}

function surveyLine(line: Line): Survey {
  const { length, forms, quoted, sentence } = line;
  const isCue = (i: number): boolean => forms[i]!.cue >= 2 && quoted[i] !== 2;
  const outlines: Outline[] = [];
  const since = new Uint8Array(length);
  const until = new Uint8Array(length);
  let last = -1;
  for (let i = 0; i < length; i++) {
    if (isFirst(line, i)) last = -1;
    outlines[sentence[i]!] ??= { start: i, best: -1, cues: 0, hasMarks: false };
    const outline = outlines[sentence[i]!]!;
    if (quoted[i] !== 0) outline.hasMarks = true;
    since[i] = stepOf(last < 0 ? -1 : i - last);
    if (!isCue(i)) continue;
    last = i;
    outline.cues++;
    if (outline.best < 0 || forms[i]!.cue > forms[outline.best]!.cue) outline.best = i;
  }
  let next = -1;
  for (let i = length - 1; i >= 0; i--) {
    until[i] = stepOf(next < 0 ? -1 : next - i);
    if (isCue(i)) next = i;
    if (isFirst(line, i)) next = -1;
  }
  return { line, outlines, since, until };
}

function addWords(buckets: Buckets, forms: readonly Form[], i: number): void {
  const [m2, m1, form, p1, p2] = [
    forms[i - 2] ?? EDGE,
    forms[i - 1] ?? EDGE,
    forms[i]!,
    forms[i + 1] ?? EDGE,
    forms[i + 2] ?? EDGE,
  ];
  buckets.add(form.word);
  buckets.add(form.stem);
  buckets.add(form.suffix);
  buckets.add(form.prefix);
  buckets.add(form.shape, m1.shape, p1.shape);
  buckets.add(m1.word);
  buckets.add(p1.word);
  buckets.add(m2.word);
  buckets.add(p2.word);
  buckets.add(m1.word, form.word);
  buckets.add(form.word, p1.word);
  buckets.add(m1.stem, p1.stem);
  buckets.add(form.cue, m1.cue, p1.cue);
  buckets.add(form.cue * 100 + m2.cue * 10 + p2.cue, m1.cue, p1.cue);
  buckets.add(form.ending, m1.ending, p1.ending);
}

function addPlace(buckets: Buckets, { line, outlines, since, until }: Survey, i: number): void {
  const { forms, quoted, sentence } = line;
  const form = forms[i]!;
  const state = quoted[i]!;
  const outline = outlines[sentence[i]!]!;
  const { best } = outline;
  const cues = Math.min(2, outline.cues);
  const side = best < 0 ? 0 : i < best ? 1 : i === best ? 2 : 3;
  const cue = best < 0 ? EDGE : forms[best]!;
  const behind = best < 0 ? 0 : (forms[best + 1] ?? EDGE).word;
  const before = outlines[sentence[i]! - 1];
  buckets.add(state, quoted[i - 1] ?? 9, quoted[i + 1] ?? 9);
  buckets.add(state, form.shape, form.ending);
  buckets.add(state, cues, outline.hasMarks ? 1 : 0);
  buckets.add(since[i]!, until[i]!, state);
  buckets.add(since[i]!, form.word);
  buckets.add(until[i]!, form.word);
  buckets.add(side, state);
  buckets.add(side, cue.stem);
  buckets.add(side, cue.stem, behind);
  buckets.add(side, cue.cue, cues);
  buckets.add(side, best < 0 ? 0 : stepOf(Math.abs(i - best)), behind);
  buckets.add(side, forms[outline.start]!.word);
  buckets.add(Math.min(2, sentence[i]!), state, side);
  const back = findBreak(forms, i, outline.start);
  buckets.add(back, side, state);
  buckets.add(back > 0 ? (forms[i - Math.floor(back / 10) + 1]?.word ?? 0) : 0, side);
  buckets.add(before ? (before.cues > 0 ? 1 : 0) + (before.hasMarks ? 2 : 0) : 9, state, isFirst(line, i) ? 1 : 0);
}

/** How far back the last mark that parts clauses stands, times 10, and 1 more if it is no comma; 0 for none within 8 words. */
function findBreak(forms: readonly Form[], i: number, start: number): number {
  for (let d = 1; d < 9 && i - d >= start; d++) {
    const { breaks } = forms[i - d]!;
    if (breaks > 0) return d * 10 + (breaks === 1 ? 0 : 1);
  }
  return 0;
}

function addClusters(buckets: Buckets, { line, outlines, since, until }: Survey, i: number): void {
  const { forms, quoted, sentence } = line;
  const at = (k: number): number => (forms[i + k] ?? EDGE).cluster;
  const own = at(0);
  const { best, start } = outlines[sentence[i]!]!;
  const side = best < 0 ? 0 : i < best ? 1 : i === best ? 2 : 3;
  buckets.add(own);
  buckets.add(at(-1), own);
  buckets.add(own, at(1));
  buckets.add(at(-1), own, at(1));
  buckets.add(at(-2), at(-1), own);
  buckets.add(own, at(1), at(2));
  buckets.add(own, since[i]!);
  buckets.add(own, until[i]!);
  buckets.add(side, own, best < 0 ? EDGE.cue : forms[best]!.cue);
  buckets.add(findBreak(forms, i, start), own);
  buckets.add(own, quoted[i]!, at(3));
}
