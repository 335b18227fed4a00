import { bySpan, type Span } from "../text/span.ts";

/** A stretch of a text with something to say about it. Marks may nest and overlap as they like. */
export interface Mark extends Span {
  readonly kind: "witness" | "variant" | "form" | "editorial" | "lone" | "near" | "quotation" | "passage" | "evidence";
  /** Number in its own list, from 1: of the collation, the lone stretch, the quotation, the finding, the line or node. */
  readonly number: number;
  /** Name of the place that links go to; null if none does. */
  readonly anchor: string | null;
}

/** A stretch in which the same marks hold from end to end. */
export interface Segment extends Span {
  /** All marks that cover it, the outermost first. */
  readonly marks: readonly Mark[];
}

/**
 * The span cut wherever a mark begins or ends and at `edges`, in text order: the segments make up the span without gap
 * or overlap. Marks may come in any order; empty ones hold nowhere. Time grows with the marks times those that hold at
 * one place.
 */
export function cutSegments(span: Span, marks: readonly Mark[], edges: readonly number[] = []): Segment[] {
  const waiting = marks.filter((mark) => mark.from < mark.to).sort(byOutermost);
  const cuts = findCuts(span, [...edges, ...waiting.flatMap((mark) => [mark.from, mark.to])]);
  let next = 0;
  let open: Mark[] = [];
  return cuts.slice(1).map((to, at): Segment => {
    const from = cuts[at]!;
    const first = next;
    while (next < waiting.length && waiting[next]!.from <= from) next++;
    open = [...open, ...waiting.slice(first, next)].filter((mark) => mark.to > from);
    return { from, to, marks: open };
  });
}

/** The places within the span, both its ends included, rising, none twice. None for an empty span. */
function findCuts(span: Span, places: readonly number[]): number[] {
  if (span.from === span.to) return [];
  const inside = places.filter((at) => span.from < at && at < span.to);
  return [...new Set([span.from, ...inside, span.to])].sort((a, b) => a - b);
}

/** Text order, the longer first; then by kind and number, so that the order of the marks does not show. */
function byOutermost(a: Mark, b: Mark): number {
  const kinds = a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0;
  return a.from - b.from || bySpan(b, a) || kinds || a.number - b.number;
}
