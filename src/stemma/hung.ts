/** A tree over texts 0 … count-1, any of which may have others below it, and lost nodes from `count` on. */
export interface Tree {
  readonly count: number;
  /** For each node those that a line joins it to; empty for numbers not in use. */
  readonly neighbors: readonly (readonly number[])[];
}

/** A tree hung up at one of its nodes, to be cut and grafted. The order of `kids` is of no meaning. */
export interface Hung {
  readonly count: number;
  readonly root: number;
  /** The node above; -1 for the root and for numbers not in use. */
  readonly up: Int32Array;
  readonly kids: readonly number[][];
}

/** How a branch is hung: at a node, from a new lost node on the line above one, or with its top node set into that line. */
export type Graft = "node" | "line" | "within";

/** Hangs a tree up at `root`. */
export function hangTree({ count, neighbors }: Tree, root: number): Hung {
  const nodes = 3 * count;
  const up = new Int32Array(nodes).fill(-1);
  const kids: number[][] = Array.from({ length: nodes }, () => []);
  const queue = [root];
  for (const node of queue) {
    for (const next of neighbors[node]!) {
      if (next === up[node]) continue;
      hang({ up, kids }, next, node);
      queue.push(next);
    }
  }
  return { count, root, up, kids };
}

export function takeDown({ count, up, kids }: Hung): Tree {
  return { count, neighbors: kids.map((below, node) => (up[node]! < 0 ? [...below] : [up[node]!, ...below])) };
}

/** A node and all below it, parents first. */
export function listBelow({ kids }: Hung, top: number): number[] {
  const listed = [top];
  for (const node of listed) listed.push(...kids[node]!);
  return listed;
}

export function countLines({ up, kids }: Hung, node: number): number {
  return kids[node]!.length + (up[node]! < 0 ? 0 : 1);
}

/**
 * Cuts the branch at `node` off. A lost node that is left with two lines goes, as nothing tells that it was there; then what
 * is returned is the node below it, now on one line; else -1.
 */
export function prune(tree: Hung, node: number): number {
  const parent = tree.up[node]!;
  cut(tree, node);
  if (parent < tree.count || countLines(tree, parent) !== 2) return -1;
  const kid = tree.kids[parent]![0]!;
  const above = tree.up[parent]!;
  cut(tree, kid);
  cut(tree, parent);
  hang(tree, kid, above);
  return kid;
}

/** Hangs a branch that was cut off. */
export function graft(tree: Hung, node: number, kind: Graft, place: number): void {
  if (kind === "node") {
    hang(tree, node, place);
    return;
  }
  const above = tree.up[place]!;
  const joint = kind === "within" ? node : findUnused(tree);
  cut(tree, place);
  hang(tree, place, joint);
  if (joint !== node) hang(tree, node, joint);
  hang(tree, joint, above);
}

/** Makes one node of a node and the one above it, at least one of them lost; a text stays. */
export function contract(tree: Hung, node: number): void {
  const parent = tree.up[node]!;
  const [kept, gone] = node < tree.count ? [node, parent] : [parent, node];
  const above = tree.up[parent]!;
  cut(tree, node);
  for (const kid of [...tree.kids[gone]!]) {
    cut(tree, kid);
    hang(tree, kid, kept);
  }
  if (gone === parent && above >= 0) {
    cut(tree, parent);
    hang(tree, kept, above);
  }
}

function cut({ up, kids }: Pick<Hung, "up" | "kids">, node: number): void {
  const siblings = kids[up[node]!]!;
  siblings.splice(siblings.indexOf(node), 1);
  up[node] = -1;
}

function hang({ up, kids }: Pick<Hung, "up" | "kids">, node: number, parent: number): void {
  kids[parent]!.push(node);
  up[node] = parent;
}

function findUnused({ count, up, kids }: Hung): number {
  for (let node = count; node < up.length; node++) if (up[node]! < 0 && kids[node]!.length === 0) return node;
  throw new RangeError("more lost nodes than texts");
}
