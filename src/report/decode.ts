import { InputError } from "../error.ts";

/** Where HTML must name its encoding by its own standard (the first 1024 bytes), with room for what pages put in front. */
const HEAD_BYTES = 2048;
/** How much of an input is looked at to tell whether it is text. */
const PROBE_BYTES = 8192;
/** `<meta charset="…">`, and `content="text/html; charset=…"` of http-equiv. */
const META_CHARSET = /<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/iu;
const UTF32 = "utf-32";
/** A byte order mark and the encoding it stands for; UTF-32 does not occur on the web and is told apart alone to be refused. */
const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xff, 0xfe, 0, 0], UTF32],
  [[0, 0, 0xfe, 0xff], UTF32],
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];
/** How files begin that people take for texts, and what to say of them. */
const STRANGERS: readonly (readonly [string, string])[] = [
  ["\u001f\u008b", "packed with gzip; unpack it first"],
  ["%PDF-", "a PDF, which is not read; save its text as .txt"],
  ["PK\u0003\u0004", "a zip file, as .docx, .odt and .epub are too; save its text as .txt"],
  ["PAR1", "a Parquet file, which is read as a corpus alone"],
];

/**
 * Bytes to text: by a byte order mark; else, where `isHtml`, by what `meta` names in the first 2 KB; else as UTF-8 if they
 * are all valid; else as windows-1252, which never fails. The mark itself is dropped, nothing else is. Throws `InputError`
 * "binary" for UTF-32, PDF and whatever else is no text: NUL bytes without a mark, or control characters beyond one in fifty. A `meta` naming an
 * encoding that does not exist, or UTF-16 (which it could not be read in), does not count.
 */
export function decodeText(bytes: Uint8Array, place: string, isHtml: boolean): string {
  const marked = findMark(bytes);
  if (marked === UTF32) throw new InputError("binary", place, "a text in UTF-32, which is not read; save it as UTF-8");
  if (marked !== null) return decode(bytes, marked);
  const stranger = findStranger(bytes);
  if (stranger !== null) throw new InputError("binary", place, stranger);
  if (isBinary(bytes)) throw new InputError("binary", place, "not a text: it holds bytes that no text has");
  const named = isHtml ? findMeta(bytes) : null;
  return named !== null && named !== "utf-8" ? decode(bytes, named) : decodeUnmarked(bytes);
}

/** The encoding by a byte order mark, or null. */
export function findMark(bytes: Uint8Array): string | null {
  return MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))?.[1] ?? null;
}

/** What a file is that begins so, if it is known and no text. */
function findStranger(bytes: Uint8Array): string | null {
  const begins = (mark: string): boolean => [...mark].every((sign, at) => bytes[at] === sign.charCodeAt(0));
  return STRANGERS.find(([mark]) => begins(mark))?.[1] ?? null;
}

function decodeUnmarked(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decode(bytes, "windows-1252");
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** The encoding that a page names for itself, if it is one and not UTF-16. */
function findMeta(bytes: Uint8Array): string | null {
  const head = decode(bytes.subarray(0, HEAD_BYTES), "windows-1252");
  const label = META_CHARSET.exec(head)?.[1];
  if (label === undefined) return null;
  try {
    const { encoding } = new TextDecoder(label);
    return encoding.startsWith("utf-16") ? null : encoding;
  } catch {
    return null;
  }
}

/** Tab, the line ends, backspace and escape occur in text; other control bytes hardly, NUL never. */
function isBinary(bytes: Uint8Array): boolean {
  const probe = bytes.subarray(0, PROBE_BYTES);
  let odd = 0;
  for (const byte of probe) {
    if (byte === 0) return true;
    if (byte < 32 && !(byte >= 8 && byte <= 13) && byte !== 27) odd++;
  }
  return odd * 50 > probe.length;
}
