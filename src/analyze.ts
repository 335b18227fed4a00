import type { Collation, Lone, Named, Siglum } from "./collate/collation.ts";
import type { Finding } from "./finding/finding.ts";
import type { Quotation } from "./quote/quotation.ts";
import type { Note } from "./report/report.ts";

/** What the reports of one story say and how they differ. Survives JSON: `readJson(renderJson(x))` equals x. */
export interface Analysis {
  readonly format: "stemma/1";
  /** Earliest first where the dates are known, then by outlet, place and text; sigla run in that order. */
  readonly reports: readonly Named[];
  /** The report whose order and wording the others are shown against: `base` of the options, else the first. */
  readonly base: Siglum;
  /** By siglum, then in text order. */
  readonly quotations: readonly Quotation[];
  /** In the order of the base's text; those the base lacks follow, in the order of the next report's text, and so on. */
  readonly collations: readonly Collation[];
  /** What no other report answers, by siglum, then in text order. */
  readonly lone: readonly Lone[];
  /** By weight, then by number of reports concerned, falling, then in text order. */
  readonly findings: readonly Finding[];
  readonly notes: readonly Note[];
}
