/** English weekdays and months with their usual short forms, folded and without points, each with its full name. */
export const WEEKDAYS: ReadonlyMap<string, string> = spell([
  "monday mon",
  "tuesday tue tues",
  "wednesday wed",
  "thursday thu thur thurs",
  "friday fri",
  "saturday sat",
  "sunday sun",
]);

/** "May" and "March" are months only in capitals beside a number; see `fact/`. */
export const MONTHS: ReadonlyMap<string, string> = spell([
  "january jan",
  "february feb",
  "march mar",
  "april apr",
  "may",
  "june jun",
  "july jul",
  "august aug",
  "september sep sept",
  "october oct",
  "november nov",
  "december dec",
]);

function spell(rows: readonly string[]): ReadonlyMap<string, string> {
  return new Map(rows.flatMap((row) => row.split(" ").map((form) => [form, row.split(" ")[0]!] as const)));
}
