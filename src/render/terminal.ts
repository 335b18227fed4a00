import type { Analysis } from "../analyze.ts";
import type { Collation } from "../collate/collation.ts";
import type { Finding } from "../finding/finding.ts";
import type { Report } from "../report/report.ts";
import { tellPins } from "./correction.ts";
import { showDate } from "./date.ts";
import { makeLine } from "./escape.ts";
import {
  countOf,
  countSome,
  DIFFERENCES,
  listRanges,
  listSigla,
  RELATIONS,
  RULES,
  showPart,
  WEIGHTS,
} from "./label.ts";
import { tellPrimaries, tellRoot } from "./lineage.ts";
import { drawOutline } from "./outline.ts";
import { type Paint, PLAIN } from "./paint.ts";
import { drawRows } from "./row.ts";
import {
  clipWords,
  excerptPassage,
  findCredits,
  getReport,
  listEntries,
  makeView,
  sliceWords,
  type View,
} from "./view.ts";
import { padWidth, wrapWords } from "./width.ts";

/** How `renderTerminal` makes its page. */
export interface TerminalOptions {
  /** Columns, 40 at least. Default 80. */
  readonly width?: number;
  /** What gives a part its color. Default: none, and signs instead. */
  readonly paint?: Paint;
}

/** What every part of the page needs. */
interface Page {
  readonly view: View;
  readonly width: number;
  readonly paint: Paint;
}

/** Code units of a passage that a finding shows. */
const SHOWN = 240;
/** How many passages of one finding are listed. */
const LISTED = 16;

/**
 * The analysis as text for a terminal, no line wider than `width`: the reports, the findings with their words, every
 * utterance and statement with its wordings under each other, how much only one report has. Nothing depends on color:
 * without paint, words that differ stand between asterisks. What a report would send to the terminal is made visible.
 */
