/** One line without its end. The bytes are good until the next line is asked for. */
export interface Line {
  /** From one. */
  readonly number: number;
  readonly bytes: Uint8Array;
}

/** Most bytes of one line, as for a file that is one report: many times the largest news page. */
export const LONGEST_LINE = 10_000_000;
export const LINE_FEED = 10;
const UTF16: ReadonlyMap<number, string> = new Map([
  [0xfeff, "utf-16be"],
  [0xfffe, "utf-16le"],
]);

/** Whether a file that begins so has the byte order mark of UTF-8. */
export function hasMark(first: Uint8Array): boolean {
  return first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf;
}

/** The name of the encoding where a file that begins so is in UTF-16. */
export function findUtf16(first: Uint8Array): string | undefined {
  return UTF16.get(first[0]! * 256 + first[1]!);
}

/**
 * The lines of a stream of bytes, parted at line feeds, empty ones left out (the carriage return of CRLF is white space to
 * JSON). A line longer than `LONGEST_LINE` is never held: `refuse` is told its number, and reading goes on behind it. A byte order
 * mark is dropped; UTF-16 is turned into UTF-8.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  refuse: (error: { readonly number: number; readonly reason: string }) => void,
): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 1;
  const close = (last: Uint8Array): Line[] => {
    const bytes = parts.length === 0 ? last : Buffer.concat([...parts, last]);
    const isLong = length + last.length > LONGEST_LINE;
    if (isLong) refuse({ number, reason: `a line longer than the limit of ${LONGEST_LINE / 1_000_000} MB` });
    const line = { number, bytes };
    parts = [];
    length = 0;
    number++;
    return isLong || bytes.length === 0 ? [] : [line];
  };
  for await (const chunk of dropMark(chunks)) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      yield* close(chunk.subarray(from, end));
      from = end + 1;
    }
    const rest = chunk.subarray(from);
    length += rest.length;
    if (length > LONGEST_LINE) parts = [];
    else if (rest.length > 0) parts.push(rest.slice());
  }
  if (length > 0) yield* close(new Uint8Array(0));
}

/** The same bytes as UTF-8 without a byte order mark. */
export async function* dropMark(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | null = null;
  let isFirst = true;
  const encoder = new TextEncoder();
  for await (const chunk of chunks) {
    const encoding = isFirst ? findUtf16(chunk) : undefined;
    if (encoding) decoder = new TextDecoder(encoding);
    const isMarked = isFirst && hasMark(chunk);
    isFirst = false;
    if (decoder) yield encoder.encode(decoder.decode(chunk, { stream: true }));
    else yield isMarked ? chunk.subarray(3) : chunk;
  }
}
