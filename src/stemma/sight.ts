import { type Hung, listBelow } from "./hung.ts";
import type { Matrix } from "./matrix.ts";

/** One node's sets: `size` words of `from`, beginning at `at`. */
interface Sets {
  readonly from: Int32Array;
  readonly at: number;
}

/**
 * What can be read at each node of a tree with the fewest changes, seen from below, from above and from all sides, and what
 * changes cost. Hartigan's rule (1973), the one of Fitch for any number of branches, with the texts' own readings fixed
 * wherever they stand in the tree; 32 characters at a time.
 */
export interface Sight {
  /** Looks at the branch below a node from below; returns what its changes cost. */
  readonly lookUp: (tree: Hung, top: number) => number;
  /** Looks at the whole tree from all sides; returns what its changes cost. */
  readonly lookAround: (tree: Hung) => number;
  /** Marks the changes on a new line between the branch at `node` and a node, or the middle of the line above one. */
  readonly missAtNode: (node: number, place: number, out: Int32Array) => void;
  readonly missOnLine: (node: number, place: number, out: Int32Array) => void;
  /** What it costs to set a text with its branch into the line above `place`. */
  readonly weighWithin: (text: number, place: number) => number;
  /** What is saved by making one of a node and the one above it. */
  readonly weighContraction: (tree: Hung, node: number) => number;
  /** Marks the changes on the line above a node that are there in every reading of the tree. */
  readonly missAbove: (node: number, out: Int32Array) => void;
  readonly weigh: (marks: Int32Array) => number;
  /** Whether a set seen from below, or from all other sides of the line above it, can have a reading of a character. */
  readonly canRead: (side: "below" | "above", node: number, bit: number, plane: number) => boolean;
}