export function renderTerminal(analysis: Analysis, options: TerminalOptions = {}): string {
  const { width = 80, paint = PLAIN } = options;
  const page: Page = { view: makeView(analysis), width: Math.max(40, width), paint };
  const { findings, collations, lone } = analysis;
  const parts = [
    drawReports(page),
    ...drawPart(
      page,
      "Findings",
      [],
      findings.map((finding, at) => drawFinding(page, finding, at + 1)),
    ),
    ...drawPart(page, "Stemma", [], drawStemma(page)),
    ...drawPart(
      page,
      "Side by side",
      drawSigns(page),
      collations.map((collation, at) => drawCollation(page, collation, at + 1)),
    ),
    ...drawPart(page, "Only here", [], lone.length > 0 ? [drawLone(page)] : []),
  ];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** A heading with a rule to the edge and what it needs said first, then the blocks; nothing if there are none. */
function drawPart({ width, paint }: Page, name: string, first: string[], blocks: readonly string[][]): string[][] {
  if (blocks.length === 0) return [];
  return [[paint.strong(`── ${name} ${"─".repeat(width - name.length - 4)}`), ...first], ...blocks];
}

/** What all go back to, the tree, and what else could be said of it. */
function drawStemma({ view, width, paint }: Page): string[][] {
  const { stemma } = view.analysis;
  const told = [tellRoot(view), ...stemma.notes.map(({ message }) => message)];
  const sources = tellPrimaries(view);
  const wrap = (lines: readonly string[]) => lines.flatMap((line) => wrapWords(makeLine(line), width));
  return [wrap(told), stemma.descents.length > 0 ? drawOutline(view, { width, paint }) : [], wrap(sources)].filter(
    (lines) => lines.length > 0,
  );
}

/** What the signs in the rows mean, for those who see no color. */
function drawSigns({ view, width, paint }: Page): string[] {
  const differs = `${paint.differs ? "colored" : "*…*"} not as in ${view.analysis.base}, or, without it, in the first report listed (small words aside)`;
  return wrapWords(`${differs}, ∅ left out, ~ does not reach here, ⇄ moved`, width).map(paint.soft);
}

function drawReports(page: Page): string[] {
  const { reports, collations, notes, pins } = page.view.analysis;
  const set = tellPins(pins);
  const shared = countSome(collations.length, "utterance or statement", "utterances and statements");
  const count = `${countOf(reports.length, "report")}, ${shared} in more than one`;
  const lines = reports.flatMap(({ siglum, report }) => drawReport(page, siglum, report));
  const told = [...(set ? [set] : []), ...notes.map((note) => makeLine(note.message))];
  const doubts = told.flatMap((line) => wrapWords(line, page.width));
  return [...wrapWords(`Stemma · ${count}`, page.width).map(page.paint.strong), "", ...lines, ...doubts];
}

function drawReport(page: Page, siglum: string, report: Report): string[] {
  const { paint } = page;
  const title = report.blocks.find((block) => block.kind === "title");
  const when = report.published ? ` · ${showDate(report.published)}` : "";
  const [first = "", ...rest] = wrapWords(`${makeLine(report.outlet)}${when}`, page.width - 4);
  const words = title ? wrapWords(makeLine(report.text.slice(title.from, title.to)), page.width - 4) : [];
  return [
    paint.siglum(padWidth(siglum, 4)) + first,
    ...rest.map(indent),
    ...words.map((line) => indent(paint.soft(line))),
  ];
}

function drawFinding(page: Page, finding: Finding, number: number): string[] {
  const { paint, width } = page;
  const { rule, weight, message, passages } = finding;
  const entries = listEntries(page.view, finding);
  const see = entries.length === 0 ? "" : ` (${listRanges(entries)})`;
  return [
    `${padWidth(`${number}`, 4)}${paint[weight](WEIGHTS[weight].toUpperCase())}  ${paint.strong(RULES[rule])}`,
    ...wrapWords(makeLine(message) + see, width - 4).map(indent),
    ...passages.slice(0, LISTED).flatMap((passage) => drawPassage(page, passage)),
    ...(passages.length > LISTED ? [indent(`and ${countOf(passages.length - LISTED, "passage")} more`)] : []),
  ];
}

function drawPassage({ view, width, paint }: Page, passage: Finding["passages"][number]): string[] {
  const { siglum, report } = getReport(view, passage.report);
  const { before, words, after } = excerptPassage(report.text, passage, SHOWN);
  const shown = before + after === "" ? words : `${before}*${words}*${after}`;
  const [first = "", ...rest] = wrapWords(makeLine(shown), width - 8);
  return [`    ${paint.siglum(padWidth(siglum, 4))}${first}`, ...rest.map((line) => indent(indent(line)))];
}

function drawCollation(page: Page, collation: Collation, number: number): string[] {
  const { view, width, paint } = page;
  const { of, witnesses } = collation.tradition;
  const { speaker, venue } = findCredits(view, collation);
  const sigla = listSigla(witnesses.map((witness) => witness.siglum));
  const kind = of === "utterance" ? "Utterance" : "Statement";
  const head = [kind, speaker, venue, `in ${sigla}`].filter((part) => part !== null).map(makeLine);
  const [first = "", ...rest] = wrapWords(head.join(" · "), width - 4);
  return [
    padWidth(`${number}`, 4) + paint.strong(first),
    ...rest.map(indent),
    ...drawRows(view, collation, width - 4, paint).map(indent),
    ...drawDifferences(page, collation).map(indent),
    ...drawPinned(page, collation).map(indent),
    ...drawNear(page, collation).map(indent),
    ...collation.notes.flatMap((note) => wrapWords(makeLine(note.message), width - 4)).map(indent),
  ];
}

/** What is claimed differently, one line a pair, said of no more than three pairs. */
function drawDifferences({ view, width, paint }: Page, { pairs }: Collation): string[] {
  const told = pairs.filter((pair) => pair.differences.length > 0);
  const side = (siglum: string, span: { from: number; to: number } | null) =>
    span ? `“${makeLine(sliceWords(view, view.bySiglum.get(siglum)!.report.id, [span]))}”` : "nothing";
  const lines = told.slice(0, 3).map(({ a, b, relation, differences }) => {
    const said = differences.map((d) => `${DIFFERENCES[d.kind]} ${side(a, d.a)} ↔ ${side(b, d.b)}`);
    return `${a} – ${b} ${RELATIONS[relation]}: ${said.join(", ")}`;
  });
  if (told.length > 3) lines.push(`and ${countOf(told.length - 3, "pair")} more`);
  return lines.flatMap((line) => wrapWords(line, width - 4)).map(paint.soft);
}

/** Which pairs are one by a reader's word. */
function drawPinned({ width, paint }: Page, { pairs }: Collation): string[] {
  const pinned = pairs.filter((pair) => pair.pinned).map(({ a, b }) => `${a} – ${b}`);
  if (pinned.length === 0) return [];
  return wrapWords(`the same by a reader’s word: ${pinned.join(", ")}`, width - 4).map(paint.soft);
}

/** What comes near in the reports that are no witnesses. */
function drawNear({ view, width, paint }: Page, { near }: Collation): string[] {
  const lines = near.map(({ siglum, report, spans, similarity }) => {
    const words = makeLine(clipWords(sliceWords(view, report, spans), SHOWN));
    return `near in ${siglum} (similarity ${showPart(similarity)}): ${words}`;
  });
  return lines.flatMap((line) => wrapWords(line, width - 4)).map(paint.soft);
}

function drawLone({ view, paint }: Page): string[] {
  return view.analysis.reports.flatMap(({ siglum }) => {
    const own = view.analysis.lone.filter((lone) => lone.siglum === siglum);
    if (own.length === 0) return [];
    const words = own.flatMap((lone) => sliceWords(view, lone.report, lone.spans, " ").split(/\s+/u)).length;
    return [`${paint.siglum(padWidth(siglum, 4))}${countOf(own.length, "sentence")}, ${countOf(words, "word")}`];
  });
}

function indent(line: string): string {
  return line === "" ? "" : `    ${line}`;
}
