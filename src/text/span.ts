/**
 * Half-open range of a text, counted from zero in UTF-16 code units, never inside a surrogate pair.
 * `from === to` is a place with no words.
 */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Throws `RangeError` unless the span lies in a text of `length` code units, the right way round. */
export function checkSpan(span: Span, length: number): void {
  if (
    !(
      Number.isInteger(span.from) &&
      Number.isInteger(span.to) &&
      0 <= span.from &&
      span.from <= span.to &&
      span.to <= length
    )
  )
    throw new RangeError(`span ${span.from} to ${span.to} does not fit a text of ${length}`);
}

/** The words at a span. */
export function sliceSpan(text: string, span: Span): string {
  return text.slice(span.from, span.to);
}

/** The span without white space at either end; a span of nothing but white space becomes the place at its start. */
export function trimSpan(text: string, span: Span): Span {
  let { from, to } = span;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return from === to ? { from: span.from, to: span.from } : { from, to };
}

/** Whether `inner` lies wholly in `outer`; a span lies in itself. */
export function isWithin(inner: Span, outer: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** Whether the two share at least one code unit; a place shares nothing. */
export function isOverlapping(a: Span, b: Span): boolean {
  return Math.max(a.from, b.from) < Math.min(a.to, b.to);
}

/** Parts of the spans that no hole covers, in order, without empty ones. Spans in text order, apart; holes in any order. */
export function cutSpans(spans: readonly Span[], holes: readonly Span[]): Span[] {
  const sorted = [...holes].sort(bySpan);
  const rest: Span[] = [];
  let at = 0;
  let reach = 0; // the furthest end of the holes passed so far
  for (const span of spans) {
    let from = Math.max(span.from, Math.min(reach, span.to));
    for (; at < sorted.length && sorted[at]!.from < span.to; at++) {
      if (sorted[at]!.from > from) rest.push({ from, to: sorted[at]!.from });
      reach = Math.max(reach, sorted[at]!.to);
      from = Math.max(from, Math.min(reach, span.to));
    }
    if (from < span.to) rest.push({ from, to: span.to });
  }
  return rest;
}

/** Place of the first span that ends behind `from`, by halving; their number if none does. Spans in text order, apart. */
export function findFirst(spans: readonly Span[], from: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.to > from) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Those of the spans, in text order and apart, that share something with `whole`, each clipped to it. */
export function clipSpans(spans: readonly Span[], whole: Span): Span[] {
  const clipped: Span[] = [];
  for (let at = findFirst(spans, whole.from); at < spans.length && spans[at]!.from < whole.to; at++) {
    clipped.push({ from: Math.max(spans[at]!.from, whole.from), to: Math.min(spans[at]!.to, whole.to) });
  }
  return clipped;
}

/** Text order: by start, then the shorter first. */
export function bySpan(a: Span, b: Span): number {
  return a.from - b.from || a.to - b.to;
}

/** White space as JavaScript's `\s` has it, among the code units that occur in news. */
function isSpace(unit: number): boolean {
  return (
    unit === 32 ||
    (unit >= 9 && unit <= 13) ||
    unit === 0xa0 ||
    unit === 0xfeff ||
    unit === 0x3000 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f
  );
}

/** For each item whether any cover overlaps it. Items in text order; covers in any order. Linear once sorted. */
export function findCovered(items: readonly Span[], covers: readonly Span[]): boolean[] {
  const sorted = [...covers].sort(bySpan);
  let at = 0;
  let reach = -1; // the furthest end of the covers that begin before the item ends
  return items.map((item) => {
    for (; at < sorted.length && sorted[at]!.from < item.to; at++) reach = Math.max(reach, sorted[at]!.to);
    return reach > item.from;
  });
}
