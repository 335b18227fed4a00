/** The words of a text in UTF-8: where they stand in UTF-16 code units and what they hash to. As `findWords` and `foldWord` of the library. */
import { allocate } from "./memory";
import { before, classAt, decode, entryOf, foldedAt, LETTER, lengthOf, MARK, NUMBER } from "./table";

const K1: u64 = 0x9e3779b97f4a7c15;
const K2: u64 = 0xd6e8feb86659fd93;
const HIGH: u64 = 0x8080808080808080;

/** The text, with 128 zero bytes behind it and 64 before. */
export let text: usize = 0;
/** Places of commas in numbers and of points in initialisms, 4 bytes each: their words are folded a character at a time. */
let dropped: usize = 0;
/** Of the words found last: see `findWords`. */
export let bounds: usize = 0;
/** Folded bytes of one word. */
let folded: usize = 0;
let foldedSize: u32 = 0;
let capacity: u32 = 0;

/** Makes room for a text of `bytes`; false where there is none. */
export function reserveText(bytes: u32): bool {
  if (bytes <= capacity) return true;
  capacity = max<u32>(bytes + (bytes >> 1), 1 << 18);
  const room = allocate(capacity + 256);
  dropped = allocate(capacity * 2 + 256);
  bounds = allocate((capacity + 2) * 8 + 256);
  if (room == 0 || dropped == 0 || bounds == 0) return false;
  text = room + 64;
  return true;
}

/**
 * Finds the words of the first `n` bytes at `text`, valid UTF-8: their bounds, two numbers of 64 bits a word, start and end, byte in the low
 * half, UTF-16 code unit in the high half. Gives their number.
 */
export function findWords(n: u32): u32 {
  memory.fill(text + n, 0, 128);
  const count = findFast(n);
  return count < 0 ? findSlow(n) : <u32>count;
}

/**
 * Sixty-four bytes at a time, as masks with a bit a byte: letters, digits and marks make words; where a word begins and ends
 * is where its mask changes. What joins them (apostrophes, points, commas) is looked at one by one where it stands between two
 * of them. Gives -1 for the rare text in which a word touches the next, which masks cannot tell.
 */
function findFast(n: u32): i32 {
  let at = bounds;
  let drop = dropped;
  let inWord: u64 = 0;
  let wasKnown: u64 = 0;
  // What characters that began in the block before leave to this one.
  let spillKnown: u64 = 0;
  let spillWord: u64 = 0;
  let extra: u32 = 0; // bytes beyond UTF-16 code units so far
  let chained: usize = 0; // letter behind the last point of an initialism
  const bit5 = i8x16.splat(0x20);
  const a = i8x16.splat(0x61);
  const zero = i8x16.splat(0x30);
  const z = i8x16.splat(25);
  const nine = i8x16.splat(9);
  const apostrophe = i8x16.splat(0x27);
  const point = i8x16.splat(0x2e);
  const comma = i8x16.splat(0x2c);
  for (let i: u32 = 0; i <= n; i += 64) {
    let known = spillKnown; // letters and digits
    let word = spillWord;
    let joiners: u64 = 0;
    let wide: u64 = 0;
    for (let q: u32 = 0; q < 64; q += 16) {
      const v = v128.load(text + i + q);
      const isLetter = i8x16.le_u(i8x16.sub(v128.or(v, bit5), a), z);
      const isNumber = i8x16.le_u(i8x16.sub(v, zero), nine);
      const isJoiner = v128.or(v128.or(i8x16.eq(v, apostrophe), i8x16.eq(v, point)), i8x16.eq(v, comma));
      known |= <u64>(<u32>i8x16.bitmask(v128.or(isLetter, isNumber))) << q;
      joiners |= <u64>(<u32>i8x16.bitmask(isJoiner)) << q;
      wide |= <u64>(<u32>i8x16.bitmask(v)) << q;
    }
    spillKnown = 0;
    spillWord = 0;
    let follow: u64 = 0; // continuation bytes
    let four: u64 = 0; // first bytes of characters of two code units
    let curly: u64 = 0; // first bytes of curly apostrophes
    for (let rest = wide; rest != 0; ) {
      const b = ctz(rest);
      const p = text + i + <usize>b;
      const lead = <u32>load<u8>(p);
      if (lead < 0xc0) {
        follow |= (<u64>1) << b;
        rest &= rest - 1;
        continue;
      }
      const length = lengthOf(lead);
      const bits = (((<u64>1) << length) - 1) << b;
      const over = b + length > 64 ? (((<u64>1) << length) - 1) >> (64 - b) : 0;
      follow |= bits & ~((<u64>1) << b);
      if (length == 4) four |= (<u64>1) << b;
      rest &= ~bits;
      const code = decode(p);
      if (code == 0x2019) {
        curly |= (<u64>1) << b;
        continue;
      }
      const kind = entryOf(code) & 3;
      if (kind == MARK) return -1;
      if (kind == 0) continue;
      known |= bits;
      spillKnown = over;
    }
    const knownBefore = (known << 1) | wasKnown;
    const knownBehind = (known >> 1) | ((<u64>1) << 63); // of the next block nothing is known yet
    let joins: u64 = 0;
    for (let rest = joiners & knownBefore & knownBehind; rest != 0; rest &= rest - 1) {
      const p = text + i + <usize>ctz(rest);
      const c = <u32>load<u8>(p);
      const kind = classAt(before(p));
      if (classAt(p + 1) != kind) continue;
      if (kind == NUMBER) {
        if (c == 0x27) continue;
      } else if (kind != LETTER || c == 0x2c) continue;
      else if (c == 0x2e) {
        if (!isInitialism(p, chained)) continue;
        const behind = p + 1 + lengthOf(load<u8>(p + 1));
        if (joinsBehind(behind)) return -1;
        chained = p + 1;
      }
      joins |= rest & (0 - rest);
      if (c == 0x27 || (c == 0x2e && kind == NUMBER)) continue;
      store<u32>(drop, <u32>(p - text));
      drop += 4;
    }
    for (curly &= knownBefore; curly != 0; curly &= curly - 1) {
      const b = ctz(curly);
      const p = text + i + <usize>b;
      if (classAt(before(p)) != LETTER || classAt(p + 3) != LETTER) continue;
      joins |= (<u64>7) << b;
      if (b > 61) spillWord = (<u64>7) >> (64 - b);
    }
    word |= known | joins;
    const changes = word ^ ((word << 1) | inWord);
    if (wide == 0) {
      for (let rest = changes; rest != 0; rest &= rest - 1) {
        const p = <u64>i + ctz(rest);
        store<u64>(at, p | ((p - extra) << 32));
        at += 8;
      }
    } else {
      for (let rest = changes; rest != 0; rest &= rest - 1) {
        const below = (rest & (0 - rest)) - 1;
        const p = <u64>i + ctz(rest);
        store<u64>(at, p | ((p - extra - popcnt(follow & below) + popcnt(four & below)) << 32));
        at += 8;
      }
      extra += <u32>popcnt(follow) - <u32>popcnt(four);
    }
    inWord = word >> 63;
    wasKnown = known >> 63;
  }
  markDropped(drop);
  return <i32>((at - bounds) >> 4);
}

