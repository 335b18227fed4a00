/** Forms of address, folded, and what they say of the person. Own list. */
export const ADDRESS: ReadonlyMap<string, "he" | "she" | null> = new Map([
  ["mr", "he"],
  ["sir", "he"],
  ["lord", "he"],
  ["king", "he"],
  ["prince", "he"],
  ["mrs", "she"],
  ["ms", "she"],
  ["miss", "she"],
  ["madam", "she"],
  ["dame", "she"],
  ["lady", "she"],
  ["queen", "she"],
  ["princess", "she"],
  ["dr", null],
  ["prof", null],
  ["rev", null],
]);

/**
 * Words for what somebody is, folded; each row holds words that may name one office where the body is the same ("NATO
 * chief", "NATO boss", "NATO Secretary General"); a word may stand in several. Own list, from common newspaper usage.
 */
const ROWS = `
chief boss head secretary-general general leader director chair chairman chairwoman president ceo executive commissioner supremo
president president-elect leader
premier minister pm chancellor taoiseach leader
secretary minister
senator sen sens lawmaker
congressman congresswoman representative rep reps lawmaker
delegate del lawmaker
mp lawmaker deputy legislator parliamentarian
governor gov govs
mayor
ambassador envoy diplomat
spokesman spokeswoman spokesperson
judge justice
attorney lawyer solicitor barrister counsel
prosecutor
general gen commander admiral colonel col lt lieutenant captain capt major maj sergeant sgt marshal
professor academic scientist researcher analyst expert economist historian
coach manager trainer
owner founder
editor reporter journalist correspondent columnist anchor presenter host
officer detective inspector superintendent constable sheriff
bishop archbishop pope pastor priest rabbi imam cardinal
doctor nurse surgeon physician
adviser advisor aide strategist
vice-president vp deputy
candidate nominee
author writer novelist poet
actor actress singer
minister
councillor councilor councilman councilwoman
engineer pilot driver farmer teacher student
republican democrat
treasurer clerk
witness resident neighbour neighbor`;

/** Rows of `ROWS` that a role word stands in, by the word. */
export const ROLES: ReadonlyMap<string, readonly number[]> = ROWS.trim()
  .split("\n")
  .reduce(
    (map, row, i) => row.split(" ").reduce((m, word) => m.set(word, [...(m.get(word) ?? []), i]), map),
    new Map<string, readonly number[]>(),
  );

/** Shortened forms of role words, as they stand before a name, and others for the same word, folded. Own list. */
const SHORT = `senator sen sens; representative rep reps; governor gov govs; delegate del; general gen; colonel col; lieutenant lt;
captain capt; major maj; sergeant sgt; minister pm; councillor councilor; spokesman spokeswoman spokesperson;
chairman chairwoman chair; neighbour neighbor; vice-president vp`;

/** The word that a shortened role word is. */
export const ROLE_WORDS: ReadonlyMap<string, string> = new Map(
  SHORT.split(";").flatMap((row) => {
    const [full, ...others] = row.trim().split(/\s+/);
    return others.map((short) => [short, full!] as const);
  }),
);

/** Words that go with a role or a body without being part of a name, folded. Own list. */
export const ROLE_FELLOWS: ReadonlySet<string> = new Set(
  `former ex acting interim incoming outgoing deputy vice assistant senior chief prime foreign defence defense finance interior
  health justice home state first elect new then late press managing national federal lead attorney general secretary
  supreme lieutenant major under-secretary undersecretary top newly-elected newly opposition party`.split(/\s+/),
);

/** Words that make another office of a role, folded: a foreign minister is no prime minister. Own list. */
export const ROLE_KINDS: ReadonlySet<string> = new Set(
  `former ex vice deputy assistant acting vice-president prime foreign defence defense finance interior health justice home energy
  trade culture education transport opposition press attorney managing`.split(/\s+/),
);

/** What is behind *of* in an office before a name ("Secretary of State Ana Ruiz"), folded. Own list. */
export const DEPARTMENTS: ReadonlySet<string> = new Set(
  "state defense defence energy labor labour commerce agriculture education transportation transport finance health justice".split(
    " ",
  ),
);

/** Particles that stand in lower case within a name, folded. Own list. */
export const PARTICLES: ReadonlySet<string> = new Set(
  "de la le del della di da dos van von der den ter ten bin ibn al el af av zu".split(" "),
);

