import type { Names } from "./settle.ts";
import { ROW } from "./task.ts";

/**
 * One line of the result. `passage`: wording that reports a and b share. `boilerplate`: wording of a that very many reports have.
 * `report`: how much of a is either. What a kind does not have is null.
 */
export interface Row {
  readonly kind: "passage" | "boilerplate" | "report";
  readonly a: string;
  /** Span in the text of a, UTF-16 code units, half-open. */
  readonly aFrom: number | null;
  readonly aTo: number | null;
  readonly b: string | null;
  readonly bFrom: number | null;
  readonly bTo: number | null;
  /** Words that are the same; of boilerplate, its words; of a report, all its words. */
  readonly words: number;
  /** Runs of such words: one where nothing was edited. */
  readonly runs: number | null;
  /** Of boilerplate: most reports that have one gram of it. */
  readonly reports: number | null;
  /** Share of the words of a that lie in passages shared with b; of a report, with any other. 0 to 1, four places. */
  readonly aShare: number | null;
  readonly bShare: number | null;
  /** Of a report: the share of its words that are boilerplate. */
  readonly boilerplate: number | null;
}

/** Columns in their order, and whether they are words, whole numbers or shares. */
export const COLUMNS: Readonly<Record<keyof Row, "text" | "count" | "share">> = {
  kind: "text",
  a: "text",
  aFrom: "count",
  aTo: "count",
  b: "text",
  bFrom: "count",
  bTo: "count",
  words: "count",
  runs: "count",
  reports: "count",
  aShare: "share",
  bShare: "share",
  boilerplate: "share",
};

/** Where the kernel writes `b` of boilerplate. */
const NOBODY = 0xffffffff;
/** The rows that the kernel wrote, `ROW` numbers each, in their order. */
export function makeRows(numbers: Uint32Array, { ids, words }: Names): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < numbers.length; at += ROW) {
    const [rank, other] = [numbers[at]!, numbers[at + 1]!];
    const isPassage = other !== NOBODY;
    rows.push({
      kind: isPassage ? "passage" : "boilerplate",
      a: ids[rank]!,
      aFrom: numbers[at + 2]!,
      aTo: numbers[at + 3]!,
      b: isPassage ? ids[other]! : null,
      bFrom: isPassage ? numbers[at + 4]! : null,
      bTo: isPassage ? numbers[at + 5]! : null,
      words: numbers[at + 6]!,
      runs: isPassage ? numbers[at + 7]! : null,
      reports: isPassage ? null : numbers[at + 7]!,
      aShare: isPassage ? round(numbers[at + 12]! / words[rank]!) : null,
      bShare: isPassage ? round(numbers[at + 13]! / words[other]!) : null,
      boilerplate: null,
    });
  }
  return rows;
}

/** The row of a report, from how many of its words lie in passages and how many in boilerplate. */
export function makeReportRow(id: string, words: number, covered: number, boilerplate: number): Row {
  return {
    kind: "report",
    a: id,
    aFrom: null,
    aTo: null,
    b: null,
    bFrom: null,
    bTo: null,
    words,
    runs: null,
    reports: null,
    aShare: round(covered / words),
    bShare: null,
    boilerplate: round(boilerplate / words),
  };
}

/** Whether a row the kernel wrote is boilerplate, and the words of it. */
export function countBoilerplate(numbers: Uint32Array, at: number): number {
  return numbers[at + 1] === NOBODY ? numbers[at + 6]! : 0;
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