/** Sets the high bit of what the fold leaves out: a byte that no character begins with, which sends the word to `hashFolded`. */
function markDropped(end: usize): void {
  for (let at = dropped; at < end; at += 4) {
    const p = text + <usize>load<u32>(at);
    store<u8>(p, load<u8>(p) | 0x80);
  }
}

/** Whether the point at `p`, a letter on either side, is one of an initialism: single letters, the first one where a word begins. */
function isInitialism(p: usize, chained: usize): bool {
  const kind = classAt(p + 1 + lengthOf(load<u8>(p + 1)));
  if (kind == LETTER || kind == NUMBER) return false;
  const first = before(p);
  if (first == chained) return true;
  return !isInWord(first);
}

/** Whether the letter at `p` goes on a word. */
function isInWord(p: usize): bool {
  if (p == text) return false;
  const last = before(p);
  const kind = classAt(last);
  if (kind != 0) return true;
  if (load<u8>(last) != 0x27 && !(load<u8>(last) == 0xe2 && decode(last) == 0x2019)) return false;
  return last > text && classAt(before(last)) == LETTER;
}

/** Whether what stands behind an initialism would join a word: a mark, or an apostrophe before a letter. */
function joinsBehind(p: usize): bool {
  if (classAt(p) == MARK) return true;
  const code = decode(p);
  return (code == 0x27 || code == 0x2019) && classAt(p + lengthOf(load<u8>(p))) == LETTER;
}

/** The rule of `findWords` of the library, a character at a time. */
function findSlow(n: u32): u32 {
  const end = text + n;
  let count: u32 = 0;
  let p = text;
  let unit: u32 = 0;
  let drop = dropped;
  let last: u32 = 0; // class of the character before
  while (p < end) {
    let q = skipInitialism(p, last);
    if (q == p) q = skipWord(p, last);
    const isWord = q != p;
    if (!isWord) q = p + lengthOf(load<u8>(p));
    const units = countUnits(p, q);
    if (isWord) {
      store<u64>(bounds + (<usize>count << 4), <u64>(p - text) | (<u64>unit << 32));
      store<u64>(bounds + (<usize>count << 4) + 8, <u64>(q - text) | (<u64>(unit + units) << 32));
      drop = listDropped(p, q, drop);
      count++;
    }
    unit += units;
    last = classAt(before(q));
    p = q;
  }
  markDropped(drop);
  return count;
}

/** Puts the commas and points of a word where `findFast` puts them; a point between digits too, which the fold keeps. */
function listDropped(from: usize, to: usize, drop: usize): usize {
  for (let p = from; p < to; p++) {
    if (load<u8>(p) != 0x2c && load<u8>(p) != 0x2e) continue;
    store<u32>(drop, <u32>(p - text));
    drop += 4;
  }
  return drop;
}

