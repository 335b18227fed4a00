import { InputError } from "../error.ts";
import { decodeText, findMark } from "./decode.ts";
import { checkSize, type Format, findFormat, isPage, sniffFormat } from "./format.ts";
import { readHtml } from "./html.ts";
import { hashBytes, makeId, settleIds } from "./id.ts";
import { parseJson, readArticles, readRecord } from "./json.ts";
import { readPlain } from "./plain.ts";
import type { Origin, Report } from "./report.ts";
import { makeReport } from "./source.ts";

/** A file as its bytes. `name` is the path or URL as the user gave it; `-` is standard input. */
export interface Input {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadOptions {
  /**
   * Most bytes of one report, before it is decoded: of a file, or of a line of a file of JSON lines, which may itself be of
   * any size. Default 10,000,000, many times the largest news page; raise it for books, lower it behind a public door.
   */
  readonly maxBytes?: number;
}

/** What could be read, in the order of the inputs, and why the rest could not. */
export interface ReadResult {
  readonly reports: readonly Report[];
  readonly refused: readonly InputError[];
}

type Results = readonly (Report | InputError)[];

const MAX_BYTES = 10_000_000;
const LINE_FEED = 10;
const SPACE = 32;

/**
 * Reads files into reports. The format is told by the ending of the name (`.txt` `.html` `.json` `.jsonl`), else by the
 * content. A file of JSON gives a report for each article in it, with `#2` behind the place of the second; a file of JSON
 * lines one for each line, with `:2` behind its place. An input that cannot be used is refused by itself and never stops
 * the others; no input gives no report. Only a bug throws. The only door that is `async`, for the hash and because what reads pages is
 * loaded when the first one comes.
 */
export async function readReports(inputs: readonly Input[], options: ReadOptions = {}): Promise<ReadResult> {
  const maxBytes = options.maxBytes ?? MAX_BYTES;
  const results: (Report | InputError)[] = [];
  for (const input of inputs) results.push(...(await readInput(input, maxBytes)));
  const settled = settleIds(results.filter((result): result is Report => !(result instanceof InputError)));
  const refused = results.filter((result) => result instanceof InputError);
  return { reports: settled.reports, refused: [...refused, ...settled.refused] };
}

async function readInput({ name, bytes }: Input, maxBytes: number): Promise<Results> {
  const told = findFormat(name);
  try {
    if (told === "lines") return await readLines(name, bytes, maxBytes);
    checkSize(bytes, maxBytes, name);
    const text = decodeText(bytes, name, told === "html" || (told === null && isPage(bytes)));
    if (text.trim() === "") throw new InputError("empty", name, "nothing but white space in it");
    const format = told ?? sniffFormat(text);
    if (format === "lines") return await readLines(name, bytes, maxBytes);
    return await readWhole(format, text, { place: name, sha256: await hashBytes(bytes) });
  } catch (error) {
    return [asRefused(error)];
  }
}

async function readWhole(format: Format, text: string, origin: Origin): Promise<Results> {
  if (format === "json") return readJsonFile(parseJson(text, origin.place), origin);
  const content = format === "html" ? await readHtml(text, origin.place) : readPlain(text);
  return [makeReport(content, origin, makeId(origin.sha256))];
}

/** Reports of a file or line of JSON; one article keeps its name, several are numbered. */
function readJsonFile(value: unknown, origin: Origin): Results {
  const { place, sha256 } = origin;
  const articles = readArticles(value, place);
  if (articles.length === 1) return [makeReport(readRecord(articles[0]!, place), origin, makeId(sha256))];
  return articles.flatMap((article, i) => {
    const own = { place: `${place}#${i + 1}`, sha256 };
    return catchRefused(() => [makeReport(readRecord(article, own.place), own, makeId(sha256, i + 1))]);
  });
}

/** Reports of a file of JSON lines. Each line is measured, decoded and refused by itself; empty lines do not count. */
async function readLines(name: string, bytes: Uint8Array, maxBytes: number): Promise<Results> {
  const results: (Report | InputError)[] = [];
  for (const { line, number } of splitLines(findMark(bytes) ? toUtf8(bytes, name) : bytes)) {
    const origin = { place: `${name}:${number}`, sha256: await hashBytes(line) };
    results.push(...catchRefused(() => readLine(line, origin, maxBytes)));
  }
  return results.length > 0 ? results : [new InputError("empty", name, "nothing but white space in it")];
}

function readLine(line: Uint8Array, origin: Origin, maxBytes: number): Results {
  checkSize(line, maxBytes, origin.place);
  return readJsonFile(parseJson(decodeText(line, origin.place, false), origin.place, true), origin);
}

/** A file with a byte order mark in UTF-8 without it. */
function toUtf8(bytes: Uint8Array, name: string): Uint8Array {
  return new TextEncoder().encode(decodeText(bytes, name, false));
}

/** Lines that are not empty, with their numbers from one. A line is parted as bytes: the whole file may be too long for a string. */
function* splitLines(bytes: Uint8Array): Generator<{ readonly line: Uint8Array; readonly number: number }> {
  let from = 0;
  for (let number = 1; from < bytes.length; number++) {
    const end = bytes.indexOf(LINE_FEED, from);
    const to = end < 0 ? bytes.length : end;
    const line = bytes.subarray(from, to);
    if (line.some((byte) => byte > SPACE)) yield { line, number };
    from = to + 1;
  }
}

/** What `run` gives, or why the input is refused; any other error is a bug and goes on up. */
function catchRefused(run: () => Results): Results {
  try {
    return run();
  } catch (error) {
    return [asRefused(error)];
  }
}

function asRefused(error: unknown): InputError {
  if (error instanceof InputError) return error;
  throw error;
}
