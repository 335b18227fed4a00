import type { Note, Report, ReportId } from "../report/report.ts";
import type { Span } from "../text/span.ts";

/** A report's short name within one analysis: A, B, … Z, AA, … */
export type Siglum = string;

/** A report with its short name. */
export interface Named {
  readonly siglum: Siglum;
  readonly report: Report;
}

/** One report's wording of one utterance or statement. */
export interface Witness {
  readonly siglum: Siglum;
  readonly report: ReportId;
  /** The wording, in text order; where a cue interrupts, the cue is not part of it. */
  readonly spans: readonly Span[];
  /** Places in the analysis's list of quotations of those that carry these words; empty for the reporter's own words. */
  readonly quotations: readonly number[];
}

/** All the witnesses to one utterance, or to one statement of the reporters' own. */
export interface Tradition {
  readonly of: "utterance" | "statement";
  /** In order of siglum, one a report, two at least. */
  readonly witnesses: readonly Witness[];
}

/**
 * What a witness has at a locus. `words`: those of `spans`. `omission`: nothing, though it has words in common with others
 * on both sides of the place. `lacuna`: nothing, because it does not reach here. An omission and a lacuna have no spans.
 */
export interface Reading {
  readonly siglum: Siglum;
  readonly state: "words" | "omission" | "lacuna";
  readonly spans: readonly Span[];
  /** Readings of one locus with the same number are the same words but for case, marks and spelling of apostrophes. */
  readonly group: number;
  /** Words that the report's editor put in: brackets and parentheses within what is quoted. Not the speaker's words. */
  readonly editorial: boolean;
}

/**
 * A place in the wording. `same`: all who reach here read alike, lacunae apart. `form`: alike but for inflection,
 * spelling or function words. `variant`: different words, or some omit. `editorial`: nothing but insertions by editors.
 */
export interface Locus {
  readonly kind: "same" | "form" | "variant" | "editorial";
  /** One a witness, in order of siglum. */
  readonly readings: readonly Reading[];
}

/** The same words at different places of two witnesses; each stays at its own locus. */
export interface Move {
  readonly a: { readonly siglum: Siglum; readonly spans: readonly Span[] };
  readonly b: { readonly siglum: Siglum; readonly spans: readonly Span[] };
}

/** How one witness's wording answers another's. See docs/GLOSSARY.md for the rules. */
export type Relation = "verbatim" | "trimmed" | "expanded" | "reworded" | "altered";

/**
 * Words that change what is claimed. A side with no words is null: a negation or hedge only the other has. `role`: who does it to
 * whom is turned round.
 */
export interface Difference {
  readonly kind: "name" | "number" | "date" | "negation" | "hedge" | "role";
  readonly a: Span | null;
  readonly b: Span | null;
}

/** Two witnesses of one tradition. `relation` reads from `a` to `b`: `trimmed` means that b has less. */
export interface Pair {
  readonly a: Siglum;
  readonly b: Siglum;
  readonly relation: Relation;
  /** 0 to 1: information of the words that answer each other, over that of all words of both. */
  readonly similarity: number;
  /** 0 to 1: how likely it is that a reader would call the pairing right; fitted on pairs judged by hand. */
  readonly confidence: number;
  /** Whether a reader said that these two say the same; the confidence stays what it is without that. */
  readonly pinned: boolean;
  readonly differences: readonly Difference[];
}

/** A wording of another report that comes near, but not so near that it can be said to answer. Doubt shown as doubt. */
export interface Near {
  readonly siglum: Siglum;
  readonly report: ReportId;
  readonly spans: readonly Span[];
  /** As in `Pair`. */
  readonly similarity: number;
}

/** Loci in reading order. Reading down one witness gives back its own wording, character for character but for space. */
export interface Collation {
  readonly tradition: Tradition;
  readonly loci: readonly Locus[];
  readonly moves: readonly Move[];
  /** Every two witnesses, ordered by siglum a, then b. */
  readonly pairs: readonly Pair[];
  /** The nearest of each report that is no witness, where there is one; in order of siglum. */
  readonly near: readonly Near[];
  /** False if the step budget ran out. */
  readonly exact: boolean;
  readonly notes: readonly Note[];
}

/** A stretch that only one report has: a sentence, or what is left of one beside a quotation that others carry too. */
export interface Lone {
  readonly siglum: Siglum;
  readonly report: ReportId;
  /** In text order, one at least. */
  readonly spans: readonly Span[];
  /** The nearest of each other report, where there is one; in order of siglum. */
  readonly near: readonly Near[];
}
