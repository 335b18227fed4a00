import type { Span } from "../text/span.ts";

/** Wording that two reports share: what one text took from the other, or both from a third, in one go. */
export interface SharedPassage {
  readonly a: Span;
  readonly b: Span;
  /** Words that are the same, by `foldWord`; those edited in between do not count. */
  readonly words: number;
  /** Runs of such words; one where nothing was edited. */
  readonly runs: number;
}

/** Wording that very many reports share: furniture of the site or the agency, not a trace of who took from whom. */
export interface Boilerplate extends Span {
  readonly words: number;
  /** Most reports that have one gram of it. */
  readonly reports: number;
}

export interface ReuseOptions {
  /** Words of a gram: default 8. With `window` it says how long a shared run must be to be surely found. 2 to 32. */
  readonly gram?: number;
  /** Grams of a window: default 9. Runs of `gram + window - 1` words or more, 16 by default, are what is found. 1 to 64. */
  readonly window?: number;
  /**
   * A gram that more reports than this have, or that stands more than four times as often in all, is boilerplate. Default
   * 64; raise it for a wire story that hundreds print. 2 to 1,000,000.
   */
  readonly common?: number;
}

/** What a pair of texts shares. */
export interface SharedPair {
  /** Places in the list given, `a` before `b`. */
  readonly a: number;
  readonly b: number;
  /** By place in a, then in b. */
  readonly passages: readonly SharedPassage[];
  /** Share of the words of a that lie in passages shared with b, 0 to 1; and the other way. */
  readonly aShare: number;
  readonly bShare: number;
}

export interface Reuse {
  /** Pairs that share something, by a, then by b. */
  readonly pairs: readonly SharedPair[];
  /** For each text, what of it is boilerplate, in text order. */
  readonly boilerplate: readonly (readonly Boilerplate[])[];
  /** For each text, the share of its words that lie in a passage shared with any other, 0 to 1. */
  readonly shares: readonly number[];
}

export const DEFAULTS: Required<ReuseOptions> = { gram: 8, window: 9, common: 64 };

/** Throws `RangeError` for an option out of its range. */
export function checkSettings({ gram, window, common }: Required<ReuseOptions>): void {
  const isIn = (value: number, least: number, most: number): boolean =>
    Number.isInteger(value) && value >= least && value <= most;
  if (!isIn(gram, 2, 32)) throw new RangeError(`gram is ${gram}, not 2 to 32`);
  if (!isIn(window, 1, 64)) throw new RangeError(`window is ${window}, not 1 to 64`);
  if (!isIn(common, 2, 1_000_000)) throw new RangeError(`common is ${common}, not 2 to 1,000,000`);
}
