import type { Quotation } from "../quote/quotation.ts";
import { bySpan, type Span } from "../text/span.ts";
import type { Named, Tradition, Witness } from "./collation.ts";
import type { Unit } from "./unit.ts";

/** The witness that some units of one report make up, one at least, in text order. */
export function makeWitness({ siglum, report }: Named, units: readonly Unit[]): Witness {
  const spans = units.flatMap((unit) => unit.spans).sort(bySpan);
  const quotations = units.flatMap(({ quotation }) => quotation ?? []).sort((a, b) => a - b);
  return { siglum, report: report.id, spans: joinTouching(report.text, spans), quotations: [...new Set(quotations)] };
}

/** An utterance if any witness gives it as direct speech, or all as reported speech; else a statement of the reporters'. */
export function makeTradition(quotations: readonly Quotation[], witnesses: readonly Witness[]): Tradition {
  const isDirect = ({ quotations: places }: Witness) => places.some((place) => quotations[place]!.kind === "direct");
  const isSaid = witnesses.some(isDirect) || witnesses.every((witness) => witness.quotations.length > 0);
  return { of: isSaid ? "utterance" : "statement", witnesses };
}

/** Makes one span of those with nothing but white space between. */
function joinTouching(text: string, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    const isTouching = last !== undefined && text.slice(last.to, span.from).trim() === "";
    if (isTouching) joined[joined.length - 1] = { from: last.from, to: span.to };
    else joined.push(span);
  }
  return joined;
}
