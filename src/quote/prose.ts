import { findBody, type Report } from "../report/report.ts";
import type { Span } from "../text/span.ts";
import { findMarked, type Marked } from "./marks.ts";
import { findNames, type Names } from "./names.ts";
import { readSentences, readTokens, type Sentence, type Unit } from "./unit.ts";

/** What the stages of this folder know of a report before they look for anything in it. */
export interface Prose {
  /** Standfirst and paragraphs. */
  readonly blocks: readonly Span[];
  readonly marked: readonly Marked[];
  readonly sentences: readonly Sentence[];
  /** The words and marks of each block one by one. */
  readonly tokens: ReadonlyMap<Span, readonly Unit[]>;
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
  const tokens = new Map(report.blocks.map((block): [Span, Unit[]] => [block, readTokens(text, block)]));
  const all = readSentences(text, named, [], { tokens, plain: new Map() });
  const plain = Map.groupBy(all, (sentence): Span => named[sentence.block]!);
  const sentences = readSentences(text, blocks, marked, { tokens, plain });
  const prose = { blocks, marked, sentences, tokens, names: findNames(all) };
  known.set(report, prose);
  return prose;
}
