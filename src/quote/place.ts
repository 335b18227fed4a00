import { findFirst, type Span } from "../text/span.ts";
import type { Place, Reading } from "./draft.ts";
import type { Sentence } from "./unit.ts";

/** The units that a span meets. */
export function placeSpan(reading: Reading, span: Span): Place | null {
  const sentence = findSentence(reading, span.from);
  const { units }: Sentence = reading.sentences[sentence]!;
  const from = findFirst(units, span.from);
  if (from === units.length) return null;
  let to = from + 1;
  while (to < units.length && units[to]!.from < span.to) to++;
  return { sentence, range: { from, to } };
}

export function findSentence({ sentences }: Reading, at: number): number {
  return Math.min(sentences.length - 1, findFirst(sentences, at));
}
