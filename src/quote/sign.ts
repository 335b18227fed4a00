import type { Span } from "../text/span.ts";

/** A quotation mark and what it can do where it stands. Apostrophes and signs of feet and inches are left out. */
export interface Sign {
  readonly at: number;
  /** Behind it: some typists' marks are two code units wide. */
  readonly to: number;
  readonly glyph: string;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** Two apostrophes and two graves stand for a double mark where there was none to type. */
const GLYPHS = /''|``|‘‘|’’|["“”„«»‹›‘’‚']/g;
const LETTER = /[\p{L}\p{N}\p{M}]/u;
/** What an apostrophe at the head of a word stands for: "'90s", "'em". Own list. */
const ELISION = /^(?:\d\ds?\b|(?:em|til|cause|tis|twas|n|round|bout|cos|nuff|ere|s)\b)/iu;
/** Feet before inches: 6'2". */
const FEET = /\d['’′]\s?\d{1,2}$/u;

/** The quotation marks of a block in text order. Linear: looks at a fixed stretch around each. */
export function findSigns(text: string, block: Span): Sign[] {
  const signs: Sign[] = [];
  for (const match of text.slice(block.from, block.to).matchAll(GLYPHS)) {
    const sign = readSign(text, block, block.from + match.index, match[0]);
    if (sign.opens || sign.closes) signs.push(sign);
  }
  return closeGlued(text, dropInches(text, dropPossessives(text, signs)));
}

function readSign(text: string, block: Span, at: number, glyph: string): Sign {
  const to = at + glyph.length;
  const before = at === block.from ? " " : text[at - 1]!;
  const after = to === block.to ? " " : text[to]!;
  switch (glyph) {
    case "“":
      return { at, to, glyph, opens: !isBehindWord(before, after), closes: isWordEnd(before) && !LETTER.test(after) };
    case "”":
      return { at, to, glyph, opens: /\s/u.test(before) && !/\s/u.test(after), closes: true };
    case "„":
      return { at, to, glyph, opens: true, closes: false };
    case "‚":
      return { at, to, glyph, opens: LETTER.test(after), closes: false };
    case "‘":
      return { at, to, glyph, opens: isSingleOpening(text, at, before, after), closes: isWordEnd(before) };
    case "’":
      return { at, to, glyph, opens: false, closes: isWordEnd(before) && !LETTER.test(after) };
    case "'":
      return {
        at,
        to,
        glyph,
        opens: isSingleOpening(text, at, before, after),
        closes: isWordEnd(before) && !LETTER.test(after),
      };
    case '"':
    case "''":
      return { at, to, glyph, ...readStraight(text, { from: at, to }, before, after) };
    case "``":
    case "‘‘":
      return { at, to, glyph, opens: true, closes: false };
    case "’’":
      return { at, to, glyph, opens: false, closes: isWordEnd(before) };
    default:
      return { at, to, glyph, opens: true, closes: true }; // guillemets go either way
  }
}

/**
 * A straight mark opens before a word and closes behind one; with white space on both sides it may do either, and between a
 * stop and a capital, where a page has lost a space: `It fell."We ran," she said.`
 */
function readStraight(text: string, { from, to }: Span, before: string, after: string): Pick<Sign, "opens" | "closes"> {
  const isFeet = FEET.test(text.slice(Math.max(0, from - 6), from));
  const isSpaced = /\s/u.test(before) && /\s/u.test(after);
  const goesOn = text.startsWith("..", to); // "... and so on"
  const isBeforeWord = goesOn || !/[\s.,;:!?)\]]/u.test(after);
  const isGlued = /[.!?]/u.test(before) && /\p{Lu}/u.test(after);
  const opens = !LETTER.test(before) && (isSpaced || isBeforeWord) && (isGlued || !/[.,!?]/u.test(before));
  return { opens: opens && !isFeet, closes: (isWordEnd(before) || isSpaced) && !isFeet };
}

/** Whether a mark that should open stands where only one that closes can. */
function isBehindWord(before: string, after: string): boolean {
  return /[\p{L}\p{N}.,!?…)\]]/u.test(before) && /\s/u.test(after);
}

function isWordEnd(before: string): boolean {
  return !/[\s([—–]/u.test(before);
}

function isSingleOpening(text: string, at: number, before: string, after: string): boolean {
  return !LETTER.test(before) && /[\p{L}\p{N}“"[($£€…]/u.test(after) && !ELISION.test(text.slice(at + 1, at + 8));
}

/**
 * Leaves out the apostrophe of a plural possessive: behind an s, before a blank and a small letter, with another mark
 * that can close coming in the same sentence before any opens: ‘the dogs’ tails’.
 */
function dropPossessives(text: string, signs: readonly Sign[]): Sign[] {
  const kept: Sign[] = [];
  let next: Sign | null = null;
  for (const sign of signs.toReversed()) {
    if ("’'".includes(sign.glyph)) {
      if (!isPossessive(text, sign, next)) kept.push(sign);
      else continue;
    } else kept.push(sign);
    if ("‘’'".includes(sign.glyph)) next = sign;
  }
  return kept.reverse();
}

function isPossessive(text: string, sign: Sign, next: Sign | null): boolean {
  if (!sign.closes || sign.opens || !/^[sSzZ]['’] \p{Ll}/u.test(text.slice(sign.at - 1, sign.at + 3))) return false;
  if (next === null || !next.closes || next.opens || next.at - sign.at > 300) return false;
  return next.glyph === sign.glyph && !/[.!?;:]\s/u.test(text.slice(sign.at, next.at));
}

/** Leaves out a straight mark of inches: right behind a digit, where the next straight mark can only close. */
function dropInches(text: string, signs: readonly Sign[]): Sign[] {
  const kept: Sign[] = [];
  let next: Sign | null = null;
  for (const sign of signs.toReversed()) {
    const isInch = sign.glyph === '"' && /\d/u.test(text[sign.at - 1] ?? "") && next?.closes === true && !next.opens;
    if (!isInch) kept.push(sign);
    if (sign.glyph === '"') next = sign;
  }
  return kept.reverse();
}

/** Takes a straight mark between a stop and a capital for a closing one alone where the next double mark only opens, or none comes. */
function closeGlued(text: string, signs: readonly Sign[]): Sign[] {
  const kept: Sign[] = [];
  let next: Sign | null = null;
  for (const sign of signs.toReversed()) {
    const isGlued = sign.glyph === '"' && sign.opens && sign.closes && /\S/u.test(text[sign.at - 1] ?? " ");
    kept.push(isGlued && next?.closes !== true ? { ...sign, opens: false } : sign);
    if (!"‘‚’'".includes(sign.glyph)) next = sign;
  }
  return kept.reverse();
}
