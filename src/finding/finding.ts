import type { Passage } from "../report/report.ts";

export type RuleName =
  | "quote-wording-differs"
  | "quote-unmarked"
  | "number-differs"
  | "hedge-differs"
  | "left-out"
  | "only-here";

/** How much a reader should mind: `alert` first, `remark` last. */
export type Weight = "alert" | "notice" | "remark";

/** What a reader should look at. Says what the reports say, never which is right. */
export interface Finding {
  readonly rule: RuleName;
  readonly weight: Weight;
  /** One sentence from a template; reports are named by siglum, their words stand only in `passages`. */
  readonly message: string;
  /** What it is about, in every report concerned, in order of siglum; one at least. */
  readonly passages: readonly Passage[];
  /** Place in the analysis's list of collations, or null where it is about a passage that is paired with none. */
  readonly collation: number | null;
}
