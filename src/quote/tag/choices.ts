import { copyBytes, makeBytes, makeFigures, makeFloats } from "./arena.ts";
import { MARK } from "./form.ts";
import { CONTENT, LABELS, SOURCE } from "./label.ts";
import type { Draft } from "./resolve.ts";
import { findRivals, type Rivals, rivalOf } from "./rivals.ts";
import { isContent } from "./window.ts";

/** A draft as those who choose its content see it. Places of words count from the beginning of the window. */
export interface View {
  readonly draft: Draft;
  /** What the drafts of the line claim, and the place of this one among them. */
  readonly rivals: Rivals;
  readonly at: number;
  readonly length: number;
  readonly heart: number;
  /** How likely each word is content of this cue. */
  readonly own: Float32Array;
  /** How likely it is anybody's by the first pass, and the strongest claim of another draft to it. */
  readonly anyones: Float64Array;
  readonly claims: Float32Array;
  /** Whether it parts clauses, is a heart, or is quoted. */
  readonly isOdd: Uint8Array;
  /** Whether a word is of the cue or the source. */
  readonly isFixed: Uint8Array;
  /** The sentence of the heart, as far as it lies in the window. */
  readonly from: number;
  readonly to: number;
}

/** What the content of a cue may be. */
export interface Choice {
  /** 1 for each word of the window that is in it. */
  readonly mask: Uint8Array;
  /** Which way led to it first, in the order of `listMasks`, and how many did. */
  readonly way: number;
  ways: number;
}

/** Words at least this likely are a content together. */
const LEVELS: readonly number[] = [0.1, 0.25, 0.5, 0.75];

/** A view of each of the drafts of one line. Linear. */
export function makeViews(drafts: readonly Draft[]): View[] {
  const line = drafts[0]?.window.opinion.line;
  if (line === undefined) return [];
  const rivals = findRivals(drafts, line.length);
  return drafts.map((draft, at) => makeView(draft, rivals, at));
}

function makeView(draft: Draft, rivals: Rivals, at: number): View {
  const { window, chances, labels } = draft;
  const { opinion, from: first } = window;
  const { sentence, forms, quoted } = opinion.line;
  const length = window.to - first;
  const heart = window.heart - first;
  const [own, anyones, claims] = [makeFloats(length), makeFigures(length), makeFloats(length)];
  const [isFixed, isOdd] = [makeBytes(length), makeBytes(length)];
  for (let j = 0; j < length; j++) {
    const i = first + j;
    own[j] = addContent(chances, j);
    anyones[j] = addContent(opinion.chances, i);
    claims[j] = rivalOf(rivals, at, i);
    if (labels[j]! >= SOURCE && labels[j]! < CONTENT) isFixed[j] = 1;
    if (forms[i]!.breaks > 0 || opinion.isHeart[i] === 1 || rivals.sure[i]! > 0 || quoted[i]! > 0) isOdd[j] = 1;
  }
  let [from, to] = [heart, heart + 1];
  while (from > 0 && sentence[first + from - 1] === sentence[window.heart]) from--;
  while (to < length && sentence[first + to] === sentence[window.heart]) to++;
  return { draft, rivals, at, length, heart, own, anyones, claims, isOdd, isFixed, from, to };
}

function addContent(chances: Float64Array, i: number): number {
  return chances[i * LABELS + CONTENT]! + chances[i * LABELS + CONTENT + 1]!;
}

/** Contents that may be, no two alike and none empty. */
export function listChoices(view: View): Choice[] {
  const choices: Choice[] = [];
  listMasks(view).forEach((mask, way) => {
    if (!mask.includes(1)) return;
    const known = choices.find((choice) => isSame(choice.mask, mask));
    if (known === undefined) choices.push({ mask, way, ways: 1 });
    else known.ways++;
  });
  return choices;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  for (let j = 0; j < a.length; j++) if (a[j] !== b[j]) return false;
  return true;
}

/**
 * What the chain finds; the words that are likely enough, at four levels; what the chain finds, but up to the end of the sentence, up
 * to its first comma, or up to its last; all behind the cue; all before it.
 */
function listMasks(view: View): Uint8Array[] {
  const { draft, length } = view;
  const found = makeBytes(length);
  for (let j = 0; j < length; j++) if (isContent(draft.labels[j]!)) found[j] = 1;
  const likely = LEVELS.map((level) => findLikely(view, level));
  return [found, ...likely, stretch(view, found), ...cut(view, found), findBehind(view), findBefore(view)];
}

function findLikely({ length, own, isFixed }: View, level: number): Uint8Array {
  const mask = makeBytes(length);
  for (let j = 0; j < length; j++) if (isFixed[j] === 0 && own[j]! >= level) mask[j] = 1;
  return mask;
}

/** The last run up to the end of its sentence. */
function stretch(view: View, mask: Uint8Array): Uint8Array {
  const { window } = view.draft;
  const { sentence } = window.opinion.line;
  const wide = copyBytes(mask);
  const last = mask.lastIndexOf(1);
  if (last < 0) return wide;
  for (let j = last + 1; j < view.length && view.isFixed[j] === 0; j++) {
    if (sentence[window.from + j] !== sentence[window.from + last]) break;
    wide[j] = 1;
  }
  return trimEnd(view, wide);
}

/** Without marks at the end, but for quotation marks. */
function trimEnd({ draft: { window } }: View, mask: Uint8Array): Uint8Array {
  const { forms, quoted } = window.opinion.line;
  for (let j = mask.lastIndexOf(1); j >= 0; j--) {
    if (forms[window.from + j]!.shape !== MARK || quoted[window.from + j] !== 0) break;
    mask[j] = 0;
  }
  return mask;
}

/** The last run up to the first comma or stronger mark in it, and up to the last. */
function cut({ draft: { window } }: View, mask: Uint8Array): Uint8Array[] {
  const { forms } = window.opinion.line;
  const end = mask.lastIndexOf(1);
  let [first, last] = [end + 1, -1];
  for (let j = end; j > 0 && mask[j - 1] === 1; j--) {
    if (forms[window.from + j]!.breaks === 0) continue;
    first = j;
    if (last < 0) last = j;
  }
  return [first, last < 0 ? end + 1 : last].map((at) => copyBytes(mask).fill(0, at, end + 1));
}

/** All behind cue and source in the sentence. */
function findBehind(view: View): Uint8Array {
  let from = view.heart + 1;
  while (from < view.to && view.isFixed[from] === 1) from++;
  return trimEnd(view, makeBytes(view.length).fill(1, from, view.to));
}

/** All before cue and source in the sentence. */
function findBefore(view: View): Uint8Array {
  let to = view.heart;
  while (to > view.from && view.isFixed[to - 1] === 1) to--;
  return trimEnd(view, makeBytes(view.length).fill(1, view.from, to));
}
