/** The words of a text in UTF-8: where they stand in UTF-16 code units and what they hash to. As `findWords` and `foldWord` of the library. */
import { allocate } from "./memory";
import { before, classAt, decode, entryOf, foldedAt, LETTER, lengthOf, MARK, NUMBER } from "./table";

const K1: u64 = 0x9e3779b97f4a7c15;
const K2: u64 = 0xd6e8feb86659fd93;
const HIGH: u64 = 0x8080808080808080;

/** The text, with 128 zero bytes behind it and 64 before. */
export let text: usize = 0;
/** The text in lower case; a byte that the plain hash must not see has its high bit set. */
let lower: usize = 0;
/** Two numbers of 64 bits a word, start and end: byte in the low half, UTF-16 code unit in the high half. */
let bounds: usize = 0;
/** Folded bytes of one word. */
let folded: usize = 0;
let foldedSize: u32 = 0;
let capacity: u32 = 0;

/** Makes room for a text of `bytes`; false where there is none. */
export function reserveText(bytes: u32): bool {
  if (bytes <= capacity) return true;
  capacity = max<u32>(bytes + (bytes >> 1), 1 << 18);
  const room = allocate(capacity + 256);
  lower = allocate(capacity + 256);
  bounds = allocate((capacity + 2) * 8 + 256);
  if (room == 0 || lower == 0 || bounds == 0) return false;
  text = room + 64;
  return true;
}

/**
 * Finds the words of the first `n` bytes at `text`, valid UTF-8: for each its bounds, to be read with `hashOf`, `startOf` and `endOf`.
 * Gives their number.
 */
export function findWords(n: u32): u32 {
  memory.fill(text + n, 0, 128);
  const count = findFast(n);
  return count >= 0 ? <u32>count : findSlow(n);
}

// @ts-ignore: decorator
@inline
export function startOf(word: u32): u32 {
  return load<u32>(bounds + (<usize>word << 4), 4);
}

// @ts-ignore: decorator
@inline
export function endOf(word: u32): u32 {
  return load<u32>(bounds + (<usize>word << 4), 12);
}

/**
 * Sixty-four bytes at a time, as masks with a bit a byte: letters, digits and marks make words; where a word begins and ends
 * is where its mask changes. What joins them (apostrophes, points, commas) is looked at one by one where it stands beside
 * a letter or digit. Gives -1 for the rare text in which a word touches the next, which masks cannot tell.
 */
