import { type Analysis, analyze } from "../src/analyze.ts";
import type { Collation, Pair } from "../src/collate/collation.ts";
import type { Report, ReportId } from "../src/report/report.ts";
import { sliceSpan } from "../src/text/span.ts";

/** A report whose paragraphs are the lines of `text`, named by `name`; nothing else of it is known. */
export function makePlain(name: string, text: string): Report {
  const blocks = [...text.matchAll(/[^\n]+/g)].map((line) => ({
    kind: "paragraph" as const,
    from: line.index,
    to: line.index + line[0].length,
  }));
  return {
    id: name as ReportId,
    outlet: name,
    language: "en",
    published: null,
    url: null,
    text,
    blocks,
    origin: { place: `${name}.txt`, sha256: "0".repeat(64) },
  };
}

/** The analysis of reports that are their texts; sigla A, B, … in the order given. */
export function analyzeTexts(...texts: readonly string[]): Analysis {
  return analyze(texts.map((text, i) => makePlain(String.fromCharCode(97 + i), text)));
}

/**
 * A collation as rows, a witness each: `A |the wall may|fail|`. Blank is an omission, `~` a lacuna, `(…)` around a reading an
 * insertion by the editor; words are shown with the marks that hang on them.
 */
export function showRows(analysis: Analysis, { tradition, loci }: Collation): string {
  return tradition.witnesses
    .map(({ siglum }, at) => {
      const { text } = analysis.reports.find((named) => named.siglum === siglum)!.report;
      const cells = loci.map(({ readings }) => {
        const { state, spans, editorial } = readings[at]!;
        const words = spans.map((span) => sliceSpan(text, span)).join(" … ");
        return state === "lacuna" ? "~" : editorial ? `(${words})` : words;
      });
      return `${siglum} |${cells.join("|")}|`;
    })
    .join("\n");
}

/** All collations as rows, with a blank line between. */
export function showAll(analysis: Analysis): string {
  return analysis.collations.map((collation) => showRows(analysis, collation)).join("\n\n");
}

/** A pair in a line: `A altered B: number 12/14, hedge may/-`. */
export function showPair(analysis: Analysis, { a, b, relation, differences }: Pair): string {
  const words = (siglum: string, span: { from: number; to: number } | null) => {
    const { text } = analysis.reports.find((named) => named.siglum === siglum)!.report;
    return span === null ? "-" : sliceSpan(text, span);
  };
  const shown = differences.map((d) => `${d.kind} ${words(a, d.a)}/${words(b, d.b)}`);
  return `${a} ${relation} ${b}${shown.length > 0 ? `: ${shown.join(", ")}` : ""}`;
}
