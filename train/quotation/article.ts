import { findMarked } from "../../src/quote/marks.ts";
import type { FormReader } from "../../src/quote/tag/form.ts";
import { CONTENT, CUE, SOURCE } from "../../src/quote/tag/label.ts";
import { type Line, makeLines } from "../../src/quote/tag/line.ts";
import { readSentences, readTokens, type Unit } from "../../src/quote/unit.ts";
import { findBlocks } from "../../src/report/block.ts";
import type { Span } from "../../src/text/span.ts";

export type Pair = readonly [number, number];

/** An attribution as PolNeAR has it; a part that is not there is empty. */
export interface GoldAttribution {
  readonly source: readonly Pair[];
  readonly cue: readonly Pair[];
  readonly content: readonly Pair[];
}

/** An article of PolNeAR as `../shared/data/quotation` has it. */
export interface Article {
  readonly id: string;
  readonly text: string | null;
  readonly attributions: readonly GoldAttribution[];
}

/** The article's body as the tagger reads it. */
export function readLines(text: string, read: FormReader): Line[] {
  const blocks = findBlocks(text).filter(({ kind }) => kind === "standfirst" || kind === "paragraph");
  const marked = findMarked(text, blocks);
  const tokens = new Map(blocks.map((block): [Span, Unit[]] => [block, readTokens(text, block)]));
  return makeLines({ blocks, tokens, marked, sentences: readSentences(text, blocks, marked) }, read);
}

/** The labels of all attributions on words `from` to `to`; where two meet, a cue stands before a source, a source before a content. */
export function labelWords(line: Line, gold: readonly GoldAttribution[], from: number, to: number): Uint8Array {
  const labels = new Uint8Array(to - from);
  for (const [role, part] of [
    ["content", CONTENT],
    ["source", SOURCE],
    ["cue", CUE],
  ] as const)
    for (const attribution of gold) for (const pair of attribution[role]) putPair(pair, part);
  for (let j = 0; j < labels.length; j++) {
    const label = labels[j]!;
    if (label > 0 && label % 2 === 0 && labels[j - 1] !== label && labels[j - 1] !== label - 1) labels[j] = label - 1;
  }
  return labels;

  function putPair([start, end]: Pair, part: number): void {
    let isFirst = true;
    for (let i = firstBehind(line, start); i < line.length && line.from[i]! < end; i++) {
      if (i >= from && i < to) labels[i - from] = isFirst ? part : part + 1;
      isFirst = false;
    }
  }
}

/** The first word that ends behind `at`. */
function firstBehind(line: Line, at: number): number {
  let [low, high] = [0, line.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (line.to[middle]! > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
