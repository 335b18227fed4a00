import { describe, expect, it } from "vitest";
import { type Copying, makeTradition } from "../../test/tradition.ts";
import { showTree } from "../../test/tree.ts";
import { makeChance } from "../text/chance.ts";
import { measureAgreement, measurePaths } from "./agreement.ts";
import { inferTree, type TextTree } from "./infer.ts";

const FIRST: readonly string[] = makeText(240);

/** Words that are no spellings of each other. */
function makeText(count: number): string[] {
  const chance = makeChance(count);
  const letter = () => String.fromCharCode(97 + chance.below(26));
  return Array.from({ length: count }, () => Array.from({ length: 6 }, letter).join(""));
}

/** A copy with other words at some places; `by` tells whose words. */
function change(text: readonly string[], by: string, ...places: readonly number[]): string[] {
  return text.map((word, at) => (places.includes(at) ? `${by.repeat(6)}${at}` : word));
}

function omit(text: readonly string[], from: number, to: number): string[] {
  return text.filter((_, at) => at < from || at >= to);
}

/** The tree of texts by name. */
function infer(texts: Readonly<Record<string, readonly string[]>>): string {
  return showTree(
    inferTree(
      Object.values(texts).map((words) => words.join(" ")),
      { rounds: 0 },
    ),
    Object.keys(texts),
  );
}

const B = omit(change(FIRST, "b", 10, 50, 90, 130, 170, 210), 30, 32);
const C = omit(change(FIRST, "c", 15, 55, 95, 135, 175, 215), 100, 103);
const inB = (text: readonly string[], by: string) => change(text, by, 20, 61, 105, 140, 180, 225);

describe("inferTree", () => {
  it("puts an exemplar at the branching where it has nothing of its own", () => {
    expect(infer({ A: FIRST, B, C })).toBe("A(B,C)");
    expect(infer({ A: FIRST, B, C, D: omit(inB(B, "d"), 70, 72) })).toBe("A(B(D),C)");
  });

  it("puts a lost node where texts agree against the rest and each has more of its own", () => {
    const [D, E] = [inB(B, "d"), inB(B, "e")].map((text, i) => omit(text, 70 + i * 6, 73 + i * 6));
    expect(infer({ A: FIRST, C, D: D!, E: E! })).toBe("A(C,α(D,E))");
  });

  it("tells the older by what the younger leaves out", () => {
    expect(infer({ A: omit(FIRST, 100, 110), B: omit(change(FIRST, "b", 3), 40, 43), C: FIRST })).toBe("C(A,B)");
  });

  it("takes a long omission for one change and a lacuna for none", () => {
    const D = omit(change(inB(B, "d"), "d", 40, 160), 190, 200);
    const E = omit(change(D, "e", 35, 76, 82, 115), 12, 14).slice(0, 150);
    expect(infer({ A: FIRST, B, C, D, E })).toBe("A(B(D(E)),C)");
  });

  it("finds a text that follows one exemplar and then another", () => {
    const [B2, C2] = [inB(B, "m"), inB(C, "n")].map((text, i) => omit(text, 70 + i * 9, 73 + i * 9));
    const D = omit(change([...B2!.slice(0, 118), ...C2!.slice(118)], "d", 8, 48, 88, 128, 168, 188), 220, 222);
    const found = infer({ A: FIRST, B, B2: B2!, C, C2: C2!, D });
    expect(found).toMatch(/^A\(/u);
    expect(found).toMatch(/D\+(?:B2|C2)/u);
    expect(found).not.toMatch(/\b[ABC]2?\+/u);
  });

  it("says nothing of one text, and joins two", () => {
    expect(infer({})).toBe("");
    expect(infer({ A: FIRST })).toBe("A");
    expect(infer({ A: FIRST, B: omit(FIRST, 20, 24) })).toBe("A(B)");
    expect(infer({ A: [], B: [], C: [] })).toMatch(/^\w\(\w,\w\)$/u);
    expect(infer({ A: FIRST, B: FIRST, C: FIRST })).toMatch(/^\w\(\w,\w\)$/u);
  });

  it("gives the same tree whatever the order of the texts", () => {
    const { witnesses } = makeTradition(5, { ...MIDDLING, extant: 9, contaminated: 0.3 });
    const names = Object.keys(witnesses);
    const [there, back] = [names, names.toReversed()].map((order) =>
      listLines(inferTree(order.map((name) => witnesses[name]!)), order),
    );
    expect(back).toEqual(there);
  });

  it("gives lines that none but one change speaks against full support, and names other places of the rest", () => {
    const { lines } = inferTree([FIRST, B, C, inB(B, "d")].map((words) => words.join(" ")));
    expect(lines.map(({ support }) => support > 0.9)).toEqual([true, true, true]);
    const loose = inferTree([FIRST, B, C, FIRST.slice(0, 9)].map((words) => words.join(" ")));
    expect(loose.lines.some(({ support, others }) => support < 0.9 || others.length > 0)).toBe(true);
  });
});

const MIDDLING: Copying = { extant: 13, words: 1000, changed: 0.03, lost: 0.3, contaminated: 0 };

function listLines(tree: TextTree, names: readonly string[]): string[] {
  const isText = (node: number) => names[node] !== undefined;
  return tree.lines
    .map(
      ({ parent, child, support }) =>
        `${isText(parent) ? names[parent] : "lost"} ${isText(child) ? names[child] : "lost"} ${support}`,
    )
    .sort();
}

/** Mean average sign distance over made traditions, and how the texts with two exemplars are found. */
function score(copying: Copying, seeds: readonly number[]): { agreement: number; right: number; found: number } {
  let [agreement, right, found] = [0, 0, 0];
  for (const seed of seeds) {
    const { witnesses, edges } = makeTradition(seed, copying);
    const names = Object.keys(witnesses);
    const { lines } = inferTree(Object.values(witnesses), { rounds: 0 });
    const name = (node: number) => names[node] ?? `lost ${node}`;
    const paths = measurePaths(
      names,
      lines.map(({ parent, child }) => [name(parent), name(child)] as const),
    );
    agreement += measureAgreement(measurePaths(names, edges), paths) / seeds.length;
    const claimed = lines.filter(({ kind }) => kind === "second").map(({ child }) => names[child]!);
    found += claimed.length;
    right += claimed.filter((text) => edges.filter(([, child]) => child === text).length > 1).length;
  }
  return { agreement, right, found };
}

describe("made traditions", () => {
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

  it("give their tree back where each text has one exemplar", () => {
    const { agreement, found } = score(MIDDLING, seeds);
    expect(agreement).toBeGreaterThan(0.92);
    expect(found).toBeLessThanOrEqual(1);
  });

  it("give it back nearly as well where some have two, and name those", () => {
    const { agreement, right, found } = score({ ...MIDDLING, extant: 16, contaminated: 0.2 }, seeds);
    expect(agreement).toBeGreaterThan(0.85);
    expect(found).toBeGreaterThan(3);
    expect(right / found).toBeGreaterThanOrEqual(0.7);
  });
});
