import { basename } from "node:path";
import { type Line, measureAgreement, measurePaths } from "../src/stemma/agreement.ts";
import { makeGrid } from "../src/stemma/grid.ts";
import { inferTree, type TextTree } from "../src/stemma/infer.ts";
import { type Copying, type Made, makeTradition } from "../test/tradition.ts";
import { type Bench, type DataFile, findDataFiles, formatFigure, readRecords } from "./data.ts";
import { printReliability } from "./reliability.ts";

const MIDDLING: Copying = { extant: 13, words: 1000, changed: 0.03, lost: 0.3, contaminated: 0 };
/** Sizes, and traditions of each: the smaller one is, the more its figure hangs on chance. */
const SIZES: ReadonlyMap<number, number> = new Map([
  [5, 60],
  [13, 40],
  [20, 30],
  [40, 15],
]);

/**
 * How well the tree of copying is found: average sign distance (Roos and Heikkilä 2009), 1 for the true tree, beside a minimum
 * spanning tree and neighbor joining over shares of unequal words; precision and recall of the texts with two exemplars.
 * Scores the traditions in DIR/stemma and in DIR (which may be one file), and those that the bench itself makes; then how far the confidence of lines can be believed, and the time of one large one.
 */
export async function benchStemma({ data, print, dump }: Bench): Promise<void> {
  for (const file of listFiles(data)) {
    print(file.name);
    for await (const tradition of readRecords<Made>(file)) {
      const score = scoreTradition(tradition);
      dump({ id: tradition.id, edges: score.edges });
      print(`  ${tradition.id.padEnd(24)} ${showScores([score])}`);
    }
  }
  for (const contaminated of [0, 0.2]) {
    print(
      `made by copying 1,000 words, 3 % changed in the mean${contaminated > 0 ? ", a fifth from two exemplars" : ""}`,
    );
    for (const [extant, each] of SIZES) {
      const copying = { ...MIDDLING, extant, contaminated };
      const scores = Array.from({ length: each }, (_, i) => scoreTradition(makeTradition(1000 * extant + i, copying)));
      print(`  ${String(extant).padStart(2)} texts × ${each}            ${showScores(scores)}`);
    }
  }
  printReliability(print);
  const texts = Object.values(makeTradition(1, { ...MIDDLING, extant: 40 }).witnesses);
  const start = performance.now();
  inferTree(texts, { rounds: 200 });
  print(`40 texts of 1,000 words, 200 rounds of bootstrap: ${Math.round(performance.now() - start)} ms`);
}

function listFiles(data: string): DataFile[] {
  if (/\.jsonl(?:\.gz)?$/u.test(data)) return [{ name: basename(data), isTrain: false, path: data }];
  return [...findDataFiles(data, "stemma"), ...findDataFiles(data, ".")];
}

interface Score {
  readonly agreement: number;
  readonly spanning: number;
  readonly joining: number;
  readonly found: number;
  readonly right: number;
  readonly mixed: number;
  readonly edges: readonly Line[];
}

function scoreTradition({ witnesses, edges }: Made): Score {
  const names = Object.keys(witnesses);
  const texts = Object.values(witnesses);
  const truth = measurePaths(names, edges);
  const score = (lines: readonly Line[]) => measureAgreement(truth, measurePaths(names, lines));
  const found = nameLines(names, inferTree(texts, { rounds: 0 }));
  const unequal = measureUnequal(texts);
  const mixed = listMixed(names, edges);
  const claimed = listMixed(names, found);
  return {
    agreement: score(found),
    spanning: score(spanTree(unequal).map(([a, b]) => [names[a]!, names[b]!])),
    joining: score(joinNeighbors(unequal, names)),
    found: claimed.length,
    right: claimed.filter((name) => mixed.includes(name)).length,
    mixed: mixed.length,
    edges: found,
  };
}

function showScores(scores: readonly Score[]): string {
  const mean = (of: (score: Score) => number) => scores.reduce((sum, score) => sum + of(score), 0) / scores.length;
  const share = (of: number, all: number) => (all === 0 ? "  –  " : formatFigure(of / all));
  const figures = [
    mean(({ agreement }) => agreement),
    mean(({ spanning }) => spanning),
    mean(({ joining }) => joining),
  ];
  const [found, right, mixed] = [mean((s) => s.found), mean((s) => s.right), mean((s) => s.mixed)];
  const [own, spanning, joining] = figures.map(formatFigure);
  return `ours ${own}  spanning tree ${spanning}  neighbor joining ${joining}  two exemplars P ${share(right, found)} R ${share(right, mixed)}`;
}

function nameLines(names: readonly string[], { lines }: TextTree): Line[] {
  const name = (node: number) => names[node] ?? `lost ${node}`;
  return lines.map(({ parent, child }) => [name(parent), name(child)] as const);
}

/** Extant texts with two parents. */
function listMixed(names: readonly string[], edges: readonly Line[]): string[] {
  return names.filter((name) => edges.filter(([, child]) => child === name).length > 1);
}

/** For each two texts the share of columns in which they differ, of those in which either has a word. */
function measureUnequal(texts: readonly string[]): number[][] {
  const { columns } = makeGrid(texts);
  return texts.map((_, i) =>
    texts.map((_, j) => {
      const own = columns.filter((column) => column[i]! >= 0 || column[j]! >= 0);
      return own.filter((column) => column[i] !== column[j]).length / (own.length || 1);
    }),
  );
}

/** Prim's. */
function spanTree(distance: readonly (readonly number[])[]): [number, number][] {
  const lines: [number, number][] = [];
  for (const inside = [0]; inside.length < distance.length; inside.push(lines.at(-1)![1])) {
    const outside = [...distance.keys()].filter((at) => !inside.includes(at));
    const all = inside.flatMap((a) => outside.map((b): [number, number] => [a, b]));
    lines.push(all.reduce((best, line) => (distance[line[0]]![line[1]]! < distance[best[0]]![best[1]]! ? line : best)));
  }
  return lines;
}

/** Saitou and Nei 1987. */
function joinNeighbors(given: readonly (readonly number[])[], names: readonly string[]): Line[] {
  const lines: Line[] = [];
  let [distance, open] = [given, names];
  while (open.length > 2) {
    const sums = distance.map((row) => row.reduce((sum, each) => sum + each, 0));
    let [a, b, least] = [0, 1, Number.POSITIVE_INFINITY];
    for (let i = 0; i < open.length; i++)
      for (let j = i + 1; j < open.length; j++) {
        const criterion = (open.length - 2) * distance[i]![j]! - sums[i]! - sums[j]!;
        if (criterion < least) [a, b, least] = [i, j, criterion];
      }
    const joint = `joint ${lines.length}`;
    lines.push([joint, open[a]!], [joint, open[b]!]);
    const rest = [...open.keys()].filter((i) => i !== a && i !== b);
    const old = distance;
    const row = rest.map((i) => (old[a]![i]! + old[b]![i]! - old[a]![b]!) / 2);
    distance = [...rest.map((i, k) => [...rest.map((j) => old[i]![j]!), row[k]!]), [...row, 0]];
    open = [...rest.map((i) => open[i]!), joint];
  }
  return open.length === 2 ? [...lines, [open[0]!, open[1]!]] : lines;
}
