/** Boosted regression trees, flat: a node's left branch follows it, the trees stand behind one another. */
export interface Forest {
  /** For each node what `packNode` makes of its feature and of the way to its right branch; -1 for a leaf. */
  readonly nodes: Int32Array;
  /** What goes left is at most this; of a leaf, what it adds, in log-odds. */
  readonly values: Float64Array;
  /** First node of each tree. */
  readonly roots: Int32Array;
}

/** Bits of a node that tell its feature. */
const FEATURE_BITS = 10;
const FEATURE = (1 << FEATURE_BITS) - 1;

/** A node in one number, as less is to be read from memory: the feature it asks for, below 1,024, and how many nodes on its right branch begins. */
export function packNode(feature: number, right: number): number {
  return feature | (right << FEATURE_BITS);
}

/** Trees between two looks at whether the rest can be spared. */
const STEP = 2;

/**
 * Log-odds that a forest gives to a row of features: the sum of one leaf a tree. Once it falls below `low` or rises above `high` the
 * trees behind are spared. Time grows with trees times depth, and most of it goes on branches that the machine guessed wrongly.
 */
export function sumTrees(
  { nodes, values, roots }: Forest,
  row: Float64Array,
  low: number = Number.NEGATIVE_INFINITY,
  high: number = Number.POSITIVE_INFINITY,
): number {
  let sum = 0;
  for (let tree = 0; tree < roots.length; tree++) {
    let at = roots[tree]!;
    for (let node = nodes[at]!; node >= 0; node = nodes[at]!) {
      at += row[node & FEATURE]! <= values[at]! ? 1 : node >> FEATURE_BITS;
    }
    sum += values[at]!;
    if (tree % STEP === STEP - 1 && (sum < low || sum > high)) break;
  }
  return sum;
}

/** A forest from its lines, a tree each, nodes in the order of the walk: `feature<threshold` or, for a leaf, what it adds. */
export function readForest(lines: readonly string[]): Forest {
  const trees = lines.map((line) => line.split(" "));
  const written = trees.flat();
  const nodes = new Int32Array(written.length).fill(-1);
  const values = new Float64Array(written.length);
  const open: { at: number; feature: number }[] = []; // nodes whose right branch is to come
  for (const [at, node] of written.entries()) {
    const sign = node.indexOf("<");
    values[at] = Number(node.slice(sign + 1));
    if (sign !== -1) open.push({ at, feature: Number(node.slice(0, sign)) });
    else {
      const above = open.pop();
      if (above !== undefined) nodes[above.at] = packNode(above.feature, at + 1 - above.at);
    }
  }
  const roots = new Int32Array(trees.length);
  for (let tree = 1; tree < trees.length; tree++) roots[tree] = roots[tree - 1]! + trees[tree - 1]!.length;
  return { nodes, values, roots };
}

/** The lines that `readForest` reads. */
export function writeForest({ nodes, values, roots }: Forest): string[] {
  return Array.from(roots, (root, tree) => {
    const end = roots[tree + 1] ?? nodes.length;
    const written = Array.from(nodes.subarray(root, end), (node, k) => {
      const value = values[root + k]!;
      return node < 0 ? `${value}` : `${node & FEATURE}<${value}`;
    });
    return written.join(" ");
  });
}
