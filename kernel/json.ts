/**
 * One line of JSON: where the fields of its record stand. Strict: what it calls good, JSON.parse reads the same; whatever is
 * not plain (an unusual key, invalid UTF-8, a lone surrogate) is left to the host as ODD.
 */
import { reserveText, text } from "./word";

export const GOOD: u32 = 0;
/** Nothing but white space. */
export const EMPTY: u32 = 1;
/** To be read by the host. */
export const ODD: u32 = 2;

/** Raw value of `id` with its quotation marks; 0 where there is none. */
export let idFrom: usize = 0;
export let idTo: usize = 0;
/** Raw string of the words, without the marks. */
let wordsFrom: usize = 0;
let wordsTo: usize = 0;
/** How far down `TEXT_NAMES` its name stands. */
let wordsRank: u32 = 0;
/** Raw value of the date with its quotation marks; 0 where there is none. */
export let dateFrom: usize = 0;
export let dateTo: usize = 0;
/** How far down the names of the date its own stands. */
let dateRank: u32 = 0;

const DEEPEST: i32 = 64;

/** Reads the line; `n` bytes, no line feed in it, 64 bytes that may be read behind. Then `unescape` gives the words. */
export function readLine(line: usize, n: u32): u32 {
  const end = line + n;
  idFrom = 0;
  wordsFrom = 0;
  wordsRank = 100;
  dateFrom = 0;
  dateRank = 100;
  let p = skipSpace(line, end);
  if (p == end) return EMPTY;
  if (load<u8>(p) != 0x7b || !isUtf8(line, end)) return ODD;
  for (;;) {
    p = skipSpace(p + 1, end);
    if (p >= end || load<u8>(p) != 0x22) return ODD;
    const key = p + 1;
    p = skipString(key, end);
    if (p == 0) return ODD;
    const field = nameField(key, <u32>(p - 1 - key));
    if (field == UNUSUAL) return ODD;
    p = skipSpace(p, end);
    if (p >= end || load<u8>(p) != 0x3a) return ODD;
    const value = skipSpace(p + 1, end);
    p = skipValue(value, end, 0);
    if (p == 0) return ODD;
    keep(field, value, p);
    p = skipSpace(p, end);
    if (p >= end) return ODD;
    if (load<u8>(p) == 0x7d) break;
    if (load<u8>(p) != 0x2c) return ODD;
  }
  if (skipSpace(p + 1, end) != end) return ODD;
  return wordsFrom != 0 ? GOOD : ODD;
}

/** Names of the words, in the order of the library; `id`; names of the date, likewise; what makes a record more than a plain one. */
// biome-ignore format: a list
const NAMES: StaticArray<string> = [
  "articleBody", "maintext", "text", "body", "content",
  "id",
  "datePublished", "date_publish", "published", "published_at", "publishedAt", "date", "dateCreated",
  "@type", "@graph", "__proto__",
];
/** Places in that list. */
const ID: i32 = 5;
const DATE: i32 = 6;
const UNUSUAL: i32 = 13;
const OTHER: i32 = -1;

function nameField(p: usize, length: u32): i32 {
  for (let i: u32 = 0; i < length; i++) if (load<u8>(p + i) == 0x5c) return UNUSUAL;
  for (let i = 0; i < NAMES.length; i++) if (is(p, length, unchecked(NAMES[i]))) return min(i, UNUSUAL);
  return OTHER;
}

function is(p: usize, length: u32, name: string): bool {
  if (length != <u32>name.length) return false;
  for (let i: u32 = 0; i < length; i++) if (<u32>load<u8>(p + i) != <u32>name.charCodeAt(i)) return false;
  return true;
}

/** A later field of the same name takes the place of the earlier, as in JSON.parse. */
function keep(field: i32, from: usize, to: usize): void {
  if (field >= DATE) {
    if (<u32>field > dateRank) return;
    dateRank = field;
    dateFrom = from;
    dateTo = to;
  } else if (field == ID) {
    idFrom = from;
    idTo = to;
  } else if (field >= 0) {
    const isString = load<u8>(from) == 0x22;
    if (<u32>field > wordsRank) return;
    if (isString) {
      wordsRank = field;
      wordsFrom = from + 1;
      wordsTo = to - 1;
    } else if (<u32>field == wordsRank) wordsFrom = 0; // the same name again, now without words: let the host decide
  }
}

function skipSpace(p: usize, end: usize): usize {
  while (p < end) {
    const c = load<u8>(p);
    if (c != 0x20 && c != 0x09 && c != 0x0d && c != 0x0a) break;
    p++;
  }
  return p;
}

