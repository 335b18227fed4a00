import { findFirst, isOverlapping, type Span } from "../text/span.ts";
import type { Reading } from "./draft.ts";

export interface Run {
  readonly run: number;
  readonly outer: Span;
  readonly inner: Span;
}

/** The parts of runs between marks that contents meet, but for titles and names. */
export function findRuns(reading: Reading, content: readonly Span[]): Run[] {
  const runs: Run[] = [];
  for (const span of content) {
    for (let at = findPart(reading, span.from); at < reading.parts.length; at++) {
      const part = reading.parts[at]!;
      if (part.outer.from >= span.to) break;
      if (isOverlapping(part.inner, span) && !reading.titles.has(part.run) && !runs.includes(part)) runs.push(part);
    }
  }
  return runs;
}

export function findPart({ parts }: Reading, at: number): number {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle]!.outer.to > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * A content that begins with what stands between marks, or before it, and ends within goes on to the closing mark, unless anything else is found there: the tagger
 * looks no further than a hundred words.
 */
export function endRun({ from, to }: Span, runs: readonly Run[], starts: readonly Span[]): Span {
  const run = runs.find(({ inner }) => from <= inner.from && inner.from < to && to < inner.to);
  const next = starts[findFirst(starts, to)];
  return { from, to: run === undefined || (next !== undefined && next.from < run.inner.to) ? to : run.inner.to };
}

/** Without *that*, white space and the comma at the end; of one run and nothing else, without its marks. */
export function trimContent({ text }: Reading, span: Span, runs: readonly Run[]): Span[] {
  let { from, to } = span;
  const run = runs.find(({ outer }) => outer.from <= from + 1 && from < outer.to && to <= outer.to + 1);
  if (run !== undefined) {
    from = Math.max(from, run.inner.from);
    to = Math.min(to, run.inner.to);
  }
  const that = /^that\s+/iu.exec(text.slice(from, from + 12));
  if (that !== null && run === undefined) from += that[0].length;
  while (from < to && /[\s,;:]/u.test(text[from]!)) from++;
  while (to > from && /[\s,;:]/u.test(text[to - 1]!)) to--;
  return from < to ? [{ from, to }] : [];
}

/** What two spans share, without white space and a comma at the end. */
export function meet(text: string, a: Span, b: Span): Span[] {
  let [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
  while (from < to && /\s/u.test(text[from]!)) from++;
  while (to > from && /[\s,]/u.test(text[to - 1]!)) to--;
  return from < to ? [{ from, to }] : [];
}
