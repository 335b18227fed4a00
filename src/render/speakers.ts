import type { Speech } from "../analyze.ts";
import type { Speaker } from "../collate/speaker.ts";
import type { Quotation } from "../quote/quotation.ts";
import type { Report } from "../report/report.ts";
import { isOverlapping, sliceSpan } from "../text/span.ts";
import { showDate } from "./date.ts";
import { makeLine } from "./escape.ts";
import { countOf, listSigla, SURE, showPart } from "./label.ts";
import { type Paint, PLAIN } from "./paint.ts";
import { sumSpeakers, tellDoubt } from "./speech.ts";
import type { TerminalOptions } from "./terminal.ts";
import { clipWords } from "./view.ts";
import { wrapWords } from "./width.ts";

/** Code units of a quotation that are shown. */
const SHOWN = 400;
/** Columns before the words. */
const INDENT = 4;

/** What every part needs. */
interface Page {
  readonly speech: Speech;
  readonly sigla: ReadonlyMap<Report["id"], string>;
  readonly texts: ReadonlyMap<Report["id"], string>;
  readonly width: number;
  readonly paint: Paint;
}

/**
 * Who said what as text for a terminal, no line wider than `width`: the reports, then every speaker with the words, the named
 * first, and how many have no name. `only`: some speakers alone. What a report would send to the terminal is made visible.
 */
export function renderSpeakers(
  speech: Speech,
  options: TerminalOptions = {},
  only: readonly Speaker[] | null = null,
): string {
  const { width = 80, paint = PLAIN } = options;
  const { reports, quotations, speakers } = speech;
  const sigla = new Map(reports.map(({ siglum, report }) => [report.id, siglum]));
  const texts = new Map(reports.map(({ report }) => [report.id, report.text]));
  const page: Page = { speech, sigla, texts, width: Math.max(40, width), paint };
  const shown = only ?? speakers;
  const credited = new Set(speakers.flatMap((speaker) => speaker.quotations));
  const rest = only === null ? [...quotations.keys()].filter((at) => !credited.has(at)) : [];
  const parts = [
    drawReports(page),
    ...shown.map((speaker) => drawSpeaker(page, speaker)),
    ...(rest.length > 0 ? [[drawHead(page, "Nobody is credited", rest), ...drawQuotations(page, rest)]] : []),
    wrapWords(sumUp(speech, only), page.width),
  ];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function sumUp({ quotations, speakers }: Speech, only: readonly Speaker[] | null): string {
  if (only === null) return sumSpeakers(speakers) + tellDoubt(quotations);
  const theirs = only.flatMap((speaker) => speaker.quotations.map((at) => quotations[at]!));
  return `${countOf(theirs.length, "quotation")}.${tellDoubt(theirs)}`;
}

function drawReports({ speech, width, paint }: Page): string[] {
  return speech.reports.flatMap(({ siglum, report: { outlet, published, origin } }) => {
    const words = [outlet, published ? showDate(published) : "no date", origin.place].map(makeLine).join(" · ");
    return hang(paint.siglum(siglum), siglum.length, wrapWords(words, width - INDENT));
  });
}

/** Lines behind a word at the margin. */
function hang(shown: string, length: number, lines: readonly string[]): string[] {
  return lines.map(
    (line, at) => (at === 0 ? shown + " ".repeat(Math.max(1, INDENT - length)) : " ".repeat(INDENT)) + line,
  );
}

function drawSpeaker(page: Page, { name, kind, quotations }: Speaker): string[] {
  const words = makeLine(sliceSpan(page.texts.get(name.report)!, name));
  const title = kind === "named" ? words : kind === "unnamed" ? `${words} (unnamed)` : `${words} (not a person)`;
  return [drawHead(page, title, quotations), ...drawQuotations(page, quotations)];
}

function drawHead({ speech, sigla, width, paint }: Page, title: string, places: readonly number[]): string {
  const held = [...new Set(places.map((at) => sigla.get(speech.quotations[at]!.report)!))];
  const count = ` · ${countOf(places.length, "quotation")} in ${listSigla(held)}`;
  const [line = "", more] = wrapWords(title + count, width);
  return more === undefined ? paint.strong(title) + count : `${line} …`.slice(0, width);
}

function drawQuotations(page: Page, places: readonly number[]): string[] {
  return places.flatMap((at) => drawQuotation(page, page.speech.quotations[at]!));
}

function drawQuotation({ sigla, texts, width, paint }: Page, quotation: Quotation): string[] {
  const { report, kind, content, source, cue, venue, confidence } = quotation;
  const text = texts.get(report)!;
  const said = clipWords(content.map((span) => sliceSpan(text, span)).join(" … "), SHOWN);
  const words = makeLine(kind === "direct" ? `“${said}”` : said);
  const parts = [source, cue].filter((span) => span !== null).sort((a, b) => a.from - b.from);
  const how = [
    parts.map((span) => sliceSpan(text, span)).join(" "),
    venue && !(cue && isOverlapping(cue, venue)) && sliceSpan(text, venue), // "said Tuesday" has the day
    `at ${content[0]!.from}`,
    confidence < SURE && `in doubt (${showPart(confidence)})`,
  ];
  const credit = how
    .filter(Boolean)
    .map((part) => makeLine(String(part)))
    .join(" · ");
  const siglum = sigla.get(report)!;
  return [
    ...hang(paint.siglum(siglum), siglum.length, wrapWords(words, width - INDENT)),
    ...wrapWords(credit, width - INDENT).map((line) => paint.soft(" ".repeat(INDENT) + line)),
  ];
}
