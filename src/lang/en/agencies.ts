/**
 * News agencies as they sign their reports, lower case. Own list, from the members named on the pages of the European
 * Alliance of News Agencies and of OANA, and the broadcasters that tag their reports in the same way.
 */
export const AGENCIES: ReadonlySet<string> = new Set(
  `reuters|thomson reuters|thomson reuters foundation|ap|associated press|the associated press|afp|agence france-presse|upi|united press international
|dpa|dpa international|pa|pa media|press association|ans|ani|pti|press trust of india|ians|app|xinhua|cns|tass|itar-tass
|ria|ria novosti|novosti|sputnik|interfax|interfax-ukraine|ukrinform|unian|rbc-ukraine|belta|anadolu|anadolu agency|aa|dha|iha
|irna|isna|fars|mehr|tasnim|ava|afghan voice agency|pajhwok|kyodo|kyodo news|jiji|jiji press|yonhap|kcna|cna|bernama|antara|vna|tna
|efe|ansa|belga|anp|ritzau|ntb|tt|stt|lusa|apa|pap|ctk|mti|agerpres|bta|tanjug|hina|sta|ata|kuna|qna|wam|spa|petra|sana|nna|mena
|bloomberg|bloomberg news|dow jones|cnn|cnbc|abc news|cbs news|nbc news|fox news|bbc|rfe/rl|voa|aap|canadian press|the canadian press|cp|cp24|statesman|agencies|agency|news agencies|staff
`
    .trim()
    .split(/\s*\|\s*/),
);

/** Those of the agencies above that are broadcasters: they are told things in interviews. */
export const BROADCASTERS: ReadonlySet<string> = new Set(
  "cnn|cnbc|abc news|cbs news|nbc news|fox news|bbc|rfe/rl|voa|cp24|rt".split("|"),
);

/** Words by which an unlisted body says that it is a news agency. Own list. */
export const AGENCY_WORDS: ReadonlySet<string> = new Set(["agency", "news", "press", "wire", "service", "bureau"]);
