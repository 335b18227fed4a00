import { InputError } from "../error.ts";
import { makeBlocks } from "./block.ts";
import { blankHovers } from "./hover.ts";
import { makeContent } from "./json.ts";
import { type Metadata, readMetadata } from "./metadata.ts";
import { cutNesting } from "./nesting.ts";
import { findParts, markNamed, type Part } from "./page.ts";
import { isStopped, type Piece } from "./piece.ts";
import type { Block, BlockKind, Link } from "./report.ts";
import type { Content } from "./source.ts";

/** Levels of a page that are kept, as the time to find the article grows with depth. News pages stay under 60. */
const DEEPEST = 100;
/** A page of more tags is read whole, without looking for the article in it, which takes more than linear time. News pages have under 5,000. */
const MOST_TAGS = 30_000;
/** Where JSON-LD has so many times the words that the page shows, the page keeps the article back. */
const MOST_UNSEEN = 2;
/** What is read. */
const BODY: ReadonlySet<BlockKind> = new Set(["standfirst", "paragraph"]);
/** A block of more code units is no mere link. */
const LONGEST_LINK = 200;

/**
 * A web page: title and metadata by our own reading of JSON-LD, Open Graph and `<meta>`, the article by Readability, which
 * knows where pages keep it, and of that the blocks which are the report by `findParts` and `makeBlocks`. The text is ours:
 * title and blocks with an empty line between. Where a page shows less than half of the article that its own JSON-LD holds,
 * that is taken. Throws `InputError` "no-article" if no sentence is left. The parser and
 * Readability are loaded on the first call, as they take longer to load than a plain text to read.
 */
export async function readHtml(html: string, place: string): Promise<Content> {
  const [{ parseHTML }, { Readability }] = await Promise.all([import("linkedom"), import("@mozilla/readability")]);
  const document = parseHTML(addBody(cutNesting(html, DEEPEST))).document as unknown as Document;
  const metadata = readMetadata(document);
  const root = isVast(html) ? document.body : findArticle(document, Readability);
  const parts = root ? findParts(root).map(tellLink) : [];
  const { text, pieces, links: raw } = joinParts(addTitle(parts, metadata));
  const blocks = makeBlocks(text, pieces);
  const links = raw.flatMap((link) => resolveLink(link, metadata.url));
  const { outlet, language, published, url, article } = metadata;
  const told = article?.text && article.text.length > MOST_UNSEEN * measureBody(blocks) ? article.text : null;
  if (article && told !== null) return { ...makeContent(article, told), outlet, language, published, url };
  if (!blocks.some((block) => isSentence(text, block)))
    throw new InputError("no-article", place, "no article found on the page");
  return { outlet, language, published, url, text, blocks, links };
}

/** A link with its whole address; none for what is no page, or leads to a place in this one. */
function resolveLink({ from, to, url }: Link, base: string | null): Link[] {
  const whole = URL.parse(url.trim(), base?.trim() || undefined);
  return whole === null || !/^https?:$/u.test(whole.protocol) || url.startsWith("#")
    ? []
    : [{ from, to, url: whole.href }];
}

/** Code units of the blocks that are read. */
function measureBody(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { kind, from, to }) => sum + (BODY.has(kind) ? to - from : 0), 0);
}

/** The page with the `html` and `body` tags that HTML lets a page leave out, but this parser does not put in. */
function addBody(html: string): string {
  if (/<body\b/iu.test(html)) return html;
  const open = /<html\b[^<>]*>/iu.exec(html)?.[0] ?? "<html>";
  return `${open}<head></head><body>${html.replace(/<\/?(?:html|head)\b[^<>]*>/giu, "")}</body></html>`;
}

/** Whether a page has more tags than the article finder can take; counts what opens as a tag does. */
function isVast(html: string): boolean {
  let count = 0;
  for (let at = html.indexOf("<"); at >= 0 && count <= MOST_TAGS; at = html.indexOf("<", at + 1)) count++;
  return count > MOST_TAGS;
}

/** The element that holds the article, or the whole body where the page trips the finder. */
function findArticle(document: Document, Finder: typeof import("@mozilla/readability").Readability): Element | null {
  markNamed(document.body);
  const options = { keepClasses: true, serializer: (node: Node) => node as Element };
  try {
    return new Finder<Element>(document, options).parse()?.content ?? document.body;
  } catch {
    return document.body;
  }
}

/** A short block that is a link from end to end leads to another report. */
function tellLink(part: Part): Part {
  const isLink = part.linked > 0.9 && part.words.length <= LONGEST_LINK;
  return isLink && part.kind !== "byline" ? { ...part, kind: "furniture" } : part;
}

/** The title in front, unless the page has none; a copy of it in the article is told to be one later. */
function addTitle(parts: readonly Part[], metadata: Metadata): Part[] {
  const title = metadata.title?.replace(/\s+/gu, " ").trim();
  return title ? [{ words: title, kind: "title", linked: 0, links: [] }, ...parts] : [...parts];
}

function joinParts(parts: readonly Part[]): { text: string; pieces: Piece[]; links: Link[] } {
  const pieces: Piece[] = [];
  const all: Link[] = [];
  let at = 0;
  for (const { words, kind, links } of parts) {
    for (const { from, to, url } of links) all.push({ from: at + from, to: at + to, url });
    pieces.push({ from: at, to: at + words.length, kind });
    at += words.length + 2;
  }
  return { text: blankHovers(parts.map((part) => part.words).join("\n\n")), pieces, links: all };
}

/** Whether a block is read and ends as a sentence does, or has as many words as one. */
function isSentence(text: string, block: Block): boolean {
  if (!BODY.has(block.kind)) return false;
  const words = text.slice(block.from, block.to);
  return isStopped(words) || words.split(/\s+/u).length >= 12;
}
