import type { Fact } from "../fact/fact.ts";
import type { Span } from "../text/span.ts";
import { findRenamed } from "./renamed.ts";
import { measureSame } from "./same.ts";
import { findSwaps, makeTold, type Swap } from "./swap.ts";
import { makeWords } from "./word.ts";

/** What two sentences tell, side by side. */
export interface Comparison {
  /** 0 to 1: how likely it is that people would say that both mean the same, as they did for the pairs of MRPC. */
  readonly same: number;
  /** In the order of a; no name, number or date is in two of them. */
  readonly differences: readonly FactDifference[];
}

/** A name, number or date that the sentences give differently. */
export interface FactDifference {
  readonly kind: Fact["kind"];
  readonly a: Span;
  readonly b: Span;
  /** Whether it changes what is said: "38 million" and "36 million" do, "Mr Oswick" and "Maren Oswick" do not. */
  readonly changes: boolean;
  /** 0 to 1: how likely it is that people would mark it, as they did in ETPC. */
  readonly confidence: number;
}

/**
 * Whether two sentences state the same, and which names, numbers and dates they give differently. For two sentences by themselves;
 * what belongs together in whole reports `analyze` finds. No difference and 0 where either has no words.
 */
export function compareSentences(a: string, b: string): Comparison {
  const [wordsA, wordsB] = [a, b].map((text) => makeWords(text, [{ from: 0, to: text.length }], []));
  const [left, right] = [makeTold(a, wordsA!), makeTold(b, wordsB!)];
  const swaps = findSwaps(left, right);
  const renamed = findRenamed(left, right, swaps);
  const differences = [...swaps.map((swap) => tell(swap, true)), ...renamed.map((swap) => tell(swap, false))];
  return { same: measureSame(wordsA!, wordsB!), differences: differences.sort((p, q) => p.a.from - q.a.from) };
}

function tell({ kind, a, b, confidence }: Swap, changes: boolean): FactDifference {
  return { kind, a: { from: a.from, to: a.to }, b: { from: b.from, to: b.to }, changes, confidence };
}
