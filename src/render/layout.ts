import { type HierarchyNode, hierarchy } from "d3-hierarchy";
import type { Named } from "../collate/collation.ts";
import type { Descent, NodeName, Stemma } from "../stemma/stemma.ts";

/** A node in its place. Both count from 0. */
export interface Placed {
  readonly name: NodeName;
  /** From left to right: behind what it was made from, and behind all that is known to be earlier. */
  readonly column: number;
  /** From top to bottom, a row a node. */
  readonly row: number;
  /** Nodes below it that are drawn on their own; 0 for a node whose subtree is drawn here. */
  readonly folded: number;
  /** What was mostly made from it, in order of rows. */
  readonly copies: readonly Placed[];
}

/** A part of the stemma that is drawn on its own. */
export interface Drawing {
  /** Nodes that no line leads to, or the one at whose place this was cut off. */
  readonly tops: readonly Placed[];
  /** All nodes by name. */
  readonly nodes: ReadonlyMap<NodeName, Placed>;
  readonly columns: number;
  readonly rows: number;
  /** Drawings of what is folded, in order of rows. */
  readonly parts: readonly Drawing[];
}

/** A node with what was mostly made from it. */
interface Branch {
  readonly name: NodeName;
  readonly copies: readonly Branch[];
  /** Nodes in it, itself with them. */
  readonly size: number;
}

/** More nodes than this in one drawing, and subtrees are folded. */
export const MOST = 40;
/** The node over all tops: no node has that name. */
const NOWHERE: NodeName = "";

type Columns = ReadonlyMap<NodeName, number>;

/**
 * The stemma laid out for drawing, every node in a row of its own, so that no name, however long, stands in another's way:
 * half of its copies above a node and half below, so that no two lines cross, those of contamination apart. To the right is
 * later, as far as that is known (`findColumns`). Where there are more than `most` nodes, subtrees are folded and drawn on
 * their own (`foldBranches`). What stands alone comes last. The tree itself is built with d3-hierarchy; its layouts are not
 * used, as they put a node level with its only copy, where its name stands in the way of their line.
 */
export function layOut(stemma: Stemma, reports: readonly Named[], most: number = MOST): Drawing {
  const columns = findColumns(stemma, reports);
  const tops = growBranches(stemma, columns);
  return draw(tops, columns, most, false);
}

/**
 * The nodes that are made from no other, those with copies first, then those that draw on another or are drawn on, each with its
 * copies: by column, then in the order of the stemma.
 */
function growBranches({ nodes, descents }: Stemma, columns: Columns): readonly Branch[] {
  const copies = Map.groupBy(descents.filter(isMain), ({ from }) => from);
  const made = new Set(descents.filter(isMain).map(({ to }) => to));
  const tops = nodes.map(({ name }) => name).filter((name) => !made.has(name));
  const order = new Map(nodes.map(({ name }, at) => [name, at]));
  const joined = new Set(descents.flatMap(({ from, to }) => [from, to]));
  const rank = ({ data, height }: HierarchyNode<NodeName>) => (height > 0 ? 0 : joined.has(data) ? 1 : 2);
  const tree = hierarchy<NodeName>(NOWHERE, (name) =>
    name === NOWHERE ? tops : copies.get(name)?.map(({ to }) => to),
  );
  tree.sort(
    (a, b) =>
      (a.depth === 1 ? rank(a) - rank(b) : 0) ||
      columns.get(a.data)! - columns.get(b.data)! ||
      order.get(a.data)! - order.get(b.data)!,
  );
  return growBranch(tree).copies;
}

function growBranch({ data, children = [] }: HierarchyNode<NodeName>): Branch {
  const copies = children.map(growBranch);
  return { name: data, copies, size: 1 + copies.reduce((sum, { size }) => sum + size, 0) };
}

/** Whether a line is one of the tree, not a further one. */
export function isMain({ kind }: Descent): boolean {
  return kind === "exemplar";
}

/**
 * How far to the right each node stands, from 0: a node behind its exemplars, a report also behind every other whose time
 * ends before its own begins, as `Dated` tells; a lost node, whose time nobody knows, right before the first of its
 * copies. Where the lines run against the times, the lines alone count.
 */
