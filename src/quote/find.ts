import { findBody, type Report } from "../report/report.ts";
import { bySpan, type Span } from "../text/span.ts";
import { type Content, findContents } from "./content.ts";
import { type Cue, findCues } from "./cue.ts";
import { findMarked, type Marked } from "./marks.ts";
import type { Range } from "./noun.ts";
import type { Quotation } from "./quotation.ts";
import { readSentences, type Sentence, type Unit } from "./unit.ts";

/** What is known of a quotation before its speaker and venue are. */
interface Draft {
  readonly kind: Quotation["kind"];
  readonly content: readonly Span[];
  readonly quoted: readonly Span[];
  readonly sentence: number;
  readonly cue: Cue | null;
  readonly confidence: number;
}

export function findQuotations(report: Report): Quotation[] {
  const { text } = report;
  const blocks = findBody(report);
  const marked = findMarked(text, blocks);
  const sentences = readSentences(text, blocks, marked);
  const drafts = sentences.flatMap((sentence, i) => draftSentence(text, sentence, i, marked));
  return drafts
    .map((draft) => {
      const units = sentences[draft.sentence]!.units;
      return {
        report: report.id,
        kind: draft.kind,
        content: draft.content,
        quoted: draft.quoted,
        cue: draft.cue && spanOf(units, draft.cue),
        source: draft.cue?.source ? spanOf(units, draft.cue.source) : null,
        speaker: null,
        venue: null,
        confidence: draft.confidence,
      };
    })
    .sort((a, b) => bySpan(a.content[0]!, b.content[0]!));
}

function draftSentence(text: string, sentence: Sentence, at: number, marked: readonly Marked[]): Draft[] {
  const { units } = sentence;
  return findContents(units, findCues(units), (unit) => unit.kind === "run").map((content) =>
    draftContent(text, units, content, at, marked),
  );
}

function draftContent(
  text: string,
  units: readonly Unit[],
  found: Content,
  at: number,
  marked: readonly Marked[],
): Draft {
  const runs = found.ranges.flatMap((r) => units.slice(r.from, r.to).filter((u) => u.kind === "run"));
  const quoted = runs.flatMap((u) => innerSpans(text, marked[u.run]!));
  const isAll = found.ranges.every((r) => r.to - r.from === 1 && units[r.from]!.kind === "run");
  const kind = quoted.length === 0 ? "indirect" : found.rule === "whole" ? "direct" : "mixed";
  const content = isAll ? quoted : found.ranges.map((r) => spanOf(units, r));
  return { kind, content, quoted, sentence: at, cue: found.cue, confidence: 0.9 };
}

function innerSpans(text: string, marked: Marked): Span[] {
  return marked.parts.map(({ inner }) => {
    let { from, to } = inner;
    while (from < to && /[\s]/u.test(text[from]!)) from++;
    while (to > from && /[\s,]/u.test(text[to - 1]!)) to--;
    return { from, to };
  });
}

function spanOf(units: readonly Unit[], range: Range): Span {
  return { from: units[range.from]!.from, to: units[range.to - 1]!.to };
}
