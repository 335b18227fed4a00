import type { Collation, Named, Siglum } from "../collate/collation.ts";
import type { Dated } from "../report/report.ts";
import type { Cited } from "./cited.ts";
import { type Draft, MOST_BY_WORD, makeReport, measureBits, type Text } from "./draft.ts";
import type { Evidence, LostKind } from "./stemma.ts";

/** A byline or agency tag speaks for the whole report. */
const CREDIT = 8;
/** Of what one text is cited as by several, the first of these is shown. */
const RANK: readonly LostKind[] = ["agency", "interview", "article", "outlet", "unnamed"];

/**
 * A line from each text that a report names as where its words are from. The outlet's own report where it is among those given, did
 * not come out later and carries what it is cited for; else the lost text that it names (`tellApart`). A lost text is drawn only
 * if words in marks, or a quotation that another carries, are from it, the report is signed with its name, or two reports name it: what is said in passing is no descent.
 */
export function draftCited(
  reports: readonly Named[],
  cited: readonly Cited[],
  collations: readonly Collation[],
): Draft[] {
  const outlets = Map.groupBy(
    cited.filter(({ key, isOwn }) => key !== null && !isOwn),
    ({ siglum, key }) => `${siglum} ${key}`,
  );
  const groups = [...outlets.values()].flatMap((all) => {
    const from = findText(reports, all, collations);
    if (from !== null) return [{ from, own: all }];
    return [...Map.groupBy(all, ({ text }) => text!)].map(([text, own]) => ({ from: makeLost(text, cited), own }));
  });
  const drafts = groups.map(({ from, own }): Draft => {
    return {
      from,
      to: own[0]!.siglum,
      reasons: makeReasons(own),
      carries: own.reduce((sum, one) => sum + (one.citation.kind === "credit" ? CREDIT : 1 + one.quotations.length), 0),
      isPart: isPart(from, own, collations),
      support: null,
      most: MOST_BY_WORD,
    };
  });
  return drafts.filter(({ from, to }) => {
    const namers = new Set(drafts.filter((other) => other.from.name === from.name).map((other) => other.to));
    const own = cited.filter(({ siglum, text }) => siglum === to && text === from.name);
    return from.siglum !== null || namers.size > 1 || own.some((one) => isGrave(one, collations));
  });
}

/**
 * Whether what is cited, and what is paired with the text where that is a report, is less than a third of the quotations of the report
 * that cites, and the text did not sign it: one that contributed something gave a part. Not half: reports of one interview tell as much of what others said
 * before, in their own words. `own`: of one report.
 */
function isPart({ siglum: from }: Text, own: readonly Cited[], collations: readonly Collation[]): boolean {
  const { siglum, all } = own[0]!;
  if (own.some(({ citation: { kind } }) => kind === "credit")) return false;
  const shared = collations
    .map(({ tradition: { witnesses } }) => witnesses)
    .filter((witnesses) => witnesses.some((witness) => witness.siglum === from))
    .flatMap((witnesses) => witnesses.filter((witness) => witness.siglum === siglum));
  const quotations = new Set([...own, ...shared].flatMap((one) => one.quotations));
  return 3 * quotations.size < all;
}

/** Signed or contributed to, the place of words in marks, or of a quotation that is paired with another report's. */
function isGrave({ citation, quotations, siglum, isMarked }: Cited, collations: readonly Collation[]): boolean {
  if (citation.kind === "credit" || citation.kind === "contribution" || isMarked) return true;
  return collations.some(({ tradition: { witnesses } }) =>
    witnesses.some(
      (witness) => witness.siglum === siglum && witness.quotations.some((place) => quotations.includes(place)),
    ),
  );
}

/** The report that is meant, if it is among those given. */
function findText(reports: readonly Named[], own: readonly Cited[], collations: readonly Collation[]): Text | null {
  const { siglum, report } = own[0]!;
  if (report === null) return null;
  const find = (name: Siglum) => reports.find((named) => named.siglum === name)!.report.published;
  if (isBefore(find(siglum), find(report))) return null;
  const places = own.flatMap(({ quotations }) => quotations);
  const carried = collations.filter(({ tradition: { witnesses } }) =>
    witnesses.some(
      (witness) => witness.siglum === siglum && witness.quotations.some((place) => places.includes(place)),
    ),
  );
  const answered = carried.filter(({ tradition: { witnesses } }) =>
    witnesses.some((witness) => witness.siglum === report),
  );
  return places.length > 0 && answered.length === 0 ? null : makeReport(report);
}

/** Whether the first was over before the second began. */
export function isBefore(a: Dated | null, b: Dated | null): boolean {
  return a !== null && b !== null && a.to <= b.from;
}

function makeLost(text: string, cited: readonly Cited[]): Text {
  const kinds = cited.filter((one) => one.text === text).map(({ lost }) => lost);
  return { name: text, siglum: null, lost: RANK.find((kind) => kinds.includes(kind)) ?? "outlet" };
}

const SAID: Readonly<Record<Cited["citation"]["kind"], string>> = {
  told: "says that it was said there",
  written: "says that it was written there",
  reported: "says that it was reported there",
  cited: "names it as its authority",
  credit: "is signed with its name",
  contribution: "says that it contributed",
  link: "links to it",
};

/** One reason for all citations of a kind: each its passage, all together the quotations that they cover. `own`: of one report. */
function makeReasons(own: readonly Cited[]): Evidence[] {
  return [...Map.groupBy(own, ({ citation }) => citation.kind).values()].map((alike) => {
    const reasons = alike.map(makeReason);
    const quotations = [...new Set(alike.flatMap((one) => one.quotations))];
    return {
      ...makeReason({ ...alike[0]!, quotations }),
      passages: reasons.flatMap(({ passages }) => passages),
      weight: round(reasons.reduce((sum, { weight }) => sum + weight, 0)),
    };
  });
}

function makeReason({ siglum, citation, quotations, all }: Cited): Evidence {
  const kind = citation.kind === "link" ? "link" : citation.kind === "credit" ? "byline" : "citation";
  const { report, from, to } = citation;
  const isSome = quotations.length > 0 && quotations.length < all;
  const share = isSome ? `, for ${quotations.length} of its ${all} quotations` : "";
  return {
    kind,
    message: `${siglum} ${SAID[citation.kind]}${share}.`,
    passages: [{ report, from, to }],
    weight: round(measureBits(citation.confidence)),
  };
}

/** Two places. */
export function round(figure: number): number {
  return Math.round(figure * 100) / 100;
}
