import type { Span } from "../../text/span.ts";
import { makeBytes } from "./arena.ts";
import { CONTENT, CUE, SOURCE } from "./label.ts";
import type { Line } from "./line.ts";
import { isContent, isCue, type Window } from "./window.ts";

/** Who is credited with what, by which words, in text order each. */
export interface Attribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** How likely the cue is one. */
  readonly confidence: number;
}

/** What the second pass makes of one cue. */
export interface Reading {
  readonly window: Window;
  /** Labels of the words of the window. */
  readonly labels: Uint8Array;
  readonly confidence: number;
}

/** A reading with what the second pass thinks of each word of its window. */
export interface Draft extends Reading {
  /** For each word of the window and label how likely it is. */
  readonly chances: Float64Array;
}

/**
 * The readings of a line that can stand together, surest first: no word is in two contents or cues, as in PolNeAR. One of which
 * more than half is taken is dropped; of the others what is taken is left out.
 */
export function resolveReadings(line: Line, readings: readonly Reading[]): Attribution[] {
  const taken = makeBytes(line.length);
  const sorted = [...readings].sort((a, b) => b.confidence - a.confidence || a.window.heart - b.window.heart);
  const found: Attribution[] = [];
  for (const reading of sorted) {
    if (!isFree(reading, taken)) continue;
    found.push(makeAttribution(line, reading, taken));
    takeWords(reading, taken);
  }
  return found;
}

function isFree({ window, labels }: Reading, taken: Uint8Array): boolean {
  let [own, lost] = [0, 0];
  for (let i = window.from; i < window.to; i++) {
    const label = labels[i - window.from]!;
    if (isCue(label) && taken[i] === 1) return false;
    if (!isContent(label)) continue;
    own++;
    if (taken[i] === 1) lost++;
  }
  return own > 0 && lost * 2 <= own;
}

function takeWords({ window, labels }: Reading, taken: Uint8Array): void {
  for (let i = window.from; i < window.to; i++) {
    const label = labels[i - window.from]!;
    if (isContent(label) || isCue(label)) taken[i] = 1;
  }
}

function makeAttribution(line: Line, reading: Reading, taken: Uint8Array): Attribution {
  return {
    source: findSpans(line, reading, SOURCE, null),
    cue: findSpans(line, reading, CUE, null),
    content: findSpans(line, reading, CONTENT, taken),
    confidence: reading.confidence,
  };
}

/** Runs of one part that nothing has taken. */
function findSpans(line: Line, { window, labels }: Reading, part: number, taken: Uint8Array | null): Span[] {
  const spans: Span[] = [];
  let from = -1;
  for (let i = window.from; i <= window.to; i++) {
    const label = i < window.to && taken?.[i] !== 1 ? labels[i - window.from]! : -1;
    if (from >= 0 && label !== part + 1) {
      spans.push({ from: line.from[from]!, to: line.to[i - 1]! });
      from = -1;
    }
    if (from < 0 && (label === part || label === part + 1)) from = i;
  }
  return spans;
}
