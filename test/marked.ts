import type { Quotation } from "../src/quote/quotation.ts";
import type { Block, BlockKind, Report, ReportId } from "../src/report/report.ts";
import type { Span } from "../src/text/span.ts";

/** A span of a marked text with the label it carries: `[cue said]` is `said` labelled `cue`. */
export interface Labelled extends Span {
  readonly label: string;
}

/** Opens a label: a bracket, a small word, perhaps a number, one blank. Brackets of the text itself stay: "[the leader]" is one if `the` is no label. */
const OPEN = /\[(content|cue|source|speaker|venue|quoted)(\d*) /uy;

/**
 * A text without its labels, and the labelled spans in order of their closing brackets. `[content We left]` labels two
 * words; labels nest. A bracket that opens no known label, and its partner, are text.
 */
export function readMarked(marked: string): { text: string; spans: Labelled[] } {
  const spans: Labelled[] = [];
  const open: { label: string; from: number }[] = [];
  let text = "";
  for (let i = 0; i < marked.length; i++) {
    OPEN.lastIndex = i;
    const match = OPEN.exec(marked);
    if (match !== null) {
      open.push({ label: match[1]! + match[2]!, from: text.length });
      i += match[0].length - 1;
    } else if (marked[i] === "[") {
      open.push({ label: "", from: text.length });
      text += "[";
    } else if (marked[i] === "]" && open.length > 0) {
      const { label, from } = open.pop()!;
      if (label === "") text += "]";
      else spans.push({ label, from, to: text.length });
    } else text += marked[i];
  }
  return { text, spans };
}

/** The inverse: the text with its labelled spans in brackets. An outer span is given before the one within it. */
export function writeMarked(text: string, spans: readonly Labelled[]): string {
  const sorted = [...spans].sort((a, b) => a.from - b.from || b.to - a.to);
  let out = "";
  const open: number[] = [];
  let next = 0;
  for (let at = 0; at <= text.length; at++) {
    while (open.at(-1) === at) {
      out += "]";
      open.pop();
    }
    for (let span = sorted[next]; span?.from === at; span = sorted[++next]) {
      out += `[${span.label} `;
      open.push(span.to);
    }
    out += text[at] ?? "";
  }
  return out;
}

/**
 * A report of `text`, one block a line: a line that begins with "# " is a title (without the sign), "! " furniture, any
 * other a paragraph. For tests.
 */
export function makeReport(text: string, outlet = "test"): Report {
  const blocks: Block[] = [];
  let plain = "";
  for (const line of text.split("\n")) {
    const kind: BlockKind = line.startsWith("# ") ? "title" : line.startsWith("! ") ? "furniture" : "paragraph";
    const words = (kind === "paragraph" ? line : line.slice(2)).trim();
    if (plain !== "") plain += "\n";
    if (words !== "") blocks.push({ kind, from: plain.length, to: plain.length + words.length });
    plain += words;
  }
  return {
    id: outlet as ReportId,
    outlet,
    language: "en",
    published: null,
    url: null,
    text: plain,
    blocks,
    origin: { place: outlet, sha256: "0".repeat(64) },
  };
}

/** The parts of a quotation that `writeQuotations` can show. */
export type QuotationLabel = "content" | "quoted" | "cue" | "source" | "speaker" | "venue";

/**
 * A report's text with the parts of its quotations in brackets; those of the second quotation are numbered 2, and so on.
 * Parts with one span are nested in the order of `labels`.
 */
export function writeQuotations(text: string, found: readonly Quotation[], labels: readonly QuotationLabel[]): string {
  return writeMarked(
    text,
    found.flatMap((quotation, i) =>
      labels.flatMap((label) =>
        spansOf(quotation, label).map((span) => ({
          from: span.from,
          to: span.to,
          label: i === 0 ? label : label + (i + 1),
        })),
      ),
    ),
  );
}

function spansOf(quotation: Quotation, label: QuotationLabel): readonly Span[] {
  if (label === "content" || label === "quoted") return quotation[label];
  const span = quotation[label];
  return span === null ? [] : [span];
}
