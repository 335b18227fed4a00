/**
 * Other ways to write one name or unit: a row's forms all stand for its first. Folded, but for initialisms that are a
 * common word in small letters ("US", "WHO"), which stand in capitals. Several words make one. Own list of the forms
 * usual in news.
 */
export const ALIASES: ReadonlyMap<string, string> = new Map(
  `united states|US|USA|united states of america
  united kingdom|UK|great britain
  united nations|UN
  european union|EU
  nato|north atlantic treaty organization|north atlantic treaty organisation
  united arab emirates|UAE
  world health organization|world health organisation|WHO
  federal bureau of investigation|FBI
  central intelligence agency|CIA
  kyiv|kiev
  odesa|odessa
  beijing|peking
  turkey|turkiye
  myanmar|burma
  percent|per cent`
    .split("\n")
    .flatMap((row) => {
      const forms = row.trim().split("|");
      return forms.map((form) => [form, forms[0]!] as const);
    }),
);

/** The most words that a form in `ALIASES` has. */
export const LONGEST_ALIAS = 4;

/** The first words of the forms in `ALIASES`. */
export const ALIAS_STARTS: ReadonlySet<string> = new Set([...ALIASES.keys()].map((form) => form.split(" ")[0]!));
