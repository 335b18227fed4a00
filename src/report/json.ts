import { InputError } from "../error.ts";
import { foldWord } from "../text/fold.ts";
import { findWords } from "../text/token.ts";
import { makeBlocks } from "./block.ts";
import { blankHovers } from "./hover.ts";
import { findParagraphs } from "./line.ts";
import type { Piece } from "./piece.ts";
import { findJsonError, findLineColumn } from "./place.ts";
import { readPublished } from "./published.ts";
import { type Fielded, type Fields, findArticles, NO_TEXT, readFields } from "./record.ts";
import type { BlockKind } from "./report.ts";
import type { Content } from "./source.ts";

/**
 * Parses JSON. Throws `InputError` "malformed" with the line and column of the first mistake; `place` is already one line of
 * a file if `isLine`, which leaves the column.
 */
export function parseJson(text: string, place: string, isLine = false): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const at = findJsonError(text) ?? text.length;
    const { line, column } = findLineColumn(text, at);
    const mistake = at === text.length ? "it breaks off" : "there is a mistake";
    throw new InputError(
      "malformed",
      place,
      `not JSON: ${mistake} at ${isLine ? "" : `line ${line}, `}column ${column}`,
    );
  }
}

/**
 * The articles in a parsed value, in its order; see `findArticles` for which count. Throws `InputError` "no-article" if
 * there is none.
 */
export function readArticles(value: unknown, place: string): Fielded[] {
  const articles = findArticles(value);
  if (articles.length === 0)
    throw new InputError("no-article", place, "no article in it: no record with a title, text or articleBody");
  return articles;
}

/**
 * One record of JSON as a report: its text is title, standfirst, authors and body with an empty line between, each as the
 * record has it. The paragraphs of the body are told as in a plain text. A description that the body holds already is left
 * out. Throws `InputError` "empty" where the record has no body.
 */
export function readRecord(record: Fielded, place: string): Content {
  const fields = readFields(record);
  if (fields.text === null) throw new InputError("empty", place, NO_TEXT);
  return makeContent(fields, blankHovers(fields.text));
}

/** The report that fields with the body `body` make. */
export function makeContent(fields: Fields, body: string): Content {
  const { text, pieces } = joinFields(fields, body);
  return {
    outlet: fields.outlet,
    language: fields.language,
    published: fields.published === null ? null : readPublished(fields.published),
    url: fields.url,
    text,
    blocks: makeBlocks(text, pieces),
  };
}

function joinFields(fields: Fields, body: string): { text: string; pieces: Piece[] } {
  const standfirst = fields.standfirst !== null && hasWords(body, fields.standfirst) ? null : fields.standfirst;
  const heads: readonly [string | null, BlockKind][] = [
    [fields.title, "title"],
    [standfirst, "standfirst"],
    [fields.authors, "byline"],
  ];
  let text = "";
  const pieces: Piece[] = [];
  for (const [words, kind] of heads) {
    if (words === null) continue;
    pieces.push({ from: text.length, to: text.length + words.length, kind });
    text += `${words}\n\n`;
  }
  const from = text.length;
  text += body;
  return { text, pieces: [...pieces, ...findParagraphs(text, { from, to: text.length }).map(untold)] };
}

function untold(span: { readonly from: number; readonly to: number }): Piece {
  return { ...span, kind: null };
}

/** Whether the words of `part`, less the last where it is cut off, stand in a row in `whole`. */
function hasWords(whole: string, part: string): boolean {
  return fold(whole).includes(fold(part.replace(/\S*(?:…|\.\.\.)$/u, "")).trimEnd());
}

function fold(words: string): string {
  return findWords(words)
    .map((word) => foldWord(words.slice(word.from, word.to)))
    .join(" ");
}
