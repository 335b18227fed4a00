import type { Span } from "../../text/span.ts";
import type { Marked, MarkedPart } from "../marks.ts";
import type { Unit } from "../unit.ts";
import { makeBytes, makeInts } from "./arena.ts";
import type { Form, FormReader } from "./form.ts";

/** The words and marks of one block, as the tagger reads them: lists of one length. */
export interface Line {
  readonly length: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly forms: readonly Form[];
  /** 0 outside quotation marks, 1 an opening one, 2 within, 3 a closing one. */
  readonly quoted: Uint8Array;
  /** Place of its sentence within the block. */
  readonly sentence: Int32Array;
}

/** A line for each block, in order. `sentences` are those of all blocks, `marked` all their runs between quotation marks. */
export function makeLines({ blocks, tokens, sentences, marked }: Lines, read: FormReader): Line[] {
  const sentencesOf = Map.groupBy(sentences, ({ block }) => block);
  const partsOf = Map.groupBy(
    marked.flatMap(({ parts }) => parts),
    ({ block }) => block,
  );
  return blocks.map((block, at) =>
    makeLine({ tokens: tokens.get(block)!, sentences: sentencesOf.get(at) ?? [], parts: partsOf.get(at) ?? [] }, read),
  );
}

/** What lines are made of: `tokens` are those of each block. */
interface Lines {
  readonly blocks: readonly Span[];
  readonly tokens: ReadonlyMap<Span, readonly Unit[]>;
  readonly sentences: readonly BlockSpan[];
  readonly marked: readonly Marked[];
}

interface BlockSpan extends Span {
  readonly block: number;
}

/** What a line is made of. `sentences` and `parts` are those of the block, in text order. */
interface LineParts {
  readonly tokens: readonly Unit[];
  readonly sentences: readonly Span[];
  readonly parts: readonly MarkedPart[];
}

/** Reads a block. Linear. */
function makeLine({ tokens, sentences, parts }: LineParts, read: FormReader): Line {
  const length = tokens.length;
  const from = makeInts(length);
  const to = makeInts(length);
  const quoted = makeBytes(length);
  const sentence = makeInts(length);
  let at = 0;
  let part = 0;
  const forms = tokens.map((token, i) => {
    from[i] = token.from;
    to[i] = token.to;
    while (at + 1 < sentences.length && token.from >= sentences[at + 1]!.from) at++;
    sentence[i] = at;
    while (part < parts.length && token.from >= parts[part]!.outer.to) part++;
    quoted[i] = findState(parts[part], token.from);
    return read(token.entry!);
  });
  return { length, from, to, forms, quoted, sentence };
}

function findState(part: MarkedPart | undefined, at: number): number {
  if (part === undefined || at < part.outer.from) return 0;
  return at < part.inner.from ? 1 : at >= part.inner.to ? 3 : 2;
}

/** The state of the quotation marks at a place; 9 outside the line. */
export function stateAt({ quoted }: Line, i: number): number {
  return i >= 0 && i < quoted.length ? quoted[i]! : 9;
}

/** Whether a sentence begins at word `i`. */
export function isFirst({ sentence }: Line, i: number): boolean {
  return i === 0 || sentence[i] !== sentence[i - 1];
}
