import { MONTHS, WEEKDAYS } from "../lang/en/calendar.ts";
import { sliceSpan } from "../text/span.ts";
import type { Token } from "../text/token.ts";
import type { Read } from "./fact.ts";
import { wordAt } from "./number.ts";

/**
 * The date that begins at `tokens[at]`, or null: a weekday, a day with its month in either order ("3 Dec", "Oct. 19", "December 3rd"),
 * a month alone ("in December"; not "may" and "march", which need a day), a year of four figures alone. A year behind a day
 * belongs to it. Values: "day 5", "12-3", "12", "2024", "12-3-2024". Relative words ("yesterday") are no dates here.
 */
export function readDate(text: string, tokens: readonly Token[], at: number): Read | null {
  if (tokens[at]!.kind === "mark") return null;
  const weekday = isCapital(text, tokens[at]) ? WEEKDAYS.get(wordAt(text, tokens, at)) : undefined;
  if (weekday !== undefined) return make(tokens, at, at + 1, `day ${weekday}`);
  return readDay(text, tokens, at) ?? readMonth(text, tokens, at) ?? readYear(text, tokens, at);
}

function readDay(text: string, tokens: readonly Token[], at: number): Read | null {
  const point = isMark(text, tokens[at + 1], ".") ? 1 : 0; // behind a month cut short
  for (const [monthAt, dayAt] of [
    [at, at + 1 + point],
    [at + 1, at],
  ] as const) {
    const month = monthOf(text, tokens, monthAt);
    const day = /^([12]?\d|3[01])(?:st|nd|rd|th)?$/.exec(wordAt(text, tokens, dayAt))?.[1];
    if (month === 0 || day === undefined) continue;
    const next = Math.max(monthAt, dayAt) + 1;
    const comma = isMark(text, tokens[next], ",") ? 1 : 0;
    const year = yearOf(text, tokens, next + comma);
    return year === ""
      ? make(tokens, at, next, `${month}-${day}`)
      : make(tokens, at, next + comma + 1, `${month}-${day}-${year}`);
  }
  return null;
}

function isMark(text: string, token: Token | undefined, mark: string): boolean {
  return token !== undefined && sliceSpan(text, token) === mark;
}

function readMonth(text: string, tokens: readonly Token[], at: number): Read | null {
  const month = monthOf(text, tokens, at);
  const year = yearOf(text, tokens, at + 1);
  if (month === 0 || (year === "" && /^(?:may|march|mar)$/.test(wordAt(text, tokens, at)))) return null;
  return year === "" ? make(tokens, at, at + 1, `${month}`) : make(tokens, at, at + 2, `${month}-${year}`);
}

function readYear(text: string, tokens: readonly Token[], at: number): Read | null {
  const year = yearOf(text, tokens, at);
  return year === "" ? null : make(tokens, at, at + 1, year);
}

/** 1 to 12, or 0 where there is no month. */
function monthOf(text: string, tokens: readonly Token[], at: number): number {
  return (isCapital(text, tokens[at]) ? MONTHS.get(wordAt(text, tokens, at)) : undefined) ?? 0;
}

/** A year from 1800 to 2099 written without a comma, or "". */
function yearOf(text: string, tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token !== undefined && /^(?:1[89]|20)\d\d$/.test(sliceSpan(text, token)) ? sliceSpan(text, token) : "";
}

function isCapital(text: string, token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(text.slice(token.from, token.to));
}

function make(tokens: readonly Token[], at: number, next: number, value: string): Read {
  return { fact: { kind: "date", from: tokens[at]!.from, to: tokens[next - 1]!.to, value }, next };
}
