import { type Span, trimSpan } from "../text/span.ts";
import { isByline, isCaption, isFurniture, isLinkHeading } from "./furniture.ts";
import { findParagraphs } from "./line.ts";
import { isHeadingLike, isKicker, isNames, isStopped, isTitleLike, type Piece } from "./piece.ts";
import type { Block, BlockKind } from "./report.ts";
import { isStampedHeading } from "./stamp.ts";
import { findTag, isDateLine, isSignature, isSpeech } from "./tag.ts";
import { findTwice } from "./twice.ts";

/** A piece that is being told; each pass below fills in what it knows and leaves the rest null. */
interface Draft {
  readonly from: number;
  readonly to: number;
  readonly words: string;
  kind: BlockKind | null;
}

/** Kinds that stand between a title and its first paragraph. */
const HEAD: ReadonlySet<BlockKind | null> = new Set(["title", "byline", "dateline"]);

/** Blocks of a plain text: its paragraphs by `findParagraphs`, told by `makeBlocks`. None for white space. Linear. */
export function findBlocks(text: string, span?: Span): Block[] {
  return makeBlocks(
    text,
    findParagraphs(text, span).map((paragraph) => ({ ...paragraph, kind: null })),
  );
}

/**
 * Tells what each piece is and gives the blocks in text order. A kind that the format gave stands, but for words that are
 * furniture by their form and for a second copy. The rest is told by form and place: what is not clearly anything else is
 * a paragraph, because a paragraph lost is worse than a button read. Tags in front of a paragraph ("KYIV (Reuters) -")
 * become blocks of their own. Pieces must be in text order and not overlap; the blocks then do not either and leave only
 * white space outside.
 */
export function makeBlocks(text: string, pieces: readonly Piece[]): Block[] {
  const drafts = pieces.map(({ from, to, kind }) => ({ from, to, kind, words: text.slice(from, to) }));
  tellForm(drafts);
  tellTitle(drafts);
  tellStamped(drafts);
  tellTwice(drafts);
  tellHead(drafts);
  tellLinks(drafts);
  tellHeadings(drafts);
  return splitTags(text, drafts);
}

/** What tells itself by its own words, wherever it stands; lone names of agencies only near either end. */
function tellForm(drafts: Draft[]): void {
  for (const [i, draft] of drafts.entries()) {
    if (draft.kind !== null && draft.kind !== "paragraph" && draft.kind !== "heading") continue;
    const isEdge = i < 6 || i >= drafts.length - 4;
    if (isDateLine(draft.words)) draft.kind = "dateline";
    else if (isFurniture(draft.words)) draft.kind = "furniture";
    else if (isEdge && isSignature(draft.words)) draft.kind = "agency";
    else if (isByline(draft.words)) draft.kind = "byline";
    else if (isCaption(draft.words)) draft.kind = "caption";
  }
}

/**
 * The title, if the format did not give it: the first piece if it looks like one; else the second, where the first is
 * printed again below or a date or byline follows. A report that opens with a full sentence has none. A text of one piece
 * has none.
 */
function tellTitle(drafts: Draft[]): void {
  if (drafts.some((draft) => draft.kind === "title")) return;
  const open = drafts.filter((draft) => draft.kind === null);
  const [first, second, third] = open;
  if (!first || !second) return;
  if (isTitleLike(first.words) || (isKicker(first.words) && third)) {
    const isLabel = isKicker(first.words) && isTitleLike(second.words) && third !== undefined;
    if (isLabel) first.kind = "furniture";
    if (isLabel || isTitleLike(first.words)) (isLabel ? second : first).kind = "title";
  } else if (third && isTitleLike(second.words) && isLeadAbove(drafts, first, second)) {
    second.kind = "title";
  }
}

/** Whether `lead` is a lead printed above its title. */
function isLeadAbove(drafts: readonly Draft[], lead: Draft, title: Draft): boolean {
  const next = drafts[drafts.indexOf(title) + 1];
  if (next && HEAD.has(next.kind)) return true;
  return drafts.some((draft) => draft.from > title.from && draft.words === lead.words);
}

