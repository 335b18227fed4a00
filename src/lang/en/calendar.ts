/** English month names and their newspaper abbreviations, folded and without the point, to 1–12. From the AP style book. */
export const MONTHS: ReadonlyMap<string, number> = number(
  "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec",
);

/** English weekday names and abbreviations, the same way, to 1 for Monday to 7. */
export const WEEKDAYS: ReadonlyMap<string, number> = number(
  "monday mon|tuesday tue tues|wednesday wed|thursday thu thur thurs|friday fri|saturday sat|sunday sun",
);

function number(rows: string): ReadonlyMap<string, number> {
  return new Map(rows.split("|").flatMap((forms, at) => forms.split(" ").map((form) => [form, at + 1] as const)));
}

/** Minutes east of UTC of time zone names, lower case. Names that stand for several zones (IST, CST, AST) are left out. */
export const ZONES: ReadonlyMap<string, number> = new Map([
  ["utc", 0],
  ["gmt", 0],
  ["z", 0],
  ["bst", 60],
  ["cet", 60],
  ["cest", 120],
  ["eet", 120],
  ["eest", 180],
  ["msk", 180],
  ["est", -300],
  ["edt", -240],
  ["cdt", -300],
  ["mst", -420],
  ["mdt", -360],
  ["pst", -480],
  ["pdt", -420],
  ["jst", 540],
  ["kst", 540],
  ["aest", 600],
  ["aedt", 660],
]);

/** Further zones as clocks name them, for which minutes cannot be said without the day or the place. */
export const ZONE_INITIALS: ReadonlySet<string> = new Set("et ct pt mt ist cst ast eastern".split(" "));

/** First words of the stamp over what a live report adds. Own list. */
export const UPDATE_WORDS: ReadonlySet<string> = new Set("update updated".split(" "));

/** Words that stand beside the date in the line that says when a report came out. Own list, from news pages. */
export const DATE_WORDS: ReadonlySet<string> = new Set(
  `published update updated posted modified edited created released issued first last date time on at and by of the in am pm
  eastern et ct pt mt ist cst ast hrs hours local noon midnight st nd rd th publication article`.split(/\s+/),
);
