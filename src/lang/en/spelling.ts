/**
 * Endings, and beginnings from the Greek, that British and American spelling write in two ways, each with the American one. Own list. Only for words that stand against
 * each other: "promise" becomes no word, but none that is another. Short words are left alone: "four" and "prise" are not "for" and "prize".
 */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L}{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)/u, "iz"],
  [/(?<=\p{L}{3})ys(?=(?:e|ed|es|er|ers|ing)$)/u, "yz"],
  [/(?<=\p{L}{3})our(?=(?:s|ed|ing|able|ite|ites|hood|hoods)?$)/u, "or"],
  [/(?<=\p{L}{2}[tb])re(?=s?$)/u, "er"],
  [/(?<=^(?:de|of)f|^lic)ence(?=s?$)/u, "ense"],
  [/(?<=[aeiou][^aeiou]{1,4}[aeiou])ll(?=(?:ed|er|ers|ing)$)/u, "l"],
  [/^grey(?=s?$)/u, "gray"],
  [/^programme(?=s?$)/u, "program"],
  [
    /(?<=^(?:p|orthop|encyclop))ae(?=d)|(?<=^an)ae(?=sth|mi)|(?<=^(?:h|leuk))ae(?=m)|(?<=^gyn)ae(?=c)|(?<=^f)oe(?=t)|(?<=^diarrh)oe(?=a)/u,
    "e",
  ],
];

/** A folded word as it is spelled in America: "normalises" is "normalizes". Others as they are. Only ever compared. */
export function foldSpelling(folded: string): string {
  return FORMS.reduce((word, [pattern, american]) => word.replace(pattern, american), folded);
}
