import type { Descent, NodeName, Stemma, StemmaNode } from "../stemma/stemma.ts";
import { showDate } from "./date.ts";
import { makeLine } from "./escape.ts";
import { countOf, showPart } from "./label.ts";
import { isMain } from "./layout.ts";
import { nameNode, tellLost } from "./node.ts";
import type { Paint } from "./paint.ts";
import type { View } from "./view.ts";
import { wrapWords } from "./width.ts";

/** How wide a page is and what colors it. */
interface Sheet {
  readonly width: number;
  readonly paint: Paint;
}

/** A node with what stands before its first line and before its others. */
interface Entry {
  readonly node: StemmaNode;
  readonly first: string;
  readonly rest: string;
}

/** Columns that are left for words however deep a node stands. */
const LEAST = 24;

/**
 * The stemma as an indented tree, a node with what was made from it below it, then what stands alone; under each node its
 * weightiest reason, what speaks against it, and a further exemplar. No line is wider than `width`: from some depth on
 * nothing is indented further.
 */
export function drawOutline(view: View, sheet: Sheet): string[] {
  const { stemma } = view.analysis;
  return listEntries(stemma, sheet.width).flatMap(({ node, first, rest }) => {
    const [head = "", ...more] = describeNode(view, stemma, node).flatMap((part, at) =>
      wrapWords(part, sheet.width - first.length - 2).map((line, row) => (at === 0 && row === 0 ? line : `  ${line}`)),
    );
    const { length } = node.name;
    const shown = `${sheet.paint.siglum(head.slice(0, length))}${head.slice(length)}`;
    return [sheet.paint.soft(first) + shown, ...more.map((line) => sheet.paint.soft(rest + line))];
  });
}

/** Every node once, in the order of the lines. */
function listEntries({ nodes, descents }: Stemma, width: number): Entry[] {
  const exemplar = new Map(descents.filter(isMain).map(({ from, to }) => [to, from]));
  const below = Map.groupBy(nodes, ({ name }) => exemplar.get(name) ?? null);
  const listBelow = (over: NodeName, before: string): Entry[] => {
    const own = below.get(over) ?? [];
    const isDeep = before.length + 4 + LEAST > width;
    return own.flatMap((node, at) => {
      const isLast = at === own.length - 1;
      const [first, rest] = isDeep ? [before, before] : isLast ? ["└── ", "    "] : ["├── ", "│   "];
      const next = isDeep ? before : before + rest;
      return [{ node, first: isDeep ? before : before + first, rest: next }, ...listBelow(node.name, next)];
    });
  };
  const tops = (below.get(null) ?? []).map((node) => ({ node, entries: listBelow(node.name, "") }));
  const sorted = [
    ...tops.filter(({ entries }) => entries.length > 0),
    ...tops.filter(({ entries }) => entries.length === 0),
  ];
  return sorted.flatMap(({ node, entries }) => [{ node, first: "", rest: "" }, ...entries]);
}

/** Name and date, then a sentence a line that leads to it. */
function describeNode(view: View, { descents }: Stemma, node: StemmaNode): string[] {
  const { name, siglum, named } = node;
  const published = siglum === null ? null : view.bySiglum.get(siglum)!.report.published;
  const kind = siglum === null && named.length > 0 ? [tellLost(view, node), "lost"].filter(Boolean).join(", ") : null;
  const lines = descents.filter(({ to }) => to === name);
  const head = [nameNode(view, node), kind, published && showDate(published)].filter((part) => part !== null);
  const isAlone = !descents.some(({ from, to }) => from === name || to === name);
  return [
    `${name} ${head.join(" · ")}`,
    ...(isAlone ? ["cannot tell from where"] : []),
    ...lines.map((line) => makeLine(tellLine(line, lines))),
  ];
}

/** Where it is from, the weightiest reason, and what speaks against it. `lines`: all that lead to the node. */
function tellLine(line: Descent, lines: readonly Descent[]): string {
  const [first, ...more] = line.for;
  const rest = more.length > 0 ? ` (and ${countOf(more.length, "more reason", "more reasons")})` : "";
  const against = line.against.length > 0 ? ` Against it: ${line.against[0]!.message}` : "";
  const link = isMain(line) ? "from" : lines.some(isMain) ? "also from" : "in part from";
  const from = `${link} ${line.from}, confidence ${showPart(line.confidence)}`;
  return `${from}: ${first?.message ?? ""}${rest}${against}`;
}
