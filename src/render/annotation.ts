import type { Analysis } from "../analyze.ts";
import type { Finding } from "../finding/finding.ts";
import type { Passage, Report } from "../report/report.ts";
import { sliceSpan } from "../text/span.ts";
import { escapeJson } from "./escape.ts";
import { RULES } from "./label.ts";
import { findTitle, getReport, makeView, type View } from "./view.ts";

/** Code units of the words before and after that a quote selector has; fewer at the ends of a text. */
const AROUND = 32;
/** A character that takes two UTF-16 code units. */
const ASTRAL = /[\u{10000}-\u{10ffff}]/gu;

/** How many code points stand before a place given in UTF-16 code units. */
type Count = (place: number) => number;

/**
 * The findings as W3C Web Annotations (Recommendation of 23 February 2017): a collection with one page of them in their
 * order. Each has its rule as a tag, its message as a comment, and a target a passage with both selectors. As that model
 * asks, `start` and `end` count Unicode code points, not the UTF-16 code units of stemma/1; both count in the report's
 * `text`. A passage without words stands for its whole report and has no selector.
 */
export function renderAnnotations(analysis: Analysis): string {
  const view = makeView(analysis);
  const counts = new Map(analysis.reports.map(({ report }) => [report.id, makeCount(report.text)]));
  const items = analysis.findings.map((finding, at) => ({
    id: `urn:x-stemma:finding:${at + 1}`,
    type: "Annotation",
    motivation: "commenting",
    body: describeFinding(finding),
    target: finding.passages.map((passage) => describeTarget(view, passage, counts.get(passage.report)!)),
  }));
  const page = { id: "urn:x-stemma:findings:page:1", type: "AnnotationPage", startIndex: 0, items };
  const collection = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: "urn:x-stemma:findings",
    type: "AnnotationCollection",
    label: findTitle(view),
    total: items.length,
    first: page,
  };
  return `${escapeJson(JSON.stringify(collection, null, 2))}\n`;
}

function describeFinding({ rule, message }: Finding): object[] {
  return [
    { type: "TextualBody", purpose: "tagging", value: rule },
    {
      type: "TextualBody",
      purpose: "commenting",
      value: `${RULES[rule]}. ${message}`,
      format: "text/plain",
      language: "en",
    },
  ];
}

function describeTarget(view: View, passage: Passage, count: Count): object {
  const { siglum, report } = getReport(view, passage.report);
  const source = { id: nameSource(report), type: "Text", label: siglum };
  if (passage.from === passage.to) return source;
  return {
    type: "SpecificResource",
    source,
    selector: [
      { type: "TextQuoteSelector", ...quotePassage(report.text, passage) },
      { type: "TextPositionSelector", start: count(passage.from), end: count(passage.to) },
    ],
  };
}

/** The report's address on the web, else a name made of its id. */
function nameSource({ url, id }: Report): string {
  return url !== null && /^https?:\/\//iu.test(url)
    ? url
    : `urn:x-stemma:report:${encodeURIComponent(id.toWellFormed())}`;
}

/** The exact words and what stands around them, no character cut in two. */
function quotePassage(text: string, { from, to }: Passage): { exact: string; prefix: string; suffix: string } {
  const prefix = text.slice(Math.max(0, from - AROUND), from).replace(/^[\udc00-\udfff]/, "");
  const suffix = text.slice(to, to + AROUND).replace(/[\ud800-\udbff]$/, "");
  return { exact: sliceSpan(text, { from, to }), prefix, suffix };
}

/** Texts have few of the characters that count twice, if any. */
function makeCount(text: string): Count {
  const astral = [...text.matchAll(ASTRAL)].map((match) => match.index);
  return (place) => place - astral.filter((at) => at < place).length;
}
