import { foldWord } from "../text/fold.ts";

const encoder = new TextEncoder();

/** Code points of a page of the table. */
export const PAGE = 256;

/**
 * The word as it is compared for reuse: each character as `foldWord` folds it by itself, a final sigma as any other, the
 * commas of numbers and the points of initialisms left out. Differs from `foldWord` of the whole word in nothing that occurs.
 * Character by character, so that a table can do it.
 */
export function foldForReuse(word: string): string {
  let folded = "";
  let last = "";
  for (const character of word) {
    if (character !== "," && !(character === "." && isLetter(last))) folded += foldCharacters(character);
    last = character;
  }
  return folded;
}

/**
 * A page of the kernel's table, for the code points from `page * 256` on: 256 entries of 4 bytes, little-endian, then the folded
 * characters in UTF-8. Bits 0 and 1 of an entry are the kind, 1 letter, 2 number, 3 mark; 2 to 7 the bytes of the folded
 * character; 8 to 31 where they begin behind the entries. By the Unicode of the machine, as `findWords` goes by it too.
 */
export function makePage(page: number): Uint8Array {
  const codes = Array.from({ length: PAGE }, (_, at) => page * PAGE + at);
  const known = [...String.fromCodePoint(...codes).matchAll(/(\p{L})|(\p{N})|\p{M}/gu)]; // as dear as in text/fold.ts
  // All at once, each on a line of its own: one at a time takes several times as long. A line feed touches nothing beside it.
  const folded = foldCharacters(known.map(([character]) => character).join("\n")).split("\n");
  const bytes = encoder.encode(folded.join(""));
  const made = new Uint8Array(PAGE * 4 + bytes.length);
  const view = new DataView(made.buffer);
  let from = 0;
  for (const [at, [character, letter, number]] of known.entries()) {
    const kind = letter ? 1 : number ? 2 : 3;
    const length = encoder.encode(folded[at]).length;
    view.setUint32((character.codePointAt(0)! % PAGE) * 4, kind | (length << 2) | (from << 8), true);
    from += length;
  }
  made.set(bytes, PAGE * 4);
  return made;
}

function isLetter(character: string): boolean {
  return /\p{L}/u.test(character);
}

function foldCharacters(characters: string): string {
  return foldWord(characters).replaceAll("ς", "σ");
}
