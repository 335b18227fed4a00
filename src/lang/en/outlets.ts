/**
 * Outlets by the name they go by, then other forms; "the" before a form means that it is theirs only behind an article. Own
 * list: the larger agencies, broadcasters and papers that English-language news cites.
 */
const AGENCY_ROWS = `
Reuters|thomson reuters
Associated Press|ap
AFP|agence france-presse|agence france presse
UPI|united press international
dpa|deutsche presse-agentur
PA|pa media|press association
TASS|itar-tass
RIA Novosti|ria
Interfax|interfax-ukraine
Ukrinform
Ukrainska Pravda
Xinhua|xinhua news agency|xinhua news
Anadolu Agency|anadolu
Kyodo News|kyodo
Yonhap|yonhap news agency|yonhap news
KCNA|korean central news agency
Press Trust of India|pti
ANI
IRNA
Tasnim|tasnim news agency
Fars News Agency|fars
Bloomberg|bloomberg news
Dow Jones|dow jones newswires`;

const BROADCASTER_ROWS = `
BBC|bbc news|bbc radio|bbc radio 4|bbc one|bbc world service|bbc russian|bbc persian
CNN|cnn international
CNBC
Fox News|fox news channel|fox business
NBC News|nbc
MSNBC
ABC News|abc
CBS News|cbs
PBS|pbs newshour
NPR|national public radio
C-SPAN
ITV|itv news
Channel 4 News|channel 4
Channel 12
Sky News|sky news arabia|sky news australia
GB News
LBC
RTÉ|rte
CBC|cbc news
Euronews
Deutsche Welle|dw
France 24
France Info|franceinfo
BFMTV|bfm tv|bfm
ZDF
ARD
RAI
RT|russia today
Sputnik
Al Jazeera|al-jazeera|aljazeera
Al Arabiya|al-arabiya
Al Mayadeen
NHK
CCTV
CGTN
Voice of America|voa
Radio Free Europe/Radio Liberty|rfe/rl|radio free europe|radio liberty
Radio Free Asia|rfa
Newsmax`;

const OTHER_ROWS = `
Breitbart|breitbart news
BuzzFeed News|buzzfeed
HuffPost|huffington post
Politico
Axios
Semafor
ProPublica
The Intercept|the intercept
The Hill|the hill
Vox
Vice News
Daily Beast
Daily Caller
Daily Wire
Business Insider
TMZ
Newsweek
Der Spiegel
Die Zeit
Die Welt
Bild
Süddeutsche Zeitung|suddeutsche zeitung
Frankfurter Allgemeine Zeitung|frankfurter allgemeine
Handelsblatt
Le Monde
Le Figaro
Le Parisien
El País|el pais
El Mundo
Corriere della Sera
La Repubblica
La Stampa
NRC
De Telegraaf
Kommersant
Izvestia
Novaya Gazeta
Meduza
Haaretz
Times of Israel|the times of israel
Jerusalem Post
Ynet
Asahi Shimbun
Yomiuri Shimbun
Chosun Ilbo
South China Morning Post|scmp
Global Times
People's Daily
Hindustan Times
Times of India
The Hindu|the hindu
Financial Times|ft
New York Times|nyt|nytimes
Washington Post|wapo
Wall Street Journal|wsj
Los Angeles Times|la times|l.a. times
USA Today
New York Post
New York Daily News
New Yorker
Boston Globe
Chicago Tribune
Miami Herald
Philadelphia Inquirer
Houston Chronicle
Dallas Morning News
The Guardian|the guardian
The Times|times of london
Sunday Times
The Telegraph|the telegraph|daily telegraph|sunday telegraph
The Independent|the independent
The Sun|the sun
Daily Mail|mail on sunday|mailonline
Daily Mirror
Daily Express
Evening Standard
The Observer|the observer
The Economist|the economist
The Atlantic|the atlantic
The Nation|the nation
National Review
Foreign Policy|the foreign policy
Foreign Affairs|the foreign affairs
Rolling Stone
Vanity Fair
Globe and Mail
Toronto Star
Sydney Morning Herald
The Age|the age
Irish Times
Kyiv Independent
Kyiv Post
Moscow Times`;

/** Outlets by form, folded: their name, and whether the form is theirs only behind an article. */
export const OUTLETS: ReadonlyMap<string, { readonly name: string; readonly needsArticle: boolean }> = new Map(
  [AGENCY_ROWS, BROADCASTER_ROWS, OTHER_ROWS].flatMap(splitRows).flatMap((row) => {
    const [name = "", ...forms] = row.split("|");
    return [name.toLowerCase(), ...forms].map((form) => {
      const needsArticle = form.startsWith("the ");
      return [needsArticle ? form.slice(4) : form, { name: dropArticle(name), needsArticle }] as const;
    });
  }),
);

/** Names of those outlets that are agencies, of those that are broadcasters, and of all. */
export const AGENCY_NAMES: ReadonlySet<string> = listNames(AGENCY_ROWS);
export const BROADCASTER_NAMES: ReadonlySet<string> = listNames(BROADCASTER_ROWS);
export const OUTLET_NAMES: ReadonlySet<string> = new Set([...OUTLETS.values()].map(({ name }) => name));

function listNames(rows: string): Set<string> {
  return new Set(splitRows(rows).map((row) => dropArticle(row.split("|")[0]!)));
}

function splitRows(rows: string): string[] {
  return rows.trim().split("\n");
}

function dropArticle(name: string): string {
  return name.replace(/^The /u, "");
}

/** The most words of a form in `OUTLETS`. */
export const LONGEST_OUTLET = 4;

/** Last words of the name of a paper or station that is not listed ("the Erie Times"), folded. Own list, from mastheads. */
export const MASTHEADS: ReadonlySet<string> = new Set(
  `times post news journal tribune herald guardian telegraph mirror gazette chronicle observer courier dispatch inquirer
  enquirer examiner globe wire newswire newspaper tv television radio press mail express standard sentinel advocate register bulletin
  weekly daily shimbun ilbo zeitung sun star record review monitor beacon argus republic bee echo messenger`.split(
    /\s+/,
  ),
);

/** Those that stand for an outlet alone behind an article ("the Courier") where the report has its full name. */
export const SHORT_MASTHEADS: ReadonlySet<string> = new Set(
  [...MASTHEADS].filter((word) => !/^(?:news|press|radio|television|tv)$/.test(word)),
);

/** What an outlet is, folded: beside a name it makes one of it ("the tabloid Bild", "the Interfax news agency"). Own list. */
export const OUTLET_KINDS: ReadonlySet<string> = new Set(
  `newspaper paper magazine broadcaster tabloid broadsheet daily weekly network outlet newswire podcast channel
  station website site`.split(/\s+/),
);

/** What such a word stands behind when it is two: "news agency". Folded. */
export const OUTLET_PAIRS: ReadonlySet<string> = new Set(
  `news-agency news-outlet news-site news-website news-channel news-magazine news-network news-service news-wire tv-channel
  tv-station television-channel television-station television-network radio-station wire-service`.split(/\s+/),
);

/** What words for unnamed outlets begin with ("state media", "local newspapers"), folded. Own list. */
export const MEDIA_LEADS: ReadonlySet<string> = new Set(
  "local state national foreign international regional western russian ukrainian chinese iranian israeli turkish german french italian spanish british american us north korean south japanese indian pakistani syrian egyptian saudi multiple several some other various".split(
    " ",
  ),
);

/** Nouns for outlets that are not named, folded. Own list. */
export const MEDIA_NOUNS: ReadonlySet<string> = new Set(
  "media newspapers broadcasters outlets tv television agencies tabloids press".split(" "),
);
