import { makeFigures } from "./arena.ts";
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

/** What speaks for and against every choice of a cue alike, with room for what `describeChoice` adds: `FIGURES` figures. */
export function describeView(view: View): Float64Array {
  const { draft, heart } = view;
  const { window, chances, labels } = draft;
  const { line } = window.opinion;
  const source = labels.indexOf(SOURCE);
  const figures = makeFigures(FIGURES);
  figures[0] = draft.confidence;
  figures[1] = cueChance(view, heart);
  figures[24] = source < 0 ? -1 : chances[source * LABELS + SOURCE]!;
  figures[25] = source < 0 ? 99 : source - heart;
  figures[26] = line.forms[window.heart]!.cue;
  figures[29] = chances[heart * LABELS + CUE]!;
  figures[30] = labels.findIndex(isCue) - heart;
  figures[31] = nearest(view);
  figures[32] = line.quoted[window.heart]!;
  figures[34] = view.to - view.from;
  figures[38] = countNear(view);
  figures[39] = rivalOf(view.rivals, view.at, window.heart);
  describeSource(view, source, figures);
  figures[43] = line.length;
  return figures;
}

/** Writes the other figures, of one choice: the trees know which stands where. Linear in the length of the window. */
export function describeChoice(view: View, { mask, way, ways }: Choice, figures: Float64Array): void {
  const { length, heart } = view;
  const { window, chances } = view.draft;
  const { line } = window.opinion;
  const [start, end] = [mask.indexOf(1), mask.lastIndexOf(1)];
  const sums = addUp(view, mask, start, end);
  const { size } = sums;
  const chance = (j: number, label: number): number => (j < length ? chances[j * LABELS + label]! : 0);
  figures[2] = size;
  figures[3] = sums.inside / size;
  figures[4] = sums.inside / (size + sums.outside);
  figures[5] = sums.least;
  figures[6] = sums.most;
  figures[7] = sums.outside;
  figures[8] = sums.breaks;
  figures[9] = sums.hearts;
  figures[10] = sums.strongest;
  figures[11] = sums.quoted / size;
  figures[12] = sums.open;
  figures[13] = sums.runs;
  figures[14] = line.sentence[window.from + end]! - line.sentence[window.heart]!;
  figures[15] = sums.anybodys / size;
  figures[16] = sums.rest;
  figures[17] = start > heart ? 2 : end > heart ? 1 : 0;
  figures[18] = start > heart ? start - heart : Math.max(0, heart - end);
  figures[19] = findStart(line, window.from + start);
  figures[20] = findEnd(view, window.from + end);
  figures[21] = chance(start, CONTENT);
  figures[22] = chance(end + 1, CONTENT + 1);
  figures[23] = chance(end, CONTENT) + chance(end, CONTENT + 1);
  figures[27] = way;
  figures[28] = ways;
  figures[33] = sums.gap;
  figures[35] = sums.claimed / size;
  figures[36] = sums.contested / size;
  figures[37] = sums.rival;
}

function addUp(view: View, mask: Uint8Array, start: number, end: number): Sums {
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
  for (let j = start; j <= end; j++) {
    if (mask[j] === 0) continue;
    if (j === 0 || mask[j - 1] === 0) sums.runs++;
    addInside(sums, view, j);
    if (view.isOdd[j] === 1) addOdd(sums, view, j);
  }
  addOutside(sums, view, mask, start, end);
  return sums;
}

/** What every word in a choice has. */
function addInside(sums: Sums, { own, anyones, claims }: View, j: number): void {
  const claim = claims[j]!;
  sums.size++;
  sums.inside += own[j]!;
  sums.anybodys += anyones[j]!;
  sums.claimed += claim;
  if (claim > 0.5) sums.contested++;
  if (own[j]! < sums.least) sums.least = own[j]!;
}

/** What few words in a choice have. */
function addOdd(sums: Sums, view: View, j: number): void {
  const { line, isHeart } = view.draft.window.opinion;
  const i = view.draft.window.from + j;
  if (line.forms[i]!.breaks > 0) sums.breaks++;
  if (isHeart[i] === 1) {
    sums.hearts++;
    sums.strongest = Math.max(sums.strongest, cueChance(view, j));
  }
  if (j !== view.heart) sums.rival = Math.max(sums.rival, view.rivals.sure[i]!);
  const state = line.quoted[i]!;
  if (state === 2) sums.quoted++;
  else if (state > 0) sums.open += state === 1 ? 1 : -1;
}

function addOutside(sums: Sums, view: View, mask: Uint8Array, start: number, end: number): void {
  const { own, anyones, isFixed, from, to } = view;
  for (let j = 0; j < view.length; j++) {
    if (mask[j] === 1 || isFixed[j] === 1) continue;
    const chance = own[j]!;
    sums.outside += chance;
    if (chance > sums.most) sums.most = chance;
    if (j >= from && j < to) sums.rest += anyones[j]!;
    if (j > start && j < end && chance < sums.gap) sums.gap = chance;
  }
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

/** Words of a source that begins at `from`, and the shapes of its first and last; none if it is negative. */
function describeSource({ draft: { window, labels } }: View, from: number, figures: Float64Array): void {
  const { forms } = window.opinion.line;
  let last = from;
  while (from >= 0 && labels[last + 1] === SOURCE + 1) last++;
  figures[40] = from < 0 ? 0 : last - from + 1;
  figures[41] = from < 0 ? -1 : forms[window.from + from]!.shape;
  figures[42] = from < 0 ? -1 : forms[window.from + last]!.shape;
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
