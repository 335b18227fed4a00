import { closeBlanks } from "../report/blank.ts";

/**
 * What does harm where text is shown: controls but tab and line ends, orders that turn the direction of writing round,
 * invisible tags and annotation marks, code points that are no characters, and lone surrogates. A line end as files of
 * any origin have it comes along, to be made one.
 */
const UNSAFE =
  /\r\n?|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\u{e0000}-\u{e007f}]/gu;
const SPACE = /\s+/gu;
/** What is legal in JSON but better not sent raw: DEL, C1 controls, line separators and direction orders. */
const ESCAPABLE = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * The text with everything harmful replaced by something to see: a control picture (`␛`), a code point in words
 * (`‹U+202E›`), or `\ufffd` where there is no character at all. Line ends become `\n`. Harmless text comes back as it is.
 * Does not escape for HTML: `html` does both.
 */
export function makeVisible(text: string): string {
  return text.replace(UNSAFE, showUnsafe);
}

/** One line for a terminal: visible, any white space one blank, none at the ends. */
export function makeLine(text: string): string {
  return makeVisible(closeBlanks(text)).replace(SPACE, " ").trim();
}

/** A JSON text in which no terminal and no script engine finds an order; still the same JSON value. */
export function escapeJson(json: string): string {
  return json.replace(ESCAPABLE, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function showUnsafe(char: string): string {
  const code = char.codePointAt(0)!;
  if (code === 0x0d) return "\n";
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return "␡";
  if (/[\ufffe\uffff\ud800-\udfff]/u.test(char)) return "\ufffd";
  return `‹U+${code.toString(16).toUpperCase().padStart(4, "0")}›`;
}