function skipInitialism(p: usize, last: u32): usize {
  if (last == LETTER || last == NUMBER || classAt(p) != LETTER) return p;
  let q = p + lengthOf(load<u8>(p));
  let end = p;
  while (load<u8>(q) == 0x2e && classAt(q + 1) == LETTER) {
    const behind = q + 1 + lengthOf(load<u8>(q + 1));
    const kind = classAt(behind);
    if (kind == LETTER || kind == NUMBER) break;
    q = behind;
    end = q;
  }
  return end;
}

function skipWord(p: usize, last: u32): usize {
  while (true) {
    const length = lengthOf(load<u8>(p));
    const kind = classAt(p);
    if (kind == 0) {
      const code = decode(p);
      const joins =
        code == 0x27 || code == 0x2019 ? LETTER : code == 0x2e || code == 0x2c ? NUMBER : 4;
      if (last != joins || classAt(p + length) != joins) return p;
    }
    last = kind;
    p += length;
  }
}

/** UTF-16 code units of the bytes. */
function countUnits(from: usize, to: usize): u32 {
  let units: u32 = 0;
  for (; from < to; from++) {
    const byte = load<u8>(from);
    if ((byte & 0xc0) != 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}

/** Sixteen bytes of ones, then of zeros: what keeps the first n bytes begins at 16 - n. */
const ONES: usize = memory.data<u64>([~0, ~0, 0, 0]);

/**
 * The word's hash, as `hashWord` of the library. Up to 16 bytes, which is nearly every word, without a branch on the length: all characters
 * of words but capitals have the bit that makes small letters, so that setting it in all folds plain words. `base` is `text`, where a loop
 * holds it.
 */
// @ts-ignore: decorator
@inline
export function hashOf(base: usize, from: u32, to: u32): u32 {
  const length = to - from;
  if (length > 16) return hashLong(from, to);
  const bytes = v128.and(
    v128.or(v128.load(base + from), i8x16.splat(0x20)),
    v128.load(ONES + 16 - <usize>length),
  );
  if (i8x16.bitmask(bytes) != 0) return hashFolded(from, to);
  return finish(i64x2.extract_lane(bytes, 0), step(length, i64x2.extract_lane(bytes, 1)));
}

const SMALL: u64 = 0x2020202020202020;

function hashLong(from: u32, to: u32): u32 {
  const p = text + from;
  const length = to - from;
  const first = load<u64>(p) | SMALL;
  let high = first;
  let rest: u64 = length;
  for (let i: u32 = 8; i < length; i += 8) {
    let v = load<u64>(p + i) | SMALL;
    if (length - i < 8) v &= ((<u64>1) << ((length - i) << 3)) - 1;
    high |= v;
    rest = step(rest, v);
  }
  return (high & HIGH) != 0 ? hashFolded(from, to) : finish(first, rest);
}

// @ts-ignore: decorator
@inline
function step(rest: u64, bytes: u64): u64 {
  const h = (rest ^ bytes) * K2;
  return h ^ (h >> 29);
}

// @ts-ignore: decorator
@inline
function finish(first: u64, rest: u64): u32 {
  let h = (first ^ rest) * K1;
  h ^= h >> 32;
  return <u32>((h * K2) >> 32);
}

/** The hash of a word with characters to fold: each by the table, commas and the points of initialisms left out. */
function hashFolded(from: u32, to: u32): u32 {
  // No character folds to more than 33 bytes, 11 times its own.
  const most = (to - from) * 11 + 64;
  if (most > foldedSize) {
    foldedSize = max<u32>(most * 2, 4096);
    folded = allocate(foldedSize + 64);
  }
  let out = folded;
  let last: u32 = 0;
  for (let p = text + from; p < text + to; ) {
    const lead = <u32>load<u8>(p);
    if (lead < 0xc0) {
      const c = lead & 0x7f; // see `markDropped`
      const isDropped = c == 0x2c || (c == 0x2e && last == LETTER);
      if (!isDropped) store<u8>(out++, <u8>(c | 32));
      last = (c | 32) - 97 < 26 ? LETTER : c - 48 < 10 ? NUMBER : 0;
      p++;
      continue;
    }
    const code = decode(p);
    if (code == 0x2019) store<u8>(out++, 0x27);
    else {
      const entry = entryOf(code);
      const bytes = (entry >> 2) & 63;
      const from = foldedAt(code, entry);
      // Rarely more than one step; what is written too much is written over.
      for (let i: u32 = 0; i < bytes; i += 16) v128.store(out + i, v128.load(from + i));
      out += bytes;
    }
    last = classAt(p);
    p += lengthOf(lead);
  }
  return hashBytes(folded, <u32>(out - folded));
}

function hashBytes(p: usize, length: u32): u32 {
  v128.store(p + length, i64x2.splat(0));
  let rest = step(length, load<u64>(p, 8));
  for (let i: u32 = 16; i < length; i += 8) rest = step(rest, load<u64>(p + i));
  return finish(load<u64>(p), rest);
}
