import type { Quotation } from "../quote/quotation.ts";
import { findBody, type Report } from "../report/report.ts";
import { findSentences } from "../text/sentence.ts";
import { bySpan, clipSpans, cutSpans, findFirst, type Span, sliceSpan, trimSpan } from "../text/span.ts";
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

/** Less than this many bits beside a quotation is its frame ("he told reporters"), not a statement; half without names. */
const FRAME_BITS = 24;
/** Marks that belong to the quotation beside it, not to the frame. */
const LEADING = /^[\s,;:”"’»'–—-]+/u;
const TRAILING = /[\s,;:“"‘«'–—-]{1,9}$/u;

/** The units of a report in text order; empty if it has no body. `quotations`: those of this report. */
export function makeUnits(report: Report, at: number, quotations: readonly Placed[]): Unit[] {
  const sentences = findBody(report).flatMap((block) => findSentences(report.text, block));
  const speech = placeSpeech(sentences, quotations);
  const quoted = quotations.flatMap(({ quotation }) => quotation.quoted).sort(bySpan);
  return sentences
    .flatMap((sentence, i) => cutSentence(report, sentence, speech[i]!))
    .map(({ spans, quotation }) => {
      const marked = spans.flatMap((span) => clipSpans(quoted, span));
      return { spans, quotation, words: makeWords(report.text, spans, marked) };
    })
    .filter((unit) => unit.words.length > 0)
    .map((unit, place) => ({ report: at, place, ...unit }));
}

/** For each sentence the quotations with words, cue or source in it: “It holds!” Ruiz said. */
function placeSpeech(sentences: readonly Span[], quotations: readonly Placed[]): Placed[][] {
  const speech: Placed[][] = sentences.map(() => []);
  for (const placed of quotations) {
    const { content, cue, source } = placed.quotation;
    for (const span of [...content, ...[cue, source].filter((frame) => frame !== null)]) {
      for (let i = findFirst(sentences, span.from); i < sentences.length && sentences[i]!.from < span.to; i++) {
        if (speech[i]!.at(-1) !== placed) speech[i]!.push(placed);
      }
    }
  }
  return speech;
}

interface Piece {
  readonly spans: readonly Span[];
  readonly quotation: number | null;
}

/** A sentence's quotations, each by itself, and its remainder if that tells something of its own. */
function cutSentence(report: Report, sentence: Span, speech: readonly Placed[]): Piece[] {
  const taken = takeSpeech(sentence, speech);
  const pieces = [...Map.groupBy(taken, ({ place }) => place)].map(([quotation, spans]): Piece => {
    return { quotation, spans: spans.map((span) => trimSpan(report.text, span)) };
  });
  const rest = findRest(report, sentence, taken, speech);
  if (rest.length > 0) pieces.push({ spans: rest, quotation: null });
  return pieces.filter(({ spans }) => spans.length > 0).sort((a, b) => bySpan(a.spans[0]!, b.spans[0]!));
}

/** What each quotation has of a sentence, in text order; of words in two quotations, the one that begins first has them. */
function takeSpeech(sentence: Span, speech: readonly Placed[]): (Span & { readonly place: number })[] {
  const contents = speech.flatMap(({ place, quotation }) =>
    clipSpans(quotation.content, sentence).map((span) => ({ ...span, place })),
  );
  const taken: (Span & { readonly place: number })[] = [];
  let reach = sentence.from;
  for (const { place, from, to } of contents.sort(bySpan)) {
    const part = { place, from: Math.max(from, reach), to };
    if (part.from < part.to) taken.push(part);
    reach = Math.max(reach, part.to);
  }
  return taken;
}

/** The stretches beside the quotations that tell something of their own; the whole sentence if there is nothing of any. */
function findRest(report: Report, sentence: Span, taken: readonly Span[], speech: readonly Placed[]): Span[] {
  if (speech.length === 0) return [sentence];
  const frames = speech
    .flatMap(({ quotation: { source, cue, venue } }) => [source, cue, venue])
    .filter((span) => span !== null);
  const stretches = cutSpans([sentence], taken).map((span) => trimFrame(report.text, span));
  const told = cutSpans(stretches, frames);
  return stretches.filter((span) => isTelling(report, clipSpans(told, span)));
}

/** An address of the web, which tells nothing, whatever letters it has. */
const ADDRESS = /(?:https?:\/\/|pic\.twitter\.com\/)\S+/gu;

/** Whether it says something of its own, and not only who the speaker is, or where it was posted. */
function isTelling({ text }: Report, rest: readonly Span[]): boolean {
  const words = makeWords(
    text,
    cutSpans(
      rest,
      rest.flatMap((span) => findAddresses(text, span)),
    ),
    [],
  );
  const sum = (own: readonly Word[]) => own.reduce((bits, word) => bits + word.bits, 0);
  return sum(words) >= FRAME_BITS && sum(words.filter((word) => !word.name)) >= FRAME_BITS / 2;
}

function findAddresses(text: string, span: Span): Span[] {
  return [...sliceSpan(text, span).matchAll(ADDRESS)].map(({ index, 0: { length } }) => {
    const from = span.from + index;
    return { from, to: from + length };
  });
}

function trimFrame(text: string, span: Span): Span {
  const words = sliceSpan(text, span);
  const from = span.from + (LEADING.exec(words)?.[0].length ?? 0);
  const to = span.to - (TRAILING.exec(words)?.[0].length ?? 0);
  return from < to ? { from, to } : { from: span.from, to: span.from };
}
