import type { Analysis } from "../src/analyze.ts";
import type { Passage } from "../src/report/report.ts";
import type { Descent, Evidence, NodeName, Stemma, StemmaNode } from "../src/stemma/stemma.ts";

/** A node of the notation, or what stands between: a bracket or a comma. */
const TOKEN = /[A-Zα-ω]+(?:\+[A-Zα-ω]+)*|[(),]/gu;

/**
 * A stemma from its notation: `α(A(B),C)` for α over A and C, A over B; `C+B` for C with B as a further exemplar; a comma at
 * the top for what stands apart. Greek names are lost. Each line has one reason, that it is drawn here.
 */
export function makeStemma(notation: string, reasons: readonly Evidence[] = [DRAWN]): Stemma {
  const { nodes, descents } = readNotation(notation, reasons);
  const order = [...nodes].sort(byName);
  const tops = order.filter((name) => !descents.some(({ to }) => to === name));
  return {
    root: tops.length === 1 ? tops[0]! : null,
    nodes: order.map(makeNode),
    descents: [...descents].sort(
      (a, b) => byName(a.to, b.to) || (a.kind === b.kind ? byName(a.from, b.from) : a.kind < b.kind ? 1 : -1),
    ),
    primaries: [],
    alternatives: [],
    notes: [],
  };
}

const DRAWN: Evidence = {
  kind: "shared-reading",
  message: "Both have a reading that no other has.",
  passages: [],
  weight: 3,
};

function readNotation(notation: string, reasons: readonly Evidence[]): { nodes: Set<NodeName>; descents: Descent[] } {
  const nodes = new Set<NodeName>();
  const descents: Descent[] = [];
  const over: NodeName[] = [];
  let last = "";
  for (const [token] of notation.matchAll(TOKEN)) {
    if (token === "(") over.push(last);
    else if (token === ")") over.pop();
    else if (token !== ",") {
      const [name = "", ...further] = token.split("+");
      last = name;
      nodes.add(name);
      const line = { to: name, support: 0.9, confidence: 0.8, for: reasons, against: [] };
      if (over.length > 0) descents.push({ from: over.at(-1)!, kind: "exemplar", ...line });
      for (const from of further) descents.push({ from, kind: "contamination", ...line });
    }
  }
  return { nodes, descents };
}

function makeNode(name: NodeName): StemmaNode {
  const isLost = /^[α-ω]/u.test(name);
  return { name, siglum: isLost ? null : name, named: [], lost: null };
}

/** Sigla before lost nodes, shorter first. */
function byName(a: NodeName, b: NodeName): number {
  return Number(/^[α-ω]/u.test(a)) - Number(/^[α-ω]/u.test(b)) || a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

/** Where the words stand in that report, the first time. Throws if they do not. */
export function findWords(analysis: Analysis, siglum: string, words: string): Passage {
  const { report } = analysis.reports.find((named) => named.siglum === siglum)!;
  const from = report.text.indexOf(words);
  if (from < 0) throw new RangeError(`${siglum} has no “${words}”`);
  return { report: report.id, from, to: from + words.length };
}

/** The notation of a stemma, the inverse of `makeStemma`: siblings and what stands apart in the order of the nodes. */
export function showStemma({ nodes, descents }: Stemma): string {
  const show = (name: NodeName): string => {
    const further = descents.filter(({ to, kind }) => to === name && kind === "contamination").map(({ from }) => from);
    const below = nodes.filter((node) => descents.some((line) => isExemplar(line, name, node.name)));
    const kids = below.length === 0 ? "" : `(${below.map((node) => show(node.name)).join()})`;
    return [name, ...further].join("+") + kids;
  };
  const tops = nodes.filter(({ name }) => !descents.some(({ to, kind }) => to === name && kind === "exemplar"));
  return tops.map(({ name }) => show(name)).join();
}

function isExemplar({ from, to, kind }: Descent, name: NodeName, other: NodeName): boolean {
  return kind === "exemplar" && from === name && to === other;
}
