/** Verbs with an outlet as subject, in the forms news uses, folded: it reported, and so is cited. Own list. */
export const REPORTING: ReadonlySet<string> = new Set(
  `reported reports reporting said says saying wrote writes writing revealed reveals published publishes carried carries quoted quotes quoting
  cited cites noted notes claimed claims broadcast aired obtained learned confirmed confirms disclosed described suggested
  alleged tweeted added adds explained explains estimated estimates found`.split(/\s+/),
);

/** Participles before "by" an outlet, folded: "first reported by", "in comments carried by", "seen by". Own list. */
export const CARRIED: ReadonlySet<string> = new Set(
  `reported published quoted cited carried broadcast aired obtained seen viewed reviewed released shared revealed
  disclosed interviewed distributed relayed confirmed written unearthed uncovered exposed leaked posted asked`.split(
    /\s+/,
  ),
);

/** What stands right before an outlet that is cited, folded; of two words the first stands before the second. Own list. */
export const CITING: ReadonlySet<string> = new Set(
  "per via citing quoting cites quotes cited quoted h/t referencing crediting credits".split(" "),
);

/** Verbs of speaking to an outlet, folded. Own list. */
export const TELLING: ReadonlySet<string> = new Set("told tells telling tell".split(" "));

/** Nouns before a preposition and an outlet that make it the hearer ("in an interview with"), folded. Own list. */
export const HEARD: ReadonlySet<string> = new Set(
  `interview interviews remarks comments statement email e-mail letter op-ed opinion essay column article piece editorial appearance
  briefing message comment podcast conversation`.split(/\s+/),
);

/** Those of them that are written for an outlet ("in an op-ed in"), folded. Own list. */
export const WRITTEN: ReadonlySet<string> = new Set("op-ed opinion essay column article piece editorial".split(" "));

/** Verbs before "to", "with", "on", "in" or "for" and an outlet that make it the hearer, folded. Own list. */
export const SPEAKING: ReadonlySet<string> = new Set(
  "speaking spoke speaks said says saying appearing appeared appears wrote writing writes interviewed".split(" "),
);

/** What stands between an outlet and such a noun where nothing was said: "a BBC request for comment". Folded. Own list. */
export const REQUESTS: ReadonlySet<string> = new Set("request requests offer inquiry inquiries questions".split(" "));

/** What an outlet makes ("a Reuters investigation", "reports in the Guardian"), folded: its own reporting. Own list. */
export const REPORTS: ReadonlySet<string> = new Set(
  `report reports investigation analysis review story stories article articles exclusive survey poll tally count dispatch
  reporting documentary coverage account`.split(/\s+/),
);

/** Verbs of passing on what somebody said ("quoted Ana Ruiz as saying"), folded. Own list. */
export const QUOTING: ReadonlySet<string> = new Set("quoted quotes quoting cited cites citing".split(" "));
