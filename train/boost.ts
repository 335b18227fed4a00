import { type Forest, packNode } from "../src/text/forest.ts";

/** How trees are grown. */
export interface Growth {
  readonly trees: number;
  /** Leaves of a tree. */
  readonly leaves: number;
  /** Share of its best value that a leaf takes. */
  readonly rate: number;
  /** Least sum of second derivatives in a leaf. */
  readonly least: number;
  /** Added to the second derivatives of a leaf, so that few rows say little. */
  readonly ridge: number;
  /** For each feature whether in each split more of it speaks for what is wanted (1), against it (-1), or either (0); none: either. */
  readonly signs?: readonly number[];
  /** Share of the features that a tree may ask for, other ones for each, so that no few of them speak for all; none: 1. */
  readonly share?: number;
}

/** Rows of features, one behind the other, each with what is wanted (0 or 1) and its weight. */
export interface Rows {
  readonly width: number;
  readonly count: number;
  readonly values: Float32Array;
  readonly wanted: Uint8Array;
  readonly weights: Float32Array;
}

/** Thresholds of a feature that are tried. */
const MOST_BINS = 64;
/** Two sums a bin; one bin more than thresholds. */
const STRIDE = 2 * (MOST_BINS + 1);

/**
 * Grows trees by gradient boosting on the logistic loss (Friedman 2001), second order, best leaf first, over histograms
 * of binned features as LightGBM does (Ke et al. 2017). No sampling: the same rows give the same trees.
 */
export function growForest(rows: Rows, growth: Growth): Forest {
  const bins = makeBins(rows);
  const margins = new Float64Array(rows.count);
  const first = new Float32Array(rows.count);
  const second = new Float32Array(rows.count);
  const nodes: Node[] = [];
  const roots: number[] = [];
  for (let tree = 0; tree < growth.trees; tree++) {
    for (let i = 0; i < rows.count; i++) {
      const odds = 1 / (1 + Math.exp(-margins[i]!));
      first[i] = rows.weights[i]! * (odds - rows.wanted[i]!);
      second[i] = Math.max(1e-6, rows.weights[i]! * odds * (1 - odds));
    }
    const leaves = growTree({ rows, bins, first, second, growth, tree });
    roots.push(nodes.length);
    flatten(leaves.root, nodes, bins.edges);
    for (const { members, value } of leaves.ends) for (const i of members) margins[i]! += value;
  }
  return {
    nodes: Int32Array.from(nodes, ({ feature, right }, at) => (feature < 0 ? -1 : packNode(feature, right - at))),
    values: Float64Array.from(nodes, (node) => node.value),
    roots: Int32Array.from(roots),
  };
}

interface Node {
  feature: number;
  value: number;
  right: number;
}

interface Bins {
  /** Bin of each value, feature by feature. */
  readonly codes: readonly Uint8Array[];
  /** Upper edges of the bins of a feature. */
  readonly edges: readonly Float64Array[];
}

function makeBins({ width, count, values }: Rows): Bins {
  const codes: Uint8Array[] = [];
  const edges: Float64Array[] = [];
  const step = Math.max(1, Math.floor(count / 50_000));
  for (let feature = 0; feature < width; feature++) {
    const sample: number[] = [];
    for (let i = 0; i < count; i += step) sample.push(values[i * width + feature]!);
    const own = findEdges(Float64Array.from(sample).sort());
    const code = new Uint8Array(count);
    for (let i = 0; i < count; i++) code[i] = findBin(own, values[i * width + feature]!);
    codes.push(code);
    edges.push(own);
  }
  return { codes, edges };
}

/** Middles between neighboring values: all, if they are few, else at quantiles of the distinct and the frequent. */
function findEdges(sorted: Float64Array): Float64Array {
  const distinct = [...new Set(sorted)];
  const middles = [...new Set(distinct.slice(1).map((value, i) => round((value + distinct[i]!) / 2, 4)))];
  if (middles.length < MOST_BINS) return Float64Array.from(middles);
  const even = Array.from(
    { length: MOST_BINS / 2 },
    (_, i) => middles[Math.floor((i * middles.length) / (MOST_BINS / 2))]!,
  );
  const often = Array.from({ length: MOST_BINS / 2 }, (_, i) =>
    round(sorted[Math.floor(((i + 0.5) * sorted.length) / (MOST_BINS / 2))]!, 4),
  );
  return Float64Array.from(new Set([...even, ...often])).sort();
}

function findBin(edges: Float64Array, value: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= edges[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface Work {
  readonly rows: Rows;
  readonly bins: Bins;
  readonly first: Float32Array;
  readonly second: Float32Array;
  readonly growth: Growth;
  /** Its place in the forest. */
  readonly tree: number;
}

interface Leaf {
  members: Int32Array;
  readonly sums: Float64Array;
  value: number;
  split: Split | null;
  feature: number;
  bin: number;
  left: Leaf | null;
  right: Leaf | null;
}

interface Split {
  readonly gain: number;
  readonly feature: number;
  readonly bin: number;
}

function growTree(work: Work): { root: Leaf; ends: Leaf[] } {
  const all = Int32Array.from({ length: work.rows.count }, (_, i) => i);
  const root = makeLeaf(work, all, sumBins(work, all));
  const ends = [root];
  while (ends.length < work.growth.leaves) {
    const best = ends.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a));
    if (best.split === null) break;
    ends.splice(ends.indexOf(best), 1, ...splitLeaf(work, best, best.split));
  }
  return { root, ends };
}

