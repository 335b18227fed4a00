import { foldWord } from "../text/fold.ts";

/** What a character is within a word; 0 is none of these. */
type Kind = 0 | 1 | 2 | 3;

/** Any of the kinds. */
const KNOWN = /[\p{L}\p{N}\p{M}]/u;
const LETTER = /\p{L}/u;
const NUMBER = /\p{N}/u;
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
    if (character !== "," && !(character === "." && LETTER.test(last))) folded += foldCharacter(character);
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
  const entries = new Uint8Array(PAGE * 4);
  const view = new DataView(entries.buffer);
  const folded: number[] = [];
  for (let at = 0; at < PAGE; at++) {
    const code = page * PAGE + at;
    const kind = code >> 11 === 27 ? 0 : findKind(String.fromCodePoint(code)); // surrogates are nothing
    if (kind === 0) continue;
    const bytes = encoder.encode(foldCharacter(String.fromCodePoint(code)));
    view.setUint32(at * 4, kind | (bytes.length << 2) | (folded.length << 8), true);
    folded.push(...bytes);
  }
  const made = new Uint8Array(entries.length + folded.length);
  made.set(entries);
  made.set(folded, entries.length);
  return made;
}

function foldCharacter(character: string): string {
  return foldWord(character).replaceAll("ς", "σ");
}

function findKind(character: string): Kind {
  if (!KNOWN.test(character)) return 0;
  if (LETTER.test(character)) return 1;
  if (NUMBER.test(character)) return 2;
  return 3;
}
