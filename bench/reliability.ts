import type { Line } from "../src/stemma/agreement.ts";
import { measureRight } from "../src/stemma/group.ts";
import { inferTree } from "../src/stemma/infer.ts";
import { makeTradition } from "../test/tradition.ts";
import { formatFigure } from "./data.ts";

/** Groups of near-copies as a story has them: few, and no longer than a report. */
const SIZES: readonly number[] = [4, 6, 9, 13];
const EACH = 20;
const COPYING = { words: 400, changed: 0.03, lost: 0.3 };
const ROUNDS = 100;
const BINS = 10;

/**
 * Whether the confidence of a line says how often such lines are right: for each tenth of bootstrap support the lines of made
 * traditions, half of them with a fifth of the texts from two exemplars, the share that is right, and the mean confidence.
 * Right: the true tree has a line that parts the texts alike, between the same texts.
 */
export function printReliability(print: (line: string) => void): void {
  const bins = Array.from({ length: BINS }, () => ({ lines: 0, right: 0, confidence: 0 }));
  for (const contaminated of [0, 0.2])
    for (const extant of SIZES)
      for (let i = 0; i < EACH; i++)
        for (const { support, isRight } of judgeLines(5_000 * extant + i, { ...COPYING, extant, contaminated })) {
          const bin = bins[Math.min(BINS - 1, Math.floor(support * BINS))]!;
          bin.lines++;
          bin.right += Number(isRight);
          bin.confidence += measureRight(support);
        }
  print("support of a line: lines, share of them that is right, mean confidence");
  for (const [at, { lines, right, confidence }] of bins.entries())
    if (lines > 0)
      print(
        `  ${(at / BINS).toFixed(1)}   ${String(lines).padStart(5)}   ${formatFigure(right / lines)}   ${formatFigure(confidence / lines)}`,
      );
}

function judgeLines(
  seed: number,
  copying: Parameters<typeof makeTradition>[1],
): { support: number; isRight: boolean }[] {
  const { witnesses, edges } = makeTradition(seed, copying);
  const names = Object.keys(witnesses);
  const first = edges.filter(([, child], at) => edges.findIndex(([, other]) => other === child) === at);
  const truth = new Set(listCuts(names, joinLines(names, first)));
  const name = (node: number) => names[node] ?? `lost ${node}`;
  const lines = inferTree(Object.values(witnesses), { rounds: ROUNDS }).lines.filter(({ kind }) => kind === "first");
  const cuts = listCuts(
    names,
    lines.map(({ parent, child }) => [name(parent), name(child)] as const),
  );
  return lines.map(({ support }, at) => ({ support, isRight: truth.has(cuts[at]!) }));
}

/** Each line by what it parts and what stands at its ends: the same in two trees, whichever end is up. */
function listCuts(names: readonly string[], lines: readonly Line[]): string[] {
  return lines.map((line) =>
    line
      .map((end) => `${listSide(names, lines, line, end)}|${names.includes(end) ? end : "lost"}`)
      .sort()
      .join(" / "),
  );
}

/** The texts that are reached from one end of a line without going along it. */
function listSide(names: readonly string[], lines: readonly Line[], line: Line, end: string): string {
  const reached = new Set([end]);
  for (const here of reached)
    for (const other of lines) if (other !== line && other.includes(here)) for (const next of other) reached.add(next);
  return names.filter((name) => reached.has(name)).join(" ");
}

/** Without lost nodes that have two neighbors: nothing tells that they were there. */
function joinLines(names: readonly string[], lines: readonly Line[]): Line[] {
  let left = [...lines];
  for (;;) {
    const ends = Map.groupBy(left.flat(), (name) => name);
    const thin = [...ends].find(([name, own]) => !names.includes(name) && own.length <= 2)?.[0];
    if (thin === undefined) return left;
    const [a, b] = left
      .filter((line) => line.includes(thin))
      .flat()
      .filter((name) => name !== thin);
    left = left.filter((line) => !line.includes(thin));
    if (a !== undefined && b !== undefined) left.push([a, b]);
  }
}