function findFast(n: u32): i32 {
  let at = bounds;
  let inWord: u64 = 0;
  let wasLetter: u64 = 0;
  let wasNumber: u64 = 0;
  // What characters that began in the block before leave to this one.
  let spillLetter: u64 = 0;
  let spillNumber: u64 = 0;
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
    let letters = spillLetter;
    let numbers = spillNumber;
    let word = spillWord;
    let apostrophes: u64 = 0;
    let points: u64 = 0;
    let commas: u64 = 0;
    let wide: u64 = 0;
    for (let q: u32 = 0; q < 64; q += 16) {
      const v = v128.load(text + i + q);
      const low = v128.or(v, bit5);
      const isLetter = i8x16.le_u(i8x16.sub(low, a), z);
      v128.store(lower + i + q, v128.bitselect(low, v, isLetter));
      letters |= <u64>(<u32>i8x16.bitmask(isLetter)) << q;
      numbers |= <u64>(<u32>i8x16.bitmask(i8x16.le_u(i8x16.sub(v, zero), nine))) << q;
      apostrophes |= <u64>(<u32>i8x16.bitmask(i8x16.eq(v, apostrophe))) << q;
      points |= <u64>(<u32>i8x16.bitmask(i8x16.eq(v, point))) << q;
      commas |= <u64>(<u32>i8x16.bitmask(i8x16.eq(v, comma))) << q;
      wide |= <u64>(<u32>i8x16.bitmask(v)) << q;
    }
    spillLetter = 0;
    spillNumber = 0;
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
      if (kind == LETTER) {
        letters |= bits;
        spillLetter = over;
      } else if (kind == NUMBER) {
        numbers |= bits;
        spillNumber = over;
      } else if (kind == MARK) return -1;
    }
    const lettersBefore = (letters << 1) | wasLetter;
    const numbersBefore = (numbers << 1) | wasNumber;
    let joins = (apostrophes & lettersBefore) | ((points | commas) & numbersBefore);
    if (joins != 0 || points != 0) {
      const next = ((apostrophes | points | commas) >> 63) != 0 ? classAt(text + i + 64) : 0;
      const lettersBehind = (letters >> 1) | (next == LETTER ? (<u64>1) << 63 : 0);
      const numbersBehind = (numbers >> 1) | (next == NUMBER ? (<u64>1) << 63 : 0);
      joins = (apostrophes & lettersBefore & lettersBehind) | ((points | commas) & numbersBefore & numbersBehind);
      for (let rest = points & lettersBefore & lettersBehind; rest != 0; rest &= rest - 1) {
        const p = text + i + <usize>ctz(rest);
        if (!isInitialism(p, chained)) continue;
        const behind = p + 1 + lengthOf(load<u8>(p + 1));
        if (joinsBehind(behind)) return -1;
        chained = p + 1;
        joins |= rest & (0 - rest);
      }
      for (let rest = joins & ~apostrophes; rest != 0; rest &= rest - 1) {
        const q = lower + i + <usize>ctz(rest);
        store<u8>(q, load<u8>(q) | 0x80);
      }
    }
    for (; curly != 0; curly &= curly - 1) {
      const b = ctz(curly);
      if (((lettersBefore >> b) & 1) == 0 || classAt(text + i + <usize>b + 3) != LETTER) continue;
      joins |= (<u64>7) << b;
      if (b > 61) spillWord = (<u64>7) >> (64 - b);
    }
    word |= letters | numbers | joins;
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
    wasLetter = letters >> 63;
    wasNumber = numbers >> 63;
  }
  return <i32>((at - bounds) >> 4);
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
      // A high bit sends the word to the fold for any characters.
      for (let i = p - text; i < q - text; i++) store<u8>(lower + i, load<u8>(text + i) | 0x80);
      count++;
    }
    unit += units;
    last = classAt(before(q));
    p = q;
  }
  return count;
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

/** The word's hash, as `hashWord` of the library. Up to 16 bytes, which is nearly every word, without a branch on the length. */
export function hashOf(word: u32): u32 {
  const from = load<u32>(bounds + (<usize>word << 4));
  const to = load<u32>(bounds + (<usize>word << 4), 8);
  const length = to - from;
  const p = lower + from;
  if (length > 16) return hashLong(from, to);
  const cut = <u64>(8 - min<u32>(length, 8)) << 3;
  const first = (load<u64>(p) << cut) >> cut;
  const cutBehind = <u64>(16 - max<u32>(length, 9)) << 3;
  const second = ((load<u64>(p, 8) << cutBehind) >> cutBehind) & (0 - <u64>(length > 8));
  if (((first | second) & HIGH) != 0) return hashFolded(from, to);
  return finish(first, step(length, second));
}

function hashLong(from: u32, to: u32): u32 {
  const p = lower + from;
  const length = to - from;
  let high = load<u64>(p);
  let rest: u64 = length;
  for (let i: u32 = 8; i < length; i += 8) {
    let v = load<u64>(p + i);
    if (length - i < 8) v &= ((<u64>1) << ((length - i) << 3)) - 1;
    high |= v;
    rest = step(rest, v);
  }
  return (high & HIGH) != 0 ? hashFolded(from, to) : finish(load<u64>(p), rest);
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
    const kind = classAt(p);
    if (lead < 0x80) {
      const isDropped = lead == 0x2c || (lead == 0x2e && last == LETTER);
      if (!isDropped) store<u8>(out++, <u8>(kind == LETTER ? lead | 32 : lead));
    } else {
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
    }
    last = kind;
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
