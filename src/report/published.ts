import { MONTHS, ZONES } from "../lang/en/calendar.ts";
import type { Dated } from "./report.ts";

/** How exactly a time is given; the range is one such unit long. */
type Unit = "year" | "month" | "day" | "hour" | "minute" | "second";

/** A calendar time as written, and minutes east of UTC where it says. Fields beyond `unit` are their least. */
interface Written {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly unit: Unit;
  readonly zone: number | null;
}

type Day = Pick<Written, "year" | "month" | "day">;
type Clock = Pick<Written, "hour" | "minute" | "second" | "unit" | "zone">;

const MIDNIGHT: Clock = { hour: 0, minute: 0, second: 0, unit: "day", zone: null };
/** A line that gives a date is no longer than this. */
const LONGEST = 120;
/** RFC 3339 and its shorter forms, a space for the T allowed; day, month and clock may be missing. */
const ISO =
  /^(\d{4})(?:-?(\d{2})(?:-?(\d{2})(?:[T ](\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/iu;
/** "3 december 2024", "3rd of dec. 2024". This and the next ones read lower case. */
const DAY_FIRST = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[\s.-]+(?:of\s+)?([a-z]{3,9})\.?,?[\s-]+(\d{4})(?!\d)/u;
/** "December 3, 2024", "Dec. 3rd 2024". */
const MONTH_FIRST = /([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:at\s+)?(\d{4})(?!\d)/u;
/** "2024-12-03", "2024/12/3". */
const YEAR_FIRST = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u;
/** "03.12.2024", "3/12/2024": which of the first two is the month, the numbers must tell. */
const YEAR_LAST = /(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/u;
/** "16:12", "4.12 pm", "16:12:05 +0330", "4pm EST". */
const CLOCK =
  /(?<![\d.:/+-])(\d{1,2})(?:[:.](\d{2})(?::(\d{2}))?)?\s?([ap]\.?m\b\.?)?\s*(?:(?:gmt|utc)?([+-]\d{1,2}(?::?\d{2})?)(?!\d)|\(?([a-z]{1,4})\b)?/gu;

/**
 * When a report came out, from what it says of it: ISO 8601 or English words and numbers, with or without a clock and a
 * zone; null where there is no full date in it or two days could be meant ("3/12/2024"). Words that need a clock to
 * resolve ("today", "2 hours ago") give null. The range is as long as the last unit given; without a zone it is widened by
 * 14 hours back and 12 on. Never reads the machine's zone. A general date parser was tried and left: it resolves half-dates
 * against the clock and numbers against a locale.
 */
export function readPublished(words: string): Dated | null {
  const trimmed = words.slice(0, LONGEST + 1).trim();
  if (trimmed.length > LONGEST) return null;
  const written = readIso(trimmed) ?? readWords(trimmed.toLowerCase());
  return written && makeDated(written);
}

function readIso(words: string): Written | null {
  const match = ISO.exec(words);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, zone] = match;
  const given = [year, month, day, hour, minute, second];
  const units: readonly Unit[] = ["year", "month", "day", "hour", "minute", "second"];
  return {
    year: Number(year),
    month: Number(month ?? 1),
    day: Number(day ?? 1),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    unit: units[given.filter((part) => part !== undefined).length - 1]!,
    zone: zone === undefined ? null : readOffset(zone),
  };
}

function readWords(words: string): Written | null {
  const found = findNamedDay(words) ?? findNumberDay(words);
  if (!found) return null;
  const rest = `${words.slice(0, found.from)} , ${words.slice(found.to)}`;
  return { ...found.day, ...findClock(rest) };
}

interface FoundDay {
  readonly day: Day;
  readonly from: number;
  readonly to: number;
}

function findNamedDay(words: string): FoundDay | null {
  const dayFirst = DAY_FIRST.exec(words);
  if (dayFirst) return found(dayFirst, dayFirst[3], MONTHS.get(dayFirst[2]!), dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(words);
  if (monthFirst) return found(monthFirst, monthFirst[3], MONTHS.get(monthFirst[1]!), monthFirst[2]);
  return null;
}

function findNumberDay(words: string): FoundDay | null {
  const yearFirst = YEAR_FIRST.exec(words);
  if (yearFirst) return found(yearFirst, yearFirst[1], Number(yearFirst[2]), yearFirst[3]);
  const yearLast = YEAR_LAST.exec(words);
  if (!yearLast) return null;
  const [, a, mark, b, year] = yearLast;
  if (mark === "." || Number(a) > 12 || a === b) return found(yearLast, year, Number(b), a);
  return Number(b) > 12 ? found(yearLast, year, Number(a), b) : null;
}

function found(match: RegExpExecArray, year = "", month: number | undefined, day = ""): FoundDay | null {
  if (month === undefined) return null;
  return {
    day: { year: Number(year), month, day: Number(day) },
    from: match.index,
    to: match.index + match[0].length,
  };
}

/** The first clock time in the words; a bare number is none. */
function findClock(words: string): Clock {
  for (const [, hour, minute, second, half, offset, name] of words.matchAll(CLOCK)) {
    if ((minute === undefined && half === undefined) || Number(hour) > 23) continue;
    const zone = offset !== undefined ? readOffset(offset) : (ZONES.get(name ?? "") ?? null);
    return {
      hour: (Number(hour) % (half ? 12 : 24)) + (half?.startsWith("p") ? 12 : 0),
      minute: Number(minute ?? 0),
      second: Number(second ?? 0),
      unit: second !== undefined ? "second" : minute !== undefined ? "minute" : "hour",
      zone,
    };
  }
  return MIDNIGHT;
}

/** Minutes of "Z", "+0330", "-05:00", "+2". */
function readOffset(zone: string): number {
  if (/^z$/iu.test(zone)) return 0;
  const digits = zone.slice(1).replace(":", "");
  const hours = Number(digits.length > 2 ? digits.slice(0, -2) : digits);
  const minutes = digits.length > 2 ? Number(digits.slice(-2)) : 0;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}

const MINUTE = 60_000;
const LENGTHS: Readonly<Record<Exclude<Unit, "year" | "month">, number>> = {
  day: 1440 * MINUTE,
  hour: 60 * MINUTE,
  minute: MINUTE,
  second: 1000,
};

/** The range, or null where there is no such day or hour. */
function makeDated(written: Written): Dated | null {
  const { year, month, day, hour, minute, second, unit, zone } = written;
  const from = Date.UTC(year, month - 1, day, hour, minute, second);
  const made = new Date(from);
  const isReal = made.getUTCMonth() === month - 1 && made.getUTCDate() === day && made.getUTCHours() === hour;
  if (!isReal || year < 1000 || minute > 59 || second > 59) return null;
  const to = unit === "year" ? Date.UTC(year + 1, 0) : unit === "month" ? Date.UTC(year, month) : from + LENGTHS[unit];
  if (zone !== null) return { from: format(from - zone * MINUTE), to: format(to - zone * MINUTE) };
  return { from: format(from - 14 * 60 * MINUTE), to: format(to + 12 * 60 * MINUTE) };
}

function format(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
