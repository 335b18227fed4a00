import { contract, type Graft, graft, type Hung, hangTree, listBelow, prune, type Tree, takeDown } from "./hung.ts";
import type { Matrix } from "./matrix.ts";
import { makeSight, type Sight } from "./sight.ts";

/** Sums of weights round. */
const LEAST_GAIN = 1e-6;
const MOST_SWEEPS = 8;

/** One way to hang a branch; `cost` is what the tree costs more than the tree without it and the branch alone. */
export interface Place {
  readonly graft: Graft;
  readonly node: number;
  readonly cost: number;
}

/**
 * Lowers the cost of a tree as long as it can: branch by branch regrafted wherever it costs least, then lines at lost nodes
 * contracted that do not pay. The cost is the weighted number of changes, what a text alone
 * reads undone on each further line of it among them, and `lost` for each lost node. So a text that adds hardly anything of its own to a
 * branching is the exemplar itself, and a lost node stands only where readings shared against others ask for it.
 */
export function climb(matrix: Matrix, tree: Tree, lost: number): Tree {
  const sight = makeSight(matrix);
  let found = tree;
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    // hung up at another text each time, for the root itself is not regrafted
    const hung = hangTree(found, sweep % 2 === 0 ? 0 : matrix.count - 1);
    const isContracted = contractLines(hung, sight, matrix, lost);
    const isRegrafted = sweep === 0 || regraftBranches(hung, sight, matrix, lost);
    found = takeDown(hung);
    if (!isContracted && !isRegrafted) break;
  }
  return found;
}

function regraftBranches(hung: Hung, sight: Sight, matrix: Matrix, lost: number): boolean {
  let isBetter = false;
  for (let node = 0; node < hung.up.length; node++) {
    if (hung.up[node]! < 0) continue;
    const { old, places } = listPlaces(hung, node, sight, matrix, lost);
    let best = old;
    for (const place of places) if (place.cost < best.cost - LEAST_GAIN) best = place;
    graft(hung, node, best.graft, best.node);
    isBetter ||= best !== old;
  }
  return isBetter;
}

/** Cuts a branch off and lists all places for it; the caller grafts it. `old` is where it was. */
function listPlaces(
  hung: Hung,
  node: number,
  sight: Sight,
  matrix: Matrix,
  lost: number,
): { old: Place; places: Place[] } {
  const { count, width } = matrix;
  const parent = hung.up[node]!;
  const slid = prune(hung, node);
  sight.lookUp(hung, node);
  sight.lookAround(hung);
  const marks = new Int32Array(width);
  const atNode = (place: number): Place => {
    sight.missAtNode(node, place, marks);
    return { graft: "node", node: place, cost: sight.weigh(marks) };
  };
  const onLine = (place: number): Place => {
    sight.missOnLine(node, place, marks);
    return { graft: "line", node: place, cost: sight.weigh(marks) + lost };
  };
  const places: Place[] = [];
  for (const place of listBelow(hung, hung.root)) {
    places.push(atNode(place));
    if (place === hung.root) continue;
    places.push(onLine(place));
    if (node < count) places.push({ graft: "within", node: place, cost: sight.weighWithin(node, place) });
  }
  return { old: slid < 0 ? atNode(parent) : onLine(slid), places };
}

/** The lines that save most first; of those that share a node only one before the tree is looked at again. */
function contractLines(hung: Hung, sight: Sight, matrix: Matrix, lost: number): boolean {
  for (let isAny = false; ; isAny = true) {
    sight.lookAround(hung);
    const gains = listBelow(hung, hung.root)
      .filter((node) => hung.up[node]! >= 0 && Math.max(node, hung.up[node]!) >= matrix.count)
      .map((node) => ({ node, parent: hung.up[node]!, gain: sight.weighContraction(hung, node) + lost }))
      .filter(({ gain }) => gain > LEAST_GAIN)
      .sort((a, b) => b.gain - a.gain || a.node - b.node);
    if (gains.length === 0) return isAny;
    const touched = new Set<number>();
    for (const { node, parent } of gains) {
      if (touched.has(node) || touched.has(parent)) continue;
      for (const each of [node, parent])
        for (const near of [each, hung.up[each]!, ...hung.kids[each]!]) touched.add(near);
      contract(hung, node);
    }
  }
}
