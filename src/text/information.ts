import { FREQUENCY } from "../lang/en/frequency.ts";

/** Bits of a stem too rare for the table. */
const RAREST = 10;

const bits: ReadonlyMap<string, number> = new Map(
  FREQUENCY.flatMap((row, level) => row.split(" ").map((stem) => [stem, level] as const)),
);

/**
 * How much a stem tells, in bits: -log2 of the share of news articles that have it, rounded. 0 for what nearly all have,
 * 10 for what is rarer than the table holds: names, mostly.
 */
export function measureInformation(stem: string): number {
  return bits.get(stem) ?? RAREST;
}
