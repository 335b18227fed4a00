import { analyze } from "../src/analyze.ts";
import type { Collation, Named, Witness } from "../src/collate/collation.ts";
import { readReports } from "../src/report/read.ts";
import { type Bench, type DataFile, findDataFiles, formatFigure, readRecords } from "./data.ts";
import { JUDGED } from "./judged.ts";

interface Row {
  readonly id: string;
  readonly event?: string;
  readonly outlet: string;
  readonly url?: string | null;
  readonly title: string | null;
  readonly text: string | null;
  readonly published?: string | null;
}

/** Where a wording stands: the line of its report, and its ends. */
interface Place {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

interface Judged {
  readonly a: Place;
  readonly b: Place;
  readonly verdict: string;
}

/** A pair that was made, and where. */
interface Made {
  readonly a: Place;
  readonly b: Place;
  readonly confidence: number;
}

/** The file whose pairs were judged. */
const FILE = "news-cluster-dev";
const VERDICTS = ["right", "part", "wrong"] as const;

/**
 * Whether the confidence of a pair means what it says: of the pairs that were judged by hand those that are still made, by confidence,
 * and what came right of them. Pairs that are no longer made are counted by verdict. The rules were set on these stories: a figure
 * of how sure the pairs are, none of new stories.
 */
export async function scorePairing({ data, print }: Bench): Promise<void> {
  for (const file of findDataFiles(data, "story").filter(({ name }) => name.includes(FILE))) {
    const made = await makePairs(file);
    const judged = JUDGED.map(readJudged).map((one) => ({ ...one, made: made.find((pair) => isSame(pair, one)) }));
    const kept = judged.flatMap(({ made: pair, verdict }) => (pair ? { confidence: pair.confidence, verdict } : []));
    const count = (list: readonly { verdict: string }[]) =>
      VERDICTS.map((verdict) => `${list.filter((one) => one.verdict === verdict).length} ${verdict}`).join(", ");
    print(`pairing/${file.name}: ${made.length} pairs, ${kept.length} of ${judged.length} judged ones: ${count(kept)}`);
    print(`  no longer made: ${count(judged.filter((one) => one.made === undefined))}`);
    for (const line of tabulate(kept)) print(line);
  }
}

function tabulate(kept: readonly { confidence: number; verdict: string }[]): string[] {
  const ends = [0, 0.75, 0.85, 0.9, 0.95, 1.01];
  return ends.slice(1).flatMap((to, at) => {
    const own = kept.filter(({ confidence }) => confidence >= ends[at]! && confidence < to);
    if (own.length === 0) return [];
    const said = own.reduce((sum, { confidence }) => sum + confidence, 0) / own.length;
    const right = own.filter(({ verdict }) => verdict === "right").length;
    const part = own.filter(({ verdict }) => verdict === "part").length;
    const figures = `mean ${formatFigure(said)}, right ${formatFigure(right / own.length)}, at least in part ${formatFigure((right + part) / own.length)}`;
    return [`  said ${ends[at]}–${Math.min(1, to)}: ${`${own.length}`.padStart(3)} pairs, ${figures}`];
  });
}

function readJudged(row: string): Judged {
  const [verdict = "", ...places] = row.split(" ").reverse();
  const [line, from, to, other, start, end] = places.reverse().map(Number);
  return {
    a: { line: line!, from: from!, to: to! },
    b: { line: other!, from: start!, to: end! },
    verdict,
  };
}

function isSame(made: Made, { a, b }: Judged): boolean {
  return (isMost(made.a, a) && isMost(made.b, b)) || (isMost(made.a, b) && isMost(made.b, a));
}

/** Whether two wordings of one report share most of the shorter. */
function isMost(x: Place, y: Place): boolean {
  const shared = Math.min(x.to, y.to) - Math.max(x.from, y.from);
  return x.line === y.line && 2 * shared > Math.min(x.to - x.from, y.to - y.from);
}

async function makePairs(file: DataFile): Promise<Made[]> {
  const rows: (Row & { line: number })[] = [];
  for await (const row of readRecords<Row>(file)) rows.push({ ...row, line: rows.length });
  const made: Made[] = [];
  for (const own of Map.groupBy(rows, ({ event, id }) => event ?? id).values()) {
    const { reports } = await readReports(own.map(makeInput));
    const { reports: named, collations } = analyze(reports);
    for (const collation of collations) made.push(...listPairs(named, collation));
  }
  return made;
}

/** The line is the name, so that it is known where a report comes from. */
function makeInput({ line, outlet, url, title, text, published }: Row & { line: number }): {
  name: string;
  bytes: Uint8Array;
} {
  const record = { outlet, url, title: title ?? "", text: text ?? "", published };
  return { name: `${line}.json`, bytes: new TextEncoder().encode(JSON.stringify(record)) };
}

function listPairs(named: readonly Named[], { tradition, pairs }: Collation): Made[] {
  const place = ({ siglum, spans }: Witness): Place => {
    const { report } = named.find((one) => one.siglum === siglum)!;
    return { line: Number.parseInt(report.origin.place, 10), from: spans[0]!.from, to: spans.at(-1)!.to };
  };
  const places = new Map(tradition.witnesses.map((witness) => [witness.siglum, place(witness)]));
  return pairs.map(({ a, b, confidence }) => ({ a: places.get(a)!, b: places.get(b)!, confidence }));
}
