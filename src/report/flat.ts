import { InputError } from "../error.ts";
import { decodeText } from "./decode.ts";
import { parseJson, readArticles } from "./json.ts";
import { readPublished } from "./published.ts";
import { type Fielded, NO_TEXT, readFields, readRaw } from "./record.ts";
import type { Dated, Report } from "./report.ts";

/**
 * A report as one of many: what is asked of each where a corpus is read. The words stand as they are in the record's own
 * field, so that a span in `text` is a span in that field; no title is put before them.
 */
export interface FlatReport {
  /** The record's own `id`, else its place. */
  readonly id: string;
  /** Empty where the record does not say. */
  readonly outlet: string;
  readonly published: Dated | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly text: string;
  /** File and line as the user knows them: `reports.jsonl:12`. */
  readonly place: string;
}

/**
 * The reports on one line of JSON: one as a rule, none for an empty line, more where the line is a list. Throws `InputError`
 * "malformed" with the column, "no-article", "binary", or "empty" where a record has no text.
 */
export function readFlatLine(line: Uint8Array, place: string): FlatReport[] {
  const text = decodeText(line, place, false).trimEnd();
  return text === "" ? [] : readFlat(parseJson(text, place, true), place);
}

/** The reports in a parsed value, in its order; the second of several has `#2` behind its place. Throws as `readFlatLine`. */
export function readFlat(value: unknown, place: string): FlatReport[] {
  const records = readArticles(value, place);
  if (records.length === 1) return [makeFlat(records[0]!, place)];
  return records.map((record, at) => makeFlat(record, `${place}#${at + 1}`));
}

function makeFlat(record: Fielded, place: string): FlatReport {
  const { outlet, published, url, title } = readFields(record);
  const text = readRaw(record, "text");
  if (text === null) throw new InputError("empty", place, NO_TEXT);
  return {
    id: readId(record.id) ?? place,
    outlet: outlet ?? "",
    published: published === null ? null : readPublished(published),
    url,
    title,
    text,
    place,
  };
}

function readId(value: unknown): string | null {
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  return typeof value === "string" && value !== "" ? value : null;
}

/** The same of a report that was read whole; its text has the title in it, where it has one. */
export function flattenReport(report: Report): FlatReport {
  const { id, outlet, published, url, text, blocks, origin } = report;
  const title = blocks.find(({ kind }) => kind === "title");
  return {
    id,
    outlet,
    published,
    url,
    title: title ? text.slice(title.from, title.to) : null,
    text,
    place: origin.place,
  };
}
