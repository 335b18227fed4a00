import { InputError } from "../index.ts";
import { type ByteOptions, readBytes } from "./bytes.ts";
import { dropMark, LONGEST_LINE } from "./line.ts";
import type { Source } from "./source.ts";

/** Whole lines of a file: what was left of the chunk before, then the chunk. Good until the next block is asked for. */
export interface Block {
  readonly head: Uint8Array;
  readonly body: Uint8Array;
  /** Number in the file of its first line, from one. */
  readonly line: number;
}

/** Room that a block may need: the longest line and a chunk behind it. */
export const BLOCK_ROOM: number = LONGEST_LINE + (1 << 20) + 4096;
const LINE_FEED = 10;
const NOTHING = new Uint8Array(0);

/**
 * A file of lines in blocks of whole lines as large as its chunks. Every line counts, as in an editor. A line beyond
 * `LONGEST_LINE` is never held, and told to `onTooLong`.
 */
export async function* readBlocks(
  source: Source,
  options: ByteOptions & { readonly onTooLong: (error: InputError) => void },
): AsyncGenerator<Block> {
  let head: Uint8Array = NOTHING;
  let line = 1;
  let isLong = false;
  for await (const chunk of dropMark(readBytes(source, options))) {
    const first = chunk.indexOf(LINE_FEED);
    isLong ||= head.length + (first < 0 ? chunk.length : first) > LONGEST_LINE;
    if (first < 0) {
      head = isLong ? NOTHING : Buffer.concat([head, chunk]);
      continue;
    }
    if (isLong) options.onTooLong(tooLong(`${source.path}:${line}`));
    const from = isLong ? first + 1 : 0;
    if (isLong) line++;
    const body = chunk.subarray(from, chunk.lastIndexOf(LINE_FEED) + 1);
    yield { head: isLong ? NOTHING : head, body, line };
    line += countLines(body);
    head = chunk.slice(from + body.length);
    isLong = false;
  }
  if (isLong) options.onTooLong(tooLong(`${source.path}:${line}`));
  else if (head.length > 0) yield { head, body: NOTHING, line };
}

export function tooLong(place: string): InputError {
  return new InputError("too-large", place, `a line longer than the limit of ${LONGEST_LINE / 1_000_000} MB`);
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines++;
  return lines;
}