/** The headings of a live report, each behind the time when it was added; they may end in a colon or a stop. */
function tellStamped(drafts: Draft[]): void {
  for (const draft of drafts)
    if ((draft.kind === null || draft.kind === "paragraph") && isStampedHeading(draft.words)) draft.kind = "heading";
}

/** The copy that is not where a report would have it. */
function tellTwice(drafts: Draft[]): void {
  const title = drafts.findIndex((draft) => draft.kind === "title");
  let head = title;
  while (head >= 0 && drafts.slice(head + 1, head + 4).some((draft) => HEAD.has(draft.kind)))
    head += 1 + drafts.slice(head + 1, head + 4).findIndex((draft) => HEAD.has(draft.kind));
  const told = drafts.map(({ words, kind }) => ({ words, isTold: kind === "furniture" || kind === "title" }));
  for (const i of findTwice(told, title, head)) drafts[i]!.kind = "furniture";
}

/** Standfirst and bare names between the title and the first full sentence, or before a later byline or date. */
function tellHead(drafts: Draft[]): void {
  const title = drafts.findIndex((draft) => draft.kind === "title");
  if (title < 0) return;
  for (const draft of drafts.slice(0, title)) if (draft.kind === null) draft.kind = "standfirst";
  for (let i = title + 1; i < Math.min(title + 6, drafts.length); i++) {
    const draft = drafts[i]!;
    if (draft.kind === "heading" && draft.words.split(/\s+/u).length > 8) draft.kind = "standfirst";
    if (draft.kind !== null) continue;
    const isBeforeHead = drafts.slice(i + 1, i + 3).some((later) => HEAD.has(later.kind));
    if (isKicker(draft.words)) draft.kind = "furniture";
    else if (isNames(draft.words) && i + 1 < drafts.length) draft.kind = "byline";
    else if (isBeforeHead && !isTagged(draft.words)) draft.kind = "standfirst";
    else if (!isStopped(draft.words) && draft.words.length <= 300 && !isTagged(draft.words)) draft.kind = "standfirst";
    else return;
  }
}

function isTagged(words: string): boolean {
  return findTag(words, true) !== null;
}

/** Under "Related articles" all is links until a full sentence. */
function tellLinks(drafts: Draft[]): void {
  let isUnder = false;
  for (const draft of drafts) {
    if (isLinkHeading(draft.words)) isUnder = true;
    else if (isStopped(draft.words) || draft.words.length > 200) isUnder = false;
    else if (isUnder && draft.kind !== "title") draft.kind = "furniture";
  }
}

/** A short line without a mark at its end, with full sentences below it. */
function tellHeadings(drafts: Draft[]): void {
  for (const [i, draft] of drafts.entries()) {
    const next = drafts[i + 1];
    if (draft.kind !== null || !next || i === 0 || (next.kind !== null && next.kind !== "paragraph")) continue;
    if (isHeadingLike(draft.words) && isStopped(next.words) && next.words.length > draft.words.length)
      draft.kind = "heading";
  }
}

/** Blocks, with the tag in front of a paragraph as one of its own; whoever is still not told is a paragraph. */
function splitTags(text: string, drafts: readonly Draft[]): Block[] {
  const isTranscript = drafts.filter((draft) => isSpeech(draft.words)).length > 1;
  let before = 0;
  return drafts.flatMap(({ from, to, words, kind }): Block[] => {
    if (kind !== null && kind !== "paragraph" && kind !== "standfirst") return [{ from, to, kind }];
    const found = findTag(words, before < 2);
    const tag = isTranscript && isSpeech(words) ? null : found;
    if (kind !== "standfirst") before++;
    const rest = tag && trimSpan(text, { from: from + tag.length, to });
    if (!tag || !rest || rest.from === rest.to) return [{ from, to, kind: kind ?? "paragraph" }];
    return [
      { from, to: from + tag.length, kind: tag.kind },
      { ...rest, kind: kind ?? "paragraph" },
    ];
  });
}
