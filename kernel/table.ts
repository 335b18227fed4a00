/** What a character is and how it is folded: a table of pages of 256 code points, filled by the host from its own Unicode. */
import { PAGES } from "./memory";

export const NONE: u32 = 0;
export const LETTER: u32 = 1;
export const NUMBER: u32 = 2;
/** A combining mark. */
export const MARK: u32 = 3;

/** Asks the host to make the page of 256 code points from `page * 256` on: an entry a code point, see `classOf`. */
// @ts-ignore: decorator
@external("host", "fillPage")
declare function fillPage(page: u32): u32;

/**
 * The entry of a code point: its class in bits 0 and 1, the bytes of its folded form in bits 2 to 7, and in the rest how far behind the
 * page's 256 entries they stand.
 */
export function entryOf(code: u32): u32 {
  const slot = load<usize>(PAGES) + (<usize>(code >> 8) << 2);
  let page = load<u32>(slot);
  if (page == 0) {
    page = fillPage(code >> 8);
    store<u32>(slot, page);
  }
  return load<u32>(<usize>page + ((<usize>code & 255) << 2));
}

/** Where the folded bytes of an entry stand. */
export function foldedAt(code: u32, entry: u32): usize {
  return load<u32>(load<usize>(PAGES) + (<usize>(code >> 8) << 2)) + 1024 + (entry >> 8);
}

/** The code point of valid UTF-8 at `p`. */
export function decode(p: usize): u32 {
  const lead = <u32>load<u8>(p);
  if (lead < 0x80) return lead;
  const second = <u32>load<u8>(p, 1) & 63;
  if (lead < 0xe0) return ((lead & 31) << 6) | second;
  const third = <u32>load<u8>(p, 2) & 63;
  if (lead < 0xf0) return ((lead & 15) << 12) | (second << 6) | third;
  return ((lead & 7) << 18) | (second << 12) | (third << 6) | (<u32>load<u8>(p, 3) & 63);
}

/** Bytes of the character that begins with this byte. */
// @ts-ignore: decorator
@inline
export function lengthOf(lead: u32): u32 {
  return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/** Start of the character that ends before `p`: of the four bytes there, the last that goes on no other. Without a loop, as it is called in many places. */
export function before(p: usize): usize {
  const begins = (load<u32>(p - 4) & 0xc0c0c0c0) ^ 0x80808080; // 0 where a byte goes on
  return p - 1 - (<usize>clz(begins) >> 3);
}

export function classAt(p: usize): u32 {
  const lead = <u32>load<u8>(p);
  if (lead >= 0x80) return entryOf(decode(p)) & 3;
  if ((lead | 32) - 97 < 26) return LETTER;
  return lead - 48 < 10 ? NUMBER : NONE;
}