export function makeSight(matrix: Matrix): Sight {
  const { count, planes, width, ends, leaves, known, weights } = matrix;
  const size = planes * width;
  const [below, above, around] = [0, 1, 2].map(() => new Int32Array(3 * count * size)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const levels = new Int32Array((count + 2) * planes);
  const all = { from: new Int32Array(size).fill(-1), at: 0 };
  const unused = { from: new Int32Array(size), at: 0 };
  const textOf = (node: number) => (node < count ? node : -1);
  const from = (side: Int32Array, node: number): Sets => ({ from: side, at: node * size });
  const listKids = (tree: Hung, node: number) => tree.kids[node]!.map((kid) => from(below, kid));

  return {
    lookUp,
    lookAround,
    missAtNode: (node, place, out) => miss(from(below, node), from(around, place), out),
    missOnLine,
    weighWithin,
    weighContraction,
    missAbove: (node, out) => miss(from(below, node), from(above, node), out),
    weigh: (marks) => marks.reduce((sum, mask, word) => sum + weighWord(mask, word), 0),
    canRead: (side, node, bit, plane) =>
      (((side === "below" ? below : above)[node * size + plane * width + (bit >> 5)]! >> (bit & 31)) & 1) === 1,
  };

  function lookUp(tree: Hung, top: number): number {
    return lookUpAll(tree, listBelow(tree, top));
  }

  function lookUpAll(tree: Hung, listed: readonly number[]): number {
    return listed.reduceRight((sum, node) => sum + meet(from(below, node), textOf(node), listKids(tree, node)), 0);
  }

  function lookAround(tree: Hung): number {
    const listed = listBelow(tree, tree.root);
    const sum = lookUpAll(tree, listed);
    for (const node of listed) {
      const inputs = listKids(tree, node);
      if (node !== tree.root) inputs.push(from(above, node));
      meet(from(around, node), textOf(node), inputs);
      for (const [i, kid] of tree.kids[node]!.entries()) meet(from(above, kid), textOf(node), inputs.toSpliced(i, 1));
    }
    return sum;
  }

  /** Writes what most of the inputs can read, or what the text reads; returns what the changes between cost. */
  function meet(out: Sets, text: number, inputs: readonly Sets[]): number {
    let sum = 0;
    for (let word = 0; word < width; word++) {
      const fixed = text < 0 ? 0 : known[text * width + word]!;
      if (fixed !== 0)
        for (const input of inputs) sum += weighWord(fixed & ~meets(input, from(leaves, text), word), word);
      if (fixed !== -1) sum += meetFree(out, inputs, word, ~fixed);
      if (fixed === 0) continue;
      for (let p = word; p < ends[word]!; p += width)
        out.from[out.at + p] = (fixed & leaves[text * size + p]!) | (~fixed & out.from[out.at + p]!);
    }
    return sum;
  }

  function meetFree(out: Sets, inputs: readonly Sets[], word: number, mask: number): number {
    if (inputs.length > 2) return meetMany(out, inputs, word, mask);
    const [a = all, b = a] = inputs;
    const agree = meets(a, b, word);
    for (let p = word; p < ends[word]!; p += width) {
      const [x, y] = [a.from[a.at + p]!, b.from[b.at + p]!];
      out.from[out.at + p] = (x & y) | (~agree & (x | y));
    }
    return weighWord(~agree & mask, word);
  }

  /** `levels` holds, row t, what t + 1 inputs at least can read; the highest row that has something is what most can. */
  function meetMany(out: Sets, inputs: readonly Sets[], word: number, mask: number): number {
    const depth = ends[word]! / width;
    levels.fill(0, 0, inputs.length * planes);
    for (const [top, input] of inputs.entries()) {
      for (let k = 0; k < depth; k++) {
        const reads = input.from[input.at + k * width + word]!;
        for (let t = top; t > 0; t--) levels[t * planes + k]! |= levels[(t - 1) * planes + k]! & reads;
        levels[k]! |= reads;
      }
    }
    let sum = 0;
    for (let k = 0; k < depth; k++) out.from[out.at + k * width + word] = levels[k]!;
    for (let t = 1; t < inputs.length; t++) {
      let any = 0;
      for (let k = 0; k < depth; k++) any |= levels[t * planes + k]!;
      sum += weighWord(~any & mask, word);
      for (let k = 0; k < depth; k++) {
        const at = out.at + k * width + word;
        out.from[at] = (any & levels[t * planes + k]!) | (~any & out.from[at]!);
      }
    }
    return sum;
  }

  /** The characters of one word of which both can have one reading. */
  function meets(a: Sets, b: Sets, word: number): number {
    let any = 0;
    for (let p = word; p < ends[word]!; p += width) any |= a.from[a.at + p]! & b.from[b.at + p]!;
    return any;
  }

  function weighWord(mask: number, word: number): number {
    let sum = 0;
    for (let rest = mask; rest !== 0; rest &= rest - 1) sum += weights[word * 32 + 31 - Math.clz32(rest & -rest)]!;
    return sum;
  }

  function miss(a: Sets, b: Sets, out: Int32Array): void {
    for (let word = 0; word < width; word++) out[word] = ~meets(a, b, word);
  }

  function missOnLine(node: number, place: number, out: Int32Array): void {
    for (let word = 0; word < width; word++) out[word] = ~meetsLine(node, place, word);
  }

  /** Where both ends of a line agree, what they can both read; elsewhere what either can. */
  function meetsLine(node: number, place: number, word: number): number {
    let [agree, all, one] = [0, 0, 0];
    for (let p = word; p < ends[word]!; p += width) {
      const [x, y, s] = [below[place * size + p]!, above[place * size + p]!, below[node * size + p]!];
      agree |= x & y;
      all |= x & y & s;
      one |= (x | y) & s;
    }
    return (agree & all) | (~agree & one);
  }

  function weighWithin(text: number, place: number): number {
    const [lower, upper, own] = [from(below, place), from(above, place), from(below, text)];
    let sum = 0;
    for (let word = 0; word < width; word++) {
      const fixed = known[text * width + word]!;
      sum += weighWord(fixed & ~meets(lower, own, word), word) + weighWord(fixed & ~meets(upper, own, word), word);
      sum -= weighWord(fixed & ~meets(lower, upper, word), word);
      sum += weighWord(~fixed & ~meetsLine(text, place, word), word);
    }
    return sum;
  }

  function weighContraction(tree: Hung, node: number): number {
    const parent = tree.up[node]!;
    const kids = listKids(tree, node);
    const others = tree.kids[parent]!.filter((kid) => kid !== node).map((kid) => from(below, kid));
    if (parent !== tree.root) others.push(from(above, parent));
    const apart = meet(unused, textOf(node), kids) + meet(unused, textOf(parent), [...others, from(below, node)]);
    return apart - meet(unused, Math.max(textOf(node), textOf(parent)), [...kids, ...others]);
  }
}