/** Words for unnamed people: as the head of a source they leave the speaker unknown. Own list. */
export const UNNAMED: ReadonlySet<string> = new Set(
  `official officials source sources people person aide aides diplomat diplomats expert experts analyst analysts critic critics
  witness witnesses resident residents reporter reporters prosecutors lawyers police authorities lawmakers observers
  supporters opponents allies others some many republicans democrats conservatives liberals americans russians ukrainians
  israelis palestinians europeans germans britons canadians insiders passengers neighbors neighbours voters activists scientists
  member members other others most few those economists doctors investigators detectives senators mps ministers leaders researchers`.split(
    /\s+/,
  ),
);

/** Words for one man that are no office, folded; those in -man are known by their ending. Own list. */
const MEN = `man boy father husband son brother uncle grandfather grandson nephew widower boyfriend guy gentleman waiter`;

/** The same for one woman; those in -woman are known by their ending. */
const WOMEN = `woman girl mother wife daughter sister aunt grandmother granddaughter niece widow girlfriend waitress lady`;

/** The same for one person of either kind. */
const ANYBODY = `person teenager baker worker survivor passenger tourist visitor shopper bystander eyewitness onlooker
commuter holidaymaker friend colleague partner voter activist campaigner artist musician firefighter
paramedic soldier scholar veteran volunteer shopkeeper fisher sailor customer parent tenant landlord caller employee`;

/** Words for one person that are no office, and what they say of that person. */
export const PEOPLE: ReadonlyMap<string, "he" | "she" | null> = new Map<string, "he" | "she" | null>([
  ...MEN.split(/\s+/).map((word) => [word, "he"] as const),
  ...WOMEN.split(/\s+/).map((word) => [word, "she"] as const),
  ...ANYBODY.split(/\s+/).map((word) => [word, null] as const),
]);

/** Words that end the name of a place or a body and no person's, folded. Own list. */
export const BODIES: ReadonlySet<string> = new Set(
  `street road avenue lane square bridge bay harbour harbor port island islands river lake sea ocean beach valley mountain mountains hills park
  town city village county district province region state states kingdom republic union nations house palace hall tower
  airport station hospital school college university institute academy museum church cathedral centre center stadium arena court
  council committee commission congress senate parliament assembly nation ministry department office bureau agency authority administration
  government party movement campaign alliance coalition federation association society foundation trust fund group company corp
  corporation inc ltd plc llc co bank airlines airways motors industries systems technologies partners holdings service services force forces
  army navy police guard team club league cup bowl games championship festival awards prize act bill law plan deal treaty agreement
  report survey war crisis storm day night week month year times post news press radio television network media
  east west north south america africa asia europe korea zealand lanka arabia`.split(/\s+/),
);

/** Verbs, adverbs and calls that open a sentence right before a name ("Let Ana Ruiz speak"), folded. Own list; those that are first names are left out. */
export const CALLS: ReadonlySet<string> = new Set(
  `let ask tell thank thanks free bring remember imagine stop keep give get meet see watch read send put make take call join follow
  support elect believe bless find leave consider blame forget help hear fire save lock impeach arrest show name say vote
  now just again soon perhaps maybe indeed instead sometimes often nevertheless nonetheless therefore moreover furthermore
  otherwise congratulations dear hello hi hey yes oh please welcome goodbye sorry poor`.split(/\s+/),
);

/** Words that begin the name of a place and seldom a person's, folded. Own list. */
export const PLACE_STARTS: ReadonlySet<string> = new Set(
  `north south east west northern southern eastern western central new united great saint st san santa los las el fort mount lake cape upper lower old
  national international federal uss hms team`.split(/\s+/),
);

/** Words of picture credits, captions and agencies that a page may glue to a name behind them, folded. Own list. */
export const CREDITS: ReadonlySet<string> = new Set(
  "reuters ap afp pa upi getty images image photo photos photograph caption gallery video watch close".split(" "),
);

/** Behind a name in a transcript: whoever asks, or reports for the outlet. */
export const INTERVIEWERS: ReadonlySet<string> = new Set(
  "host cohost anchor byline moderator interviewer reporter correspondent presenter announcer narrator".split(" "),
);
