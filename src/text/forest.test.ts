import { describe, expect, it } from "vitest";
import { packNode, readForest, sumTrees, writeForest } from "./forest.ts";

const LINES = ["0<1.5 1<2 -1 0.25 3<0 -0.5 2", "2<0.5 0.125 1<-1 4 -8", "0.5"];

/** As it stands in the lines, a node at a time. */
function walk(nodes: string[], row: Float64Array): number {
  const [feature, least] = nodes.shift()!.split("<").map(Number);
  if (least === undefined) return feature!;
  const [left, right] = [walk(nodes, row), walk(nodes, row)];
  return row[feature!]! <= least ? left : right;
}

describe("sumTrees", () => {
  it("adds one leaf of each tree, as a slow walk does", () => {
    const forest = readForest(LINES);
    for (const values of [
      [0, 0, 0, 0],
      [1.5, 2, 0.5, 0],
      [2, 3, 1, 1],
      [2, -2, 1, -1],
    ]) {
      const row = Float64Array.from(values);
      expect(sumTrees(forest, row)).toBe(LINES.reduce((sum, line) => sum + walk(line.split(" "), row), 0));
    }
  });

  it("spares the trees behind an even number once the sum is low or high enough", () => {
    const forest = readForest(["-1", "-1", "-1", "-1"]);
    const sums = [-0.5, -2, -3, -9].map((low) => sumTrees(forest, new Float64Array(1), low));
    expect([...sums, sumTrees(forest, new Float64Array(1), -9, -3)]).toEqual([-2, -4, -4, -4, -2]);
  });

  it("writes what it read, and a node holds the greatest feature", () => {
    expect(writeForest(readForest(LINES))).toEqual(LINES);
    expect([packNode(1023, 5) & 1023, packNode(1023, 5) >> 10]).toEqual([1023, 5]);
    expect(writeForest(readForest(["1023<1 2 3"]))).toEqual(["1023<1 2 3"]);
  });
});
