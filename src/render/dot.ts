import type { Analysis } from "../analyze.ts";
import type { Descent, StemmaNode } from "../stemma/stemma.ts";
import { makeLine } from "./escape.ts";
import { SURE, showPart } from "./label.ts";
import { joinReasons, nameNode } from "./node.ts";
import { findTitle, makeView, type View } from "./view.ts";

/**
 * The stemma in the DOT language of Graphviz, as Stemmaweb reads it (each node `class=extant` or `class=hypothetical`) and
 * after the customs of OpenStemmata: lost nodes grey, contamination dashed, what is doubtful grey. One node or line a row,
 * nodes first, in the order of the stemma. Beside the look each line has `support` and `confidence`, 0 to 1.
 */
export function renderDot(analysis: Analysis): string {
  const view = makeView(analysis);
  const { stemma } = analysis;
  const rows = [
    ...stemma.nodes.map((node) => writeNode(view, node)),
    ...stemma.descents.map((descent) => writeLine(descent)),
  ];
  return `digraph ${quote(findTitle(view))} {\n${rows.map((row) => `  ${row};\n`).join("")}}\n`;
}

function writeNode(view: View, node: StemmaNode): string {
  const look = node.siglum === null ? "class=hypothetical, color=grey, fontcolor=grey" : "class=extant";
  return `${quote(node.name)} [${look}, label=${quote(node.name)}, tooltip=${quote(nameNode(view, node))}]`;
}

function writeLine({ from, to, kind, support, confidence, for: reasons }: Descent): string {
  const parts = [
    ...(kind === "contamination" ? ["style=dashed"] : []),
    ...(confidence < SURE ? ["color=grey"] : []),
    ...(support === null ? [] : [`support=${showPart(support)}`]),
    `confidence=${showPart(confidence)}`,
    `tooltip=${quote(joinReasons(reasons))}`,
  ];
  return `${quote(from)} -> ${quote(to)} [${parts.join(", ")}]`;
}

/** A string in double quotes, in one line. A backslash is doubled, or Graphviz would take it for the start of an order. */
function quote(text: string): string {
  return `"${makeLine(text).replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