function splitLeaf(work: Work, leaf: Leaf, { feature, bin }: Split): [Leaf, Leaf] {
  const code = work.bins.codes[feature]!;
  const [left, right] = partMembers(leaf.members, code, bin);
  const small = left.length <= right.length ? left : right;
  const sums = sumBins(work, small);
  const others = leaf.sums.slice();
  for (let i = 0; i < others.length; i++) others[i]! -= sums[i]!;
  leaf.feature = feature;
  leaf.bin = bin;
  leaf.left = makeLeaf(work, left, small === left ? sums : others);
  leaf.right = makeLeaf(work, right, small === left ? others : sums);
  leaf.members = new Int32Array(0);
  return [leaf.left, leaf.right];
}

function partMembers(members: Int32Array, code: Uint8Array, bin: number): [Int32Array, Int32Array] {
  const parted = new Int32Array(members.length);
  let [left, right] = [0, members.length];
  for (let k = 0; k < members.length; k++) if (code[members[k]!]! <= bin) parted[left++] = members[k]!;
  for (let k = members.length - 1; k >= 0; k--) if (code[members[k]!]! > bin) parted[--right] = members[k]!;
  return [parted.slice(0, left), parted.slice(left)];
}

/** First and second derivatives of the rows in each bin of each feature. */
function sumBins({ rows, bins, first, second }: Work, members: Int32Array): Float64Array {
  const sums = new Float64Array(rows.width * STRIDE);
  const own = Float32Array.from(members, (i) => first[i]!);
  const weights = Float32Array.from(members, (i) => second[i]!);
  for (let feature = 0; feature < rows.width; feature++) {
    const code = bins.codes[feature]!;
    const base = feature * STRIDE;
    for (let k = 0; k < members.length; k++) {
      const at = base + 2 * code[members[k]!]!;
      sums[at]! += own[k]!;
      sums[at + 1]! += weights[k]!;
    }
  }
  return sums;
}

function makeLeaf(work: Work, members: Int32Array, sums: Float64Array): Leaf {
  const { growth } = work;
  let [g, h] = [0, 0];
  for (const i of members) {
    g += work.first[i]!;
    h += work.second[i]!;
  }
  const value = round((-g / (h + growth.ridge)) * growth.rate, 4);
  return { members, sums, value, split: findSplit(work, sums, g, h), feature: -1, bin: 0, left: null, right: null };
}

function findSplit({ rows, bins, growth, tree }: Work, sums: Float64Array, g: number, h: number): Split | null {
  const score = (g: number, h: number) => (g * g) / (h + growth.ridge);
  const whole = score(g, h);
  let best: Split | null = null;
  for (let feature = 0; feature < rows.width; feature++) {
    if (!isDealt(feature, tree, growth.share)) continue;
    let [left, weight] = [0, 0];
    for (let bin = 0; bin < bins.edges[feature]!.length; bin++) {
      left += sums[feature * STRIDE + bin * 2]!;
      weight += sums[feature * STRIDE + bin * 2 + 1]!;
      if (weight < growth.least || h - weight < growth.least) continue;
      const [low, high] = [left / (weight + growth.ridge), (g - left) / (h - weight + growth.ridge)];
      if (isAgainst(low, high, growth.signs?.[feature])) continue;
      const gain = score(left, weight) + score(g - left, h - weight) - whole;
      if (gain > (best?.gain ?? 1e-3)) best = { gain, feature, bin };
    }
  }
  return best;
}

/** Whether a tree may ask for a feature: as if drawn, and the same at each run. */
function isDealt(feature: number, tree: number, share: number = 1): boolean {
  return (Math.imul(feature * 7919 + tree * 104729 + 12345, 2654435761) >>> 8) % 100 < 100 * share;
}

/** Whether a split goes against the sign of its feature; first derivatives fall as what is wanted rises. */
function isAgainst(left: number, right: number, sign: number = 0): boolean {
  return sign * (left - right) < 0;
}

function flatten(leaf: Leaf, nodes: Node[], edges: readonly Float64Array[]): void {
  const node: Node = { feature: leaf.feature, value: leaf.value, right: 0 };
  nodes.push(node);
  if (leaf.left === null || leaf.right === null) return;
  node.value = edges[leaf.feature]![leaf.bin]!;
  flatten(leaf.left, nodes, edges);
  node.right = nodes.length;
  flatten(leaf.right, nodes, edges);
}

/** Few figures, so that what is written is what was grown. */
function round(value: number, figures: number): number {
  return Number(value.toPrecision(figures));
}
