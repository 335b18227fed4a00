import { findBody, type Report } from "../report/report.ts";
import type { Span } from "../text/span.ts";
import { findMarked, type Marked } from "./marks.ts";
import { findNames, type Names } from "./names.ts";
import { readSentences, type Sentence } from "./unit.ts";

/** What the stages of this folder know of a report before they look for anything in it. */
export interface Prose {
  /** Standfirst and paragraphs. */
  readonly blocks: readonly Span[];
  readonly marked: readonly Marked[];
  readonly sentences: readonly Sentence[];
  /** Of all blocks but furniture and captions, which name whoever took the picture. */
  readonly names: Names;
}

const known = new WeakMap<Report, Prose>();

/** Read once a report, for as long as the report is kept: quotations, identities and citations all ask for it. Linear. */
export function readProse(report: Report): Prose {
  const seen = known.get(report);
  if (seen !== undefined) return seen;
  const { text } = report;
  const blocks = findBody(report);
  const marked = findMarked(text, blocks);
  const named = report.blocks.filter((block) => block.kind !== "furniture" && block.kind !== "caption");
  const plain = readSentences(text, named, []);
  const byBlock = new Map(Map.groupBy(plain, (sentence): Span => named[sentence.block]!));
  const prose = { blocks, marked, sentences: readSentences(text, blocks, marked, byBlock), names: findNames(plain) };
  known.set(report, prose);
  return prose;
}
