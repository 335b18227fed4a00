import { closeSync, openSync, readSync } from "node:fs";
import { CHUNK, isGzip } from "./bytes.ts";
import { findUtf16, hasMark, LINE_FEED, LONGEST_LINE } from "./line.ts";
import type { Source } from "./source.ts";
import { explainRead } from "./trouble.ts";

/** The lines of a plain file that begin at one byte or behind it, and before another. */
export interface Range {
  readonly path: string;
  readonly from: number;
  readonly to: number;
}

/** Where whole lines stand, and whether the one behind them was too long to be taken. */
export interface Lines {
  readonly at: number;
  readonly bytes: number;
  readonly isCut: boolean;
}

/** Bytes of room that a range may need: its own, and its last line. */
export const RANGE_ROOM: number = LONGEST_LINE + 2 * CHUNK;
/** Bytes read behind a range together with it, and again until its last line ends. */
const BEHIND = 1 << 14;
/** Bytes of a page of memory. */
const PAGE = 4096;
/** Bytes of the shortest ranges. */
const LEAST = 1 << 17;

/** Whether a part of the file can be read by itself: it is there, no pipe, not packed, and in UTF-8. */
export function isInParts({ path, size }: Source): boolean {
  if (size === 0) return false;
  const first = new Uint8Array(3);
  try {
    withFile(path, (file) => readSync(file, first));
  } catch {
    return false; // whoever reads it as a whole tells why
  }
  return !isGzip(first) && !findUtf16(first);
}

/**
 * A file in ranges from a byte on, none beyond `CHUNK`. They shorten towards the end of it, so that no thread has much left when the others have
 * nothing to do.
 */
export function* cutRanges({ path, size }: Source, first: number, threads: number): Generator<Range> {
  for (let from = first; from < size; ) {
    const length = Math.min(CHUNK, Math.max(LEAST, Math.ceil((size - from) / (4 * threads))));
    yield { path, from, to: Math.min(size, from + length) };
    from += length;
  }
}

/**
 * Reads the lines of a range into `room`, `RANGE_ROOM` bytes, the last of them to its end. The first range of a file is longer than a byte order mark,
 * or all of it. Throws `InputError` where the file cannot be read.
 */
export function readRange({ path, from, to }: Range, room: Uint8Array): Lines {
  return withFile(path, (file) => {
    // The byte before tells whether a line begins at the range. From the start of a page: the system copies it three times as fast.
    const start = Math.floor(Math.max(0, from - 1) / PAGE) * PAGE;
    const behind = to - start;
    let filled = fill(file, room.subarray(0, behind + BEHIND), start);
    const at = from === 0 ? lengthOfMark(room) : findLine(room.subarray(0, filled), from - 1 - start);
    if (at >= behind) return { at, bytes: 0, isCut: false };
    const last = Math.max(at, room.subarray(0, behind - 1).lastIndexOf(LINE_FEED) + 1);
    let end = room.subarray(0, filled).indexOf(LINE_FEED, behind - 1);
    while (end < 0 && filled - last <= LONGEST_LINE) {
      const more = fill(file, room.subarray(filled, filled + BEHIND), start + filled);
      const found = room.subarray(filled, filled + more).indexOf(LINE_FEED);
      if (found >= 0 || more === 0) end = filled + Math.max(0, found);
      filled += more;
    }
    const isCut = end < 0 || end - last > LONGEST_LINE;
    return { at, bytes: (isCut ? last : Math.min(end + 1, filled)) - at, isCut };
  });
}

function lengthOfMark(first: Uint8Array): number {
  return hasMark(first) ? 3 : 0;
}

/** Behind the first line feed from `at` on; the end where there is none. */
function findLine(bytes: Uint8Array, at: number): number {
  const feed = bytes.indexOf(LINE_FEED, at);
  return feed < 0 ? bytes.length : feed + 1;
}

/** Gives how many bytes there were: fewer than the room only at the end of the file. */
function fill(file: number, room: Uint8Array, position: number): number {
  let filled = 0;
  for (;;) {
    const read = readSync(file, room, filled, room.length - filled, position + filled);
    filled += read;
    if (read === 0 || filled === room.length) return filled;
  }
}

function withFile<T>(path: string, read: (file: number) => T): T {
  let file: number | null = null;
  try {
    file = openSync(path, "r");
    return read(file);
  } catch (error) {
    throw explainRead(error, path);
  } finally {
    if (file !== null) closeSync(file);
  }
}
