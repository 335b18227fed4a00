import type { Named, Siglum } from "../collate/collation.ts";
import { AGENCIES, BROADCASTERS } from "../lang/en/agencies.ts";
import { type Citation, findCitations } from "../quote/citation.ts";
import type { CitationKind } from "../quote/citing.ts";
import { findLinked } from "../quote/linked.ts";
import type { Quotation } from "../quote/quotation.ts";
import { findBody, type Report } from "../report/report.ts";
import { findHost } from "../report/source.ts";
import { foldWord } from "../text/fold.ts";
import { isWithin, type Span, sliceSpan } from "../text/span.ts";
import { isHostOf } from "./host.ts";
import type { LostKind } from "./stemma.ts";

/** One citation with the text that it names. */
export interface Cited {
  /** The report that cites. */
  readonly siglum: Siglum;
  readonly citation: Citation;
  /** Places in the analysis's list of quotations of those that it covers. */
  readonly quotations: readonly number[];
  /** How many quotations the report has. */
  readonly all: number;
  /** Whether one of them has words between marks. */
  readonly isMarked: boolean;
  /** The outlet's folded name, by which citations of two reports are one; null where it has none. */
  readonly key: string | null;
  /** Name of the text that it names, where no report is that: citations of one text have one. Null where the outlet has no name. */
  readonly text: string | null;
  /** A report of that outlet among those given, the earliest; null if there is none, or it is the one that cites. */
  readonly report: Siglum | null;
  /** "She told the Courier", in the Courier: what was said here. */
  readonly isOwn: boolean;
  readonly lost: LostKind;
}

/**
 * Citations of all reports, by siglum, in words in text order, then links to others of the reports. `quotations`: those of the
 * analysis.
 */
export function readCitations(reports: readonly Named[], quotations: readonly Quotation[]): Cited[] {
  return reports.flatMap(({ siglum, report }) => {
    const places = [...quotations.keys()].filter((place) => quotations[place]!.report === report.id);
    const own = places.map((place) => quotations[place]!);
    const midst = findMidst(report);
    const worded = findCitations(report, own).map((found) => {
      const citation = narrow(found, midst);
      const key = citation.name === null ? null : foldName(citation.name);
      const linked = citation.kind === "link" ? findAddressed(reports, sliceSpan(report.text, citation)) : [];
      const host = citation.kind === "link" ? sliceSpan(report.text, citation.outlet).toLowerCase() : null;
      const isFrom = (named: Named): boolean => isOf(named, key!) || (host !== null && isAt(named, host));
      const named = linked.length > 0 || key === null ? linked : reports.filter(isFrom);
      return makeCited(citation, key, named);
    });
    const linked = findLinked(report, own).flatMap(({ citation, url }) => {
      const found = findAddressed(reports, url).filter((named) => named.siglum !== siglum);
      return found.length === 0 ? [] : [makeCited(citation, foldName(found[0]!.report.outlet), found)];
    });
    return [...worded, ...linked];

    function makeCited(citation: Citation, key: string | null, found: readonly Named[]): Cited {
      const isOwn = found.some((named) => named.siglum === siglum);
      return {
        siglum,
        citation,
        quotations: citation.quotations.map((place) => places[place]!),
        all: own.length,
        isMarked: citation.quotations.some((place) => own[place]!.quoted.length > 0),
        key,
        text: key === null ? null : `lost ${key}`,
        report: isOwn ? null : (found[0]?.siglum ?? null),
        isOwn,
        lost: key === null ? "unnamed" : isWire(key) ? "agency" : (LOST[citation.kind] ?? "outlet"),
      };
    }
  });
}

/** What a text is cited as, by how it is cited; any other is an outlet's. */
const LOST: Partial<Record<CitationKind, LostKind>> = { told: "interview", written: "article" };

/** The paragraphs between the first and the last, in which no tag signs the report. */
function findMidst(report: Report): readonly Span[] {
  const body = findBody(report);
  return body.slice(body.findIndex(({ kind }) => kind === "paragraph") + 1, -1);
}

/** A tag in the midst of a report ("the ferry sank (AP).", an item of what others wrote) does not sign it: it is where its sentence is from. */
function narrow(citation: Citation, midst: readonly Span[]): Citation {
  const isOfPart = citation.kind === "credit" && midst.some((block) => isWithin(citation, block));
  return isOfPart ? { ...citation, kind: "cited" } : citation;
}

/** The report at that very address. */
function findAddressed(reports: readonly Named[], address: string): Named[] {
  const own = bareAddress(address);
  return reports.filter(({ report }) => report.url !== null && bareAddress(report.url) === own);
}

/** Without what leads to the same page: scheme, "www.", where the reader came from, a place in the page, a slash at the end. */
function bareAddress(address: string): string {
  return address
    .trim()
    .replace(/^https?:\/\/(?:www\.)?/iu, "")
    .replace(/#.*$/su, "")
    .replace(/(?<=[?&])utm_\w+=[^&]*&?/giu, "")
    .replace(/[?&]$/u, "")
    .replace(/\/$/u, "");
}

/** The citation at the end of a chain within one sentence: of "Interfax reported, citing TASS" that of TASS. */
export function findEnd(cited: readonly Cited[], one: Cited): Cited {
  const inner = cited.find(
    (other) =>
      other !== one &&
      other.siglum === one.siglum &&
      one.citation.citing !== null &&
      isWithin(other.citation.outlet, one.citation.citing),
  );
  return inner ?? one;
}

/** Whether it is an agency that others print; broadcasters tag their reports as agencies do, and give interviews. */
function isWire(key: string): boolean {
  return AGENCIES.has(key) && !BROADCASTERS.has(key);
}

/** Whether a report is of the outlet that is named, by its name or by the host of its address. */
function isOf({ report }: Named, key: string): boolean {
  if (foldName(report.outlet) === key || isHostOf(report.outlet, key)) return true;
  const host = findHost(report.url);
  return host !== null && isHostOf(host, key);
}

/** Whether a host without "www." is that of a report, one below it ("media.courier.example") or above, or has the name of its outlet. */
function isAt({ report }: Named, host: string): boolean {
  const own = findHost(report.url);
  const isNear = own !== null && (host === own || host.endsWith(`.${own}`) || own.endsWith(`.${host}`));
  return isNear || isHostOf(host, foldName(report.outlet));
}

/** Lower case, without accents and article. */
function foldName(name: string): string {
  return name.split(/\s+/u).map(foldWord).join(" ").replace(/^the /u, "");
}
