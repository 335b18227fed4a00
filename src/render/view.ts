import type { Analysis } from "../analyze.ts";
import type { Collation, Named, Siglum, Witness } from "../collate/collation.ts";
import type { Finding } from "../finding/finding.ts";
import { DETERMINERS, OBJECT_PRONOUNS, RELATIVES, SUBJECT_PRONOUNS } from "../lang/en/clause.ts";
import type { Quotation } from "../quote/quotation.ts";
import { closeBlanks } from "../report/blank.ts";
import type { ReportId } from "../report/report.ts";
import { type Span, sliceSpan } from "../text/span.ts";
import { countOf, listSigla } from "./label.ts";

/** An analysis with its reports at hand by both of their names. */
export interface View {
  readonly analysis: Analysis;
  readonly byId: ReadonlyMap<ReportId, Named>;
  readonly bySiglum: ReadonlyMap<Siglum, Named>;
}

/** Throws nothing for an analysis that keeps its laws; every report has both of its names. */
export function makeView(analysis: Analysis): View {
  const { reports } = analysis;
  return {
    analysis,
    byId: new Map(reports.map((named) => [named.report.id, named])),
    bySiglum: new Map(reports.map((named) => [named.siglum, named])),
  };
}

/** The title of the base, else of the first report that has one. */
export function findTitle(view: View): string {
  const { base, reports } = view.analysis;
  const order = [...reports].sort((a, b) => Number(b.siglum === base) - Number(a.siglum === base));
  for (const { report } of order) {
    const block = report.blocks.find(({ kind }) => kind === "title");
    if (block) return report.text.slice(block.from, block.to);
  }
  return reports.length > 0 ? `${countOf(reports.length, "report")} of one story` : "No reports";
}

/** The report of that id. Throws `RangeError` if the analysis has none: it broke its own law. */
export function getReport(view: View, id: ReportId): Named {
  const named = view.byId.get(id);
  if (!named) throw new RangeError(`no report ${id} in the analysis`);
  return named;
}

/**
 * Numbers, from 1, of all the collations that a finding is about, its own first: others are those whose whole wordings, of the reports
 * concerned, are among its passages. None where it is about none.
 */
export function listEntries({ analysis: { collations } }: View, { collation, passages }: Finding): number[] {
  if (collation === null) return [];
  const name = ({ from, to }: Span, report: ReportId) => `${report} ${from} ${to}`;
  const shown = new Set(passages.map((passage) => name(passage, passage.report)));
  const reports = new Set(passages.map(({ report }) => report));
  const isWhole = ({ tradition }: Collation): boolean => {
    const own = tradition.witnesses.filter(({ report }) => reports.has(report));
    return own.length > 0 && own.every(({ report, spans }) => spans.every((span) => shown.has(name(span, report))));
  };
  const others = isWhole(collations[collation]!) ? collations.keys().filter((at) => isWhole(collations[at]!)) : [];
  return [collation + 1, ...[...others].filter((at) => at !== collation).map((at) => at + 1)];
}

/** The words of one report at these spans, in the order given; `between` stands where two are not adjoining. */
export function sliceWords(view: View, report: ReportId, spans: readonly Span[], between = " … "): string {
  const { text } = getReport(view, report).report;
  return joinSpans(text, spans)
    .map((span) => closeBlanks(sliceSpan(text, span)))
    .join(between);
}

/** No word: white space and marks. */
const NO_WORD = /^[^\p{L}\p{N}]*$/u;

/** Spans in the order given with those that no word of the text parts made one. Empty ones go. */
export function joinLoosely(text: string, spans: readonly Span[]): Span[] {
  return joinSpans(text, spans, (gap) => NO_WORD.test(gap));
}

/** Spans in the order given with those that only white space parts made one. Empty ones go. */
export function joinSpans(text: string, spans: readonly Span[], isGap: (gap: string) => boolean = isBlank): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    if (span.from === span.to) continue;
    const last = joined.at(-1);
    if (last && last.to <= span.from && isGap(text.slice(last.to, span.from)))
      joined[joined.length - 1] = { from: last.from, to: span.to };
    else joined.push({ from: span.from, to: span.to });
  }
  return joined;
}

function isBlank(gap: string): boolean {
  return gap.trim() === "";
}

/** Who is credited and where it was said, in a report's own words; null where none says. */
export interface Credit {
  readonly speaker: string | null;
  readonly venue: string | null;
}

