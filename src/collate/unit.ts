import type { Quotation } from "../quote/quotation.ts";
import { findBody, type Report } from "../report/report.ts";
import { findSentences } from "../text/sentence.ts";
import { bySpan, cutSpans, isOverlapping, type Span, sliceSpan, trimSpan } from "../text/span.ts";
import { findWords } from "../text/token.ts";
import { makeWords, type Word } from "./word.ts";

/**
 * The least that is paired: a sentence's worth of one quotation, or what is left of the sentence around it. A sentence
 * without reported speech is one unit.
 */
export interface Unit {
  /** Place of the report among those analysed. */
  readonly report: number;
  /** Place among the units of its report, in text order. */
  readonly place: number;
  /** In text order, one at least. */
  readonly spans: readonly Span[];
  /** Place of the quotation in the list of all, or null for the reporter's own words. */
  readonly quotation: number | null;
  readonly words: readonly Word[];
}

/** A quotation with its place in the list of all. */
export interface Placed {
  readonly place: number;
  readonly quotation: Quotation;
}

/**
 * Place of the unit next to one in its report, `step` 1 behind or -1 before it, in a list of all units by place; undefined at
 * the end. Next to speech stands speech, over what the reporter says between.
 */
export function findBeside(units: readonly Unit[], place: number, step: 1 | -1): number | undefined {
  const { report, quotation } = units[place]!;
  let beside = place + step;
  if (quotation !== null && units[beside]?.report === report && units[beside]?.quotation === null) beside += step;
  return units[beside]?.report === report ? beside : undefined;
}

/** Less than this many bits beside a quotation, names apart, is its frame ("he told reporters"), not a statement. */
const FRAME_BITS = 14;
/** Marks that belong to the quotation beside it, not to the frame. */
const LEADING = /^[\s,;:”"’»'–—-]+/u;
const TRAILING = /[\s,;:“"‘«'–—-]{1,9}$/u;

/** The units of a report in text order; empty if it has no body. `quotations`: those of this report. */
export function makeUnits(report: Report, at: number, quotations: readonly Placed[]): Unit[] {
  const sentences = findBody(report).flatMap((block) => findSentences(report.text, block));
  const speech = placeSpeech(sentences, quotations);
  const quoted = (spans: readonly Span[], placed: readonly Placed[]) =>
    placed.flatMap(({ quotation }) => quotation.quoted).filter((span) => spans.some((s) => isOverlapping(span, s)));
  return sentences
    .flatMap((sentence, i) =>
      cutSentence(report, sentence, speech[i]!).map((piece) => ({ ...piece, placed: speech[i]! })),
    )
    .map(({ placed, ...piece }) => ({
      ...piece,
      words: makeWords(report.text, piece.spans, quoted(piece.spans, placed)),
    }))
    .filter((unit) => unit.words.length > 0)
    .map((unit, place) => ({ report: at, place, ...unit }));
}

/** For each sentence the quotations with words in it. */
function placeSpeech(sentences: readonly Span[], quotations: readonly Placed[]): Placed[][] {
  const speech: Placed[][] = sentences.map(() => []);
  for (const placed of quotations) {
    for (const span of placed.quotation.content) {
      for (let i = findFirst(sentences, span.from); i < sentences.length && sentences[i]!.from < span.to; i++) {
        if (speech[i]!.at(-1) !== placed) speech[i]!.push(placed);
      }
    }
  }
  return speech;
}

/** Place of the first sentence that ends behind `from`, by halving. */
function findFirst(sentences: readonly Span[], from: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.to > from) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface Piece {
  readonly spans: readonly Span[];
  readonly quotation: number | null;
}

/** A sentence's quotations, each by itself, and its remainder if that tells something of its own. */
function cutSentence(report: Report, sentence: Span, speech: readonly Placed[]): Piece[] {
  const pieces: Piece[] = [];
  const taken: Span[] = [];
  for (const { place, quotation } of speech) {
    const spans = quotation.content.flatMap((span) => clip(span, sentence)).flatMap((span) => cutSpans(span, taken));
    if (spans.length > 0)
      pieces.push({ spans: spans.map((span) => trimSpan(report.text, span)).sort(bySpan), quotation: place });
    taken.push(...spans);
  }
  const rest = cutSpans(sentence, taken)
    .map((span) => trimFrame(report.text, span))
    .filter((span) => findWords(report.text, span).length > 0);
  if (pieces.length === 0 || isTelling(report, rest, speech)) {
    pieces.push({ spans: rest, quotation: null });
  }
  return pieces.filter((piece) => piece.spans.length > 0).sort((a, b) => bySpan(a.spans[0]!, b.spans[0]!));
}

/** Whether what stands beside the quotations says more than who spoke, how and where. */
function isTelling(report: Report, rest: readonly Span[], speech: readonly Placed[]): boolean {
  const frames = speech
    .flatMap(({ quotation: { source, cue, venue } }) => [source, cue, venue])
    .filter((span) => span !== null);
  const told = rest.flatMap((span) => cutSpans(span, frames));
  return makeWords(report.text, told, []).reduce((sum, word) => sum + (word.name ? 0 : word.bits), 0) >= FRAME_BITS;
}

function clip(span: Span, whole: Span): Span[] {
  return isOverlapping(span, whole) ? [{ from: Math.max(span.from, whole.from), to: Math.min(span.to, whole.to) }] : [];
}

function trimFrame(text: string, span: Span): Span {
  const words = sliceSpan(text, span);
  const from = span.from + (LEADING.exec(words)?.[0].length ?? 0);
  const to = span.to - (TRAILING.exec(words)?.[0].length ?? 0);
  return from < to ? { from, to } : { from: span.from, to: span.from };
}
