import type { Choice, View } from "./choices.ts";
import { MARK } from "./form.ts";
import { CONTENT, CUE, LABELS, SOURCE } from "./label.ts";
import { isFirst, type Line } from "./line.ts";
import { rivalOf } from "./rivals.ts";
import { isCue } from "./window.ts";

/** Figures of a choice. */
export const FIGURES = 44;

/** What the words in a choice add up to, and those outside. */
interface Sums {
  size: number;
  /** Sum of the chances to be content of this cue of the words in it and outside, the least in it, the most outside. */
  inside: number;
  outside: number;
  least: number;
  most: number;
  /** The least between its first word and its last, outside. */
  gap: number;
  /** Sum of the chances to be anybody's content, in it and in the rest of the sentence. */
  anybodys: number;
  rest: number;
  runs: number;
  breaks: number;
  /** Other hearts in it, and how likely the likeliest is a cue. */
  hearts: number;
  strongest: number;
  /** Sum of the claims of other drafts to its words, how many they claim by more than a half, and the surest other heart in it. */
  claimed: number;
  contested: number;
  rival: number;
  /** Words within quotation marks, and marks opened less marks closed. */
  quoted: number;
  open: number;
}

/**
 * Writes what speaks for and against a choice: `FIGURES` figures, whose order the trees know. One by one, since a list of them would take
 * longer to make than all the rest. Linear in the length of the window.
 */
export function describeChoice(view: View, choice: Choice, figures: Float64Array): void {
  const { draft, length, heart } = view;
  const { window, chances, labels } = draft;
  const { line } = window.opinion;
  const sums = addUp(view, choice.mask);
  const [start, end] = [choice.mask.indexOf(1), choice.mask.lastIndexOf(1)];
  const source = labels.indexOf(SOURCE);
  const chance = (j: number, label: number): number => (j < length ? chances[j * LABELS + label]! : 0);
  let k = 0;
  figures[k++] = draft.confidence;
  figures[k++] = cueChance(view, heart);
  figures[k++] = sums.size;
  figures[k++] = sums.inside / sums.size;
  figures[k++] = sums.inside / (sums.size + sums.outside);
  figures[k++] = sums.least;
  figures[k++] = sums.most;
  figures[k++] = sums.outside;
  figures[k++] = sums.breaks;
  figures[k++] = sums.hearts;
  figures[k++] = sums.strongest;
  figures[k++] = sums.quoted / sums.size;
  figures[k++] = sums.open;
  figures[k++] = sums.runs;
  figures[k++] = line.sentence[window.from + end]! - line.sentence[window.heart]!;
  figures[k++] = sums.anybodys / sums.size;
  figures[k++] = sums.rest;
  figures[k++] = start > heart ? 2 : end > heart ? 1 : 0;
  figures[k++] = start > heart ? start - heart : Math.max(0, heart - end);
  figures[k++] = findStart(line, window.from + start);
  figures[k++] = findEnd(view, window.from + end);
  figures[k++] = chance(start, CONTENT);
  figures[k++] = chance(end + 1, CONTENT + 1);
  figures[k++] = chance(end, CONTENT) + chance(end, CONTENT + 1);
  figures[k++] = source < 0 ? -1 : chance(source, SOURCE);
  figures[k++] = source < 0 ? 99 : source - heart;
  figures[k++] = line.forms[window.heart]!.cue;
  figures[k++] = choice.way;
  figures[k++] = choice.ways;
  figures[k++] = chance(heart, CUE);
  figures[k++] = labels.findIndex(isCue) - heart;
  figures[k++] = nearest(view);
  figures[k++] = line.quoted[window.heart]!;
  figures[k++] = sums.gap;
  figures[k++] = view.to - view.from;
  figures[k++] = sums.claimed / sums.size;
  figures[k++] = sums.contested / sums.size;
  figures[k++] = sums.rival;
  figures[k++] = countNear(view);
  figures[k++] = rivalOf(view.rivals, view.at, window.heart);
  describeSource(view, source, figures, k);
  k += 3;
  figures[k++] = line.length;
}

function addUp(view: View, mask: Uint8Array): Sums {
  const sums: Sums = {
    size: 0,
    inside: 0,
    outside: 0,
    least: 1,
    most: 0,
    gap: 1,
    anybodys: 0,
    rest: 0,
    runs: 0,
    breaks: 0,
    hearts: 0,
    strongest: 0,
    claimed: 0,
    contested: 0,
    rival: 0,
    quoted: 0,
    open: 0,
  };
  const [start, end] = [mask.indexOf(1), mask.lastIndexOf(1)];
  for (let j = 0; j < view.length; j++) {
    if (mask[j] === 1) addInside(sums, view, j, j === 0 || mask[j - 1] === 0);
    else if (view.isFixed[j] === 0) addOutside(sums, view, j, j > start && j < end);
  }
  return sums;
}