/** The credit of one quotation: its speaker's fullest name, else the source as worded there. */
export function findCredit(view: View, quotation: Quotation): Credit {
  const { report, speaker, source, venue } = quotation;
  const name = speaker ?? source;
  return { speaker: name && sliceWords(view, report, [name]), venue: venue && sliceWords(view, report, [venue]) };
}

/**
 * The credit of a whole collation: the longest name and the longest venue of any witness, the first of equals; what is credited to a thing
 * ("the statement") counts only where no witness credits somebody. A statement one report credits to somebody and another tells as its
 * own: so the reports that name the speaker stand behind the name, and no venue.
 */
export function findCredits(view: View, { tradition: { of, witnesses } }: Collation): Credit {
  const credits = dropThings(view, witnesses).flatMap(({ siglum, quotations }) =>
    quotations.map((place) => ({ siglum, ...findCredit(view, view.analysis.quotations[place]!) })),
  );
  const speaker = findLongest(credits.map((credit) => credit.speaker && dropPronoun(credit.speaker)));
  if (of === "utterance") return { speaker, venue: findLongest(credits.map((credit) => credit.venue)) };
  const naming = credits.filter((credit) => findLast(credit.speaker) === findLast(speaker));
  const sigla = [...new Set(naming.map(({ siglum }) => siglum))];
  return { speaker: speaker && `${speaker} in ${listSigla(sigla)}`, venue: null };
}

/** Words that at the head of a collation point to nobody: "she", "its" of "its plan to", "many". */
const POINTING: readonly ReadonlySet<string>[] = [SUBJECT_PRONOUNS, OBJECT_PRONOUNS, DETERMINERS, RELATIVES];

/** Null for a word that names nobody by itself. */
function dropPronoun(name: string): string | null {
  return POINTING.some((words) => words.has(name.toLowerCase())) ? null : name;
}

/** The last word of a name, which its shorter forms have: "the authority" of "the harbour authority". */
function findLast(name: string | null): string | undefined {
  return name?.split(/\s+/u).at(-1);
}

function findLongest(words: readonly (string | null)[]): string | null {
  return words.reduce((best, word) => ((word?.length ?? 0) > (best?.length ?? 0) ? word : best), null);
}

/** The witnesses without what is credited to a thing, if somebody is credited with anything. */
function dropThings({ analysis }: View, witnesses: readonly Witness[]): readonly Witness[] {
  const things = analysis.speakers.filter(({ kind }) => kind === "thing").flatMap(({ quotations }) => quotations);
  const left = witnesses.map((witness) => ({
    ...witness,
    quotations: witness.quotations.filter((place) => !things.includes(place)),
  }));
  return left.some(({ quotations }) => quotations.length > 0) ? left : witnesses;
}

/** The span as far as `length` code units, cut before the word that does not fit; all of it if it is not longer. */
export function clipSpan(text: string, { from, to }: Span, length: number): Span {
  if (to - from <= length) return { from, to };
  const clipped = text.slice(from, from + length).replace(/[\ud800-\udbff]$/, "");
  const blank = clipped.search(/\s\S*$/u);
  return { from, to: from + (blank > 0 ? blank : clipped.length) };
}

/** As `clipSpan`, but the words themselves, with an ellipsis where they are cut. */
export function clipWords(words: string, length: number): string {
  const { to } = clipSpan(words, { from: 0, to: words.length }, length);
  return to < words.length ? `${words.slice(0, to)} …` : words;
}

/** A passage with the words around it. */
export interface Excerpt {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** A passage shorter than this is shown with what stands around it. */
export const SHORT: number = 32;
/** Code units shown on either side of a short passage, to whole words. */
const AROUND = 56;

/**
 * A passage as evidence: the first `length` code units of a long one, a short one with the words around it on its line,
 * so that "38 million" says of what. The three parts joined are the report's words but for ellipses.
 */
export function excerptPassage(text: string, span: Span, length: number): Excerpt {
  const words = clipWords(text.slice(span.from, span.to), length);
  if (span.to - span.from >= SHORT) return { before: "", words, after: "" };
  const line = text
    .slice(Math.max(0, span.from - AROUND), span.from)
    .split(/[\n\r]/u)
    .at(-1)!;
  const rest = text.slice(span.to, span.to + AROUND).split(/[\n\r]/u)[0]!;
  const before = line.length === AROUND ? line.replace(/^\S*\s/u, "… ") : line;
  const after = rest.length === AROUND ? rest.replace(/\s\S*$/u, " …") : rest;
  return { before, words, after };
}
