import type { Collation, Lone, Named, Siglum } from "../collate/collation.ts";
import type { Quotation } from "../quote/quotation.ts";
import type { Passage } from "../report/report.ts";
import type { NodeName } from "../stemma/stemma.ts";
import type { Trace } from "../stemma/trace.ts";
import { sliceSpan } from "../text/span.ts";

export type RuleName =
  | "quote-wording-differs"
  | "quote-unmarked"
  | "number-differs"
  | "hedge-differs"
  | "left-out"
  | "only-here"
  | "source-not-primary"
  | "single-source"
  | "citation-dropped"
  | "retranslated";

/** How much a reader should mind: `alert` first, `remark` last. */
export type Weight = "alert" | "notice" | "remark";

/** What a reader should look at. Says what the reports say, never which is right. */
export interface Finding {
  readonly rule: RuleName;
  readonly weight: Weight;
  /**
   * One sentence from a template; reports are named by siglum, their words stand only in `passages`, but for what a lost text is
   * called: "β (NBC News)".
   */
  readonly message: string;
  /** What it is about, in every report concerned, in order of siglum; one at least. */
  readonly passages: readonly Passage[];
  /** Place in the analysis's list of collations, the first where it is about several; null where it is about passages that are paired with none. */
  readonly collation: number | null;
}

/** What the rules look at: all that is known before any finding. */
export interface Known {
  readonly reports: readonly Named[];
  readonly quotations: readonly Quotation[];
  readonly collations: readonly Collation[];
  readonly lone: readonly Lone[];
  readonly trace: Trace;
}

/** A rule: its findings in text order, none if all is well. */
export type Rule = (known: Known) => Finding[];

/** "A", "A and B", "A, B and C". */
export function nameSigla(sigla: readonly Siglum[]): string {
  return sigla.length < 2 ? sigla.join("") : `${sigla.slice(0, -1).join(", ")} and ${sigla.at(-1)}`;
}

/** A node as a message first names it: a report by siglum, a lost text with the first words that name it, "α" where none do. */
export function nameNode({ reports, trace }: Pick<Known, "reports" | "trace">, name: NodeName): string {
  const [first] = trace.stemma.nodes.find((node) => node.name === name)?.named ?? [];
  if (first === undefined) return name;
  const { text } = reports.find(({ report }) => report.id === first.report)!.report;
  return `${name} (${sliceSpan(text, first).replace(/\s+/gu, " ")})`;
}
