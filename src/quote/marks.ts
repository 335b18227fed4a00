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
  ["‘", ["’"]],
  ["‚", ["‘", "’"]],
  ["'", ["'"]],
]);
const SINGLE: readonly string[] = ["‘", "‚", "'"];

/**
 * The outermost runs between quotation marks, in text order. What is marked within a run stays inside it. A run left
 * open goes on in the next block if that begins with the same opening mark (the press's way of quoting several
 * paragraphs); else it ends with its block, not `closed`; a single mark left open is an apostrophe. A double mark left
 * open right before another opens is dropped. Linear: a block is read twice at most.
 */
export function findMarked(text: string, blocks: readonly Span[]): Marked[] {
  const found: Marked[] = [];
  let parts: MarkedPart[] = [];
  let glyph = "";
  blocks.forEach((block, i) => {
    const goesOn = parts.length > 0 && text.startsWith(glyph, block.from);
    if (parts.length > 0 && !goesOn) flush(false);
    const { runs, open } = pair(text, block);
    for (const run of runs) {
      parts.push({ block: i, ...run });
      flush(true);
    }
    if (open === null) return;
    parts.push({ block: i, outer: { from: open.at, to: block.to }, inner: { from: open.to, to: block.to } });
    glyph = open.glyph;
  });
  flush(false);
  return found;

  function flush(closed: boolean): void {
    if (parts.length > 0) found.push({ parts, closed });
    parts = [];
  }
}

interface Paired {
  readonly runs: readonly { readonly outer: Span; readonly inner: Span }[];
  /** The double mark that was left open, if any. */
  readonly open: Sign | null;
}

/** Pairs the marks of a block: first as nesting, then, if that leaves one open, each with the next that closes it. */
function pair(text: string, block: Span): Paired {
  const signs = findSigns(text, block);
  const nested = pairSigns(signs, true);
  return nested.open === null ? nested : pairSigns(signs, false);
}

function pairSigns(signs: readonly Sign[], isNesting: boolean): Paired {
  const runs: { outer: Span; inner: Span }[] = [];
  let open: Sign | null = null;
  let depth = 0;
  for (const sign of signs) {
    if (open === null || (!isNesting && sign.glyph === open.glyph && sign.opens && !sign.closes)) {
      if (sign.opens) open = sign;
    } else if (isCloser(open, sign)) {
      if (depth-- > 0) continue;
      runs.push({ outer: { from: open.at, to: sign.to }, inner: { from: open.to, to: sign.at } });
      open = null;
      depth = 0;
    } else if (sign.glyph === open.glyph && sign.opens) depth++;
  }
  return { runs, open: open !== null && SINGLE.includes(open.glyph) ? null : open };
}

function isCloser(open: Sign, sign: Sign): boolean {
  return sign.closes && CLOSERS.get(open.glyph)!.includes(sign.glyph);
}
