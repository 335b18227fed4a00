/** Takes no room of its own: combining marks, joiners, direction marks and the like. */
const NARROW = /[\p{M}\p{Cf}]/u;
/** Takes two columns in a terminal: East Asian wide and full-width characters, pictures. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;
const PLAIN = /^[\u0020-\u007e\u00a0-\u02ff\u2010-\u2027]*$/u;

/** Columns of a terminal that the text takes, near enough: what a terminal draws depends on its font. */
export function measureWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const char of text) width += NARROW.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return width;
}

/** The text filled up with blanks to `width` columns; as it is if it is wider. */
export function padWidth(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - measureWidth(text)));
}

/**
 * Lines of at most `width` columns, broken at blanks; a word that is wider is broken where the line is full. White space
 * counts as one blank. One empty line for no words.
 */
export function wrapWords(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let room = width;
  for (const word of text
    .split(/\s+/u)
    .filter(Boolean)
    .flatMap((long) => breakWord(long, width))) {
    const needs = measureWidth(word) + (line === "" ? 0 : 1);
    if (needs > room && line !== "") {
      lines.push(line);
      line = "";
      room = width;
    }
    room -= line === "" ? measureWidth(word) : needs;
    line += line === "" ? word : ` ${word}`;
  }
  return [...lines, line];
}

/** A word in parts of at most `width` columns; a character wider than that is a part of its own. */
function breakWord(word: string, width: number): string[] {
  if (measureWidth(word) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  let taken = 0;
  for (const char of word) {
    const needs = measureWidth(char);
    if (taken + needs > width && part !== "") {
      parts.push(part);
      part = "";
      taken = 0;
    }
    part += char;
    taken += needs;
  }
  return [...parts, part];
}
