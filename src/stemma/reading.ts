import type { Collation, Siglum } from "../collate/collation.ts";
import type { Passage, ReportId } from "../report/report.ts";
import { isBefore } from "./citing.ts";
import type { Known } from "./draft.ts";
import type { Evidence } from "./stemma.ts";

/** Bits that a place is worth at which two agree against all others, and the most of all. */
const PLACE_BITS = 0.5;
const MOST_BITS = 4;
/** Places that are shown. */
const MOST_PLACES = 6;
/** Fewer pairs in one order say nothing. */
const LEAST_ORDERED = 4;

/**
 * What the words and the dates of two reports tell of a line between them; nothing where one is lost. Readings, and omissions,
 * that the two have against all others who reach the place, of three witnesses at least; an order of what both tell that another
 * report does not keep; which has the fuller wording of what is quoted; and which came out first.
 */
export function findReadings(known: Known, from: Siglum | null, to: Siglum): Evidence[] {
  if (from === null) return [];
  return [
    ...findShared(known.collations, from, to),
    ...findOrder(known, from, to),
    ...findFuller(known.collations, from, to),
    ...findTime(known, from, to),
  ];
}

function findShared(collations: readonly Collation[], from: Siglum, to: Siglum): Evidence[] {
  const places = collations.flatMap(({ tradition, loci }) =>
    loci.flatMap(({ kind, readings }) => {
      const [a, b] = [from, to].map((siglum) => readings.find((reading) => reading.siglum === siglum));
      if (kind !== "variant" || !a || !b || a.group !== b.group || a.state === "lacuna") return [];
      const others = readings.filter((reading) => reading !== a && reading !== b && reading.state !== "lacuna");
      if (others.length === 0 || others.some((other) => other.group === a.group)) return [];
      return [{ a, b, others, ids: tradition.witnesses.map(({ report }) => report) as readonly ReportId[], readings }];
    }),
  );
  return (["words", "omission"] as const).flatMap((state): Evidence[] => {
    const own = places.filter(({ a }) => a.state === state);
    if (own.length === 0) return [];
    const passages = own
      .slice(0, MOST_PLACES)
      .flatMap(({ ids, readings }) =>
        readings.flatMap((reading, at) =>
          reading.spans.map(({ from: start, to: end }) => ({ report: ids[at]!, from: start, to: end })),
        ),
      );
    const kind = state === "words" ? "shared-reading" : "shared-omission";
    const what = state === "words" ? "read the same" : "leave the same out";
    return [
      {
        kind,
        message: `${from} and ${to} ${what} against the others at ${own.length} place${own.length === 1 ? "" : "s"}.`,
        passages,
        weight: Math.min(MOST_BITS, own.length * PLACE_BITS),
      },
    ];
  });
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
