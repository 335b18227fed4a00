import type { Analysis } from "../analyze.ts";
import type { Descent, StemmaNode } from "../stemma/stemma.ts";
import { showPart } from "./label.ts";
import { joinReasons, nameNode } from "./node.ts";
import { findTitle, makeView, type View } from "./view.ts";
import { block, element, writeXml, type Xml } from "./xml.ts";

/** What is said of nodes and lines, each with the type that GraphML has for it. */
const KEYS = [
  { id: "class", for: "node", type: "string" },
  { id: "label", for: "node", type: "string" },
  { id: "published_from", for: "node", type: "string" },
  { id: "published_to", for: "node", type: "string" },
  { id: "url", for: "node", type: "string" },
  { id: "kind", for: "edge", type: "string" },
  { id: "support", for: "edge", type: "double" },
  { id: "confidence", for: "edge", type: "double" },
  { id: "for", for: "edge", type: "string" },
  { id: "against", for: "edge", type: "string" },
] as const;

/** Values by the id of their key; null is left out. */
type Data = Readonly<Partial<Record<(typeof KEYS)[number]["id"], string | null>>>;

/**
 * The stemma as GraphML, a directed graph: nodes by their names, `class` as in `renderDot`, a line from exemplar to copy;
 * both in the order of the stemma.
 */
export function renderGraphml(analysis: Analysis): string {
  const view = makeView(analysis);
  const { stemma } = analysis;
  const keys = KEYS.map(({ id, for: of, type }) => element("key", { id, for: of, "attr.name": id, "attr.type": type }));
  const nodes = stemma.nodes.map((node) => block("node", { id: node.name }, writeData(describeNode(view, node))));
  const lines = stemma.descents.map((line) =>
    block("edge", { source: line.from, target: line.to }, writeData(describeLine(line))),
  );
  const title = element("desc", {}, [findTitle(view)]);
  const graph = block("graph", { edgedefault: "directed" }, [title, ...nodes, ...lines]);
  return writeXml(block("graphml", { xmlns: "http://graphml.graphdrawing.org/xmlns" }, [...keys, graph]));
}

function describeNode(view: View, node: StemmaNode): Data {
  const label = nameNode(view, node);
  if (node.siglum === null) return { class: "hypothetical", label };
  const { published, url } = view.bySiglum.get(node.siglum)!.report;
  return { class: "extant", label, published_from: published?.from ?? null, published_to: published?.to ?? null, url };
}

function describeLine({ kind, support, confidence, for: reasons, against }: Descent): Data {
  const sure = { support: support === null ? null : showPart(support), confidence: showPart(confidence) };
  return { kind, ...sure, for: joinReasons(reasons), against: joinReasons(against) || null };
}

function writeData(data: Data): Xml[] {
  return KEYS.flatMap(({ id }) => (data[id] == null ? [] : [element("data", { key: id }, [data[id]])]));
}
