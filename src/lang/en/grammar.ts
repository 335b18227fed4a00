/**
 * English function words, folded: articles, pronouns, prepositions, conjunctions, auxiliaries and a few adverbs of place
 * in a text. They fill a collation but never anchor it. Own list; negations and hedges are not in it.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a an the this that these those such some any each every both either all
  i me my mine we us our ours you your yours he him his she her hers it its they them their theirs who whom whose which what
  myself himself herself itself ourselves themselves one there here
  of to in on at by for with from into onto over under up down out off about after before between among against during
  through across around behind beside besides beyond near per since than till until upon via within toward towards as like
  and or but nor so yet if because while when where whether although though unless
  be am is are was were been being have has had having do does did done will would shall should
  also then too just very more most much many even still now only own same again other
  's`.split(/\s+/),
);

/** Words that turn a claim into its contrary. Folded; "n't" stands for every contraction with it. Own list. */
export const NEGATIONS: ReadonlySet<string> = new Set(
  "not no never none nobody nothing neither nor without cannot n't".split(" "),
);

/**
 * Verbs of which the object is not what the subject holds to be so. Folded. Own list; "deny" and "reject" are not in it, for what they
 * take may be a deed: "denied bail".
 */
export const DENIERS: ReadonlySet<string> = new Set(
  "doubts doubted disputes disputed downplays downplayed downplaying disputing doubting debunks debunked refutes refuted".split(
    " ",
  ),
);

/** Words before "believe" that make it surprise, and no denial: "cannot believe". Folded. */
export const CANNOT: ReadonlySet<string> = new Set("cannot can can't could couldn't".split(" "));

/**
 * Two words of which one is a negation by itself and the two deny nothing of the clause: "whether or not", "not only", "without
 * delay". Folded. Own list.
 */
export const UNDENYING: ReadonlySet<string> = new Set(
  `or not|not only|not just|not merely|nothing but|without delay|without doubt|without fail|without question
|without warning|without exception`.split(/\s*\|\s*/),
);

/**
 * Words that make a claim less than certain, each with the degree in which it does so: readings of one degree say the
 * same. Folded. Own list, after the classes of Hyland's hedges (1998): modal verbs, epistemic verbs, adverbs and adjectives, and
 * the journalist's own "alleged", "reportedly".
 */
export const HEDGES: ReadonlyMap<string, string> = new Map(
  [
    ["may", "may might could possibly perhaps maybe potentially potential possible conceivably"],
    [
      "likely",
      "likely probably probable expected apparently apparent seemingly seems seem seemed appears appear appeared",
    ],
    [
      "alleged",
      "alleged allegedly alleges allegation allegations supposed supposedly purported purportedly reportedly reported suspected so-called claimed",
    ],
  ].flatMap(([degree, words]) => words!.split(" ").map((word) => [word, degree!] as const)),
);

/** The hedges that stand before a noun as well: "suspected smugglers". Folded. */
export const ATTRIBUTES: ReadonlySet<string> = new Set(
  "potential possible conceivable probable expected apparent alleged supposed purported reported suspected so-called claimed".split(
    " ",
  ),
);

/** What says plainly what a hedge says with doubt: the other side of "may" ↔ "will". Folded. Own list. */
export const PLAIN: ReadonlySet<string> = new Set(
  "will would shall is are was were has have had must can certainly definitely surely".split(" "),
);
