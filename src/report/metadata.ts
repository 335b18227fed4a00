import { type Fields, findArticles, readFields } from "./record.ts";

/** What a page says of its report; null where it does not. */
export type Metadata = Pick<Fields, "title" | "published" | "outlet" | "language" | "url" | "text" | "authors">;

/** Names of `<meta>`, by `property`, `name` or `itemprop`, first found first taken. From Open Graph, Dublin Core, Parsely and schema.org. */
const TITLE = ["og:title", "twitter:title", "dc.title", "parsely-title"];
const PUBLISHED = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "parsely-pub-date",
  "sailthru.date",
  "pubdate",
  "dc.date",
  "dc.date.issued",
  "date",
];
const OUTLET = ["og:site_name", "application-name", "dc.publisher"];
/** "Smoke over the harbour - The Daily Tide": the site's name behind the title. */
const SITE = /\s+[|–—-]\s+[^|–—]{2,60}$/u;

/**
 * What a page says of its report, by JSON-LD first, then `<meta>`, then the elements that a reader sees. For the outlet the
 * site's own name goes before the publisher, which on a page of agency copy is the agency. Fields are as the page has them:
 * a date may yet be no date.
 */
export function readMetadata(document: Document): Metadata {
  const told = readLinkedData(document);
  const metas = readMetas(document);
  const meta = (names: readonly string[]): string | null => {
    const name = names.find((n) => metas.has(n));
    return name === undefined ? null : metas.get(name)!;
  };
  return {
    title: told?.title ?? meta(TITLE) ?? readTitle(document),
    published: told?.published ?? meta(PUBLISHED) ?? readTime(document),
    outlet: meta(OUTLET) ?? told?.outlet ?? null,
    language: document.documentElement?.getAttribute("lang")?.trim() || told?.language || meta(["og:locale"]),
    url: attribute(document, 'link[rel="canonical"]', "href") ?? meta(["og:url"]) ?? told?.url ?? null,
    text: told?.text ?? null,
    authors: told?.authors ?? meta(["author", "article:author", "parsely-author"]),
  };
}

/** Fields of the first article among the page's JSON-LD; scripts that do not parse are passed over. */
function readLinkedData(document: Document): Fields | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const [article] = findArticles(parse(script.textContent ?? "")).filter((record) => "@type" in record);
    if (article) return readFields(article);
  }
  return null;
}

/** The value of a script, or null; raw control characters in strings, a common slip, are taken for spaces. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json.replace(/[\u0000-\u001f]+/g, " "));
  } catch {
    return null;
  }
}

/** First content of each name of `<meta>`, names in lower case, empty ones left out. */
function readMetas(document: Document): Map<string, string> {
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll("meta[content]")) {
    const content = meta.getAttribute("content")?.trim();
    for (const key of ["property", "name", "itemprop"]) {
      const name = meta.getAttribute(key)?.toLowerCase();
      if (name && content && !metas.has(name)) metas.set(name, content);
    }
  }
  return metas;
}

/** The only `<h1>`, else `<title>` without the name of the site. */
function readTitle(document: Document): string | null {
  const headings = document.querySelectorAll("h1");
  const heading = headings.length === 1 ? (headings[0]!.textContent ?? "").replace(/\s+/gu, " ").trim() : "";
  const title = (document.querySelector("title")?.textContent ?? "").replace(/\s+/gu, " ").trim();
  return heading || (title.length <= 500 ? title.replace(SITE, "") : title) || null;
}

/** The first `<time>` that gives a date. */
function readTime(document: Document): string | null {
  return attribute(document, "time[datetime]", "datetime");
}

function attribute(document: Document, selector: string, name: string): string | null {
  return document.querySelector(selector)?.getAttribute(name)?.trim() || null;
}
