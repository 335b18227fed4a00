import { type FlatReport, InputError } from "../corpus.ts";

/** The first and the last day that is asked for, as typed. */
export interface Days {
  readonly since?: string;
  readonly until?: string;
}

/**
 * Which reports lie between the days, both included, in UTC; null for all. A report counts at the middle of its date's range, and not at
 * all without a date.
 */
export function makeFilter({ since, until }: Days): ((report: FlatReport) => boolean) | null {
  if (since === undefined && until === undefined) return null;
  const from = since === undefined ? Number.NEGATIVE_INFINITY : readDay("--since", since);
  const to = until === undefined ? Number.POSITIVE_INFINITY : readDay("--until", until) + DAY;
  return ({ published }) => {
    if (published === null) return false;
    const middle = (Date.parse(published.from) + Date.parse(published.to)) / 2;
    return from <= middle && middle < to;
  };
}

/** Milliseconds. */
const DAY = 86_400_000;

function readDay(option: string, typed: string): number {
  const day = /^\d{4}-\d{2}-\d{2}$/u.test(typed) ? Date.parse(typed) : Number.NaN;
  if (Number.isNaN(day)) throw new InputError("option", `${option} ${typed}`, "not a day such as 2025-03-11");
  return day;
}
