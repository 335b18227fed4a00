import type { Dated } from "../report/report.ts";

const HOUR = 3_600_000;
const MONTHS = "January February March April May June July August September October November December".split(" ");

/**
 * A date as a reader says it: "3 December 2024, 14:12 UTC" where it is known to the minute, "3 December 2024, 16:12"
 * where the time is known but not the zone, "3 December 2024" for a day, the two ends for anything else. The zone of the
 * reader's machine does not matter. A time without a zone is 26 hours wide and a day 50 (see `Dated`); both begin 14
 * hours before their own clock.
 */
export function showDate(dated: Dated): string {
  const from = Date.parse(dated.from);
  const hours = (Date.parse(dated.to) - from) / HOUR;
  if (hours < 1) return `${showMinute(from)} UTC`;
  if (hours === 24) return showDay(from);
  if (hours > 25 && hours < 28) return showMinute(from + 14 * HOUR);
  if (hours === 50) return showDay(from + 14 * HOUR);
  return `${showDay(from)} to ${showDay(from + hours * HOUR)}`;
}

function showDay(time: number): string {
  const date = new Date(time);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

function showMinute(time: number): string {
  return `${showDay(time)}, ${new Date(time).toISOString().slice(11, 16)}`;
}
