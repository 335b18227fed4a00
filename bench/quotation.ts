import { findQuotations } from "../src/quote/find.ts";
import type { Quotation } from "../src/quote/quotation.ts";
import { findBlocks } from "../src/report/block.ts";
import type { Report, ReportId } from "../src/report/report.ts";
import { type Bench, f1, findDataFiles, formatFigure, readRecords } from "./data.ts";

type Pair = readonly [number, number];

/** An attribution as PolNeAR has it; a part that is not there is empty or absent. */
interface Attribution {
  readonly source?: readonly Pair[];
  readonly cue?: readonly Pair[];
  readonly content?: readonly Pair[];
}

interface Article {
  readonly id: string;
  readonly text: string | null;
  readonly attributions: readonly Attribution[];
}

type Role = "source" | "cue" | "content";
const ROLES: readonly Role[] = ["content", "source", "cue"];

/** How many things were predicted, how many wanted, and how many are both. */
interface Tally {
  predicted: number;
  wanted: number;
  both: number;
}

interface Tallies {
  readonly exact: Readonly<Record<Role, Tally>>;
  readonly overlap: Readonly<Record<Role, Tally>>;
  readonly attribution: Tally;
}

/**
 * Reported speech against people's marks: precision, recall and F1 of each role, by equal spans (white space, quotation marks and
 * `.,;:` at the ends trimmed) and by characters; and of whole attributions: contents with a Jaccard of half or more by
 * characters, and, where a source is wanted, a source that overlaps it.
 */
export async function scoreQuotations({ data, print, dump }: Bench): Promise<void> {
  for (const file of findDataFiles(data, "quotation")) {
    const tallies = makeTallies();
    let articles = 0;
    for await (const article of readRecords<Article>(file)) {
      const text = article.text ?? "";
      const found = findQuotations(makeReport(article.id, text)).map(readAttribution);
      dump({ id: article.id, attributions: found });
      const wanted = article.attributions.filter((attribution) => (attribution.content ?? []).length > 0);
      tally(tallies, text, found, wanted);
      articles++;
    }
    print(`quotation/${file.name}: ${articles} articles, rules, nothing trained; precision recall F1`);
    for (const role of ROLES)
      print(`  ${role}: exact ${formatTally(tallies.exact[role])}, overlap ${formatTally(tallies.overlap[role])}`);
    print(`  attribution: ${formatTally(tallies.attribution)}`);
  }
}

function makeTallies(): Tallies {
  const none = (): Tally => ({ predicted: 0, wanted: 0, both: 0 });
  const make = (): Record<Role, Tally> => ({ source: none(), cue: none(), content: none() });
  return { exact: make(), overlap: make(), attribution: none() };
}

/** Precision, recall and F1. */
function formatTally({ predicted, wanted, both }: Tally): string {
  const precision = predicted === 0 ? 0 : both / predicted;
  const recall = wanted === 0 ? 0 : both / wanted;
  return [precision, recall, f1(precision, recall)].map(formatFigure).join(" ");
}

/** The article as it is; its offsets stay. */
function makeReport(id: string, text: string): Report {
  return {
    id: id as ReportId,
    outlet: id,
    language: "en",
    published: null,
    url: null,
    text,
    blocks: findBlocks(text),
    origin: { place: id, sha256: "" },
  };
}

function readAttribution({ source, cue, content }: Quotation): Required<Attribution> {
  const pairs = (spans: readonly { from: number; to: number }[]): Pair[] => spans.map(({ from, to }) => [from, to]);
  return { source: pairs(source ? [source] : []), cue: pairs(cue ? [cue] : []), content: pairs(content) };
}

function tally(tallies: Tallies, text: string, found: readonly Attribution[], wanted: readonly Attribution[]): void {
  for (const role of ROLES) {
    const [predicted, gold] = [partsOf(found, role), partsOf(wanted, role)];
    add(tallies.exact[role], keysOf(text, predicted), keysOf(text, gold));
    add(tallies.overlap[role], unitsOf(predicted.flat()), unitsOf(gold.flat()));
  }
  tallyAttributions(tallies.attribution, found, wanted);
}

function partsOf(attributions: readonly Attribution[], role: Role): (readonly Pair[])[] {
  return attributions.flatMap((attribution) => (attribution[role]?.length ? [attribution[role]] : []));
}

function add(tally: Tally, predicted: ReadonlySet<string | number>, wanted: ReadonlySet<string | number>): void {
  tally.predicted += predicted.size;
  tally.wanted += wanted.size;
  tally.both += predicted.intersection(wanted).size;
}

/** Each part's spans, trimmed, as one string to compare. */
function keysOf(text: string, parts: readonly (readonly Pair[])[]): Set<string> {
  return new Set(parts.map((spans) => spans.map((span) => trimPair(text, span).join("-")).join(" ")));
}

function trimPair(text: string, [start, end]: Pair): Pair {
  let [from, to] = [start, end];
  while (from < to && /[\s"'“”‘’„«».,;:]/u.test(text[from]!)) from++;
  while (to > from && /[\s"'“”‘’„«».,;:]/u.test(text[to - 1]!)) to--;
  return [from, to];
}

function unitsOf(spans: readonly Pair[]): Set<number> {
  const units = new Set<number>();
  for (const [from, to] of spans) for (let i = from; i < to; i++) units.add(i);
  return units;
}

/** Each wanted attribution answers one predicted at most, the first that fits. */
function tallyAttributions(tally: Tally, found: readonly Attribution[], wanted: readonly Attribution[]): void {
  const open = new Set(wanted.map((attribution) => ({ ...attribution, units: unitsOf(attribution.content ?? []) })));
  tally.predicted += found.length;
  tally.wanted += open.size;
  for (const attribution of found) {
    const units = unitsOf(attribution.content ?? []);
    const hit = [...open].find((gold) => jaccard(units, gold.units) >= 0.5 && isCredited(attribution, gold));
    if (hit === undefined) continue;
    open.delete(hit);
    tally.both++;
  }
}

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const both = a.intersection(b).size;
  return both === 0 ? 0 : both / (a.size + b.size - both);
}

function isCredited(found: Attribution, gold: Attribution): boolean {
  if (!gold.source?.length) return true;
  return !unitsOf(gold.source).isDisjointFrom(unitsOf(found.source ?? []));
}
