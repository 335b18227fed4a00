import type { Buckets } from "./buckets.ts";
import { type Form, formAt } from "./form.ts";
import { CONTENT, CUE, LABELS, SOURCE } from "./label.ts";
import { stateAt } from "./line.ts";
import { type Between, findBetween, type Window } from "./window.ts";

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

/** Sides of the heart. */
const SIDES = 3;
/** Slots of `nearSecond`: for either side and the heart, the word before, the word itself and the one behind. */
export const SECOND_SLOTS: number = 3 * SIDES;

/** What a form says of itself or a word beside it, on either side of the heart. */
export function nearSecond(buckets: Buckets, form: Form): void {
  buckets.add(form.word);
  buckets.add(form.cluster);
}

/** Features of every word of a window for the second pass: what belongs to this cue. Linear. */
export function addSecond(buckets: Buckets, window: Window): void {
  const view = makeView(window);
  buckets.begin(window.to - window.from);
  for (let i = window.from; i < window.to; i++) {
    const place = makePlace(view, i);
    addWords(buckets, view, place);
    addOpinion(buckets, view, place);
    addRanks(buckets, view, place);
    addMarks(buckets, view, place);
    addStep(buckets, view, place);
    buckets.next();
  }
}

function makeView(window: Window): View {
  const { forms, quoted, length } = window.opinion.line;
  const { heart } = window;
  const next = formAt(forms, heart + 1).shape === 4 ? heart + 1 : heart + 2;
  const marks = quoted[Math.min(length - 1, next)]! * 10 + (heart > 0 ? quoted[heart - 1]! : 9);
  return {
    window,
    between: findBetween(window),
    heart: forms[heart]!,
    before: formAt(forms, heart - 1),
    behind: formAt(forms, heart + 1),
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
  const m1 = formAt(forms, i - 1);
  const form = forms[i]!;
  const p1 = formAt(forms, i + 1);
  buckets.near(m1, side);
  buckets.near(form, SIDES + side);
  buckets.near(p1, 2 * SIDES + side);
  buckets.add(side, heart.stem, form.cluster);
  buckets.add(step, form.cluster);
  buckets.add(step, form.suffix);
  buckets.add(side, form.cluster, m1.cluster);
  buckets.add(side, form.cluster, p1.cluster);
  buckets.add(side, form.shape, m1.shape * 10 + p1.shape);
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

function addMarks(buckets: Buckets, { window, between, marks }: View, place: Place): void {
  const { i, side, context } = place;
  const { line } = window.opinion;
  const j = i - window.from;
  const form = line.forms[i]!;
  const state = line.quoted[i]!;
  buckets.add(state * 100 + stateAt(line, i - 1) * 10 + stateAt(line, i + 1), side, between.marks[j]!);
  buckets.add(state, marks, side * 10 + between.marks[j]!);
  buckets.add(state, context % 10, form.shape);
  buckets.add(form.cluster, between.hearts[j]! * 10 + between.breaks[j]!, side);
}

/** What is the same for all words about as far from the heart. */
function addStep(buckets: Buckets, { heart, behind }: View, { step }: Place): void {
  if (!buckets.opens(step)) return;
  buckets.add(step);
  buckets.add(step, heart.stem);
  buckets.add(step, heart.word, behind.word);
  buckets.closes(step);
}
