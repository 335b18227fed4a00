/** Beginnings of a line that says who wrote or edited a report, lower case. Own list, from news pages. */
export const BYLINE_STARTS: readonly string[] =
  "by |written by |reported by |reporting by |additional reporting by |additional reporting: |editing by |edited by |compiled by |story by |words by |author: |authors: |reporter: |writing by |from our correspondent|our correspondent|staff reporter|staff writer|web desk|news desk|monitoring desk".split(
    "|",
  );

/** What a byline in small letters names instead of a person: "By our foreign staff". Own list, from news pages. */
export const STAFF_WORDS: readonly string[] =
  "staff|staff writer|staff reporter|foreign staff|newsroom|correspondent|correspondents|reporter|reporters|editor|editors|news desk|foreign desk|web desk|agencies|wire services".split(
    "|",
  );
