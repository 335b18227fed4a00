import type { Difference, Relation, Siglum } from "../collate/collation.ts";
import type { RuleName, Weight } from "../finding/finding.ts";
import type { QuotationKind } from "../quote/quotation.ts";
import type { BlockKind } from "../report/report.ts";

/** What a finding is called on a page, by its rule. */
export const RULES: Readonly<Record<RuleName, string>> = {
  "quote-wording-differs": "Quoted words differ",
  "quote-unmarked": "Quoted here, not there",
  "number-differs": "Number differs",
  "hedge-differs": "Certainty differs",
  "left-out": "Left out",
  "only-here": "Only here",
  "source-not-primary": "Source not named",
  "single-source": "One source",
  "citation-dropped": "Citation dropped",
  retranslated: "From a translation",
};

/** What a weight is called on a page. */
export const WEIGHTS: Readonly<Record<Weight, string>> = { alert: "Alert", notice: "Notice", remark: "Remark" };

/** How a quotation is reported, in words. */
export const KINDS: Readonly<Record<QuotationKind, string>> = {
  direct: "in quotation marks",
  mixed: "partly in quotation marks",
  indirect: "in the reporter’s words",
};

/** How b answers a, in words that fit behind both names: "A – B: the same words". */
export const RELATIONS: Readonly<Record<Relation, string>> = {
  verbatim: "word for word",
  trimmed: "shortened",
  expanded: "lengthened",
  reworded: "worded differently",
  altered: "altered",
};

/** What a difference is about. */
export const DIFFERENCES: Readonly<Record<Difference["kind"], string>> = {
  name: "name",
  number: "number",
  date: "date",
  negation: "negation",
  hedge: "certainty",
  role: "who to whom",
};

/** What a block is, for those who hear the page. */
export const BLOCKS: Readonly<Record<BlockKind, string>> = {
  title: "title",
  standfirst: "standfirst",
  byline: "byline",
  dateline: "dateline",
  agency: "agency",
  heading: "heading",
  paragraph: "paragraph",
  caption: "caption",
  furniture: "page furniture",
};

/** "1 report", "3 reports"; another plural where `s` does not do. */
export function countOf(count: number, one: string, many: string = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "no report" where it is none, else as `countOf`. */
export function countSome(count: number, one: string, many?: string): string {
  return count === 0 ? `no ${one}` : countOf(count, one, many);
}

/** "A", "A and B", "A, B and C". Empty for none. */
export function listSigla(sigla: readonly Siglum[]): string {
  const last = sigla.at(-1) ?? "";
  return sigla.length < 2 ? last : `${sigla.slice(0, -1).join(", ")} and ${last}`;
}

/** What is less sure than this is shown as in doubt. */
export const SURE: number = 0.5;

/** A part of one to two digits: 0.5, 0.87. */
export function showPart(part: number): string {
  return part.toFixed(2).replace(/0$/u, "");
}

/** "1, 3–5" of rising numbers. */
export function listRanges(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges
    .map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from}–${to}`))
    .join(", ");
}
