import type { Dated } from "../report/report.ts";
import type { Span } from "../text/span.ts";

/** One report as the story finder takes it; a `FlatReport` is one. */
export interface StoryReport {
  /** Different for every report of a set. */
  readonly id: string;
  readonly title: string | null;
  /** Where there is no title, the words in the last part of the address stand in for it. */
  readonly url: string | null;
  readonly text: string;
  readonly published: Dated | null;
}

/** The reports of one event, and why they are taken for that. */
export interface Story {
  /** `story-` and the id of its first report: it stays while later or unrelated reports come in. */
  readonly id: string;
  /** Earliest first, undated ones last; two at least. */
  readonly members: readonly Member[];
  /** 0 to 1: mean over all pairs of members of the chance that the two tell of one event, as learned from marked stories. */
  readonly confidence: number;
  /** What the members share, the most telling first; ten at most. */
  readonly reasons: readonly Reason[];
}

export interface Member {
  /** Id of the report. */
  readonly report: string;
  /** 0 to 1: mean chance that it tells of one event with another member. */
  readonly confidence: number;
}

/** A passage, a quotation, a word, a name, a number, or two words in a row that two members or more have. */
export interface Reason {
  readonly kind: "passage" | "quotation" | "name" | "number" | "words" | "word";
  /** How much it tells: bits of information in the words, by how few reports have them. */
  readonly bits: number;
  /** Where each member that has it has it first, in the order of the members. */
  readonly places: readonly Place[];
}

/** A span in the title or the text of a report. */
export interface Place extends Span {
  readonly report: string;
  readonly field: "title" | "text";
}

export interface StoryOptions {
  /**
   * Days between two reports that are compared at most, from the end of the one time of publication to the start of the other.
   * Default 30. Lower it for reliable dates and for speed; raise it, to `Infinity` even, for dates that are those of the
   * collecting. Days apart count against a pair anyway. A report without a date, or with one less exact than the window (three
   * days at least), is compared with all by its words alone.
   */
  readonly window?: number;
  /**
   * Mean chance, above 0 and below 1, that the reports of two groups tell of one event, above which the two are put together; two
   * single reports take 0.4 at least. Default 0.12. Raise it for fewer false merges, lower it for fewer stories torn apart.
   */
  readonly least?: number;
}
