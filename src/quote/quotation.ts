import type { ReportId } from "../report/report.ts";
import type { Span } from "../text/span.ts";

/**
 * `direct`: the words between marks stand for the whole utterance. `indirect`: reported without marks. `mixed`: an
 * indirect report in which some words stand between marks.
 */
export type QuotationKind = "direct" | "indirect" | "mixed";

/** Reported speech in one report: content, cue and source as in PARC 3.0 (Pareti 2016). All spans are in that report. */
export interface Quotation {
  readonly report: ReportId;
  readonly kind: QuotationKind;
  /** What was said, without the outer marks, in text order; two or more where a cue or a paragraph break interrupts. */
  readonly content: readonly Span[];
  /** The words within the content that stand between marks, or behind a label in a transcript: all of it if direct, none if indirect. */
  readonly quoted: readonly Span[];
  /** "said", "according to". */
  readonly cue: Span | null;
  /** Who is credited, as worded at this place: "he", "the NATO chief". */
  readonly source: Span | null;
  /** The fullest name this report gives that source, anywhere in it. Null if the source is unnamed or unknown. */
  readonly speaker: Span | null;
  /** Where it was said: "the Financial Times", "in an interview with …". */
  readonly venue: Span | null;
  /**
   * Place in the list of the quotation whose content this one is part of: "he said she had told him that …" is two, and the
   * inner is within the outer. Null for words that the report itself gives.
   */
  readonly within: number | null;
  /** 0 to 1: how sure it is that these are that source’s words: fixed by the rule between marks, else how likely people mark them alike. */
  readonly confidence: number;
}