/** Behind the closing mark of the string whose words begin at `p`; 0 where there is none or the string is no JSON. */
function skipString(p: usize, end: usize): usize {
  const quote = i8x16.splat(0x22);
  const slash = i8x16.splat(0x5c);
  const space = i8x16.splat(0x20);
  while (true) {
    const v = v128.load(p);
    const stops = v128.or(v128.or(i8x16.eq(v, quote), i8x16.eq(v, slash)), i8x16.lt_u(v, space));
    const mask = i8x16.bitmask(stops);
    if (mask == 0) {
      p += 16;
      if (p >= end) return 0;
      continue;
    }
    p += <usize>ctz(mask);
    if (p >= end) return 0;
    const c = <u32>load<u8>(p);
    if (c == 0x22) return p + 1;
    if (c != 0x5c) return 0;
    const escape = <u32>load<u8>(p + 1);
    if (escape == 0x75) {
      if (p + 6 > end || readHex(p + 2) < 0) return 0;
      p += 6;
    } else {
      if (!isEscape(escape)) return 0;
      p += 2;
    }
    if (p >= end) return 0;
  }
}

// @ts-ignore: decorator
@inline
function isEscape(c: u32): bool {
  return c == 0x6e || c == 0x22 || c == 0x5c || c == 0x2f || c == 0x74 || c == 0x72 || c == 0x62 || c == 0x66;
}

/** Four hexadecimal digits, or -1. All at once: a loop of four is compiled as four times its body, wherever it is called. */
function readHex(p: usize): i32 {
  const c = v128.load32_zero(p);
  const numbers = i8x16.sub(c, i8x16.splat(0x30));
  const letters = i8x16.sub(v128.or(c, i8x16.splat(0x20)), i8x16.splat(0x61));
  const isNumber = i8x16.lt_u(numbers, i8x16.splat(10));
  const isLetter = i8x16.lt_u(letters, i8x16.splat(6));
  if ((i8x16.bitmask(v128.or(isNumber, isLetter)) & 15) != 15) return -1;
  const digits = v128.bitselect(numbers, i8x16.add(letters, i8x16.splat(10)), isNumber);
  const apart = bswap<u32>(i32x4.extract_lane(digits, 0)); // a byte each
  const pairs = (apart | (apart >> 4)) & 0xff00ff;
  return <i32>((pairs | (pairs >> 8)) & 0xffff);
}

/** Behind any JSON value; 0 where there is none. */
function skipValue(p: usize, end: usize, depth: i32): usize {
  if (p >= end || depth > DEEPEST) return 0;
  const c = <u32>load<u8>(p);
  if (c == 0x22) return skipString(p + 1, end);
  if (c == 0x7b || c == 0x5b) return skipNested(p, end, depth);
  if (c == 0x74) return skipWord(p, end, "true");
  if (c == 0x66) return skipWord(p, end, "false");
  if (c == 0x6e) return skipWord(p, end, "null");
  return skipNumber(p, end);
}

// @ts-ignore: decorator
@inline
function skipWord(p: usize, end: usize, word: string): usize {
  const to = p + <usize>word.length;
  return to <= end && is(p, <u32>word.length, word) ? to : 0;
}

function skipNested(p: usize, end: usize, depth: i32): usize {
  const isObject = load<u8>(p) == 0x7b;
  const close: u32 = isObject ? 0x7d : 0x5d;
  p = skipSpace(p + 1, end);
  if (p < end && <u32>load<u8>(p) == close) return p + 1;
  while (true) {
    if (isObject) {
      if (p >= end || load<u8>(p) != 0x22) return 0;
      p = skipString(p + 1, end);
      if (p == 0) return 0;
      p = skipSpace(p, end);
      if (p >= end || load<u8>(p) != 0x3a) return 0;
      p = skipSpace(p + 1, end);
    }
    p = skipValue(p, end, depth + 1);
    if (p == 0) return 0;
    p = skipSpace(p, end);
    if (p >= end) return 0;
    const c = <u32>load<u8>(p);
    if (c == close) return p + 1;
    if (c != 0x2c) return 0;
    p = skipSpace(p + 1, end);
  }
}

