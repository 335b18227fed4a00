import { raw, html as template } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { makeVisible } from "./escape.ts";

/** HTML that is safe to send as it is. Only `html` and `trust` make it. */
export type Markup = HtmlEscapedString;

/** What may stand in a template. Null, undefined and booleans give nothing, so `condition && …` reads well. */
export type Part = Markup | string | number | boolean | null | undefined | readonly Part[];

/**
 * A template: every string put in is made visible (`makeVisible`) and escaped, for content and for quoted attributes
 * alike; markup goes in as it is. hono/html does the escaping; the promises it also takes are kept out by the types.
 */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return template(strings, ...parts.map(makeSafe)) as Markup;
}

/** Our own constant markup, style or script. Never words from outside. */
export function trust(markup: string): Markup {
  return raw(markup);
}

/** A part with its strings made visible. Markup is a `String` object and passes. */
function makeSafe(part: Part): unknown {
  if (typeof part === "string") return makeVisible(part);
  return Array.isArray(part) ? part.map(makeSafe) : part;
}
