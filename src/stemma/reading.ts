import type { Collation, Reading, Siglum } from "../collate/collation.ts";
import type { Passage, ReportId } from "../report/report.ts";
import { measureEdit } from "../text/edit.ts";
import { foldWord } from "../text/fold.ts";
import { sliceSpan } from "../text/span.ts";
import { findStem } from "../text/stem.ts";
import { isBefore } from "./citing.ts";
import type { Known } from "./draft.ts";
import type { Evidence } from "./stemma.ts";

/** Bits that a place is worth at which two agree against all others, and the most of all. */
const PLACE_BITS = 0.5;
const MOST_BITS = 4;
/** What two are said to do at a place, and what it is worth. */
const WHAT: Readonly<Record<Agreed["kind"], { readonly what: string; readonly bits: number }>> = {
  "shared-oddity": { what: "have the same odd figure, name or spelling", bits: 1 },
  "shared-reading": { what: "read the same", bits: PLACE_BITS },
  "shared-omission": { what: "leave the same out", bits: PLACE_BITS },
};
/** Letters in which a slip differs from what was meant, and the fewest that a word has of which that can be told. */
const SPELLING_EDIT = 1;
const NAME_EDIT = 2;
const LEAST_LETTERS = 5;
/** Places that are shown. */
const MOST_PLACES = 6;
/** Fewer pairs in one order say nothing. */
const LEAST_ORDERED = 4;

/**
 * What the words and the dates of two reports tell of a line between them; nothing where one is lost. Readings, and omissions,
 * that the two have against all others who reach the place, of three witnesses at least, those that look like slips apart; an order of what both tell that another
 * report does not keep; which has the fuller wording of what is quoted; and which came out first.
 */
export function findReadings(known: Known, from: Siglum | null, to: Siglum): Evidence[] {
  if (from === null) return [];
  return [
    ...findShared(known, from, to),
    ...findOrder(known, from, to),
    ...findFuller(known.collations, from, to),
    ...findTime(known, from, to),
  ];
}

/** A place at which the two agree against all others. */
interface Agreed {
  readonly kind: "shared-reading" | "shared-oddity" | "shared-omission";
  readonly passages: readonly Passage[];
}

function findShared({ collations, reports }: Known, from: Siglum, to: Siglum): Evidence[] {
  const texts = new Map(reports.map(({ report }) => [report.id, report.text]));
  const places = collations.flatMap((collation) => listAgreed(collation, texts, from, to));
  return (Object.keys(WHAT) as Agreed["kind"][]).flatMap((kind): Evidence[] => {
    const own = places.filter((place) => place.kind === kind);
    if (own.length === 0) return [];
    const { what, bits } = WHAT[kind];
    return [
      {
        kind,
        message: `${from} and ${to} ${what} against the others at ${own.length} place${own.length === 1 ? "" : "s"}.`,
        passages: own.slice(0, MOST_PLACES).flatMap(({ passages }) => passages),
        weight: Math.min(MOST_BITS, own.length * bits),
      },
    ];
  });
}

function listAgreed(
  { tradition, loci }: Collation,
  texts: ReadonlyMap<ReportId, string>,
  from: Siglum,
  to: Siglum,
): Agreed[] {
  return loci.flatMap(({ kind, readings }): Agreed[] => {
    const [a, b] = [from, to].map((siglum) => readings.find((reading) => reading.siglum === siglum));
    if (kind === "same" || kind === "editorial" || !a || !b || a.group !== b.group || a.state === "lacuna") return [];
    const others = readings.filter((reading) => reading !== a && reading !== b && reading.state !== "lacuna");
    if (others.length === 0 || others.some((other) => other.group === a.group)) return [];
    const passages = readings.flatMap(({ spans }, at) =>
      spans.map(({ from: start, to: end }) => ({ report: tradition.witnesses[at]!.report, from: start, to: end })),
    );
    const words = (reading: Reading): string =>
      reading.spans
        .map((span) => sliceSpan(texts.get(tradition.witnesses[readings.indexOf(reading)]!.report)!, span))
        .join(" ");
    if (a.state === "omission") return kind === "variant" ? [{ kind: "shared-omission", passages }] : [];
    if (others.every((other) => isOdd(words(a), words(other)))) return [{ kind: "shared-oddity", passages }];
    return kind === "variant" ? [{ kind: "shared-reading", passages }] : [];
  });
}

