import { listChoices, makeViews, type View } from "../../src/quote/tag/choices.ts";
import type { Chooser } from "../../src/quote/tag/choose.ts";
import { describeChoice, describeView, FIGURES } from "../../src/quote/tag/figures.ts";
import { partOf, SOURCE } from "../../src/quote/tag/label.ts";
import type { Draft } from "../../src/quote/tag/resolve.ts";
import type { Window } from "../../src/quote/tag/window.ts";
import { type Growth, growForest, type Rows } from "../boost.ts";
import type { GoldAttribution, Pair } from "./article.ts";

/** What the second pass makes of the cues of a line, with the attribution that each is of, if any. */
export interface Drafted {
  readonly text: string;
  readonly drafts: readonly { readonly draft: Draft; readonly own: GoldAttribution | null }[];
}

const GROWTH: Growth = { trees: 30, leaves: 16, rate: 0.3, least: 20, ridge: 5 };

/**
 * Grows the trees that choose contents and those that say how likely an attribution is right. The first learn how good a content is:
 * 1 where it is to the letter, up to 0.6 where it would count as right, less where it shares some words. The second learn whether it
 * counts as right, on every content that could have been chosen.
 */
export function learnChooser(drafted: readonly Drafted[]): Chooser {
  const graded = drafted.flatMap(gradeLine);
  return {
    choice: growForest(
      makeRows(graded, ({ grade }) => grade),
      GROWTH,
    ),
    sure: growForest(
      makeRows(graded, ({ isRight }) => (isRight ? 1 : 0)),
      GROWTH,
    ),
  };
}

interface Graded {
  readonly figures: Float64Array;
  readonly grade: number;
  readonly isRight: boolean;
}

function gradeLine({ text, drafts }: Drafted): Graded[] {
  const views = makeViews(drafts.map(({ draft }) => draft));
  return views.flatMap((view, i) => gradeChoices(text, view, drafts[i]!.own));
}

function gradeChoices(text: string, view: View, own: GoldAttribution | null): Graded[] {
  const { draft } = view;
  const source = listPairs(draft.window, (j) => partOf(draft.labels[j]!) === partOf(SOURCE));
  return listChoices(view).map((choice) => {
    const figures = describeView(view);
    describeChoice(view, choice, figures);
    if (own === null) return { figures, grade: 0, isRight: false };
    const content = listPairs(draft.window, (j) => choice.mask[j] === 1);
    const jaccard = findJaccard(content, own.content);
    const isRight = jaccard >= 0.5 && (own.source.length === 0 || countShared(own.source, source) > 0);
    const isExact = trimPairs(text, content) === trimPairs(text, own.content);
    return { figures, grade: isExact ? 1 : jaccard >= 0.5 ? 0.4 + 0.2 * jaccard : 0.3 * jaccard, isRight };
  });
}

/** A row for what speaks for the grade and one for what speaks against it, each with its share as weight. */
function makeRows(graded: readonly Graded[], gradeOf: (graded: Graded) => number): Rows {
  const sides = graded.flatMap((one) => {
    const grade = gradeOf(one);
    return [
      { figures: one.figures, wanted: 1, weight: grade },
      { figures: one.figures, wanted: 0, weight: 1 - grade },
    ].filter(({ weight }) => weight > 0);
  });
  const values = new Float32Array(sides.length * FIGURES);
  sides.forEach(({ figures }, i) => {
    values.set(figures, i * FIGURES);
  });
  return {
    width: FIGURES,
    count: sides.length,
    values,
    wanted: Uint8Array.from(sides, ({ wanted }) => wanted),
    weights: Float32Array.from(sides, ({ weight }) => weight),
  };
}

/** The runs of the words of a window that are in something, as parts of the text. */
function listPairs({ opinion: { line }, from, to }: Window, isIn: (j: number) => boolean): Pair[] {
  const pairs: Pair[] = [];
  for (let i = from, start = from; i <= to; i++) {
    if (i < to && isIn(i - from)) continue;
    if (i > start) pairs.push([line.from[start]!, line.to[i - 1]!]);
    start = i + 1;
  }
  return pairs;
}

/** Characters that two lists of spans share; each list's spans lie apart. */
function countShared(a: readonly Pair[], b: readonly Pair[]): number {
  let count = 0;
  for (const one of a)
    for (const other of b) count += Math.max(0, Math.min(one[1], other[1]) - Math.max(one[0], other[0]));
  return count;
}

function findJaccard(a: readonly Pair[], b: readonly Pair[]): number {
  const size = (pairs: readonly Pair[]): number => pairs.reduce((sum, [from, to]) => sum + to - from, 0);
  const shared = countShared(a, b);
  return shared === 0 ? 0 : shared / (size(a) + size(b) - shared);
}

/** Spans without white space and marks at their ends, to compare. */
function trimPairs(text: string, pairs: readonly Pair[]): string {
  return pairs.map(([from, to]) => text.slice(from, to).replace(EDGES, "")).join("|");
}
const EDGES = /^[\s"'“”‘’„«».,;:]+|[\s"'“”‘’„«».,;:]+$/gu;
