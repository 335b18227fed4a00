import { readPublished } from "./published.ts";
import { type Fields, findArticles, readFields } from "./record.ts";
import type { Dated } from "./report.ts";
import { findHost } from "./source.ts";

/** What a page says of its report; null where it does not. */
export interface Metadata {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: Dated | null;
  readonly language: string | null;
  readonly url: string | null;
  /** The article as JSON-LD has it whole; null where that has no text, or has it as markup. */
  readonly article: Fields | null;
}

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
 * site's own name goes before the publisher, which on a page of agency copy is the agency. The date is the first that is
 * one: pages fill the field with zeros, too.
 */
export function readMetadata(document: Document): Metadata {
  const told = readLinkedData(document);
  const metas = readMetas(document);
  const meta = (names: readonly string[]): string | null => pick(names.map((name) => metas.get(name)));
  const dates = [
    told?.published,
    ...PUBLISHED.map((name) => metas.get(name)),
    attribute(document, "time[datetime]", "datetime"),
  ];
  const outlet = pick([meta(OUTLET), told?.outlet]);
  return {
    title: pick([told?.title, meta(TITLE), readTitle(document)]),
    outlet: findHost(outlet) ?? outlet,
    published: dates.map((date) => (date ? readPublished(date) : null)).find((date) => date !== null) ?? null,
    language: pick([document.documentElement?.getAttribute("lang"), told?.language, metas.get("og:locale")]),
    url: pick([attribute(document, 'link[rel="canonical"]', "href"), metas.get("og:url"), told?.url]),
    article: told?.text && !/<\/?[a-z]/iu.test(told.text) ? told : null,
  };
}

/** The first that says something, without the space around it. */
function pick(values: readonly (string | null | undefined)[]): string | null {
  return values.map((value) => value?.trim()).find((value) => value) ?? null;
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

function attribute(document: Document, selector: string, name: string): string | null {
  return document.querySelector(selector)?.getAttribute(name) ?? null;
}
