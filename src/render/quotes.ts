import type { Speech } from "../analyze.ts";
import type { Speaker } from "../collate/speaker.ts";
import type { Quotation, QuotationKind } from "../quote/quotation.ts";
import { closeBlanks } from "../report/blank.ts";
import type { Note, Report } from "../report/report.ts";
import { type Span, sliceSpan } from "../text/span.ts";
import { escapeJson } from "./escape.ts";
import { writeTable } from "./table.ts";

/** One quotation with its words, for those who want a table and not spans. */
export interface QuoteRow {
  /** The fullest name that any report gives; null where none does. */
  readonly speaker: string | null;
  readonly kind: QuotationKind;
  readonly cue: string | null;
  readonly source: string | null;
  readonly venue: string | null;
  /** The words within, an ellipsis between two stretches of them. */
  readonly words: string;
  readonly outlet: string;
  /** Where the report was read from, and where in its text the words begin, in UTF-16 code units. */
  readonly file: string;
  readonly offset: number;
  readonly confidence: number;
  /** Place in the list of the quotation that this one is part of, else null, also where that one is not in the list. */
  readonly within: number | null;
}

/** The quotations as rows, by report and in text order, or those of some speakers only. */
export function listQuotes(
  { reports, quotations, speakers }: Speech,
  only: readonly Speaker[] | null = null,
): QuoteRow[] {
  const byId = new Map(reports.map(({ report }) => [report.id, report]));
  const speakerOf = new Map(speakers.flatMap((speaker) => speaker.quotations.map((at) => [at, speaker] as const)));
  const isAsked = (at: number): boolean => only === null || only.includes(speakerOf.get(at)!);
  const places = [...quotations.keys()].filter(isAsked);
  const rowOf = new Map(places.map((at, row) => [at, row]));
  return places.map((at) => {
    const quotation = quotations[at]!;
    const speaker = speakerOf.get(at);
    const name = speaker?.kind === "named" ? sliceSpan(byId.get(speaker.name.report)!.text, speaker.name) : null;
    const within = quotation.within === null ? null : (rowOf.get(quotation.within) ?? null);
    return { ...makeRow(byId.get(quotation.report)!, quotation, name), within };
  });
}

function makeRow(
  { text, outlet, origin }: Report,
  quotation: Quotation,
  speaker: string | null,
): Omit<QuoteRow, "within"> {
  const { kind, cue, source, venue, content, confidence } = quotation;
  const slice = (span: Span | null) => span && closeBlanks(sliceSpan(text, span));
  const words = content.map(slice).join(" … ");
  const credit = { cue: slice(cue), source: slice(source), venue: slice(venue) };
  return { speaker, kind, ...credit, words, outlet, file: origin.place, offset: content[0]!.from, confidence };
}

/** The columns of a table of quotations, in order. */
const COLUMNS = [
  "speaker",
  "kind",
  "cue",
  "source",
  "venue",
  "words",
  "outlet",
  "file",
  "offset",
  "confidence",
] as const;

/** Rows as CSV, see `writeTable`. */
export function renderQuotesCsv(rows: readonly QuoteRow[]): string {
  return writeTable(COLUMNS, rows);
}

/** Rows as JSON, two blanks a level, with what could not be read. */
export function renderQuotesJson(rows: readonly QuoteRow[], notes: readonly Note[] = []): string {
  return `${escapeJson(JSON.stringify({ format: "stemma-quotes/1", quotations: rows, notes }, null, 2))}\n`;
}
