/** The word on the button that ends the box. */
const BUTTON = /(?<![\p{L}\p{N}])MORE(?![\p{L}\p{N}])/gu;
/** No box is longer, from the name to the button, in UTF-16 code units: three headlines, each of several stories. */
const LONGEST = 900;
/** Longest name with the full name behind it. */
const LONGEST_NAME = 200;
const NAME = "\\p{Lu}[\\p{L}'’-]*\\p{Ll}";
/** What makes the bearer of a name another; it stays with the name. */
const SUFFIX = ",? (?:[JS]r\\.|I{2,3}(?!\\p{L}))";
/** Words of a full name before the last: "John ", "Joshua (Josh) ", "H. ", "de ". */
const FIRST = "(?:(?:\\(?\\p{Lu}[\\p{L}.'’-]*\\)?|de|la|van|von|bin|al) ){1,6}";
/** The box sticks to the full name that it begins with: "McCain| John Sidney McCain2020 Democrats …", "McCain| John McCainHow …". */
const STUCK = `(?<last>${NAME})(?:${SUFFIX})?(?<box> ?${FIRST}\\k<last>)(?=[^\\s\\p{Ll}\\p{M}.,;:!?)])(?!['’]s )`;
/** It does not; then the whole name has to come again: "John McCain| John Sidney McCain How …". */
const LOOSE = `(?<first>${NAME}) (?<last>${NAME})(?:${SUFFIX})?(?<box> \\k<first> (?:${FIRST})?\\k<last>)(?= [^\\s\\p{Ll}])`;
const BOXES = [STUCK, LOOSE].map((box) => new RegExp(`(?<![\\p{L}\\p{N}])${box}`, "u"));

/**
 * The text with spaces instead of the boxes that come up over a name where the page is read with a mouse, which those who collect texts take for words of the
 * report: the person's full name, headlines of other articles and a button, in the midst of a sentence ("Sen. Ana Ruiz Ana Maria RuizOther headline Another
 * headline MORE (D-Maine) said"). As long as before, so that every place holds. Linear.
 */
export function blankHovers(text: string): string {
  let blanked = "";
  let done = 0;
  let searched = 0;
  for (const { index: button } of text.matchAll(BUTTON)) {
    const from = findBox(text, Math.max(done, searched, button - LONGEST), button);
    searched = button - LONGEST_NAME; // a name that this button has cut may still come
    if (from === null) continue;
    const to = button + "MORE".length;
    blanked += text.slice(done, from) + " ".repeat(to - from);
    done = to;
  }
  return blanked + text.slice(done);
}

/** Where the first box begins in the last line of a span; null where none does. */
function findBox(text: string, from: number, to: number): number | null {
  const line = from + text.slice(from, to).lastIndexOf("\n") + 1;
  for (const form of BOXES) {
    const found = form.exec(text.slice(line, to));
    if (found) return line + found.index + found[0].length - found.groups!.box!.length;
  }
  return null;
}
