import { InputError } from "../corpus.ts";
import { type ByteOptions, readBytes } from "./bytes.ts";
import { dropMark, LINE_FEED, LONGEST_LINE } from "./line.ts";
import type { Source } from "./source.ts";

/** Whole lines of a file: what was left of the chunk before, then the chunk. Good until the next block is asked for. */
export interface Block {
  readonly head: Uint8Array;
  readonly body: Uint8Array;
  /** Whether a line that was too long stood before these, and was passed over. */
  readonly isBehindLong: boolean;
}

const NOTHING = new Uint8Array(0);

/**
 * A file of lines in blocks of whole lines, as large as its chunks. A line beyond `LONGEST_LINE` is never held: the block behind it
 * says so.
 */
export async function* readBlocks(source: Source, options: ByteOptions = {}): AsyncGenerator<Block> {
  let head: Uint8Array = NOTHING;
  let isLong = false;
  for await (const chunk of dropMark(readBytes(source, options))) {
    const first = chunk.indexOf(LINE_FEED);
    isLong ||= head.length + (first < 0 ? chunk.length : first) > LONGEST_LINE;
    if (first < 0) {
      head = isLong ? NOTHING : Buffer.concat([head, chunk]);
      continue;
    }
    const from = isLong ? first + 1 : 0;
    const body = chunk.subarray(from, Math.max(from, chunk.lastIndexOf(LINE_FEED) + 1));
    const rest = chunk.slice(from + body.length);
    yield { head: isLong ? NOTHING : head, body, isBehindLong: isLong };
    head = rest;
    isLong = false;
  }
  if (head.length > 0 || isLong) yield { head, body: NOTHING, isBehindLong: isLong };
}

export function tooLong(place: string): InputError {
  return new InputError("too-large", place, `a line longer than the limit of ${LONGEST_LINE / 1_000_000} MB`);
}
