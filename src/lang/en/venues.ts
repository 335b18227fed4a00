/** Words by which an outlet's name is known, folded. Own list, from the mastheads of the English-language press. */
export const OUTLET_WORDS: ReadonlySet<string> = new Set(
  `times post journal news tribune herald guardian telegraph independent mirror mail express sun star gazette chronicle
  observer economist bloomberg reuters ap afp dpa tass interfax bbc cnn cnbc nbc msnbc abc cbs fox pbs npr itv sky rte cbc
  politico axios vox breitbart buzzfeed newsweek bild spiegel monde figaro pais repubblica welt zeit politiken
  aljazeera jazeera dw c-span radio tv television press agency magazine review daily weekly atlantic yorker today hill
  wsj ft nyt insider slate salon semafor pravda inquirer examiner dispatch globe courier standard record`.split(/\s+/),
);

/** Words that stand for an outlet named before ("the newspaper"), folded. Own list. */
export const OUTLET_NOUNS: ReadonlySet<string> = new Set(
  "newspaper paper magazine broadcaster outlet channel agency publication network tabloid broadsheet daily weekly station site website programme program".split(
    " ",
  ),
);

/** Hearers that are no outlet but make an occasion, folded. Own list. */
export const HEARERS: ReadonlySet<string> = new Set(
  "reporters journalists lawmakers mps senators parliament congress supporters delegates viewers listeners investors jurors court".split(
    " ",
  ),
);

/** Nouns of occasions and forms in which something is said: "in a statement", "at a news conference". Own list. */
export const OCCASIONS: ReadonlySet<string> = new Set(
  `interview statement conference speech briefing letter tweet post message email e-mail memo report article column op-ed
  essay blog book memoir testimony hearing address rally debate podcast broadcast video call meeting summit phone filing
  newsletter interviews remarks comments press-conference broadcast podcast session editorial dispatch note`.split(
    /\s+/,
  ),
);

/** Where people post, folded. Own list. */
export const PLATFORMS: ReadonlySet<string> = new Set(
  "x twitter facebook instagram telegram tiktok youtube truth linkedin reddit weibo threads bluesky".split(" "),
);

/** Days and parts of a day, folded. */
export const DAYS: ReadonlySet<string> = new Set(
  `monday tuesday wednesday thursday friday saturday sunday today yesterday tonight mon tue tues wed thu thurs fri sat`.split(
    /\s+/,
  ),
);

/** Words that may stand beside a day ("late on Monday night"), folded. */
export const DAY_FELLOWS: ReadonlySet<string> = new Set(
  "morning afternoon evening night last this late early earlier later week weekend month year summer spring autumn".split(
    " ",
  ),
);

/** Months, folded. */
export const MONTHS: ReadonlySet<string> = new Set(
  "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split(
    " ",
  ),
);

/** Signs that something was said at another time than the occasion that a report tells of, folded. Own list. */
export const ELSEWHERE: ReadonlySet<string> = new Set("previously earlier before once recently last ago".split(" "));
