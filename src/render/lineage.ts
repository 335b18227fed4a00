import type { Alternative, Primary, Stemma, StemmaNode } from "../stemma/stemma.ts";
import { renderDescents } from "./descent.ts";
import { countOf, listRanges, listSigla, showPart } from "./label.ts";
import { isMain, layOut } from "./layout.ts";
import { html, type Markup } from "./markup.ts";
import { nameNode } from "./node.ts";
import { renderTree } from "./tree.ts";
import type { View } from "./view.ts";

/** The part of the page on who took it from whom: the drawing, the evidence, where it was first said, what else could be. */
export function renderLineage(view: View): Markup {
  const { stemma } = view.analysis;
  return html`<p class="sum">${tellRoot(view)}</p>${stemma.notes.map(({ message }) => html`<p class="note">${message}</p>`)}
${stemma.descents.length > 0 && renderDrawn(view)}
${stemma.primaries.length > 0 && html`<h3>First said</h3><ul class="primaries">${groupPrimaries(view).map((group) => renderFirst(view, group))}</ul>`}
${stemma.alternatives.length > 0 && html`<h3>What else could be</h3><ul class="primaries">${stemma.alternatives.map(renderAlternative)}</ul>`}`;
}

function renderDrawn(view: View): Markup {
  const { stemma, reports } = view.analysis;
  const drawn = leaveOutAsides(stemma);
  return html`${
    drawn.descents.length > 0 &&
    html`${LEGEND}
${renderTree(view, drawn, layOut(drawn, reports))}`
  }
<h3>Reasons</h3>
${renderDescents(view)}`;
}

const LEGEND: Markup = html`<p class="legend"><span><span class="dot key"></span> a report</span> <span><span class="dot lost key"></span> lost: it must have existed</span>
<span><span class="stroke"></span> made from</span> <span><span class="stroke further"></span> draws on it for a part</span> <span><span class="stroke faint"></span> in doubt</span> <span>To the right is later, as far as it is known</span></p>`;

/**
 * Without the lost texts that one report alone draws on for a part: its own line names them, and what is drawn of each would run
 * across all names between. Where that is all there is, nothing is drawn.
 */
function leaveOutAsides(stemma: Stemma): Stemma {
  const isAside = ({ name, siglum }: StemmaNode): boolean => {
    const lines = stemma.descents.filter(({ from, to }) => from === name || to === name);
    return siglum === null && lines.length === 1 && lines[0]!.from === name && !isMain(lines[0]!);
  };
  const asides = new Set(stemma.nodes.filter(isAside).map(({ name }) => name));
  const nodes = stemma.nodes.filter(({ name }) => !asides.has(name));
  return { ...stemma, nodes, descents: stemma.descents.filter(({ from }) => !asides.has(from)) };
}

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

function renderFirst(view: View, group: readonly Primary[]): Markup {
  const places = group.map(
    ({ collation }, at) => html`${at > 0 && ", "}<a href="#c${collation + 1}">${collation + 1}</a>`,
  );
  return html`<li>${nameGroup(view, group)} ${places}: ${tellFirst(view, group[0]!)}</li>`;
}

/** Where utterances and statements were first said, and how many sources they have: a line for all of which the same is told. */
export function tellPrimaries(view: View): string[] {
  return groupPrimaries(view).map((group) => {
    const places = listRanges(group.map(({ collation }) => collation + 1));
    return `${nameGroup(view, group)} ${places}: ${tellFirst(view, group[0]!)}`;
  });
}

function groupPrimaries(view: View): Primary[][] {
  const { primaries } = view.analysis.stemma;
  return [...Map.groupBy(primaries, (primary) => tellFirst(view, primary)).values()];
}

function nameGroup({ analysis }: View, group: readonly Primary[]): string {
  const isUtterance = group.map(({ collation }) => analysis.collations[collation]!.tradition.of === "utterance");
  const many = group.length > 1 ? "s" : "";
  if (isUtterance.every(Boolean)) return `Utterance${many}`;
  return isUtterance.some(Boolean) ? "Utterances and statements" : `Statement${many}`;
}

function tellFirst(view: View, { node, chain, independent, untold }: Primary): string {
  const named = view.analysis.stemma.nodes.find(({ name }) => name === node);
  const way = chain.length > 2 ? ` (${chain.join(" → ")})` : "";
  const first = named ? `first in ${named.name}, ${nameNode(view, named)}${way}` : "cannot tell where it was first";
  const most = untold > 0 && independent > 1 ? "at most " : "";
  return `${first}; ${most}${countOf(independent, "independent source")}`;
}

function renderAlternative({ instead, margin }: Alternative): Markup {
  const lines = instead.map(({ from, to }) => `${to} from ${from}`);
  return html`<li>${listSigla(lines)} instead, ${showPart(margin)} bits worse</li>`;
}
