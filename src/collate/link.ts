import { LINKED, PARTNERS, ROUNDS } from "../lang/en/alignment.ts";
import type { Affinity } from "./affinity.ts";
import { fillNext, makeOutline, NEXT_WIDTH } from "./context.ts";
import { fillFirst, type Grid, isOpen, makeGrid } from "./evidence.ts";
import { type Forest, readForest, sumTrees } from "./forest.ts";
import type { Term } from "./lexeme.ts";

/** Two words that answer each other, by their places. */
export interface WordLink {
  readonly a: number;
  readonly b: number;
  /** 0 to 1: how likely it is that a person would link them. */
  readonly confidence: number;
}

/** What was learned. */
export interface Linker {
  readonly rounds: readonly Forest[];
  readonly affinity: Affinity;
}

/** Links less likely than this are left out. */
const LEAST_LIKELY = 0.45;

/**
 * Which words of two wordings answer each other: one word may answer several, words that nothing answers are in no link. By
 * place in a, then in b; empty if either is. …
 */
export function linkWords(a: readonly Term[], b: readonly Term[], least: number = LEAST_LIKELY): WordLink[] {
  return listLinks(scoreWords(a, b, getLinker()), b.length, least);
}

/** Probabilities that words answer each other, row-major, rows of a. The same for b and a, turned. */
export function scoreWords(a: readonly Term[], b: readonly Term[], linker: Linker): Float32Array {
  if (!isTurned(a, b)) return scoreOrdered(a, b, linker);
  const turned = scoreOrdered(b, a, linker);
  return turned.map((_, at) => turned[(at % b.length) * a.length + Math.floor(at / b.length)]!);
}

/** The longer row comes first; of two as long, the one whose words come first in the alphabet. */
export function isTurned(a: readonly Term[], b: readonly Term[]): boolean {
  if (a.length !== b.length) return a.length < b.length;
  const at = a.findIndex(({ fold }, i) => fold !== b[i]!.fold);
  return at !== -1 && b[at]!.fold < a[at]!.fold;
}

function scoreOrdered(a: readonly Term[], b: readonly Term[], { rounds, affinity }: Linker): Float32Array {
  const grid = makeGrid(a, b, affinity);
  let odds: Float32Array | null = null;
  for (const forest of rounds) odds = runRound(grid, odds, forest);
  return odds ?? new Float32Array(a.length * b.length);
}

function listLinks(odds: Float32Array, width: number, least: number): WordLink[] {
  const links: WordLink[] = [];
  for (let at = 0; at < odds.length; at++) {
    if (odds[at]! >= least) links.push({ a: Math.floor(at / width), b: at % width, confidence: odds[at]! });
  }
  return links;
}

/** Pairs less likely than this after a round are not looked at again. */
const LEAST = 0.004;

/** Whether a round looks at a pair. */
export function isAsked(grid: Grid, odds: Float32Array | null, at: number): boolean {
  return odds === null ? isOpen(grid, at) : odds[at]! >= LEAST;
}

/** Probabilities after one more round, row-major. `odds`: those after the round before; null before the first. */
export function runRound(grid: Grid, odds: Float32Array | null, forest: Forest): Float32Array {
  const { n, m } = grid;
  const row = new Float64Array(NEXT_WIDTH);
  const next = new Float32Array(n * m);
  const outline = odds === null ? null : makeOutline(odds, n, m);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      const at = i * m + j;
      if (!isAsked(grid, odds, at)) continue;
      if (outline === null) fillFirst(grid, i, j, row);
      else fillNext(grid, outline, i, j, row);
      next[at] = 1 / (1 + Math.exp(-sumTrees(forest, row)));
    }
  }
  return next;
}

let learned: Linker | null = null;

/** The weights that are shipped, read once. */
export function getLinker(): Linker {
  learned ??= { rounds: ROUNDS.map(readForest), affinity: readAffinity() };
  return learned;
}

function readAffinity(): Affinity {
  const partners = new Map<string, Map<string, number>>();
  const add = (stem: string, other: string, odds: number) =>
    (partners.get(stem) ?? partners.set(stem, new Map()).get(stem)!).set(other, odds);
  for (const line of PARTNERS) {
    const [stem, ...others] = line.split(" ");
    for (let k = 0; k < others.length; k += 2) {
      const odds = Number(others[k + 1]) / 100;
      add(stem!, others[k]!, odds);
      add(others[k]!, stem!, odds);
    }
  }
  const linked = new Map(LINKED.flatMap((row, share) => row.split(" ").map((stem) => [stem, share / 100] as const)));
  return { unseen: UNSEEN, of: (stem) => partners.get(stem), prior: (stem) => linked.get(stem) ?? 0.5 };
}

/** Log-odds of two words that were never seen together. */
export const UNSEEN: number = Math.log(0.02);
