import type { Span } from "../text/span.ts";
import { findBlocks } from "./block.ts";
import { blankHovers } from "./hover.ts";
import { findLines, type Line } from "./line.ts";
import { readPublished } from "./published.ts";
import type { Block, BlockKind, Dated } from "./report.ts";
import type { Content } from "./source.ts";
import { findTag } from "./tag.ts";

/** What a head line may give. */
type Key = "outlet" | "published" | "url" | "title" | "author" | "language";

/** "published: 3 Dec 2024"; the value may be missing. */
const HEAD_LINE = /^(outlet|published|url|title|author|language)[ \t]*:[ \t]*/iu;
/** Kinds of those values that are words of the report. */
const KINDS: Partial<Record<Key, BlockKind>> = { title: "title", author: "byline" };

interface HeadLine {
  readonly key: Key;
  /** The key, its colon and the space behind. */
  readonly label: Span;
  readonly value: Span;
}

/**
 * A plain text, with or without a head: lines `outlet:`, `published:`, `url:`, `title:`, `author:`, `language:` in any
 * order right at its start. The text stays as long as it is, so that spans are offsets in the file. Head lines are furniture,
 * but for the values of title and author. What the head does not say is taken from the text where it is plain: the date from
 * the first line that gives a whole one, the outlet from a first paragraph that opens "Harbour News Agency (HNA):". A bare
 * "(Reuters) -" does not name the outlet: others print it too.
 */
export function readPlain(raw: string): Content {
  const text = blankHovers(raw);
  const head = findHead(text);
  const bodyFrom = head.at(-1)?.value.to ?? 0;
  const body = findBlocks(text, { from: bodyFrom, to: text.length });
  const blocks = [...head.flatMap(blockHead), ...dropSecondTitle(head, body)];
  const given = (key: Key): string | null => {
    const line = head.find((l) => l.key === key);
    return line ? text.slice(line.value.from, line.value.to).trim() || null : null;
  };
  return {
    outlet: given("outlet") ?? findAgency(text, body),
    language: given("language"),
    published: head.some((l) => l.key === "published") ? readPublished(given("published") ?? "") : findDate(text, body),
    url: given("url"),
    text,
    blocks,
  };
}

function findHead(text: string): HeadLine[] {
  const head: HeadLine[] = [];
  for (const line of findLines(text)) {
    const match = HEAD_LINE.exec(text.slice(line.from, line.to));
    if (!match || (head.length > 0 && line.parted)) break;
    head.push(makeHeadLine(line, match));
  }
  return head;
}

function makeHeadLine(line: Line, match: RegExpExecArray): HeadLine {
  const from = Math.min(line.from + match[0].length, line.to);
  return {
    key: match[1]!.toLowerCase() as Key,
    label: { from: line.from, to: line.from + match[0].trimEnd().length },
    value: { from, to: line.to },
  };
}

function blockHead({ key, label, value }: HeadLine): Block[] {
  const kind = KINDS[key];
  if (kind === undefined || value.from === value.to) return [{ from: label.from, to: value.to, kind: "furniture" }];
  return [
    { ...label, kind: "furniture" },
    { ...value, kind },
  ];
}

/** With a title in the head, what looked like one in the text is a heading: only one title a report. */
function dropSecondTitle(head: readonly HeadLine[], body: readonly Block[]): Block[] {
  if (!head.some((line) => line.key === "title" && line.value.from < line.value.to)) return [...body];
  return body.map((block) => (block.kind === "title" ? { ...block, kind: "heading" } : block));
}

function findDate(text: string, body: readonly Block[]): Dated | null {
  for (const { from, to, kind } of body) {
    const dated = kind === "dateline" ? readPublished(text.slice(from, to)) : null;
    if (dated) return dated;
  }
  return null;
}

function findAgency(text: string, body: readonly Block[]): string | null {
  const tag = body.find((block) => block.kind === "agency");
  return tag ? (findTag(`${text.slice(tag.from, tag.to)} `, true)?.agency ?? null) : null;
}
