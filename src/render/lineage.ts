import type { Alternative, Primary } from "../stemma/stemma.ts";
import { renderDescents } from "./descent.ts";
import { countOf, listSigla, showPart } from "./label.ts";
import { layOut } from "./layout.ts";
import { html, type Markup } from "./markup.ts";
import { nameNode } from "./node.ts";
import { renderTree } from "./tree.ts";
import type { View } from "./view.ts";

/** The part of the page on who took it from whom: the drawing, the evidence, where it was first said, what else could be. */
export function renderLineage(view: View): Markup {
  const { stemma } = view.analysis;
  return html`<p class="sum">${tellRoot(view)}</p>${stemma.notes.map(({ message }) => html`<p class="note">${message}</p>`)}
${stemma.descents.length > 0 && renderDrawn(view)}
${stemma.primaries.length > 0 && html`<h3>First said</h3><ul class="primaries">${stemma.primaries.map((primary) => renderPrimary(view, primary))}</ul>`}
${stemma.alternatives.length > 0 && html`<h3>What else could be</h3><ul class="primaries">${stemma.alternatives.map(renderAlternative)}</ul>`}`;
}

function renderDrawn(view: View): Markup {
  const { stemma, reports } = view.analysis;
  return html`${LEGEND}
${renderTree(view, layOut(stemma, reports))}
<h3>Reasons</h3>
${renderDescents(view)}`;
}

const LEGEND: Markup = html`<p class="legend"><span><span class="dot key"></span> a report</span> <span><span class="dot lost key"></span> lost: it must have existed</span>
<span><span class="stroke"></span> made from</span> <span><span class="stroke further"></span> draws on it, too</span> <span><span class="stroke faint"></span> in doubt</span> <span>To the right is later, as far as it is known</span></p>`;

/** What all go back to, in a sentence. */
export function tellRoot(view: View): string {
  const { root, nodes, descents } = view.analysis.stemma;
  if (descents.length === 0) return "Nothing tells who took it from whom.";
  const alone = nodes.filter(({ name }) => !descents.some(({ from, to }) => from === name || to === name));
  const rest = alone.length > 0 ? ` Of ${listSigla(alone.map(({ name }) => name))} it cannot be told.` : "";
  const node = nodes.find(({ name }) => name === root);
  return node
    ? `All go back to ${node.name}, ${nameNode(view, node)}.`
    : `They do not all go back to one text that can be told.${rest}`;
}

function renderPrimary(view: View, primary: Primary): Markup {
  return html`<li><a href="#c${primary.collation + 1}">${tellPrimary(view, primary)}</a></li>`;
}

/** Where an utterance or statement was first said, and how many sources it has, in a line. */
export function tellPrimary(view: View, { collation, node, chain, independent }: Primary): string {
  const { of } = view.analysis.collations[collation]!.tradition;
  const named = view.analysis.stemma.nodes.find(({ name }) => name === node);
  const way = chain.length > 2 ? ` (${chain.join(" → ")})` : "";
  const first = named ? `first in ${named.name}, ${nameNode(view, named)}${way}` : "cannot tell where it was first";
  return `${of === "utterance" ? "Utterance" : "Statement"} ${collation + 1}: ${first}; ${countOf(independent, "independent source")}`;
}

function renderAlternative({ instead, margin }: Alternative): Markup {
  const lines = instead.map(({ from, to }) => `${to} from ${from}`);
  return html`<li>${listSigla(lines)} instead, ${showPart(margin)} bits worse</li>`;
}
