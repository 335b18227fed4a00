import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeStemma } from "../../test/stemma.ts";
import { makePlain } from "../../test/table.ts";
import type { Named } from "../collate/collation.ts";
import { type Drawing, layOut, type Placed } from "./layout.ts";

/** Reports by siglum with the day of March that each is from; null for none. */
function makeReports(days: Readonly<Record<string, number | null>>): Named[] {
  return Object.entries(days).map(([siglum, day]) => {
    const date = (at: number) => `2025-03-${String(at).padStart(2, "0")}T00:00:00Z`;
    const published = day === null ? null : { from: date(day), to: date(day + 1) };
    return { siglum, report: { ...makePlain(siglum, "Words."), published } };
  });
}

/** Names by row, each as far to the right as it stands. */
function show({ nodes }: Drawing): string {
  const rows = [...nodes.values()].sort((a, b) => a.row - b.row);
  return rows.map(({ name, column }) => `${"  ".repeat(column)}${name}`).join("\n");
}

/** The notation of a tree of so many lost nodes, each hung on one before it by a number. */
const notations: fc.Arbitrary<string> = fc.array(fc.nat(), { minLength: 1, maxLength: 70 }).map((picks) => {
  const copies: number[][] = picks.map(() => []);
  for (const [at, pick] of picks.entries()) if (at > 0) copies[pick % at]!.push(at);
  const name = (at: number): string =>
    at < 24 ? String.fromCharCode(0x3b1 + at + (at > 16 ? 1 : 0)) : name(Math.floor(at / 24) - 1) + name(at % 24);
  const write = (at: number): string =>
    `${name(at)}${copies[at]!.length > 0 ? `(${copies[at]!.map(write).join(",")})` : ""}`;
  return write(0);
});

function listDrawings(drawing: Drawing): Drawing[] {
  return [drawing, ...drawing.parts.flatMap(listDrawings)];
}

function listLines(placed: Placed): [Placed, Placed][] {
  return placed.copies.flatMap((copy) => [[placed, copy] as [Placed, Placed], ...listLines(copy)]);
}

describe("layOut", () => {
  it("gives each node a row, half of its copies above it, and puts copies to the right", () => {
    const drawing = layOut(makeStemma("α(A(B),C,D)"), makeReports({ A: null, B: null, C: null, D: null }));
    expect(show(drawing)).toBe(["  A", "    B", "α", "  C", "  D"].join("\n"));
  });

  it("puts what is later to the right, a lost text right before its first copy, what stands alone last", () => {
    const drawing = layOut(makeStemma("E,A(C),α(B,D)"), makeReports({ A: 1, B: 3, C: 2, D: null, E: 1 }));
    expect(show(drawing)).toBe(["A", "  C", "  D", "α", "    B", "E"].join("\n").replace("  D\nα", "  D\nα"));
  });

  it("puts what stands alone behind what only draws on another, so that no line runs across it", () => {
    const days = makeReports({ A: 1, B: 1, C: 1 });
    expect(show(layOut(makeStemma("A,B,C+A"), days))).toBe(["A", "  C", "B"].join("\n"));
    expect(show(layOut(makeStemma("A,B,C"), days))).toBe(["A", "B", "C"].join("\n"));
  });

  it("knows no order of times that overlap, and goes by the lines where the times run against them", () => {
    const days = (from: string, to: string) => ({ published: { from: `2025-03-${from}`, to: `2025-03-${to}` } });
    const [a, b] = makeReports({ A: null, B: null });
    const overlapping = [
      { siglum: "A", report: { ...a!.report, ...days("01", "03") } },
      { siglum: "B", report: { ...b!.report, ...days("02", "04") } },
    ];
    expect(show(layOut(makeStemma("A,B"), overlapping))).toBe("A\nB");
    expect(show(layOut(makeStemma("A(B)"), makeReports({ A: 9, B: 1 })))).toBe("A\n  B");
  });

  it("draws every node once, lets no two lines cross, and folds what is too much", () => {
    const property = fc.property(notations, (notation) => {
      const stemma = makeStemma(notation);
      const drawings = listDrawings(layOut(stemma, [], 20));
      const shown = drawings.flatMap(({ nodes }) => [...nodes.values()].filter(({ folded }) => folded === 0));
      expect(shown.map(({ name }) => name).sort()).toEqual(stemma.nodes.map(({ name }) => name).sort());
      for (const { nodes, tops, rows, columns } of drawings) {
        const placed = [...nodes.values()];
        expect(placed.map(({ row }) => row).sort((a, b) => a - b)).toEqual(placed.map((_, at) => at));
        expect([rows, columns]).toEqual([placed.length, Math.max(...placed.map(({ column }) => column)) + 1]);
        const lines = tops.flatMap(listLines);
        for (const [from, to] of lines) expect(to.column).toBeGreaterThan(from.column);
        for (const line of lines) expect(lines.filter((other) => isCrossing(line, other))).toEqual([]);
      }
    });
    fc.assert(property, { seed: 1, numRuns: 60 });
  });

  it("folds the smallest subtree that is enough, and a top where many were made from it", () => {
    const folded = layOut(makeStemma("α(A(B,C),D(E,F,G))"), [], 5);
    expect([...folded.nodes.values()].filter((node) => node.folded > 0)).toMatchObject([{ name: "D", folded: 3 }]);
    expect(folded.parts.map(({ nodes }) => [...nodes.keys()].sort())).toEqual([["D", "E", "F", "G"]]);
    const star = layOut(makeStemma("α(A,B,C,D,E),F"), [], 3);
    expect([...star.nodes.values()].map(({ name, folded: below }) => [name, below])).toEqual([
      ["α", 5],
      ["F", 0],
    ]);
    expect(star.parts.map(({ nodes }) => nodes.size)).toEqual([6]);
  });
});

/** Whether the upright part of one line and the level part of another meet, but where they branch from one node. */
function isCrossing([from, to]: [Placed, Placed], [other, end]: [Placed, Placed]): boolean {
  if (from === other) return false;
  const isAcross = other.column < from.column && from.column < end.column;
  return isAcross && Math.min(from.row, to.row) < end.row && end.row < Math.max(from.row, to.row);
}
