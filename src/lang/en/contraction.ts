/** What an ending behind an apostrophe stands for. Own list; *'d* is left out, which may be *had* or *would*. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/^can't$|^cannot$/u, "can not"],
  [/^won't$/u, "will not"],
  [/^shan't$/u, "shall not"],
  [/^let's$/u, "let us"],
  [/n't$/u, " not"],
  [/'ve$/u, " have"],
  [/'re$/u, " are"],
  [/'ll$/u, " will"],
  [/'m$/u, " am"],
  [/^(it|he|she|that|there|here|what|who|where)'s$/u, "$1 is"],
];

/** A folded word with what it contracts written out: "i've" is "i have". Others as they are. */
export function expandContraction(folded: string): string {
  const found = ENDINGS.find(([pattern]) => pattern.test(folded));
  return found === undefined ? folded : folded.replace(found[0], found[1]);
}
