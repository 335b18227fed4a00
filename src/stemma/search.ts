import type { Matrix } from "./matrix.ts";

/**
 * A tree in which every inner node has three neighbors and all texts are at the ends: texts 0 … n-1, inner nodes from n on,
 * hung up at text 0. `left` of text 0 is the only node below it.
 */
export interface Binary {
  readonly up: Int32Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/** Less than this is no gain: sums of weights round. */
const LEAST_GAIN = 1e-9;
const MOST_SWEEPS = 20;

/**
 * The tree with the least weighted number of changes (Fitch 1971) that is found by adding text after text where it costs least,
 * then by cutting and regrafting every branch wherever that saves, until nothing does. `start` spares the first part. The
 * cost of a graft is read off the sets seen from either side of an edge (Goloboff 1996), 32 characters at a time. Three texts at
 * least.
 */
export function searchTree(matrix: Matrix, start?: Binary): Binary {
  const grower = makeGrower(matrix, start);
  if (start === undefined) for (let text = 2; text < matrix.count; text++) grower.add(text);
  for (let sweep = 0; sweep < MOST_SWEEPS && grower.improve(); sweep++);
  return grower.tree;
}

interface Grower {
  readonly tree: Binary;
  readonly add: (text: number) => void;
  /** Whether anything was gained. */
  readonly improve: () => boolean;
}

function makeGrower(matrix: Matrix, start: Binary | undefined): Grower {
  const { count, planes, width, ends, weights } = matrix;
  const size = planes * width;
  const nodes = 2 * count - 2;
  const up = start ? start.up.slice() : new Int32Array(nodes).fill(-1);
  const left = start ? start.left.slice() : new Int32Array(nodes).fill(-1);
  const right = start ? start.right.slice() : new Int32Array(nodes).fill(-1);
  const down = new Int32Array(nodes * size);
  const above = new Int32Array(nodes * size);
  const edge = new Int32Array(nodes * size);
  const order = new Int32Array(nodes);
  let length = 0;
  down.set(matrix.leaves);
  if (start === undefined) {
    left[0] = 1;
    up[1] = 0;
  }

  return {
    tree: { up, left, right },
    add: (text) => {
      view();
      graft(text, count + text - 2, findPlace(text).place);
    },
    improve: () => {
      let isBetter = false;
      for (let node = 1; node < nodes; node++) if (up[node]! > 0) isBetter = regraft(node) || isBetter;
      return isBetter;
    },
  };

  /** Cuts the branch above a node and puts it where it costs least; back where it was if nothing is gained. */
  function regraft(node: number): boolean {
    const joint = up[node]!;
    const sibling = left[joint] === node ? right[joint]! : left[joint]!;
    replace(up[joint]!, joint, sibling);
    list(node);
    gather();
    view();
    const before = measureGraft(node, sibling, Number.POSITIVE_INFINITY);
    const { place, cost } = findPlace(node);
    const isBetter = cost < before - LEAST_GAIN;
    graft(node, joint, isBetter ? place : sibling);
    return isBetter;
  }

  function graft(node: number, joint: number, place: number): void {
    replace(up[place]!, place, joint);
    left[joint] = place;
    right[joint] = node;
    up[place] = joint;
    up[node] = joint;
  }

  function replace(parent: number, child: number, by: number): void {
    if (left[parent] === child) left[parent] = by;
    else right[parent] = by;
    up[by] = parent;
  }

  function findPlace(node: number): { place: number; cost: number } {
    let [place, cost] = [-1, Number.POSITIVE_INFINITY];
    for (let i = 1; i < length; i++) {
      const here = measureGraft(node, order[i]!, cost);
      if (here < cost) [place, cost] = [order[i]!, here];
    }
    return { place, cost };
  }

  /** What it costs to graft a node above another; no more is summed up than it takes to exceed `most`. */
  function measureGraft(node: number, place: number, most: number): number {
    let cost = 0;
    for (let word = 0; word < width && cost < most; word++) {
      let any = 0;
      for (let at = word; at < ends[word]!; at += width) any |= edge[place * size + at]! & down[node * size + at]!;
      for (let rest = ~any; rest !== 0; rest &= rest - 1) cost += weights[word * 32 + 31 - Math.clz32(rest & -rest)]!;
    }
    return cost;
  }

  /** Lists a node and all below it, parents first. */
  function list(root: number): void {
    order[0] = root;
    length = 1;
    for (let i = 0; i < length; i++) {
      const node = order[i]!;
      if (left[node]! >= 0) order[length++] = left[node]!;
      if (right[node]! >= 0) order[length++] = right[node]!;
    }
  }

  /** Sets seen from above each node listed, then from below, then both together. */
  function view(): void {
    list(0);
    gather();
    above.set(down.subarray(0, size), order[1]! * size);
    for (let i = 1; i < length; i++) {
      const node = order[i]!;
      const parent = up[node]!;
      if (parent !== 0) {
        const sibling = left[parent] === node ? right[parent]! : left[parent]!;
        join(above, node, above, parent, sibling);
      }
      join(edge, node, above, node, node);
    }
  }

  function gather(): void {
    for (let i = length - 1; i >= 0; i--) {
      const node = order[i]!;
      if (right[node]! >= 0) join(down, node, down, left[node]!, right[node]!);
    }
  }

  /** Fitch's rule: what both can read, else what either can. `b` is seen from below. */
  function join(out: Int32Array, node: number, from: Int32Array, a: number, b: number): void {
    const [atOut, atA, atB] = [node * size, a * size, b * size];
    for (let word = 0; word < width; word++) {
      let any = 0;
      for (let at = word; at < ends[word]!; at += width) any |= from[atA + at]! & down[atB + at]!;
      for (let at = word; at < ends[word]!; at += width) {
        const [x, y] = [from[atA + at]!, down[atB + at]!];
        out[atOut + at] = (x & y) | (~any & (x | y));
      }
    }
  }
}
