import { BYLINE_CLASSES, CAPTION_CLASSES, FURNITURE_CLASSES } from "../lang/en/markup.ts";
import type { Span } from "../text/span.ts";
import type { BlockKind, Link } from "./report.ts";

/** A block of a page on its way to a report. */
export interface Part {
  readonly words: string;
  readonly kind: BlockKind | null;
  /** Share of its words that are links, 0 to 1. */
  readonly linked: number;
  /** Spans in `words` with the addresses as the page has them. */
  readonly links: readonly Link[];
}

/** A link between two places in what has been read since the last block, counted without white space, which is not settled yet. */
interface Stretch extends Span {
  readonly url: string;
}

/** What the elements above say of a text. */
interface Context {
  readonly kind: BlockKind | null;
  readonly isLink: boolean;
}

/** Elements whose content no reader sees as text. */
const UNSEEN: ReadonlySet<string> = new Set(
  `script style noscript template svg canvas iframe object embed audio video picture map head title link meta
  nav button select option input textarea form dialog`.split(/\s+/),
);
/** Elements that begin and end a block. */
const BLOCKS: ReadonlySet<string> = new Set(
  `address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6
  header hr li main ol p pre section summary table tbody tfoot thead tr ul`.split(/\s+/),
);
const KINDS: ReadonlyMap<string, BlockKind> = new Map([
  ...["h1", "h2", "h3", "h4", "h5", "h6"].map((name): [string, BlockKind] => [name, "heading"]),
  ["figcaption", "caption"],
]);
/** A part of the page that holds more than this share of its words is never left out for its class name. */
const MOST = 0.3;
/** Attribute of an only child of an element that names itself as no part of the report: how many code units that holds. */
const MARK = "data-named";
/** Words of a class name: parted at anything but letters and at capitals. */
const CLASS_WORDS = /[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]+/gu;

/**
 * The blocks of words under an element, in page order, white space as a browser shows it; `<br>` is a line break. Left out
 * is what no reader sees and what names itself as no part of the report (menus, newsletters, related reports), unless it
 * holds nearly a third of the words. Recursive: cut the nesting of the page before.
 */
export function findParts(root: Element): Part[] {
  const parts: Part[] = [];
  const most = (root.textContent ?? "").length * MOST;
  let words = "";
  let linked = 0;
  let solid = 0; // code units of words that are no white space
  let stretches: Stretch[] = [];
  visit(root, { kind: null, isLink: false });
  flush(null);
  return parts;

  function visit(node: Node, context: Context): void {
    if (node.nodeType === 3) add(node.textContent ?? "", context);
    if (node.nodeType !== 1) return;
    const element = node as Element;
    const name = element.localName;
    if (name === "br") words += "\n";
    if (UNSEEN.has(name) || isLeftOut(element, most)) return;
    const isBlock = BLOCKS.has(name);
    const inner = { kind: findKind(element) ?? context.kind, isLink: context.isLink || name === "a" };
    if (isBlock) flush(context.kind);
    else if (name === "td" || name === "th") words += " ";
    const from = solid;
    for (const child of element.childNodes) visit(child, inner);
    const url = name === "a" ? element.getAttribute("href") : null;
    if (url !== null && solid > from) stretches.push({ from, to: solid, url });
    if (isBlock) flush(inner.kind);
  }

  function add(raw: string, context: Context): void {
    const text = raw.replace(/[ \t\r\n\f]+/gu, " ");
    words += text;
    solid += countSolid(text);
    if (context.isLink) linked += text.trim().length;
  }

  function flush(kind: BlockKind | null): void {
    const shown = words.replace(/ *\n */gu, "\n").replace(/ {2,}/gu, " ");
    let before = 0;
    for (const paragraph of shown.split(/\n{2,}/u)) {
      const trimmed = paragraph.trim();
      if (trimmed === "") continue;
      const links = placeLinks(trimmed, before, stretches);
      parts.push({ words: trimmed, kind, linked: Math.min(1, linked / shown.trim().length), links });
      before += countSolid(trimmed);
    }
    words = "";
    linked = 0;
    solid = 0;
    stretches = [];
  }
}

function countSolid(words: string): number {
  return words.replace(/\s+/gu, "").length;
}

/** The links of one paragraph, before which stand so many code units that are no white space. */
function placeLinks(paragraph: string, before: number, stretches: readonly Stretch[]): Link[] {
  if (stretches.length === 0) return [];
  const places = [...paragraph.matchAll(/\S/gu)].flatMap(({ index, 0: { length } }) =>
    length > 1 ? [index, index + 1] : [index],
  );
  return stretches.flatMap(({ from, to, url }) => {
    const [first, last] = [Math.max(0, from - before), Math.min(places.length, to - before) - 1];
    return first > last ? [] : [{ from: places[first]!, to: places[last]! + 1, url }];
  });
}

/**
 * Writes down, at the children of elements that name themselves as no part of the report, how much these hold. The article
 * finder puts an only child in its parent's place, and the name is lost.
 */
export function markNamed(root: Element): void {
  for (const element of root.querySelectorAll("[class],[id]")) {
    if (element.children.length !== 1 || !hasClass(element, FURNITURE_CLASSES)) continue;
    element.children[0]!.setAttribute(MARK, String((element.textContent ?? "").length));
  }
}

/** Whether an element is hidden, or names itself as no part of the report and holds fewer than `most` code units. */
function isLeftOut(element: Element, most: number): boolean {
  if (element.hasAttribute("hidden") || /display:\s*none/iu.test(element.getAttribute("style") ?? "")) return true;
  const marked = element.getAttribute(MARK);
  if (marked !== null && Number(marked) < most) return true;
  const isNamed = element.localName === "aside" || hasClass(element, FURNITURE_CLASSES);
  return isNamed && (element.textContent ?? "").length < most;
}

function findKind(element: Element): BlockKind | null {
  const kind = KINDS.get(element.localName);
  if (kind !== undefined) return kind;
  if (hasClass(element, CAPTION_CLASSES)) return "caption";
  return hasClass(element, BYLINE_CLASSES) ? "byline" : null;
}

/** Whether a word of the element's class names or id is in the table. */
function hasClass(element: Element, table: ReadonlySet<string>): boolean {
  const names = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`.slice(0, 300);
  return (names.match(CLASS_WORDS) ?? []).some((word) => table.has(word.toLowerCase()));
}
