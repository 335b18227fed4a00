import type { Descent, Stemma, StemmaNode } from "../stemma/stemma.ts";
import { showDate } from "./date.ts";
import { tellReasons } from "./descent.ts";
import { countOf, SURE, showPart } from "./label.ts";
import { type Drawing, isMain, type Placed } from "./layout.ts";
import { anchorNode } from "./mark.ts";
import { html, type Markup } from "./markup.ts";
import { nameNode } from "./node.ts";
import type { View } from "./view.ts";

/**
 * A drawing of the stemma: SVG lines under a list that is nested as the tree is and whose entries stand at their places
 * in the drawing, so that what is seen and what is heard are one. An entry shows the reasons for its line while it is
 * pointed at or focused, and leads to the evidence. What is folded follows in drawings of its own. `stemma`: what of it is drawn.
 */
export function renderTree(view: View, stemma: Stemma, drawing: Drawing): Markup {
  const { columns, rows, tops, parts } = drawing;
  return html`<div class="tree" style="--columns:${columns};--rows:${rows}">
<svg viewBox="0 0 ${columns} ${rows}" preserveAspectRatio="none" aria-hidden="true">${drawLines(stemma, drawing)}</svg>
<ul>${tops.map((top) => renderNode(view, stemma, top))}</ul></div>
${parts.map((part) => renderPart(view, stemma, part))}`;
}

/** The place that links lead to is within, so that a browser opens the fold. */
function renderPart(view: View, stemma: Stemma, part: Drawing): Markup {
  const { name } = part.tops[0]!;
  return html`<details class="fold part"><summary>${countOf(part.nodes.size, "node")} from ${name} on</summary><div id="${anchorNode("part", name)}">${renderTree(view, stemma, part)}</div></details>`;
}

/** What is surer lies over what is less sure, further exemplars over all. */
function drawLines({ descents }: Stemma, { nodes }: Drawing): Markup[] {
  const rising = descents.toSorted((a, b) => Number(isMain(b)) - Number(isMain(a)) || a.confidence - b.confidence);
  return rising.flatMap((line) => {
    const [from, to] = [nodes.get(line.from), nodes.get(line.to)];
    return from && to ? [drawLine(line, from, to)] : [];
  });
}

/** Down or up from the exemplar, then to the right; a further exemplar's in a bow of its own. */
function drawLine(line: Descent, from: Placed, to: Placed): Markup {
  const [x, y, toX, toY] = [from.column + 0.5, from.row + 0.5, to.column + 0.5, to.row + 0.5];
  const look = line.confidence < SURE ? " faint" : "";
  if (isMain(line)) return html`<path class="line${look}" d="M${x} ${y}V${toY}H${toX}"/>`;
  const middle = x === toX ? x - 0.4 : (x + toX) / 2;
  return html`<path class="line further${look}" d="M${x} ${y}C${middle} ${y} ${middle} ${toY} ${toX} ${toY}"/>`;
}

function renderNode(view: View, stemma: Stemma, placed: Placed): Markup {
  const { name, column, row, folded, copies } = placed;
  const node = stemma.nodes.find((each) => each.name === name)!;
  const below = copies.map((copy) => renderNode(view, stemma, copy));
  // What is folded stands twice: here, and over the drawing of its own, where its reasons have their name.
  return html`<li><div class="at" style="--x:${column};--y:${row}">${renderEntry(view, stemma, node)}
${folded > 0 && html`<a class="more" href="#${anchorNode("part", name)}">and ${folded} more</a>`}
<div class="why"${folded === 0 && html` id="${anchorNode("why", name)}"`}>${tellReasons(view.analysis.stemma, node)}</div></div>${below.length > 0 && html`<ul>${below}</ul>`}</li>`;
}

/** One line: name, outlet, date and what of the drawing it is from; leads to the evidence, which has the rest. */
function renderEntry(view: View, stemma: Stemma, node: StemmaNode): Markup {
  const { name, siglum } = node;
  const report = siglum === null ? null : view.bySiglum.get(siglum)!.report;
  const lines = stemma.descents.filter(({ to }) => to === name);
  return html`<a class="node${siglum === null && " lost"}" href="#${anchorNode("from", name)}" aria-describedby="${anchorNode("why", name)}"><span class="dot"></span><span class="siglum">${name}</span>
<span class="outlet"${report && html` lang="${report.language}"`}>${nameNode(view, node)}</span>${report?.published && html` <span class="when">· ${showDate(report.published)}</span>`}${lines.map(showSure)}</a>`;
}

function showSure({ from, confidence }: Descent): Markup {
  return html` <span class="when">· from ${from}, ${showPart(confidence)}</span>`;
}
