/** Boosted regression trees, flat: a node's left branch follows it, the trees stand behind one another. */
export interface Forest {
  /** Feature that a node asks for; -1 for a leaf. */
  readonly features: Int16Array;
  /** What goes left is at most this; of a leaf, what it adds, in log-odds. */
  readonly values: Float64Array;
  /** Where the right branch begins; 0 for a leaf. */
  readonly rights: Int32Array;
  /** First node of each tree. */
  readonly roots: Int32Array;
}

/**
 * Log-odds that a forest gives to a row of features: the sum of one leaf a tree. Once it falls below `low` or rises above `high` behind
 * an even number of trees, the others are spared. Time grows with trees times depth. Two trees are walked side by side, for a
 * step down one waits for the step before, and both have time for it.
 */
export function sumTrees(
  { features, values, rights, roots }: Forest,
  row: Float64Array,
  low: number = Number.NEGATIVE_INFINITY,
  high: number = Number.POSITIVE_INFINITY,
): number {
  let sum = 0;
  for (let tree = 0; tree < roots.length; tree += 2) {
    let left = roots[tree]!;
    let right = tree + 1 < roots.length ? roots[tree + 1]! : left;
    let [p, q] = [features[left]!, features[right]!];
    while (p >= 0 && q >= 0) {
      left = row[p]! <= values[left]! ? left + 1 : rights[left]!;
      right = row[q]! <= values[right]! ? right + 1 : rights[right]!;
      [p, q] = [features[left]!, features[right]!];
    }
    for (; p >= 0; p = features[left]!) left = row[p]! <= values[left]! ? left + 1 : rights[left]!;
    for (; q >= 0; q = features[right]!) right = row[q]! <= values[right]! ? right + 1 : rights[right]!;
    sum += values[left]!;
    if (tree + 1 === roots.length) break;
    sum += values[right]!;
    if (sum < low || sum > high) break;
  }
  return sum;
}

/** A forest from its lines, a tree each, nodes in the order of the walk: `feature<threshold` or, for a leaf, what it adds. */
export function readForest(lines: readonly string[]): Forest {
  const trees = lines.map((line) => line.split(" "));
  const nodes = trees.flat();
  const rights = new Int32Array(nodes.length);
  const features = new Int16Array(nodes.length);
  const values = new Float64Array(nodes.length);
  for (const [at, node] of nodes.entries()) {
    const sign = node.indexOf("<");
    features[at] = sign === -1 ? -1 : Number(node.slice(0, sign));
    values[at] = Number(node.slice(sign + 1));
  }
  const open: number[] = []; // nodes whose right branch is to come
  for (let at = 0; at < nodes.length; at++) {
    if (features[at]! >= 0) open.push(at);
    else if (open.length > 0) rights[open.pop()!] = at + 1;
  }
  const roots = new Int32Array(trees.length);
  for (let tree = 1; tree < trees.length; tree++) roots[tree] = roots[tree - 1]! + trees[tree - 1]!.length;
  return { features, values, rights, roots };
}

/** The lines that `readForest` reads. */
export function writeForest({ features, values, roots }: Forest): string[] {
  return Array.from(roots, (root, tree) => {
    const end = roots[tree + 1] ?? features.length;
    const nodes = Array.from(features.subarray(root, end), (feature, k) => {
      const value = values[root + k]!;
      return feature < 0 ? `${value}` : `${feature}<${value}`;
    });
    return nodes.join(" ");
  });
}
