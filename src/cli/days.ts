import { type FlatReport, InputError } from "../corpus.ts";
import { type Days, isWithin } from "../engine/days.ts";

/** The first and the last day that is asked for, as typed. */
export interface TypedDays {
  readonly since?: string;
  readonly until?: string;
}

/** The times that the days cover, both included, in UTC; null for all. Throws `InputError` for what is no day, and no days. */
export function readDays({ since, until }: TypedDays): Days | null {
  if (since === undefined && until === undefined) return null;
  const from = since === undefined ? Number.NEGATIVE_INFINITY : readDay("--since", since);
  const to = until === undefined ? Number.POSITIVE_INFINITY : readDay("--until", until) + DAY;
  if (from >= to) throw new InputError("option", `--since ${since}`, `later than --until ${until}`);
  return { from, to };
}

/** Which reports are from these days; null for all. See `isWithin`. */
export function makeFilter(typed: TypedDays): ((report: FlatReport) => boolean) | null {
  const days = readDays(typed);
  return days && (({ published }) => isWithin(published, days));
}

/** Milliseconds. */
const DAY = 86_400_000;

function readDay(option: string, typed: string): number {
  const day = /^\d{4}-\d{2}-\d{2}$/u.test(typed) ? Date.parse(typed) : Number.NaN;
  // 30 February would be read as 2 March.
  if (Number.isNaN(day) || new Date(day).toISOString().slice(0, 10) !== typed)
    throw new InputError("option", `${option} ${typed}`, "not a day such as 2025-03-11");
  return day;
}
