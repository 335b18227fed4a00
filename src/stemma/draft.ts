import type { Collation, Named, Siglum } from "../collate/collation.ts";
import type { Speaker } from "../collate/speaker.ts";
import type { Quotation } from "../quote/quotation.ts";
import type { Evidence, LostKind } from "./stemma.ts";

/** What the stemma is drawn from. */
export interface Known {
  readonly reports: readonly Named[];
  readonly quotations: readonly Quotation[];
  readonly speakers: readonly Speaker[];
  readonly collations: readonly Collation[];
}

/** A text that lines are drawn from and to, before lost ones have their letters. */
export interface Text {
  /** A report's siglum; for a lost text a name that no report has. */
  readonly name: string;
  readonly siglum: Siglum | null;
  readonly lost: LostKind | null;
}

/** A line that may be drawn. */
export interface Draft {
  readonly from: Text;
  /** Name of a text. */
  readonly to: string;
  readonly reasons: readonly Evidence[];
  /** How much of the report it accounts for: of two lines to one report the greater is its exemplar. */
  readonly carries: number;
  /** Whether it is of a lesser part of the report, by what that cites or by its wording: it does not mostly follow that text. */
  readonly isPart: boolean;
  readonly support: number | null;
  /** 0 to 1: the surest that lines told in this way are, whatever else speaks for one of them. */
  readonly most: number;
}

/** Another text that a text could be from as well. */
export interface Rival {
  readonly from: string;
  readonly to: string;
  /** Bits by which it is worse. */
  readonly margin: number;
}

/** A line that a report gives in so many words: the rules that read it err. */
export const MOST_BY_WORD = 0.95;

export function makeReport(siglum: Siglum): Text {
  return { name: siglum, siglum, lost: null };
}

/** Bits of evidence for something that is right with this probability. */
export function measureBits(probability: number): number {
  return Math.log2(probability / (1 - probability));
}

/** The probability that bits of evidence, for and against together, leave; doubt as great to begin with as belief. */
export function measureProbability(bits: number): number {
  return 1 / (1 + 2 ** -bits);
}
