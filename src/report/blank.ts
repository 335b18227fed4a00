/** More than one space, and what follows. */
const BLANK = / {2,}(\S)/gu;

/** Words of a report without the spaces that stand for boxes: "Sen. Ana Ruiz, a lawyer", "Sen. Ana Ruiz (D-Maine)". */
export function closeBlanks(words: string): string {
  return words.replace(BLANK, (_, next: string) => (/[.,;:!?)’']/u.test(next) ? next : ` ${next}`));
}
