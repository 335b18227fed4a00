/** English month names and their newspaper abbreviations without the point, lower case, to 1–12. From the AP style book. */
export const MONTHS: ReadonlyMap<string, number> = new Map([
  ["january", 1],
  ["jan", 1],
  ["february", 2],
  ["feb", 2],
  ["march", 3],
  ["mar", 3],
  ["april", 4],
  ["apr", 4],
  ["may", 5],
  ["june", 6],
  ["jun", 6],
  ["july", 7],
  ["jul", 7],
  ["august", 8],
  ["aug", 8],
  ["september", 9],
  ["sept", 9],
  ["sep", 9],
  ["october", 10],
  ["oct", 10],
  ["november", 11],
  ["nov", 11],
  ["december", 12],
  ["dec", 12],
]);

/** English weekday names and abbreviations, lower case, without the point. */
export const WEEKDAYS: ReadonlySet<string> = new Set(
  "monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun".split(" "),
);

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

/** Words that stand beside the date in the line that says when a report came out. Own list, from news pages. */
export const DATE_WORDS: ReadonlySet<string> = new Set(
  `published updated posted modified edited created released issued first last date time on at and by of the in am pm
  et ct pt mt ist cst ast hrs hours local noon midnight st nd rd th publication article`.split(/\s+/),
);
