import type { Collation, Locus, Reading, Siglum } from "../collate/collation.ts";
import { isOverlapping, type Span } from "../text/span.ts";
import { sliceWords, type View } from "./view.ts";
import { measureWidth, wrapWords } from "./width.ts";

/** What one witness has in a stretch. */
export interface Wording {
  readonly siglum: Siglum;
  readonly state: Reading["state"];
  /** Sliced from the report; not yet made safe. Empty unless `state` is `words`, and where a split wording ran out. */
  readonly words: string;
  /** Whether a reader should see it: not what the base has, or the first report that reaches here. */
  readonly differs: boolean;
  readonly editorial: boolean;
  /** Numbers, from 1, of the collation's moves that these words are part of. */
  readonly moves: readonly number[];
}

/** Consecutive loci that are shown as one: a run over which all who reach here agree, or a single locus. */
export interface Stretch {
  readonly kind: Locus["kind"];
  /** One a witness, in order of siglum. */
  readonly wordings: readonly Wording[];
}

/** The stretches of a collation in reading order. Runs of `same` loci with the same lacunae become one. */
export function findStretches(view: View, collation: Collation): Stretch[] {
  const runs: Locus[][] = [];
  for (const locus of collation.loci) {
    const last = runs.at(-1)?.[0];
    if (last && isAlike(last, locus)) runs.at(-1)!.push(locus);
    else runs.push([locus]);
  }
  return runs.map((run) => makeStretch(view, collation, run));
}

/** Whether two neighbors can stand as one. */
function isAlike(a: Locus, b: Locus): boolean {
  if (a.kind !== "same" || b.kind !== "same") return false;
  return a.readings.every((reading, at) => reading.state === b.readings[at]?.state);
}

function makeStretch(view: View, collation: Collation, run: readonly Locus[]): Stretch {
  const first = run[0]!;
  const lemma = findLemma(view.analysis.base, first);
  const wordings = first.readings.map((reading, at): Wording => {
    const { siglum, state, editorial } = reading;
    const spans = run.flatMap((locus) => locus.readings[at]!.spans);
    const words = sliceWords(view, collation.tradition.witnesses[at]!.report, spans, " ");
    const differs = first.kind === "variant" && state !== "lacuna" && reading.group !== lemma;
    return { siglum, state, words, differs, editorial, moves: findMoves(collation, siglum, spans) };
  });
  return { kind: first.kind, wordings };
}

/** The group the others are measured by: the base's, or the first that reaches here. -1 if none does. */
function findLemma(base: Siglum, locus: Locus): number {
  const reach = locus.readings.filter((reading) => reading.state !== "lacuna");
  return (reach.find((reading) => reading.siglum === base) ?? reach[0])?.group ?? -1;
}

function findMoves(collation: Collation, siglum: Siglum, spans: readonly Span[]): number[] {
  return collation.moves.flatMap((move, at) => {
    const sides = [move.a, move.b].filter((side) => side.siglum === siglum);
    const moved = sides.flatMap((side) => side.spans);
    return spans.some((span) => moved.some((other) => isOverlapping(span, other))) ? [at + 1] : [];
  });
}

/** How wide a wording is shown, in columns. */
export type Measure = (wording: Wording) => number;

/**
 * Stretches in rows of at most `width` columns with two between, so that a long collation reads like lines of music: each
 * band holds all witnesses. A stretch too wide for a band of its own is split between words.
 */
export function makeBands(stretches: readonly Stretch[], width: number, measure: Measure): Stretch[][] {
  const bands: Stretch[][] = [];
  let room = 0;
  for (const stretch of stretches.flatMap((whole) => splitStretch(whole, width, measure))) {
    const needs = measureStretch(stretch, measure) + 2;
    if (needs > room || bands.length === 0) {
      bands.push([]);
      room = width + 2;
    }
    bands.at(-1)!.push(stretch);
    room -= needs;
  }
  return bands;
}

/** Columns that a stretch takes: those of its widest wording, one at least. */
export function measureStretch(stretch: Stretch, measure: Measure): number {
  return Math.max(1, ...stretch.wordings.map(measure));
}

/** A stretch in parts of at most `width`; a sign for an omission or a lacuna stands in the first. */
function splitStretch(stretch: Stretch, width: number, measure: Measure): Stretch[] {
  if (measureStretch(stretch, measure) <= width) return [stretch];
  const extra = Math.max(...stretch.wordings.map((wording) => measure(wording) - measureWidth(wording.words)));
  const lines = stretch.wordings.map((wording) => wrapWords(wording.words, Math.max(1, width - extra)));
  const parts = Math.max(...lines.map((own) => own.length));
  return Array.from({ length: parts }, (_, part) => ({
    kind: stretch.kind,
    wordings: stretch.wordings.map((wording, at) => cutWording(wording, lines[at]![part], part)),
  }));
}

function cutWording(wording: Wording, line: string | undefined, part: number): Wording {
  if (part === 0 || line !== undefined) return { ...wording, words: line ?? "" };
  return { ...wording, state: "words", words: "", differs: false, moves: [] };
}
