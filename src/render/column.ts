import type { Named } from "../collate/collation.ts";
import type { Block, Report } from "../report/report.ts";
import { showDate } from "./date.ts";
import { BLOCKS, countOf } from "./label.ts";
import type { Marks } from "./mark.ts";
import { html, type Markup } from "./markup.ts";
import { cutSegments, type Segment } from "./segment.ts";
import { isLone, renderSegments } from "./words.ts";

/** Any letter or digit. */
const WORD = /[\p{L}\p{N}]/u;

/** A block with its segments. */
interface Part {
  readonly block: Block;
  readonly segments: readonly Segment[];
}

/** One report as a column: who published it and when, then its text block by block with every mark on its words. */
export function renderColumn({ siglum, report }: Named, marks: Marks): Markup {
  const placed = new Set<string>();
  const lines = groupLines(report, cutBlocks(report, marks));
  return html`<article class="column" id="r-${siglum}" tabindex="0" aria-labelledby="h-${siglum}">
<header><h3 id="h-${siglum}"><span class="siglum">${siglum}</span> ${report.outlet}</h3>${
    report.published && html`<p>${showDate(report.published)}</p>`
  }</header>
<div class="text" lang="${report.language}" dir="auto">${lines.map((parts) => renderLine(report, parts, placed))}</div>
</article>`;
}

function cutBlocks(report: Report, marks: Marks): Part[] {
  const edges = report.blocks.flatMap((block) => [block.from, block.to]);
  const segments = cutSegments({ from: 0, to: report.text.length }, marks.get(report.id) ?? [], edges);
  let next = 0;
  return report.blocks.map((block) => {
    while (next < segments.length && segments[next]!.from < block.from) next++;
    const first = next;
    while (next < segments.length && segments[next]!.to <= block.to) next++;
    return { block, segments: segments.slice(first, next) };
  });
}

/** Blocks of one printed line together: a dateline or an agency's tag runs into its paragraph; furniture gathers. */
function groupLines(report: Report, parts: readonly Part[]): Part[][] {
  const lines: Part[][] = [];
  for (const part of parts) {
    const last = lines.at(-1)?.at(-1);
    if (last && isOneLine(report, last.block, part.block)) lines.at(-1)!.push(part);
    else lines.push([part]);
  }
  return lines;
}

function isOneLine(report: Report, a: Block, b: Block): boolean {
  if (a.kind === "furniture" || b.kind === "furniture") return a.kind === b.kind;
  return !/[\n\r]/u.test(report.text.slice(a.to, b.from));
}

function renderLine(report: Report, parts: readonly Part[], placed: Set<string>): Markup {
  const { kind } = parts.at(-1)!.block;
  if (kind === "furniture") return renderFurniture(report, parts, placed);
  const words = parts.map((part) => renderPart(report, part, part.block.kind === kind, placed));
  if (kind === "title" || kind === "heading") return html`<h4 class="${kind}">${words}</h4>`;
  return html`<p class="${kind}${isAlone(report, parts) && " alone"}">${words}</p>`;
}

/** A block's words; a tag that runs into another block says what it is. */
function renderPart(report: Report, { block, segments }: Part, isMain: boolean, placed: Set<string>): Markup {
  const words = renderSegments(report.text, segments, placed);
  return isMain ? html`${words} ` : html`<span class="${block.kind}" title="${BLOCKS[block.kind]}">${words}</span> `;
}

/** Whether only this report has all of these words. */
function isAlone(report: Report, parts: readonly Part[]): boolean {
  const segments = parts.flatMap((part) => part.segments);
  const rest = segments.filter((segment) => !isLone(segment));
  return rest.length < segments.length && rest.every(({ from, to }) => !WORD.test(report.text.slice(from, to)));
}

function renderFurniture(report: Report, parts: readonly Part[], placed: Set<string>): Markup {
  const lines = parts.map((part) => html`<p>${renderSegments(report.text, part.segments, placed)}</p>`);
  const count = countOf(parts.length, "line");
  return html`<details class="furniture"><summary>Page furniture, not analyzed: ${count}</summary>${lines}</details>`;
}
