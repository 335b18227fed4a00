import type { Link, Report } from "../report/report.ts";
import { findFirst, isOverlapping } from "../text/span.ts";
import type { Citation } from "./citation.ts";
import { readProse } from "./prose.ts";
import type { Quotation } from "./quotation.ts";

/** A link in the body of a page, as a citation of what is at its address. */
export interface Linked {
  readonly url: string;
  readonly citation: Citation;
}

/** An address says which page is meant. */
const SURE = 0.95;

/**
 * The links in standfirst and paragraphs, in text order; none in a plain text. Most lead to what is no source (a topic, a map, what
 * the outlet had before), so that an address counts only where it is known whose it is. `quotations`: those of this report.
 */
export function findLinked(report: Report, quotations: readonly Quotation[]): Linked[] {
  const { sentences } = readProse(report);
  return (report.links ?? []).flatMap((link) => {
    const sentence = sentences[findFirst(sentences, link.from)];
    if (sentence === undefined || !isOverlapping(sentence, link)) return [];
    const covers = { from: sentence.from, to: sentence.to };
    const places = [...quotations.keys()].filter((place) => {
      const { content, cue, source } = quotations[place]!;
      return [...content, cue, source].some((part) => part !== null && isOverlapping(part, covers));
    });
    return [{ url: link.url, citation: makeCitation(report, link, covers, places) }];
  });
}

function makeCitation(report: Report, { from, to }: Link, covers: Citation["covers"], quotations: number[]): Citation {
  const words = { from, to };
  const own = { kind: "link", outlet: words, named: words, name: null, citing: null, within: null } as const;
  return { report: report.id, from, to, ...own, quotations, covers, confidence: SURE };
}
