/** What a record of JSON says of a report; null where it does not. White space trimmed, never empty. */
export interface Fields {
  readonly title: string | null;
  readonly standfirst: string | null;
  readonly text: string | null;
  readonly authors: string | null;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly language: string | null;
  readonly url: string | null;
}

/** Whatever JSON may hold under a name. */
export type Fielded = Readonly<Record<string, unknown>>;

/**
 * Names of the fields, first found first taken: schema.org's (https://schema.org/NewsArticle), then those of the
 * news-please crawler, then what else is common.
 */
const NAMES: Readonly<Record<keyof Fields, readonly string[]>> = {
  title: ["headline", "title", "name"],
  standfirst: ["standfirst", "lead", "description", "abstract", "summary"],
  text: ["articleBody", "maintext", "text", "body", "content"],
  authors: ["byline", "author", "authors", "creator"],
  published: ["datePublished", "date_publish", "published", "published_at", "publishedAt", "date", "dateCreated"],
  outlet: ["outlet", "publisher", "source_domain", "site_name", "source"],
  language: ["inLanguage", "language", "lang"],
  url: ["url", "mainEntityOfPage", "link", "@id"],
};
/** Why a record cannot be used that has no words. */
export const NO_TEXT: string = `the record has no text: no words under ${NAMES.text.slice(0, -1).join(", ")} or ${NAMES.text.at(-1)}`;
/** Types of schema.org that are a report: NewsArticle and its kin, BlogPosting, Report. */
const ARTICLE = /(?:Article|Posting|^Report|\/Report)$/u;
/** Lists within lists are followed no deeper. */
const DEEPEST = 4;

/**
 * The records of articles in a JSON value, in its order: objects, lists, and lists under `@graph`. An object that names a
 * type of its own is one only if the type is an article's; one without a type is, if it has a field for title or text.
 */
export function findArticles(value: unknown, depth = 0): Fielded[] {
  if (Array.isArray(value)) return depth < DEEPEST ? value.flatMap((item) => findArticles(item, depth + 1)) : [];
  if (!isFielded(value)) return [];
  if (Array.isArray(value["@graph"])) return findArticles(value["@graph"], depth + 1);
  const type = value["@type"];
  const isArticle =
    type === undefined
      ? [...NAMES.title, ...NAMES.text].some((name) => name in value)
      : listTypes(type).some(hasArticle);
  return isArticle ? [value] : [];
}

/** The fields of one record. Never throws: what is not of the kind that a field needs counts as missing. */
export function readFields(record: Fielded): Fields {
  const read = (field: keyof Fields): string | null => {
    for (const name of NAMES[field]) {
      const words = readWords(record[name]);
      if (words !== null) return words;
    }
    return null;
  };
  return {
    title: read("title"),
    standfirst: read("standfirst"),
    text: readRaw(record, "text")?.trim() ?? null, // a list of paragraphs would have to be joined by what nobody wrote
    authors: read("authors"),
    published: read("published"),
    outlet: read("outlet"),
    language: read("language"),
    url: read("url"),
  };
}

/** The first value of a field that is a string with words in it, just as it stands, white space at its ends included; else null. */
export function readRaw(record: Fielded, field: keyof Fields): string | null {
  for (const name of NAMES[field]) {
    const value = record[name];
    if (typeof value === "string" && value.trim() !== "") return value;
  }
  return null;
}

/** Words of a value: a string, a number, the name (or else the id) of an object, or of all in a list with commas. */
function readWords(value: unknown, depth = 0): string | null {
  if (typeof value === "string") return value.trim() || null;
  if (typeof value === "number") return String(value);
  if (Array.isArray(value) && depth < DEEPEST) {
    const words = value.map((item) => readWords(item, depth + 1)).filter((item) => item !== null);
    return words.length > 0 ? words.join(", ") : null;
  }
  if (!isFielded(value)) return null;
  return typeof value.name === "string" ? readWords(value.name) : readWords(value["@id"] ?? null, DEEPEST);
}

function listTypes(type: unknown): unknown[] {
  return Array.isArray(type) ? type : [type];
}

function hasArticle(type: unknown): boolean {
  return typeof type === "string" && ARTICLE.test(type);
}

function isFielded(value: unknown): value is Fielded {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
