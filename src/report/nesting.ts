/** Elements without content: they open no level. */
const VOID: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);
/** Elements that a following one of their kind closes, so that a thousand of them in a row open no level. */
const IMPLIED: ReadonlySet<string> = new Set("p li dt dd tr td th thead tbody tfoot option optgroup".split(" "));
/** Elements whose content is not markup, with the pattern of their end. */
const RAW: ReadonlyMap<string, RegExp> = new Map(
  ["script", "style", "textarea", "title"].map((name) => [name, new RegExp(`</${name}`, "giu")]),
);

/** The start of a comment, or a whole tag. Attribute values may hold `>` in quotes; a tag that never ends is text. */
const MARKUP = /<!--|<(\/?)([a-z][a-z0-9-]*)(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/giu;
const COMMENT_END = /-->/gu;

/**
 * The page without the opening tags that lie deeper than `deepest` levels; their words stay. Parsers build a tree of any
 * depth, but what reads that tree climbs it again from each node, or overflows the stack. Pages made by people stay under
 * 60. Linear in the page for a fixed `deepest`.
 */
export function cutNesting(html: string, deepest: number): string {
  const kept: string[] = [];
  const open: string[] = [];
  let from = 0;
  const markup = new RegExp(MARKUP);
  for (let match = markup.exec(html); match !== null; match = markup.exec(html)) {
    const name = match[2]?.toLowerCase() ?? "";
    const end = name === "" ? COMMENT_END : match[1] === "" ? RAW.get(name) : undefined;
    if (end) markup.lastIndex = findEnd(html, end, markup.lastIndex);
    else if (match[1] === "/") closeTag(open, name);
    else if (!VOID.has(name)) {
      if (IMPLIED.has(name) && open.at(-1) === name) open.pop();
      if (open.length < deepest) open.push(name);
      else {
        kept.push(html.slice(from, match.index), " ");
        from = markup.lastIndex;
      }
    }
  }
  return kept.length === 0 ? html : kept.join("") + html.slice(from);
}

/** Closes the innermost element of that name with all in it; nothing where there is none. */
function closeTag(open: string[], name: string): void {
  const at = open.lastIndexOf(name);
  if (at >= 0) open.length = at;
}

/** Where `end` next begins; the end of the page where it never does, as a parser would have it. */
function findEnd(html: string, end: RegExp, from: number): number {
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}
