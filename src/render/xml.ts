import { makeVisible } from "./escape.ts";

/** XML that is well-formed. Only `element` and `block` make it. */
export interface Xml {
  readonly xml: string;
}

/** What may stand in an element: words are escaped, XML goes in as it is, null gives nothing. */
export type Content = Xml | string | null;

/** What may be said of an element; null is left out. The names are our own. */
export type Attributes = Readonly<Record<string, string | number | null>>;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
};

/**
 * An element with its content in one line, empty if there is none. Characters that XML 1.0 cannot have, escaped or not, are
 * made visible with all others that do harm (`makeVisible`).
 */
export function element(name: string, attributes: Attributes = {}, content: readonly Content[] = []): Xml {
  const words = content.map(writeContent).join("");
  return { xml: words === "" ? `<${name}${writeAttributes(attributes)}/>` : open(name, attributes, words) };
}

/** As `element`, each part of the content on a line of its own: for content where white space does not count. */
export function block(name: string, attributes: Attributes, content: readonly Content[]): Xml {
  const lines = content.filter((part) => part !== null).map((part) => `${writeContent(part)}\n`);
  return { xml: open(name, attributes, `\n${lines.join("")}`) };
}

/** The whole file: the declaration, the root and a line end. */
export function writeXml(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;
}

function open(name: string, attributes: Attributes, content: string): string {
  return `<${name}${writeAttributes(attributes)}>${content}</${name}>`;
}

function writeContent(part: Content): string {
  if (part === null) return "";
  return typeof part === "string" ? escapeXml(part, /[&<>]/gu) : part.xml;
}

/** Tabs and line ends of a value are escaped: a reader would make blanks of them. */
function writeAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === null ? "" : ` ${name}="${escapeXml(String(value), /[&<>"\t\n]/gu)}"`))
    .join("");
}

function escapeXml(text: string, special: RegExp): string {
  return makeVisible(text).replace(special, (char) => ENTITIES[char]!);
}
