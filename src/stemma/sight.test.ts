import { describe, expect, it } from "vitest";
import { type Chance, makeChance } from "../text/chance.ts";
import type { Character } from "./character.ts";
import { contract, graft, type Hung, hangTree, listBelow, prune, type Tree, takeDown } from "./hung.ts";
import { makeMatrix } from "./matrix.ts";
import { searchTree } from "./search.ts";
import { makeSight } from "./sight.ts";

/** Characters in which every reading is that of two texts at least, and a tree with texts at some branchings. */
function draw(chance: Chance, count: number, places: number = 70): { characters: Character[]; tree: Tree } {
  const characters = Array.from({ length: places }, (_, column): Character => {
    const readings = 2 + chance.below(3);
    const states = Int8Array.from({ length: count }, () => chance.below(readings + 1) - 1);
    const isShared = (state: number) => state < 0 || states.filter((other) => other === state).length > 1;
    return { states: states.map((state) => (isShared(state) ? state : -1)), change: "word", isGap: false, column };
  });
  const neighbors: number[][] = Array.from({ length: 3 * count }, () => []);
  for (let node = 1; node < count + 4; node++) {
    const other = chance.below(node);
    neighbors[node]!.push(other);
    neighbors[other]!.push(node);
  }
  return { characters, tree: { count, neighbors } };
}

/** The fewest changes with the readings of lost nodes and unknown ones tried in every way (Sankoff 1975). */
function countChanges(characters: readonly Character[], hung: Hung): number {
  const least = (states: Int8Array, node: number): number[] =>
    [0, 1, 2, 3].map((own) => {
      if (node < hung.count && states[node]! >= 0 && states[node] !== own) return Number.POSITIVE_INFINITY;
      const below = hung.kids[node]!.map((kid) => least(states, kid).map((cost, at) => cost + (at === own ? 0 : 1)));
      return below.reduce((sum, costs) => sum + Math.min(...costs), 0);
    });
  return characters.reduce((sum, { states }) => sum + Math.min(...least(states, hung.root)), 0);
}

const runs = Array.from({ length: 8 }, (_, run) => ({ run, ...draw(makeChance(run), 5 + (run % 4)) }));

describe("makeSight", () => {
  it("counts the fewest changes", () => {
    for (const { characters, tree } of runs) {
      const sight = makeSight(makeMatrix(characters, tree.count));
      for (const root of [0, tree.count - 1]) {
        const hung = hangTree(tree, root);
        expect(sight.lookAround(hung)).toBe(countChanges(characters, hung));
      }
    }
  });

  it("knows what a graft costs before it is made", () => {
    for (const { run, characters, tree } of runs) {
      const matrix = makeMatrix(characters, tree.count);
      const [chance, sight, marks] = [makeChance(run), makeSight(matrix), new Int32Array(matrix.width)];
      for (const kind of ["node", "line", "within"] as const) {
        const hung = hangTree(tree, 0);
        const node = 1 + chance.below(tree.count - 1);
        prune(hung, node);
        const rest = sight.lookUp(hung, node) + sight.lookAround(hung);
        const places = listBelow(hung, 0).slice(kind === "node" ? 0 : 1);
        const place = places[chance.below(places.length)];
        if (place === undefined) continue;
        if (kind === "node") sight.missAtNode(node, place, marks);
        if (kind === "line") sight.missOnLine(node, place, marks);
        const cost = kind === "within" ? sight.weighWithin(node, place) : sight.weigh(marks);
        graft(hung, node, kind, place);
        if (kind !== "within" || hung.kids[node]!.length === 1)
          expect(rest + cost).toBe(countChanges(characters, hung));
      }
    }
  });

  it("knows what a contraction saves before it is made", () => {
    for (const { characters, tree } of runs) {
      const sight = makeSight(makeMatrix(characters, tree.count));
      for (const node of listBelow(hangTree(tree, 0), 0).slice(1)) {
        const hung = hangTree(tree, 0);
        if (node < tree.count && hung.up[node]! < tree.count) continue;
        const before = sight.lookAround(hung);
        const saved = sight.weighContraction(hung, node);
        contract(hung, node);
        expect(before - saved).toBe(countChanges(characters, hung));
      }
    }
  });
});

describe("hangTree", () => {
  it("is undone by takeDown", () => {
    const sort = ({ neighbors }: Tree) => neighbors.map((own) => [...own].sort((a, b) => a - b));
    for (const { tree } of runs) expect(sort(takeDown(hangTree(tree, 2)))).toEqual(sort(tree));
  });
});

describe("searchTree", () => {
  it("finds a tree with as few changes as the best of all", () => {
    for (const run of [1, 2, 3]) {
      const { characters } = draw(makeChance(run), 6, 12);
      const { up } = searchTree(makeMatrix(characters, 6));
      const lines = [...up.entries()].filter(([, parent]) => parent >= 0);
      const least = Math.min(...listTrees(6).map((tree) => countChanges(characters, hangTree(tree, 0))));
      expect(countChanges(characters, hangTree(makeTree(6, lines), 0))).toBe(least);
    }
  });
});

function makeTree(count: number, lines: readonly (readonly [number, number])[]): Tree {
  const neighbors: number[][] = Array.from({ length: 3 * count }, () => []);
  for (const [a, b] of lines) {
    neighbors[a]!.push(b);
    neighbors[b]!.push(a);
  }
  return { count, neighbors };
}

/** All trees with the texts at the ends: each further text on each line of each tree of those before. */
function listTrees(count: number): Tree[] {
  let trees: (readonly [number, number])[][] = [[[0, 1]]];
  for (let text = 2; text < count; text++) {
    const joint = count + text - 2;
    trees = trees.flatMap((lines) =>
      lines
        .map(
          ([a, b]) =>
            [...lines.filter((line) => line[0] !== a || line[1] !== b), [a, joint], [joint, b], [joint, text]] as const,
        )
        .map((own) => [...own]),
    );
  }
  return trees.map((lines) => makeTree(count, lines));
}
