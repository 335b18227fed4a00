import type { Span } from "../text/span.ts";

/** A number, date or name as a text words it. */
export interface Fact extends Span {
  readonly kind: "number" | "date" | "name";
  /** What two wordings of one fact share: "1200000", "12-3", "day 5"; for a name, its folded words. */
  readonly value: string;
}

/** A fact and the place in the tokens right behind it. */
export interface Read {
  readonly fact: Fact;
  readonly next: number;
}
