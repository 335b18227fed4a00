import { InputError } from "../error.ts";
import type { Block, Dated, Link, Origin, Report, ReportId } from "./report.ts";

/** What a format says of a report; null where it does not. The rest is the same for every format. */
export interface Content {
  readonly outlet: string | null;
  readonly language: string | null;
  readonly published: Dated | null;
  readonly url: string | null;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly links?: readonly Link[];
}

/** Language of a report that does not name it. */
const LANGUAGE = "en";
/** BCP 47 as far as it matters here: a language and its subtags. */
const TAG = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu;

/**
 * A report out of what its format said. Outlet: as said, else the host of its URL without "www.", else the file's name
 * without folder and ending. Throws `InputError` "empty" if there is nothing but white space in it.
 */
export function makeReport(content: Content, origin: Origin, id: ReportId): Report {
  if (content.text.trim() === "" || content.blocks.length === 0)
    throw new InputError("empty", origin.place, "nothing but white space in it");
  return {
    id,
    outlet: content.outlet?.trim() || findHost(content.url) || findName(origin.place),
    language: findLanguage(content.language),
    published: content.published,
    url: content.url?.trim() || null,
    text: content.text,
    blocks: content.blocks,
    ...(content.links && content.links.length > 0 && { links: content.links }),
    origin,
  };
}

/** Host of a URL without "www.", or null where it is none. */
export function findHost(url: string | null): string | null {
  if (url === null || !URL.canParse(url.trim())) return null;
  return new URL(url.trim()).hostname.replace(/^www\d?\./u, "") || null;
}

/** The last part of a path, without its ending; the line or number of a record stays, as it tells the records apart. */
function findName(place: string): string {
  if (place === "-") return "standard input";
  const [, path = "", record = ""] = /^(.*?)([:#]\d+)?$/su.exec(place) ?? [];
  const name = path.split(/[/\\]/u).at(-1) ?? "";
  return `${name.replace(/(?<=.)\.[^.]*$/u, "")}${record}` || place;
}

/** The language as given, `_` read as `-`; `en` where it is missing or no language tag. */
function findLanguage(language: string | null): string {
  const tag = (language ?? "").trim().replaceAll("_", "-");
  return TAG.test(tag) ? tag : LANGUAGE;
}
