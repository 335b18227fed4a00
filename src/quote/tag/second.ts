import type { Buckets } from "./buckets.ts";
import { type Form, formAt } from "./form.ts";
import { CONTENT, CUE, SOURCE } from "./label.ts";
import { LEVELS, SUM } from "./level.ts";
import { stateAt } from "./line.ts";
import { type Between, findBetween, type Window } from "./window.ts";

/** A distance in words in steps. */
function stepOf(distance: number): number {
  if (distance <= 3) return distance;
  if (distance <= 8) return distance <= 5 ? 4 : 5;
  return distance <= 13 ? 6 : distance <= 22 ? 7 : distance <= 40 ? 8 : 9;
}

/** What the features of one word share. */
interface View {
  readonly window: Window;
  readonly between: Between;
  readonly heart: Form;
  readonly behind: Form;
}

/** Where a word is, as seen from the heart. One for all words of a window, as they are many. */
interface Place {
  i: number;
  /** 0 the heart itself, 1 before, 2 behind. */
  side: number;
  /** Side times 10 with the distance in steps. */
  step: number;
  /** Side, hearts, breaks and sentences between, one digit each. */
  context: number;
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
  const place: Place = { i: 0, side: 0, step: 0, context: 0 };
  for (let i = window.from; i < window.to; i++) {
    setPlace(place, view, i);
    addWords(buckets, view, place);
    addOpinion(buckets, view, place);
    addBetween(buckets, view, place);
    addStep(buckets, view, place);
    buckets.next();
  }
}

function makeView(window: Window): View {
  const { forms } = window.opinion.line;
  const { heart } = window;
  return { window, between: findBetween(window), heart: forms[heart]!, behind: formAt(forms, heart + 1) };
}

function setPlace(place: Place, { window, between }: View, i: number): void {
  const { sentence } = window.opinion.line;
  const j = i - window.from;
  const side = i < window.heart ? 1 : i > window.heart ? 2 : 0;
  const sentences = Math.max(-2, Math.min(2, sentence[i]! - sentence[window.heart]!));
  place.i = i;
  place.side = side;
  place.step = side * 10 + stepOf(Math.abs(i - window.heart));
  place.context = side * 1000 + between.hearts[j]! * 100 + between.breaks[j]! * 10 + sentences + 2;
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
  buckets.add(side, form.cluster, m1.cluster);
  buckets.add(side, form.cluster, p1.cluster);
}

/** What the first pass thinks of the word. */
function addOpinion(buckets: Buckets, { window }: View, { i, side, step, context }: Place): void {
  const { levels, labels } = window.opinion;
  const at = i * LEVELS;
  const next = at + LEVELS;
  const isLast = next >= levels.length;
  const [content, source, cue] = [levels[at + SUM + CONTENT]!, levels[at + SUM + SOURCE]!, levels[at + SUM + CUE]!];
  buckets.add(cue, levels[at + CUE]!, step);
  buckets.add(content * 10 + source, cue, context);
  buckets.add(isLast ? 9 : levels[next + CONTENT + 1]!, levels[at + CONTENT]! * 10 + content, side);
  buckets.add(labels[i]! * 10 + (i > 0 ? labels[i - 1]! : 9), i + 1 < labels.length ? labels[i + 1]! : 9, side);
}

/** What lies between, and which of its parts as counted from the heart the word is of. */
function addBetween(buckets: Buckets, { window, between }: View, { i, side, context }: Place): void {
  const { labels, line } = window.opinion;
  const j = i - window.from;
  const [rank, marks] = [between.ranks[j]!, between.marks[j]!];
  buckets.add(rank, context);
  buckets.add(rank, side * 10 + labels[i]!, between.hearts[j]! * 10 + marks);
  buckets.add(line.quoted[i]! * 100 + stateAt(line, i - 1) * 10 + stateAt(line, i + 1), side, marks);
}

/** What is the same for all words about as far from the heart. */
function addStep(buckets: Buckets, { heart, behind }: View, { step }: Place): void {
  if (!buckets.opens(step)) return;
  buckets.add(step);
  buckets.add(step, heart.stem);
  buckets.add(step, heart.word, behind.word);
  buckets.closes(step);
}
