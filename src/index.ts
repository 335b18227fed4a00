export { type Analysis, analyze, findSpeech, nameReports, type Speech } from "./analyze.ts";
export { checkAnalysis } from "./check.ts";
export type {
  Collation,
  Difference,
  Locus,
  Lone,
  Move,
  Named,
  Near,
  Pair,
  Reading,
  Relation,
  Siglum,
  Tradition,
  Witness,
} from "./collate/collation.ts";
export { type Comparison, compareSentences, type FactDifference } from "./collate/compare.ts";
export { type Degree, measureReuse } from "./collate/degree.ts";
export type { Pin } from "./collate/pin.ts";
export type { Sameness, Speaker } from "./collate/speaker.ts";
export type { Options } from "./config.ts";
export { type InputCode, InputError } from "./error.ts";
export type { Finding, RuleName, Weight } from "./finding/finding.ts";
export type { Quotation, QuotationKind } from "./quote/quotation.ts";
export { renderAnnotations } from "./render/annotation.ts";
export { renderCsv } from "./render/csv.ts";
export { renderDot } from "./render/dot.ts";
export { makeVisible } from "./render/escape.ts";
export { renderGraphml } from "./render/graphml.ts";
export { type HtmlOptions, renderHtml } from "./render/html.ts";
export { readJson, renderJson } from "./render/json.ts";
export type { Brush, Paint } from "./render/paint.ts";
export { readPairs } from "./render/pairs.ts";
export { renderProv } from "./render/prov.ts";
export { listQuotes, type QuoteRow, renderQuotesCsv, renderQuotesJson } from "./render/quotes.ts";
export { renderSpeakers } from "./render/speakers.ts";
export {
  listStoryRows,
  renderStoriesCsv,
  renderStory,
  STORY_COLUMNS,
  type StoryRow,
  type StoryWitness,
} from "./render/stories.ts";
export { renderCell } from "./render/table.ts";
export { renderTei } from "./render/tei.ts";
export { renderTerminal, type TerminalOptions } from "./render/terminal.ts";
export { type FlatReport, flattenReport, readFlat, readFlatLine } from "./report/flat.ts";
export { readPublished } from "./report/published.ts";
export { type Input, type ReadOptions, type ReadResult, readReports } from "./report/read.ts";
export type { Block, BlockKind, Dated, Note, Origin, Passage, Report, ReportId } from "./report/report.ts";
export { findPassages, findReuse } from "./reuse/find.ts";
export { makePage as makeFoldPage } from "./reuse/fold.ts";
export {
  type Boilerplate,
  checkSettings as checkReuse,
  DEFAULTS as REUSE_DEFAULTS,
  type Reuse,
  type ReuseOptions,
  type SharedPair,
  type SharedPassage,
} from "./reuse/reuse.ts";
export { type InferOptions, inferTree, type TextLine, type TextTree } from "./stemma/infer.ts";
export { findStories, makeStoryFinder, type StoryFinder } from "./story/find.ts";
export type { Member, Place, Reason, Story, StoryOptions, StoryReport } from "./story/story.ts";
export type { Span } from "./text/span.ts";
