import type { Collation, Lone, Named, Siglum } from "./collate/collation.ts";
import { orderPins, type Pin } from "./collate/pin.ts";
import { collateReports } from "./collate/reports.ts";
import { findSpeakers, type Speaker } from "./collate/speaker.ts";
import { findStrangers } from "./collate/stranger.ts";
import type { Options } from "./config.ts";
import { findFindings } from "./finding/find.ts";
import type { Finding } from "./finding/finding.ts";
import { findQuotations } from "./quote/find.ts";
import type { Quotation } from "./quote/quotation.ts";
import type { Note, Passage, Report } from "./report/report.ts";
import type { Stemma } from "./stemma/stemma.ts";
import { traceStemma } from "./stemma/trace.ts";

/** What the reports of one story say and how they differ. Survives JSON: `readJson(renderJson(x))` equals x. */
export interface Analysis {
  readonly format: "stemma/1";
  /** Earliest first where the dates are known, then by outlet, place and text; sigla run in that order. */
  readonly reports: readonly Named[];
  /** The report whose order and wording the others are shown against: `base` of the options, else the first. */
  readonly base: Siglum;
  /** By siglum, then in text order. */
  readonly quotations: readonly Quotation[];
  /** Who is credited: the named, then the unnamed, then things, each by first quotation. No quotation is two speakers'. */
  readonly speakers: readonly Speaker[];
  /** In the order of the base's text; those the base lacks follow, in the order of the next report's text, and so on. */
  readonly collations: readonly Collation[];
  /** What no other report answers, by siglum, then in text order. */
  readonly lone: readonly Lone[];
  /** Who took it from whom. */
  readonly stemma: Stemma;
  /** By weight, then by number of reports concerned, falling, then in text order. */
  readonly findings: readonly Finding[];
  /** What a reader said of pairs, by siglum and place of a, then of b. */
  readonly pins: readonly Pin[];
  readonly notes: readonly Note[];
}

/**
 * The chain on one page: reports of one event → who said what → what belongs together, word by word → who took it from whom → what to look at. The
 * order of the reports plays no part. Throws `RangeError` if there is no report, `base` is no siglum of theirs or a pin is on
 * none of them.
 */
export function analyze(reports: readonly Report[], options: Options = {}): Analysis {
  const { reports: named, quotations, speakers } = findSpeech(reports);
  const base = options.base === undefined ? 0 : named.findIndex(({ siglum }) => siglum === options.base);
  if (named[base] === undefined) throw new RangeError(`no report ${options.base ?? "A"} among ${named.length}`);
  const pins = orderPins(
    options.pins ?? [],
    named.map(({ report }) => report.id),
  );
  const { collations, lone, unmet } = collateReports(named, { quotations, speakers }, { base, pins });
  const trace = traceStemma({ reports: named, quotations, speakers, collations });
  const findings = findFindings({ reports: named, quotations, collations, lone, trace });
  return {
    format: "stemma/1",
    reports: named,
    base: named[base].siglum,
    quotations,
    speakers,
    collations,
    lone,
    stemma: trace.stemma,
    findings,
    pins,
    notes: [
      ...unmet.map((pin) => makeUnmet(named, pin)),
      ...makeStrange(named, findStrangers(named, collations, lone)),
    ],
  };
}

/** Who said what, as in `Analysis`. */
export type Speech = Pick<Analysis, "reports" | "quotations" | "speakers">;

/** The first steps of the chain, for one report or many that need not be of one event. None for no reports. */
export function findSpeech(reports: readonly Report[]): Speech {
  const named = nameReports(reports);
  const quotations = joinQuotations(named);
  return { reports: named, quotations, speakers: findSpeakers(named, quotations) };
}

function makeUnmet(reports: readonly Named[], { a, b }: Pin): Note {
  const name = ({ report: id, from, to }: Passage) =>
    `${reports.find(({ report }) => report.id === id)!.siglum} ${from}–${to}`;
  return {
    message: `${name(a)} and ${name(b)} were to be paired and are not: there is no sentence, or another correction keeps them apart.`,
  };
}

/** One note for each stranger; one for all where none has anything in common with another. */
function makeStrange(reports: readonly Named[], strangers: readonly Siglum[]): Note[] {
  if (strangers.length < reports.length)
    return strangers.map((siglum) => ({
      message: `${siglum} has no sentence in common with the others, not even nearly: it may tell of another event.`,
    }));
  if (strangers.length < 2) return [];
  const [last, ...before] = [...strangers].reverse();
  const names = `${before.reverse().join(", ")} and ${last}`;
  return [{ message: `${names} have no sentence in common, not even nearly: they may tell of different events.` }];
}

/** The quotations of all reports in one list; places of outer quotations count in it. */
function joinQuotations(named: readonly Named[]): Quotation[] {
  const all: Quotation[] = [];
  for (const { report } of named) {
    const first = all.length;
    for (const quotation of findQuotations(report))
      all.push(quotation.within === null ? quotation : { ...quotation, within: quotation.within + first });
  }
  return all;
}

/** Sigla A, B, … in an order that does not depend on the one given. */
export function nameReports(reports: readonly Report[]): Named[] {
  return [...reports].sort(byReport).map((report, at) => ({ siglum: makeSiglum(at), report }));
}

/** By the middle of the time of publication, unknown last; then outlet, place, text and id, each by code unit. */
function byReport(a: Report, b: Report): number {
  const [timeA, timeB] = [findMiddle(a), findMiddle(b)];
  if (timeA !== timeB) return timeA < timeB ? -1 : 1;
  const keys = (report: Report) => [report.outlet, report.origin.place, report.text, report.id];
  const [left, right] = [keys(a), keys(b)];
  const at = left.findIndex((key, i) => key !== right[i]);
  return at === -1 ? 0 : left[at]! < right[at]! ? -1 : 1;
}

/** Milliseconds of the epoch; a day without a zone counts from its own middle, not from where it begins in the far east. */
function findMiddle({ published }: Report): number {
  return published === null ? Number.POSITIVE_INFINITY : (Date.parse(published.from) + Date.parse(published.to)) / 2;
}

/** 0 → A, 25 → Z, 26 → AA. */
function makeSiglum(at: number): Siglum {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : makeSiglum(Math.floor(at / 26) - 1) + letter;
}
