import type { Siglum } from "../collate/collation.ts";
import type { Note, Passage } from "../report/report.ts";

/** The siglum of a report; a Greek letter for a lost node: α, β, … in the order of `Stemma.nodes`. */
export type NodeName = string;

/** What a citation says of a text that is not among the reports. `unnamed`: that there is one, and not which. */
export type LostKind = "interview" | "article" | "agency" | "outlet" | "unnamed";

/** A text of the tradition: a report, or one that must have existed. */
export interface StemmaNode {
  readonly name: NodeName;
  /** The report that the node is; null for a lost node. */
  readonly siglum: Siglum | null;
  /** Where reports name a lost node (“the Financial Times”); the first is the one to show. Empty if none does, and for a report. */
  readonly named: readonly Passage[];
  /** Null for a report, and for a lost node that no report speaks of: only the texts tell that it was there. */
  readonly lost: LostKind | null;
}

/**
 * What speaks for or against a line. In so many words: `citation`, `link`, `byline`. In the wording: `shared-…`, `passage`,
 * `retranslation`. Which of two was first: `time`, `fuller-text`.
 */
export type EvidenceKind =
  | "citation"
  | "link"
  | "byline"
  | "shared-reading"
  | "shared-oddity"
  | "shared-omission"
  | "shared-order"
  | "shared-furniture"
  | "passage"
  | "time"
  | "fuller-text"
  | "retranslation";

/** One reason for a line of descent, or against it. */
export interface Evidence {
  readonly kind: EvidenceKind;
  /** One sentence from a template; reports are named by siglum, their words stand only in `passages`. */
  readonly message: string;
  /** In order of siglum, then of place; none for what is not in the words, such as a time. */
  readonly passages: readonly Passage[];
  /** In bits where it is counted: above 0 speaks for the line, below 0 against it; 0 where it cannot be counted. */
  readonly weight: number;
}

/** A line of the stemma: `to` was made from `from`. */
export interface Descent {
  readonly from: NodeName;
  readonly to: NodeName;
  /**
   * `exemplar`: the one that it mostly follows, at most one a node. `contamination`: one that it draws on for a part; all are where the
   * report names texts for some of its words and nothing tells of the rest.
   */
  readonly kind: "exemplar" | "contamination";
  /** 0 to 1: share of the bootstrap rounds in which the line stood; null where it rests on what a report says alone. */
  readonly support: number | null;
  /** 0 to 1: how sure the line is, all evidence taken together. */
  readonly confidence: number;
  /** Weightiest first. One at least of these: no line without a reason. */
  readonly for: readonly Evidence[];
  readonly against: readonly Evidence[];
}

/** Where one utterance or statement was first said, as the reports cite it. */
export interface Primary {
  /** Place in the analysis's list of collations. */
  readonly collation: number;
  /** The end of its chain of citations; null if it cannot be told. */
  readonly node: NodeName | null;
  /** From `node` down to a witness, both with it; empty if it cannot be told. */
  readonly chain: readonly NodeName[];
  /** Sources that do not go back to each other, of all witnesses: at most, where some do not tell. */
  readonly independent: number;
  /** Witnesses that do not tell where they have it from. */
  readonly untold: number;
}

/** Another tree that is as good within a margin: lines that could stand in place of those drawn to the same nodes. */
export interface Alternative {
  readonly instead: readonly Descent[];
  /** How much worse it is, in bits. */
  readonly margin: number;
}

/**
 * Who took it from whom. A report that no line leads to stands alone: it cannot be told where it is from. There are no
 * circles.
 */
export interface Stemma {
  /** The node that all others go back to, exemplar by exemplar; null if they go back to several, for a part only, or to none. */
  readonly root: NodeName | null;
  /** Reports by siglum, then lost nodes by name. */
  readonly nodes: readonly StemmaNode[];
  /** By `to` in the order of `nodes`, then the exemplar first, then by `from`. */
  readonly descents: readonly Descent[];
  /** By collation, one each that can be told something of. */
  readonly primaries: readonly Primary[];
  /** Nearest first. */
  readonly alternatives: readonly Alternative[];
  readonly notes: readonly Note[];
}
