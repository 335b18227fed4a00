import type { Report } from "../report/report.ts";
import { bySpan, findFirst, isOverlapping, isWithin, type Span } from "../text/span.ts";
import type { Quotation } from "./quotation.ts";
import type { Turn } from "./turn.ts";

/** How sure it is that words behind a label, or above a signature, are that person's, and without a name. */
const TURN = 0.95;
const NAMELESS = 0.8;

/**
 * The quotations with turns of a transcript, or tweets, among them, in text order: what stands between marks in one is within it, and
 * nothing else there is a report of speech. Turns in text order and apart. Behind `labels`, by where they begin, of those who ask too, nothing
 * stands that the label is a source of, but the turn itself.
 */
export function addTurns(
  report: Report,
  quotations: readonly Quotation[],
  turns: readonly Turn[],
  labels: ReadonlySet<number>,
): Quotation[] {
  const spoken = turns.map((turn) => quoteTurn(report, turn));
  const words = spoken.flatMap((turn) => turn.content.map((span) => ({ ...span, turn })));
  const unlabelled = quotations.filter(({ source }) => source === null || !labels.has(source.from));
  const kept = unlabelled.flatMap((own) => {
    const over = own.content.map((part) => findOver(words, part));
    const [first] = over;
    if (over.every((one) => one === null))
      return [{ own, outer: own.within === null ? null : quotations[own.within]! }];
    const isInside = over.every((one, i) => one?.turn === first!.turn && isWithin(own.content[i]!, one));
    return own.kind === "indirect" || own.within !== null || !isInside ? [] : [{ own, outer: first!.turn }];
  });
  const all = [...spoken.map((own) => ({ own, outer: null })), ...kept].sort(byPlace);
  const places = new Map(all.map(({ own }, at) => [own, at]));
  return all.map(({ own, outer }) => ({ ...own, within: outer && (places.get(outer) ?? null) }));
}

interface Placed {
  readonly own: Quotation;
  readonly outer: Quotation | null;
}

/** In text order; of two that begin in one place the one that the other is within. */
function byPlace(x: Placed, y: Placed): number {
  const [a, b] = [x.own.content[0]!, y.own.content[0]!];
  return a.from - b.from || Number(x.outer !== null) - Number(y.outer !== null) || bySpan(a, b);
}

function quoteTurn(report: Report, { label, speaker, venue, words }: Turn): Quotation {
  const confidence = label === null ? TURN * NAMELESS : TURN;
  const parts = { content: words, quoted: words, cue: null, source: label, speaker, venue };
  return { report: report.id, kind: "direct", ...parts, within: null, confidence };
}

/** The first of the spans, in text order and apart, that shares words with one. */
function findOver<T extends Span>(spans: readonly T[], part: Span): T | null {
  const found = spans[findFirst(spans, part.from)];
  return found !== undefined && isOverlapping(found, part) ? found : null;
}
