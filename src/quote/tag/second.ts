import type { Buckets } from "./buckets.ts";
import { EDGE, type Form } from "./form.ts";
import { CONTENT, CUE, LABELS, SOURCE } from "./label.ts";
import { type Between, findBetween, type Window } from "./window.ts";

/** Features a word at most. */
export const MOST_SECOND = 48;

/** A distance in words in steps. */
function stepOf(distance: number): number {
  if (distance <= 3) return distance;
  if (distance <= 8) return distance <= 5 ? 4 : 5;
  return distance <= 13 ? 6 : distance <= 22 ? 7 : distance <= 40 ? 8 : 9;
}

/** A chance in steps. */
function levelOf(chance: number): number {
  if (chance < 0.3) return chance < 0.02 ? 0 : chance < 0.1 ? 1 : 2;
  if (chance < 0.85) return chance < 0.6 ? 3 : 4;
  return chance < 0.97 ? 5 : 6;
}

/** What the features of one word share. */
interface View {
  readonly window: Window;
  readonly between: Between;
  readonly heart: Form;
  readonly before: Form;
  readonly behind: Form;
  /** State of the quotation marks right before the heart, and of the first mark behind it. */
  readonly marks: number;
}

/** Where a word is, as seen from the heart. */
interface Place {
  readonly i: number;
  /** 0 the heart itself, 1 before, 2 behind. */
  readonly side: number;
  /** Side times 10 with the distance in steps. */
  readonly step: number;
  /** Side, hearts, breaks and sentences between, one digit each. */
  readonly context: number;
}

/** Features of every word of a window for the second pass: what belongs to this cue. Linear. */
export function addSecond(buckets: Buckets, window: Window): void {
  const view = makeView(window);
  buckets.begin(window.to - window.from, MOST_SECOND);
  for (let i = window.from; i < window.to; i++) {
    const place = makePlace(view, i);
    addWords(buckets, view, place);
    addOpinion(buckets, view, place);
    addRanks(buckets, view, place);
    addMarks(buckets, view, place);
    addShapes(buckets, view, place);
    buckets.next();
  }
}

function makeView(window: Window): View {
  const { forms, quoted, length } = window.opinion.line;
  const { heart } = window;
  const at = (i: number): Form => forms[i] ?? EDGE;
  const next = at(heart + 1).shape === 4 ? heart + 1 : heart + 2;
  const marks = quoted[Math.min(length - 1, next)]! * 10 + (heart > 0 ? quoted[heart - 1]! : 9);
  return {
    window,
    between: findBetween(window),
    heart: at(heart),
    before: at(heart - 1),
    behind: at(heart + 1),
    marks,
  };
}

function makePlace({ window, between }: View, i: number): Place {
  const { sentence } = window.opinion.line;
  const j = i - window.from;
  const side = i < window.heart ? 1 : i > window.heart ? 2 : 0;
  const sentences = Math.max(-2, Math.min(2, sentence[i]! - sentence[window.heart]!));
  return {
    i,
    side,
    step: side * 10 + stepOf(Math.abs(i - window.heart)),
    context: side * 1000 + between.hearts[j]! * 100 + between.breaks[j]! * 10 + sentences + 2,
  };
}

function addWords(buckets: Buckets, { window, heart }: View, { i, side, step }: Place): void {
  const { forms } = window.opinion.line;
  const [m1, form, p1] = [forms[i - 1] ?? EDGE, forms[i]!, forms[i + 1] ?? EDGE];
  buckets.add(step);
  buckets.add(step, heart.stem);
  buckets.add(side, heart.stem, form.cluster);
  buckets.add(side, form.word);
  buckets.add(side, m1.word);
  buckets.add(side, p1.word);
  buckets.add(side, form.word, p1.word);
  buckets.add(side, m1.word, form.word);
  buckets.add(step, form.cluster);
  buckets.add(side, form.cluster, m1.cluster);
  buckets.add(side, form.cluster, p1.cluster);
}

function addOpinion(buckets: Buckets, { window }: View, { i, side, step, context }: Place): void {
  const { chances, labels } = window.opinion;
  const level = (k: number, label: number): number =>
    k * LABELS < chances.length ? levelOf(chances[k * LABELS + label]!) : 9;
  const sum = (label: number): number => levelOf(chances[i * LABELS + label]! + chances[i * LABELS + label + 1]!);
  const [content, source, cue] = [sum(CONTENT), sum(SOURCE), sum(CUE)];
  buckets.add(content, level(i, CONTENT), side);
  buckets.add(source, level(i, SOURCE), side);
  buckets.add(cue, level(i, CUE), step);
  buckets.add(content * 10 + source, cue, context);
  buckets.add(level(i + 1, CONTENT + 1), level(i, CONTENT) * 10 + content, side);
  buckets.add(level(i + 1, SOURCE + 1), level(i, SOURCE) * 10 + source, side);
  buckets.add(labels[i]! * 10 + (i > 0 ? labels[i - 1]! : 9), i + 1 < labels.length ? labels[i + 1]! : 9, side);
}

function addRanks(buckets: Buckets, { window, between, heart, before, behind }: View, place: Place): void {
  const { i, side, context } = place;
  const { labels, line } = window.opinion;
  const j = i - window.from;
  const rank = between.ranks[j]!;
  buckets.add(rank, context);
  buckets.add(rank, side * 10 + labels[i]!, between.hearts[j]! * 10 + between.marks[j]!);
  buckets.add(rank, heart.stem, side);
  buckets.add(rank, before.cluster, behind.cluster);
  buckets.add(context, line.quoted[i]!, levelOf(chanceOf(window, i)));
  buckets.add(context, between.joins[j]!, rank);
}

function chanceOf({ opinion: { chances } }: Window, i: number): number {
  return chances[i * LABELS + CONTENT]! + chances[i * LABELS + CONTENT + 1]!;
}

function addMarks(buckets: Buckets, { window, between, heart, before, behind, marks }: View, place: Place): void {
  const { i, side, step, context } = place;
  const { line } = window.opinion;
  const { quoted, forms } = line;
  const j = i - window.from;
  const form = forms[i]!;
  buckets.add(quoted[i]! * 100 + (quoted[i - 1] ?? 9) * 10 + (quoted[i + 1] ?? 9), side, between.marks[j]!);
  buckets.add(quoted[i]!, marks, side * 10 + between.marks[j]!);
  buckets.add(quoted[i]!, (context % 10) + 1, form.shape);
  buckets.add(form.cluster, behind.word, side);
  buckets.add(form.cluster, before.cluster, step);
  buckets.add(heart.cluster, context, form.cluster);
}

function addShapes(buckets: Buckets, { window, between, heart, before, behind }: View, place: Place): void {
  const { i, side, step } = place;
  const { forms } = window.opinion.line;
  const at = (k: number): Form => forms[i + k] ?? EDGE;
  const j = i - window.from;
  const own = at(0);
  buckets.add(own.shape, at(-1).shape * 10 + at(1).shape, side);
  buckets.add(own.cluster, between.hearts[j]! * 10 + between.breaks[j]!, side);
  buckets.add(at(-2).cluster, at(-1).cluster, own.cluster * 4 + side);
  buckets.add(own.cluster, at(1).cluster, at(2).cluster * 4 + side);
  buckets.add(own.suffix, step);
  buckets.add(before.word, behind.word, step);
  buckets.add(heart.word, behind.word, step);
}
