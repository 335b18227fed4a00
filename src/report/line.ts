import { type Span, trimSpan } from "../text/span.ts";

/** Whatever ends a line. */
const BREAK = /\r\n|[\n\r\u2028\u2029\f\v]/g;
/** No text is hard-wrapped wider than this, in UTF-16 code units. */
const WIDEST = 120;

/** A line with words on it, white space trimmed off; `parted` says that an empty line stands before it. */
export interface Line extends Span {
  readonly parted: boolean;
}

/** The lines of `span` that are not empty, in text order. Linear. */
export function findLines(text: string, span: Span = { from: 0, to: text.length }): Line[] {
  const lines: Line[] = [];
  const body = text.slice(span.from, span.to);
  let start = 0;
  let parted = false;
  for (const match of body.matchAll(BREAK)) {
    push(start, match.index);
    start = match.index + match[0].length;
  }
  push(start, body.length);
  return lines;

  function push(from: number, to: number): void {
    const line = trimSpan(text, { from: span.from + from, to: span.from + to });
    if (text.slice(line.from, line.to).trim() === "") parted = true;
    else {
      lines.push({ ...line, parted });
      parted = false;
    }
  }
}

/**
 * Paragraphs of a plain text, in order: each line is one, but where the text is hard-wrapped the lines that a wrap parted
 * are put together. Two lines are parted by a wrap if no empty line stands between them and the first word of the second
 * would not have fitted on the first; the text is wrapped if at least half of such places go on in lower case. An empty
 * line or a line left short ends a paragraph in either case.
 */
export function findParagraphs(text: string, span?: Span): Span[] {
  const lines = findLines(text, span);
  const wrap = findWrap(text, lines);
  const paragraphs: Span[] = [];
  for (const [i, line] of lines.entries()) {
    const last = paragraphs.at(-1);
    if (last && wrap.has(i)) paragraphs[paragraphs.length - 1] = { from: last.from, to: line.to };
    else paragraphs.push({ from: line.from, to: line.to });
  }
  return paragraphs;
}

/** Numbers of the lines that go on the line before them; none where the text is not wrapped. */
function findWrap(text: string, lines: readonly Line[]): Set<number> {
  const width = lines.reduce((most, line) => Math.max(most, line.to - line.from), 0);
  if (width > WIDEST) return new Set();
  const full = lines.flatMap((line, i) => {
    const before = lines[i - 1];
    if (before === undefined || line.parted) return [];
    return before.to - before.from + 1 + firstWord(text, line) > width ? [i] : [];
  });
  const lower = full.filter((i) => /^\p{Ll}/u.test(text.slice(lines[i]!.from, lines[i]!.from + 2)));
  return lower.length > 0 && lower.length * 2 >= full.length ? new Set(full) : new Set();
}

/** Length of a line's first word. */
function firstWord(text: string, line: Span): number {
  const end = text.slice(line.from, line.to).search(/\s/);
  return end < 0 ? line.to - line.from : end;
}