function findColumns(stemma: Stemma, reports: readonly Named[]): Columns {
  const exemplars = Map.groupBy(stemma.descents, ({ to }) => to);
  const times = new Map(reports.map(({ siglum, report }) => [siglum, report.published]));
  const above = (name: NodeName) => (exemplars.get(name) ?? []).map(({ from }) => from);
  const earlier = (name: NodeName) => {
    const own = times.get(name);
    return own ? [...times].filter(([, other]) => other && other.to <= own.from).map(([siglum]) => siglum) : [];
  };
  const names = stemma.nodes.map(({ name }) => name);
  const columns = countBefore(names, (name) => [...above(name), ...earlier(name)]) ?? countBefore(names, above)!;
  const lost = stemma.nodes.filter(({ siglum }) => siglum === null).map(({ name }) => name);
  for (const name of lost.sort((a, b) => columns.get(b)! - columns.get(a)!)) {
    const copies = stemma.descents.filter(({ from }) => from === name).map(({ to }) => columns.get(to)!);
    if (copies.length > 0) columns.set(name, Math.min(...copies) - 1);
  }
  return columns;
}

/** The length of the longest way to each from one that nothing is before; null if the ways go in a circle. */
function countBefore(
  names: readonly NodeName[],
  before: (name: NodeName) => readonly NodeName[],
): Map<NodeName, number> | null {
  const counts = new Map<NodeName, number>();
  const open = new Set<NodeName>();
  const visit = (name: NodeName): boolean => {
    if (counts.has(name)) return true;
    if (open.has(name)) return false;
    open.add(name);
    const own = before(name);
    if (!own.every(visit)) return false;
    counts.set(name, Math.max(-1, ...own.map((other) => counts.get(other)!)) + 1);
    return true;
  };
  return names.every(visit) ? counts : null;
}

/** Columns that none of these nodes stands in go. */
function draw(tops: readonly Branch[], columns: Columns, most: number, isPart: boolean): Drawing {
  const folded = foldBranches(tops, most, isPart);
  const names = tops.flatMap((top) => listNames(top, folded));
  const used = [...new Set(names.map((name) => columns.get(name)!))].sort((a, b) => a - b);
  const nodes = new Map<NodeName, Placed>();
  const parts: Branch[] = [];
  const place = (branch: Branch): Placed => {
    const isFolded = folded.has(branch);
    const copies = isFolded ? [] : branch.copies;
    if (isFolded) parts.push(branch);
    const half = Math.floor(copies.length / 2);
    const above = copies.slice(0, half).map(place);
    const row = nodes.size;
    const column = used.indexOf(columns.get(branch.name)!);
    const size = isFolded ? branch.size - 1 : 0;
    nodes.set(branch.name, { name: branch.name, column, row, folded: size, copies: [] });
    const placed = {
      name: branch.name,
      column,
      row,
      folded: size,
      copies: [...above, ...copies.slice(half).map(place)],
    };
    nodes.set(branch.name, placed);
    return placed;
  };
  const placed = tops.map(place);
  return {
    tops: placed,
    nodes,
    columns: used.length,
    rows: nodes.size,
    parts: parts.map((part) => draw([part], columns, most, true)),
  };
}

function listNames(branch: Branch, folded: ReadonlySet<Branch>): NodeName[] {
  return [branch.name, ...(folded.has(branch) ? [] : branch.copies.flatMap((copy) => listNames(copy, folded)))];
}

/**
 * The subtrees to fold so that no more than `most` nodes are left: the smallest that is enough, else the largest there is,
 * and again; a top only if nothing below it can be, as where many were made from one. Never a node without copies, nor the top of a
 * part (`isPart`), which is folded already.
 */
function foldBranches(tops: readonly Branch[], most: number, isPart: boolean): ReadonlySet<Branch> {
  const folded = new Set<Branch>();
  const count = (branch: Branch) => listNames(branch, folded).length;
  for (;;) {
    const over = tops.reduce((sum, top) => sum + count(top), 0) - most;
    const below = tops.flatMap(({ copies }) => copies.flatMap((copy) => listBranches(copy, folded)));
    const left = isPart ? [] : tops.filter((top) => !folded.has(top) && top.copies.length > 0);
    const sized = (below.length > 0 ? below : left)
      .map((branch) => ({ branch, size: count(branch) }))
      .sort((a, b) => a.size - b.size);
    const next = sized.find(({ size }) => size - 1 >= over) ?? sized.at(-1);
    if (over <= 0 || next === undefined) return folded;
    folded.add(next.branch);
  }
}

/** Every subtree of two nodes or more that is neither folded nor within one that is. */
function listBranches(branch: Branch, folded: ReadonlySet<Branch>): Branch[] {
  if (folded.has(branch) || branch.size < 2) return [];
  return [branch, ...branch.copies.flatMap((copy) => listBranches(copy, folded))];
}
