/** Small closed classes of English words, folded. Own lists, from any school grammar. Where a class is open, only what news uses often. */

/** What may begin a noun phrase and cannot end one. */
export const DETERMINERS: ReadonlySet<string> = new Set(
  `the a an this that these those his her its their our my your some many several most all both each every any no another other
  one two three four five six seven eight nine ten dozens hundreds thousands few more`.split(/\s+/),
);

export const SUBJECT_PRONOUNS: ReadonlySet<string> = new Set("he she they it we i you there".split(" "));

export const OBJECT_PRONOUNS: ReadonlySet<string> = new Set(
  "me him her us them it you himself herself themselves itself myself".split(" "),
);

/** Words that open a relative clause. */
export const RELATIVES: ReadonlySet<string> = new Set("who whose whom which where".split(" "));

export const PREPOSITIONS: ReadonlySet<string> = new Set(
  `about above across after against ahead along alongside amid among around as at before behind below beneath beside besides between
  beyond by concerning despite down during following for from in inside into like near of off on onto out outside over past per
  regarding since through throughout to toward towards under until up upon via with within without`.split(/\s+/),
);

/** What stands before a number that is not exact; "over" and "under" are left out, which are of place as well. */
export const ROUNDING: ReadonlySet<string> = new Set(
  "about around some nearly almost roughly approximately".split(" "),
);

/** Words that part one clause from the next. */
export const CONJUNCTIONS: ReadonlySet<string> = new Set(
  `and but or nor yet so while whereas as because although though when whenever if unless after before since until that than
  even what how why`.split(/\s+/),
);

/** Forms of be, have and do, and the modals: signs of a finite clause. */
export const AUXILIARIES: ReadonlySet<string> = new Set(
  `is are was were be been am being has have had do does did will would shall should can could may might must ought
  isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't shouldn't can't cannot couldn't
  it's he's she's that's there's they're we're i'm they've we've i've i'd he'd she'd they'd we'd i'll he'll she'll they'll
  we'll it'll gonna`.split(/\s+/),
);

/** What stands before a reporting verb when the words were not, or not yet, said. */
export const UNSAID: ReadonlySet<string> = new Set(
  `not never no nor would could should might may can cannot will must shall won't wouldn't couldn't can't shouldn't didn't doesn't don't
  hasn't haven't hadn't isn't wasn't to if nobody did does do refused declined`.split(/\s+/),
);

/** Adverbs that stand between a subject and its verb; those in -ly are known by their ending. */
export const ADVERBS: ReadonlySet<string> = new Set(
  `also then later once just now still again further even always often first too ever yet soon thus instead meanwhile
  afterwards himself herself themselves itself today yesterday tonight have has had long since already`.split(/\s+/),
);

/** Common verb forms that end in neither -ed nor a sign in `AUXILIARIES`, to know a clause by. */
export const FINITES: ReadonlySet<string> = new Set(
  `came went took made gave got saw knew found left kept began led met put set let brought thought felt stood lost paid held ran
  told said says wants want needs need believes believe thinks think knows know hopes hope plans goes go comes come takes
  take makes make gives give gets get remains remain means mean seems seem looks look feels feel faces face poses pose
  supports support expects expect sees see keeps keep works work shows show fell rose grew broke spoke chose won sent
  built cost hit cut became lies lay sought fought understood deserves deserve appears appear includes include requires
  require continues continue lacks lack depends depend stands stand helps help wins win does`.split(/\s+/),
);

/** Forms of *be* before a reporting verb: "is saying" reports, "is believed" does not. */
export const BEING: ReadonlySet<string> = new Set("is are was were be been being am".split(" "));

/** Words in -ly that are no adverbs of manner, folded. Own list. */
export const NOT_ADVERBS: ReadonlySet<string> = new Set(
  `family ally assembly supply italy reply anomaly bully rally july elderly early daily weekly monthly yearly friendly likely unlikely
  deadly costly lonely`.split(/\s+/),
);
