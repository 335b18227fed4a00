import type { Span } from "../text/span.ts";
import { findSigns, type Sign } from "./sign.ts";

/** Words between marks in one block. */
export interface MarkedPart {
  /** Place of the block in the list given. */
  readonly block: number;
  /** With the marks. */
  readonly outer: Span;
  /** Without them. */
  readonly inner: Span;
}

/** Words between an opening mark and its closing one; several parts where they run over paragraphs. */
export interface Marked {
  readonly parts: readonly MarkedPart[];
  /** False where no closing mark was found: the words then end with the block. */
  readonly closed: boolean;
  /** Whether marks of two kinds are paired: straight, curly, or made of two single ones. */
  readonly mixed: boolean;
}

/** What closes each opening mark. Guillemets stand either way round; German ones low and high. */
const CLOSERS: ReadonlyMap<string, readonly string[]> = new Map([
  ["“", ["”"]],
  ["”", ["”"]],
  ["„", ["“", "”"]],
  ["«", ["»"]],
  ["»", ["«"]],
  ["‹", ["›"]],
  ["›", ["‹"]],
  ['"', ['"']],
  ["''", ["''"]],
  ["``", ["''"]],
  ["‘‘", ["’’"]],
  ["‘", ["’"]],
  ["‚", ["‘", "’"]],
  ["'", ["'"]],
]);
const SINGLE: readonly string[] = ["‘", "‚", "'"];
/** Double marks that a typist, or a machine that curls some of them, takes one for the other. */
const MIXED: readonly string[] = ['"', "“", "”", "''", "``", "‘‘", "’’"];
const CURLY: readonly string[] = ["“", "”"];
/** Of those, what opens. */
const OPENERS: readonly string[] = ['"', "“"];

/**
 * The outermost runs between quotation marks, in text order. What is marked within a run stays inside it. A run left
 * open goes on in the next block if that begins with the same opening mark, straight or curly (the press's way of quoting several
 * paragraphs); else it ends with its block, not `closed`; a single mark left open is an apostrophe. A double mark left
 * open right before another opens is dropped. Straight and curly marks are paired with one another where no mark of a block
 * is over if they are, and one is if they are not. Linear: a block is read five times at most.
 */
export function findMarked(text: string, blocks: readonly Span[]): Marked[] {
  const found: Marked[] = [];
  let parts: MarkedPart[] = [];
  let glyph = "";
  blocks.forEach((block, i) => {
    const goesOn = parts.length > 0 && listOpeners(glyph).some((own) => text.startsWith(own, block.from));
    if (parts.length > 0 && !goesOn) flush(false, false);
    const { runs, open } = pair(text, block);
    for (const { outer, inner, mixed } of runs) {
      parts.push({ block: i, outer, inner });
      flush(true, mixed);
    }
    if (open === null) return;
    parts.push({ block: i, outer: { from: open.at, to: block.to }, inner: { from: open.to, to: block.to } });
    glyph = open.glyph;
  });
  flush(false, false);
  return found;

  function flush(closed: boolean, mixed: boolean): void {
    if (parts.length > 0) found.push({ parts, closed, mixed });
    parts = [];
  }
}

/** What may open one more paragraph of words that a mark has opened. */
function listOpeners(glyph: string): readonly string[] {
  return OPENERS.includes(glyph) ? OPENERS : [glyph];
}

interface Run {
  readonly outer: Span;
  readonly inner: Span;
  readonly mixed: boolean;
}

interface Paired {
  readonly runs: readonly Run[];
  /** The double mark that was left open, if any. */
  readonly open: Sign | null;
  /** Whether a double mark is over that can only close. */
  readonly isOver: boolean;
}

/**
 * Pairs the marks of a block: as nesting; if that leaves one over, straight with curly ones too; if that does as well, each
 * with the next that closes it, straight with curly ones where that makes more pairs and leaves none over that is not over without it.
 */
function pair(text: string, block: Span): Paired {
  const signs = findSigns(text, block);
  const nested = pairSigns(signs, isCloser, true);
  if (nested.open === null && !nested.isOver) return nested;
  const mixed = pairSigns(signs, isMixedCloser, true);
  if (mixed.open === null && !mixed.isOver) return mixed;
  if (nested.open === null) return nested;
  const flat = pairSigns(dropGoingOn(text, block, signs), isCloser, true);
  if (flat.open === null && !flat.isOver) return flat;
  const next = pairSigns(signs, isCloser, false);
  const mixedNext = pairSigns(signs, isMixedCloser, false);
  const isEven = !mixedNext.isOver && (mixedNext.open === null || next.open !== null);
  const isBetter = isEven && mixedNext.runs.length > next.runs.length;
  return isBetter ? mixedNext : next;
}

/**
 * The signs without marks that begin one more paragraph of a quotation where a page has run its paragraphs into one: “We waited. “Then we
 * left.” The block begins with the quotation, and the mark stands behind a full stop before the first that closes.
 */
function dropGoingOn(text: string, block: Span, signs: readonly Sign[]): readonly Sign[] {
  const [first] = signs;
  if (first === undefined || first.at !== block.from) return signs;
  const end = signs.findIndex((sign) => sign.closes && !sign.opens);
  const isOn = ({ glyph, at, opens, closes }: Sign): boolean =>
    glyph === first.glyph && opens && !closes && /[.!?…]\s+$/u.test(text.slice(at - 4, at));
  return signs.filter((sign, at) => at === 0 || at >= end || !isOn(sign));
}

function pairSigns(signs: readonly Sign[], closes: typeof isCloser, isNesting: boolean): Paired {
  const runs: Run[] = [];
  let open: Sign | null = null;
  let depth = 0;
  let isOver = false;
  for (const sign of signs) {
    if (open === null || (!isNesting && sign.glyph === open.glyph && sign.opens && !sign.closes)) {
      if (sign.opens) open = sign;
      else if (MIXED.includes(sign.glyph)) isOver = true;
    } else if (closes(open, sign)) {
      if (depth-- > 0) continue;
      const mixed = MIXED.includes(sign.glyph) && MIXED.includes(open.glyph) && kindOf(sign) !== kindOf(open);
      runs.push({ outer: { from: open.at, to: sign.to }, inner: { from: open.to, to: sign.at }, mixed });
      open = null;
      depth = 0;
    } else if (sign.opens && isAlike(open, sign, closes)) depth++;
  }
  return { runs, open: open !== null && SINGLE.includes(open.glyph) ? null : open, isOver };
}

/** Double marks of one kind belong together: straight ones, curly ones, and those made of two single ones. */
function kindOf({ glyph }: Sign): number {
  return glyph === '"' ? 0 : CURLY.includes(glyph) ? 1 : 2;
}

function isCloser(open: Sign, sign: Sign): boolean {
  const isTurned = sign.glyph === "“" && open.glyph === "“" && !sign.opens; // typed the wrong way round
  return sign.closes && (isTurned || CLOSERS.get(open.glyph)!.includes(sign.glyph));
}

/** As `isCloser`, a straight mark for a curly one and the other way round. */
function isMixedCloser(open: Sign, sign: Sign): boolean {
  if (!MIXED.includes(open.glyph) || !MIXED.includes(sign.glyph)) return isCloser(open, sign);
  return sign.closes && !(sign.glyph === "“" && sign.opens);
}

/** Whether a mark opens a run within a run that `open` opened. */
function isAlike(open: Sign, sign: Sign, closes: typeof isCloser): boolean {
  if (sign.glyph === open.glyph) return true;
  return closes === isMixedCloser && MIXED.includes(open.glyph) && MIXED.includes(sign.glyph);
}