function addInside(sums: Sums, view: View, j: number, isNew: boolean): void {
  const { line, isHeart } = view.draft.window.opinion;
  const i = view.draft.window.from + j;
  sums.size++;
  sums.inside += view.own[j]!;
  sums.anybodys += contentChance(view, i);
  sums.least = Math.min(sums.least, view.own[j]!);
  if (isNew) sums.runs++;
  if (line.forms[i]!.breaks > 0) sums.breaks++;
  if (isHeart[i] === 1) {
    sums.hearts++;
    sums.strongest = Math.max(sums.strongest, cueChance(view, j));
  }
  const claim = rivalOf(view.rivals, view.at, i);
  sums.claimed += claim;
  if (claim > 0.5) sums.contested++;
  if (j !== view.heart) sums.rival = Math.max(sums.rival, view.rivals.sure[i]!);
  const state = line.quoted[i]!;
  if (state === 2) sums.quoted++;
  else if (state > 0) sums.open += state === 1 ? 1 : -1;
}

function addOutside(sums: Sums, view: View, j: number, isBetween: boolean): void {
  const own = view.own[j]!;
  sums.outside += own;
  sums.most = Math.max(sums.most, own);
  if (j >= view.from && j < view.to) sums.rest += contentChance(view, view.draft.window.from + j);
  if (isBetween) sums.gap = Math.min(sums.gap, own);
}

/** How likely the first pass takes a word of the line to be anybody's content. */
function contentChance({ draft: { window } }: View, i: number): number {
  const { chances } = window.opinion;
  return chances[i * LABELS + CONTENT]! + chances[i * LABELS + CONTENT + 1]!;
}

/** How likely the first pass takes a word of the window to be of a cue. */
function cueChance({ draft: { window } }: View, j: number): number {
  const { chances } = window.opinion;
  const at = (window.from + j) * LABELS + CUE;
  return chances[at]! + chances[at + 1]!;
}

/** The chance to be content of the likeliest of two words on either side of the heart. */
function nearest({ draft: { labels }, own, heart, length }: View): number {
  let most = 0;
  for (let j = Math.max(0, heart - 2); j < Math.min(length, heart + 3); j++)
    if (j !== heart && labels[j]! < CUE) most = Math.max(most, own[j]!);
  return most;
}

/** Words on either side of a heart in which others are near. */
const NEAR = 40;

/** Other hearts near this one. */
function countNear({ draft: { window }, rivals: { sure } }: View): number {
  let count = -1;
  for (let i = Math.max(0, window.heart - NEAR + 1); i < window.heart + NEAR; i++) if (sure[i]! > 0) count++;
  return count;
}

/** Words of a source that begins at `from`, and the shapes of its first and last, from place `k` on; none if it is negative. */
function describeSource({ draft: { window, labels } }: View, from: number, figures: Float64Array, k: number): void {
  const { forms } = window.opinion.line;
  let last = from;
  while (from >= 0 && labels[last + 1] === SOURCE + 1) last++;
  figures[k] = from < 0 ? 0 : last - from + 1;
  figures[k + 1] = from < 0 ? -1 : forms[window.from + from]!.shape;
  figures[k + 2] = from < 0 ? -1 : forms[window.from + last]!.shape;
}

/** How a content begins: 0 a sentence, 1 *that*, 2 a quotation mark, 3 behind a comma or stronger mark, 4 else. */
function findStart(line: Line, a: number): number {
  if (isFirst(line, a)) return 0;
  if (line.forms[a]!.joins === 4) return 1;
  if (line.quoted[a] === 1) return 2;
  return (line.forms[a - 1]?.breaks ?? 0) > 0 ? 3 : 4;
}

/** How it ends: 0 with the sentence, 1 at a quotation mark, before 2 a comma, 3 another mark, 4 a cue, 5 a joining word, 6 else. */
function findEnd({ draft: { window } }: View, z: number): number {
  const { line, isHeart } = window.opinion;
  const isEnd = (i: number): boolean => i >= line.length || isFirst(line, i);
  if (isEnd(z + 1)) return 0;
  if (line.quoted[z] === 3 || line.quoted[z + 1] === 3) return 1;
  const next = line.forms[z + 1]!;
  if (next.shape === MARK) return next.breaks > 0 ? 2 : isEnd(z + 2) ? 0 : 3;
  return isHeart[z + 1] === 1 ? 4 : next.joins > 0 ? 5 : 6;
}
