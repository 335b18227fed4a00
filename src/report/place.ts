/** A lexical piece of JSON with the space before it. Each stretch of a string begins with a backslash, so that there is one way only to match it. */
const TOKEN =
  /[ \t\r\n]*(?:([{}[\],:])|"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*"()|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;
const SPACE = /[ \t\r\n]*/y;

/** What may come next: a value, a key, or what follows one of them. `first` is right behind an opening bracket. */
type Expected = "value" | "first value" | "key" | "first key" | "colon" | "next";

/**
 * Where a text stops being JSON, in code units, its length if it breaks off; null if it is JSON. Engines say it in different
 * words or, for short texts, not at all. Linear.
 */
export function findJsonError(text: string): number | null {
  const open: string[] = [];
  let expected: Expected = "value";
  let at = 0;
  while (true) {
    const from = skipSpace(text, at);
    if (from === text.length) return expected === "next" && open.length === 0 ? null : from;
    TOKEN.lastIndex = at;
    const match: RegExpExecArray | null = TOKEN.exec(text);
    const next: Expected | null = match && step(open, expected, match[1] ?? null, match[2] !== undefined);
    if (!match || next === null) return from;
    expected = next;
    at = TOKEN.lastIndex;
  }
}

/** What is expected behind a token, or null if the token was not. `mark` is null for a scalar. */
function step(open: string[], expected: Expected, mark: string | null, isString: boolean): Expected | null {
  if (mark === "}" || mark === "]") return close(open, expected, mark);
  if (expected === "colon") return mark === ":" ? "value" : null;
  if (expected === "next") return mark === "," && open.length > 0 ? (open.at(-1) === "{" ? "key" : "value") : null;
  if (expected === "key" || expected === "first key") return isString ? "colon" : null;
  if (mark === null) return "next";
  if (mark !== "{" && mark !== "[") return null;
  open.push(mark);
  return mark === "{" ? "first key" : "first value";
}

function close(open: string[], expected: Expected, mark: string): Expected | null {
  const opened = mark === "}" ? "{" : "[";
  const isFirst = expected === (mark === "}" ? "first key" : "first value");
  return open.at(-1) === opened && (expected === "next" || isFirst) && open.pop() !== undefined ? "next" : null;
}

function skipSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  SPACE.exec(text);
  return SPACE.lastIndex;
}

/** Line and column of a place in a text, both from one, as editors count them. */
export function findLineColumn(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at);
  const start = Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1;
  return { line: (before.match(/\r\n|\r|\n/g) ?? []).length + 1, column: at - start + 1 };
}
