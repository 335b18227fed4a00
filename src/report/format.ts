import { InputError } from "../error.ts";
import { findJsonError } from "./place.ts";

/** What a file is read as. */
export type Format = "plain" | "html" | "json" | "lines";

/** Endings of file names, lower case. */
const ENDINGS: ReadonlyMap<string, Format> = new Map([
  ["txt", "plain"],
  ["text", "plain"],
  ["md", "plain"],
  ["html", "html"],
  ["htm", "html"],
  ["xhtml", "html"],
  ["json", "json"],
  ["jsonld", "json"],
  ["jsonl", "lines"],
  ["ndjson", "lines"],
]);
/** How a page begins, comments and an XML declaration before it allowed. */
const PAGE = /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,1000}>\s*)?<(?:!doctype html|html|head|body|meta|title)\b/iu;

/** The format that a name's ending tells, or null. What stands behind `?` or `#` in a URL is no part of the name. */
export function findFormat(name: string): Format | null {
  const path = /^https?:/iu.test(name) ? name.replace(/[?#].*$/su, "") : name;
  return ENDINGS.get(/\.([^./\\]{1,8})$/u.exec(path)?.[1]?.toLowerCase() ?? "") ?? null;
}

/** Whether bytes begin as a page does, in whatever encoding that has ASCII in its place. */
export function isPage(bytes: Uint8Array): boolean {
  return PAGE.test(new TextDecoder("windows-1252").decode(bytes.subarray(0, 2048)).replace(/^ï»¿/u, ""));
}

/**
 * The format of a text whose name tells nothing: a page, JSON, a line of JSON after the other, else plain. A text that
 * opens with a bracket counts as JSON only if it is, or if it goes on as an object does (`{"`): "[Reuters] Smoke …" is plain.
 */
export function sniffFormat(text: string): Format {
  if (PAGE.test(text.slice(0, 2048))) return "html";
  if (!/^\s*[{[]/u.test(text)) return "plain";
  if (findJsonError(text) === null) return "json";
  const [first = ""] = text.trimStart().split(/\r?\n/u, 1);
  if (/^\{/u.test(first) && findJsonError(first) === null) return "lines";
  return /^\s*\{\s*"/u.test(text) ? "json" : "plain";
}

/** Throws `InputError` "too-large" for more bytes than `most`. */
export function checkSize(bytes: Uint8Array, most: number, place: string): void {
  if (bytes.length <= most) return;
  throw new InputError("too-large", place, `larger than the limit of ${formatBytes(most)}`);
}

function formatBytes(bytes: number): string {
  return bytes >= 1_000_000 ? `${Math.round(bytes / 100_000) / 10} MB` : `${bytes} bytes`;
}
