import { InputError } from "../corpus.ts";
import { type ByteOptions, CHUNK, readBytes } from "./bytes.ts";
import { dropMark, LONGEST_LINE } from "./line.ts";
import type { Source } from "./source.ts";

/** Whole lines of a file: what was left of the chunk before, then the chunk. Good until the next block is asked for. */
export interface Block {
  readonly head: Uint8Array;
  readonly body: Uint8Array;
  /** Whether a line that was too long stood before these, and was passed over. */
  readonly isBehindLong: boolean;
}

/** Room that a block may need: the longest line and a chunk behind it. */
export const BLOCK_ROOM: number = LONGEST_LINE + CHUNK + 4096;
const LINE_FEED = 10;
const NOTHING = new Uint8Array(0);

/**
 * A file of lines in blocks of whole lines, as large as its chunks. A line beyond `LONGEST_LINE` is never held: the block behind it
 * says so. `findRoom` gives `CHUNK` bytes behind so many of a block's head: so the body of a plain file is read to where it is wanted.
 */
export async function* readBlocks(
  source: Source,
  options: Omit<ByteOptions, "findRoom"> & { readonly findRoom?: (head: number) => Uint8Array } = {},
): AsyncGenerator<Block> {
  let head: Uint8Array = NOTHING;
  let isLong = false;
  const { findRoom, ...others } = options;
  const own: ByteOptions = { ...others, ...(findRoom && { findRoom: () => findRoom(head.length) }) };
  for await (const chunk of dropMark(readBytes(source, own))) {
    const first = chunk.indexOf(LINE_FEED);
    isLong ||= head.length + (first < 0 ? chunk.length : first) > LONGEST_LINE;
    if (first < 0) {
      head = isLong ? NOTHING : Buffer.concat([head, chunk]);
      continue;
    }
    const from = isLong ? first + 1 : 0;
    const body = chunk.subarray(from, Math.max(from, chunk.lastIndexOf(LINE_FEED) + 1));
    const rest = chunk.slice(from + body.length); // before the block is handed out: its reader may use what is behind it
    yield { head: isLong ? NOTHING : head, body, isBehindLong: isLong };
    head = rest;
    isLong = false;
  }
  if (head.length > 0 || isLong) yield { head, body: NOTHING, isBehindLong: isLong };
}

export function tooLong(place: string): InputError {
  return new InputError("too-large", place, `a line longer than the limit of ${LONGEST_LINE / 1_000_000} MB`);
}