function skipNumber(p: usize, end: usize): usize {
  if (load<u8>(p) == 0x2d) p++;
  const digits = skipDigits(p, end);
  if (digits == p || (load<u8>(p) == 0x30 && digits > p + 1)) return 0;
  p = digits;
  if (p < end && load<u8>(p) == 0x2e) {
    const part = skipDigits(p + 1, end);
    if (part == p + 1) return 0;
    p = part;
  }
  if (p < end && (load<u8>(p) | 32) == 0x65) {
    p++;
    if (p < end && (load<u8>(p) == 0x2b || load<u8>(p) == 0x2d)) p++;
    const part = skipDigits(p, end);
    if (part == p) return 0;
    p = part;
  }
  return p;
}

function skipDigits(p: usize, end: usize): usize {
  while (p < end && <u32>load<u8>(p) - 48 < 10) p++;
  return p;
}

/** Whether the bytes are UTF-8 by RFC 3629: no overlong form, no surrogate, nothing beyond U+10FFFF. */
export function isUtf8(p: usize, end: usize): bool {
  while (p < end) {
    const mask = i8x16.bitmask(v128.load(p));
    if (mask == 0) {
      p += 16;
      for (; p + 64 <= end; p += 64) {
        const x = v128.or(v128.load(p), v128.load(p, 16));
        const y = v128.or(v128.load(p, 32), v128.load(p, 48));
        if (i8x16.bitmask(v128.or(x, y)) != 0) break;
      }
      continue;
    }
    p += <usize>ctz(mask);
    if (p >= end) return true;
    const lead = <u32>load<u8>(p);
    if (lead < 0xc2 || lead > 0xf4) return false;
    const length: usize = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (p + length > end) return false;
    const second = <u32>load<u8>(p, 1);
    const least: u32 = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    const most: u32 = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (second < least || second > most) return false;
    if (length > 2 && (load<u8>(p, 2) & 0xc0) != 0x80) return false;
    if (length > 3 && (load<u8>(p, 3) & 0xc0) != 0x80) return false;
    p += length;
  }
  return true;
}

/** The words of the line read last, as UTF-8 at `text`; their bytes, or -1 where a surrogate stands alone or there is no room. */
export function unescape(): i32 {
  if (!reserveText(<u32>(wordsTo - wordsFrom))) return -1;
  let p = wordsFrom;
  let out = text;
  const slash = i8x16.splat(0x5c);
  while (p < wordsTo) {
    const v = v128.load(p);
    v128.store(out, v);
    const mask = i8x16.bitmask(i8x16.eq(v, slash));
    const plain: usize = mask == 0 ? 16 : <usize>ctz(mask);
    p += plain;
    out += plain;
    if (p >= wordsTo) {
      out -= p - wordsTo;
      break;
    }
    if (mask == 0) continue;
    const c = <u32>load<u8>(p + 1);
    p += 2;
    if (c != 0x75) {
      store<u8>(out++, unescaped(c));
      continue;
    }
    let code = <u32>readHex(p);
    p += 4;
    if (code >> 11 == 27) {
      if (code > 0xdbff || p + 6 > wordsTo || load<u16>(p) != 0x755c) return -1;
      const low = <u32>readHex(p + 2);
      if (low >> 10 != 55) return -1;
      code = 0x10000 + ((code & 1023) << 10) + (low & 1023);
      p += 6;
    }
    out = encode(code, out);
  }
  return <i32>(out - text);
}

// @ts-ignore: decorator
@inline
function unescaped(c: u32): u8 {
  if (c == 0x6e) return 10;
  if (c == 0x74) return 9;
  if (c == 0x72) return 13;
  if (c == 0x62) return 8;
  return c == 0x66 ? 12 : <u8>c;
}

function encode(code: u32, out: usize): usize {
  if (code < 0x80) {
    store<u8>(out, <u8>code);
    return out + 1;
  }
  if (code < 0x800) {
    store<u8>(out, <u8>(0xc0 | (code >> 6)));
    store<u8>(out + 1, <u8>(0x80 | (code & 63)));
    return out + 2;
  }
  if (code < 0x10000) {
    store<u8>(out, <u8>(0xe0 | (code >> 12)));
    store<u8>(out + 1, <u8>(0x80 | ((code >> 6) & 63)));
    store<u8>(out + 2, <u8>(0x80 | (code & 63)));
    return out + 3;
  }
  store<u8>(out, <u8>(0xf0 | (code >> 18)));
  store<u8>(out + 1, <u8>(0x80 | ((code >> 12) & 63)));
  store<u8>(out + 2, <u8>(0x80 | ((code >> 6) & 63)));
  store<u8>(out + 3, <u8>(0x80 | (code & 63)));
  return out + 4;
}
