import type { Span } from "../text/span.ts";

/** Names a report within one analysis; the same reports get the same ids in whatever order they are given. */
export type ReportId = string & { readonly brand: "ReportId" };

/** A span in a named report. */
export interface Passage extends Span {
  readonly report: ReportId;
}

/**
 * A time as far as it is known: RFC 3339 in UTC, to the second, half-open. "2 May 2024" with no zone runs from its
 * midnight in the easternmost zone (UTC+14) to its end in the westernmost (UTC-12): 50 hours. One order of two times is
 * known only where their ranges do not overlap.
 */
export interface Dated {
  readonly from: string;
  readonly to: string;
}

/** What a stretch of a report is. `furniture` is all that is not the report: menus, story codes, a lead printed twice. */
export type BlockKind =
  | "title"
  | "standfirst"
  | "byline"
  | "dateline"
  | "agency"
  | "heading"
  | "paragraph"
  | "caption"
  | "furniture";

/** A stretch of `text`, without the white space around it. */
export interface Block extends Span {
  readonly kind: BlockKind;
}

/** Words of a report that lead elsewhere. */
export interface Link extends Span {
  /** Absolute, of http or https. */
  readonly url: string;
}

/** Where a report was read from. */
export interface Origin {
  /** The file or URL as the user named it; a record of a `.jsonl` has its line behind a colon. `-` is standard input. */
  readonly place: string;
  /** SHA-256 of the bytes that were read, in lower-case hexadecimal. */
  readonly sha256: string;
}

/** One report by one outlet. */
export interface Report {
  readonly id: ReportId;
  /** Who published it; the file's name without ending where nothing better is known. */
  readonly outlet: string;
  /** BCP 47; `en` where the report does not say. */
  readonly language: string;
  readonly published: Dated | null;
  readonly url: string | null;
  /** The words as published: never folded, straightened or joined. All spans count in it. */
  readonly text: string;
  /** In text order, never overlapping; text outside all blocks is white space. */
  readonly blocks: readonly Block[];
  /** Of a page, in text order; left out where there is none. */
  readonly links?: readonly Link[];
  readonly origin: Origin;
}

/** What can be said about a result that is in doubt. One sentence. */
export interface Note {
  readonly message: string;
}

const READ: ReadonlySet<BlockKind> = new Set(["standfirst", "paragraph"]);

/** The blocks whose sentences are analysed: standfirst and paragraphs, in text order. */
export function findBody(report: Report): readonly Block[] {
  return report.blocks.filter((block) => READ.has(block.kind));
}