/**
 * Whether of two readings one looks like a slip for the other: another figure, another name, or a word spelled otherwise, a
 * few of its letters changed but for its ending. Two reports hardly make the same slip by themselves.
 */
function isOdd(one: string, other: string): boolean {
  const [a, b] = [one, other].map((words) => words.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
  if (a === undefined || b === undefined || a === "" || b === "" || /\s/u.test(a) || /\s/u.test(b)) return false;
  if (/^\p{N}/u.test(a) && /^\p{N}/u.test(b)) return a !== b;
  if (!/^\p{L}+$/u.test(a) || !/^\p{L}+$/u.test(b)) return false;
  const [x, y] = [foldWord(a), foldWord(b)];
  const isName = /^\p{Lu}\p{Ll}/u.test(a) && /^\p{Lu}\p{Ll}/u.test(b);
  const most = isName ? NAME_EDIT : SPELLING_EDIT;
  return findStem(x) !== findStem(y) && Math.min(x.length, y.length) >= LEAST_LETTERS && measureEdit(x, y) <= most;
}

/** What both tell in one order, while some other report that tells it too has another. */
function findOrder({ collations, reports }: Known, from: Siglum, to: Siglum): Evidence[] {
  const start = ({ tradition }: Collation, siglum: Siglum) =>
    tradition.witnesses.find((witness) => witness.siglum === siglum)?.spans[0]?.from;
  const both = collations.filter(
    (collation) => start(collation, from) !== undefined && start(collation, to) !== undefined,
  );
  const isSame = (a: Siglum, b: Siglum, list: readonly Collation[]) => {
    const sorted = list.toSorted((x, y) => start(x, a)! - start(y, a)!);
    return sorted.every((each, i) => i === 0 || start(each, b)! > start(sorted[i - 1]!, b)!);
  };
  if (both.length < LEAST_ORDERED || !isSame(from, to, both)) return [];
  const others = reports.map(({ siglum }) => siglum).filter((siglum) => siglum !== from && siglum !== to);
  const isOther = others.some((other) => {
    const list = both.filter((each) => start(each, other) !== undefined);
    return list.length >= LEAST_ORDERED && !isSame(from, other, list);
  });
  return isOther
    ? [
        {
          kind: "shared-order",
          message: `${from} and ${to} tell ${both.length} things in the same order.`,
          passages: [],
          weight: 1,
        },
      ]
    : [];
}

/** Words of an utterance that only one of the two has: whoever has fewer can have them from the other. */
function findFuller(collations: readonly Collation[], from: Siglum, to: Siglum): Evidence[] {
  const own = collations
    .filter(({ tradition }) => tradition.of === "utterance")
    .flatMap(({ pairs, tradition }) => {
      const pair = pairs.find(({ a, b }) => (a === from && b === to) || (a === to && b === from));
      if (pair === undefined || (pair.relation !== "trimmed" && pair.relation !== "expanded")) return [];
      const passages = tradition.witnesses
        .filter(({ siglum }) => siglum === from || siglum === to)
        .flatMap(({ report, spans }) => spans.map((span): Passage => ({ report, from: span.from, to: span.to })));
      return [{ isFor: (pair.relation === "trimmed") === (pair.a === from), passages }];
    });
  return [true, false].flatMap((isFor): Evidence[] => {
    const found = own.filter((each) => each.isFor === isFor);
    const [more, less] = isFor ? [from, to] : [to, from];
    return found.length === 0
      ? []
      : [
          {
            kind: "fuller-text",
            message: `${more} has more of what was said than ${less}.`,
            passages: found.flatMap(({ passages }) => passages),
            weight: isFor ? 0.5 : -1,
          },
        ];
  });
}

function findTime({ reports }: Known, from: Siglum, to: Siglum): Evidence[] {
  const [a, b] = [from, to].map((siglum) => reports.find((named) => named.siglum === siglum)!.report.published);
  return isBefore(a!, b!) ? [{ kind: "time", message: `${from} came out before ${to}.`, passages: [], weight: 1 }] : [];
}
