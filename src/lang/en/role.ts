/** Words that may stand between an actor and an active verb. Folded. Own list; "be" is not in it, for it makes a passive. */
export const AUXILIARIES: ReadonlySet<string> = new Set(
  "has have had will would may might could can shall should did does do also then later reportedly allegedly".split(
    " ",
  ),
);

/** Words that may stand between a verb and its object. Folded. Own list. */
export const DETERMINERS: ReadonlySet<string> = new Set("the a an its his her their".split(" "));

/** Verbs of what two do to each other: "Ruiz met Holt" and "Holt met Ruiz" are one. Own list. */
export const MUTUAL: readonly string[] =
  "meet marry wed divorce resemble equal border fight face play join match follow include versus and or".split(" ");
