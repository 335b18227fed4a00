import { InputError } from "../error.ts";
import { makeBlocks } from "./block.ts";
import { cutNesting } from "./nesting.ts";
import { findParts, type Part } from "./page.ts";
import type { Piece } from "./piece.ts";
import type { Content } from "./source.ts";

const DEEPEST = 256;
const MOST_ELEMENTS = 100_000;

export async function readHtml(html: string, place: string): Promise<Content> {
  const [{ parseHTML }, { Readability }] = await Promise.all([import("linkedom"), import("@mozilla/readability")]);
  const { document } = parseHTML(cutNesting(html, DEEPEST));
  const article = new Readability<Element>(document as unknown as Document, {
    keepClasses: true,
    maxElemsToParse: MOST_ELEMENTS,
    serializer: (node) => node as Element,
  }).parse();
  if (!article?.content) throw new InputError("no-article", place, "no article found on the page");
  const title = article.title ?? "";
  const { text, pieces } = joinParts([{ words: title, kind: "title", linked: 0 }, ...findParts(article.content)]);
  return { outlet: null, language: null, published: null, url: null, text, blocks: makeBlocks(text, pieces) };
}

function joinParts(parts: readonly Part[]): { text: string; pieces: Piece[] } {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { words, kind } of parts) {
    pieces.push({ from: at, to: at + words.length, kind });
    at += words.length + 2;
  }
  return { text: parts.map((part) => part.words).join("\n\n"), pieces };
}
