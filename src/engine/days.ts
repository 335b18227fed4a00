import type { Dated } from "../corpus.ts";

/** Times between which a report must have been published, in milliseconds of the epoch: from `from` on, before `to`. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** A report counts at the middle of its date's range, and not at all without a date. */
export function isWithin(published: Dated | null, { from, to }: Days): boolean {
  if (published === null) return false;
  const middle = (Date.parse(published.from) + Date.parse(published.to)) / 2;
  return from <= middle && middle < to;
}

/** Whether a report whose date is this raw JSON is wanted; "odd" where the library must look at the whole record. */
export type Judge = (raw: string) => boolean | "odd";

/** Dates that are remembered: most reports of a corpus share theirs with many. */
const MOST = 10_000;

export function makeJudge(days: Days, readPublished: (date: string) => Dated | null): Judge {
  const known = new Map<string, boolean | "odd">();
  return (raw) => {
    let verdict = known.get(raw);
    if (verdict === undefined) {
      verdict = judge(raw);
      if (known.size >= MOST) known.clear();
      known.set(raw, verdict);
    }
    return verdict;
  };

  function judge(raw: string): boolean | "odd" {
    if (raw === "") return false;
    const date: unknown = JSON.parse(raw);
    return typeof date === "string" && date.trim() !== "" ? isWithin(readPublished(date.trim()), days) : "odd";
  }
}
