import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { makePlain } from "../../test/table.ts";
import { analyze } from "../analyze.ts";
import { sliceSpan } from "../text/span.ts";

/** "| relation | a | b |", the words of the glossary's examples. */
const EXAMPLE = /^\| (\w+) +\| (\S.*?) +\| (\S.*?) +\|$/gmu;

const [, examples = ""] = readFileSync(new URL("../../docs/GLOSSARY.md", import.meta.url), "utf8").split(
  "cut to the point:",
);
const rows = [...examples.matchAll(EXAMPLE)]
  .map(([, name = "", a = "", b = ""]) => ({ name, a: clean(a), b: clean(b) }))
  .filter(({ name }) => name !== "relation");

function clean(cell: string): string {
  return cell.replaceAll("**", "").replace(/^… /u, "");
}

/** How b answers a, as a reader pairs them. */
function relate(a: string, b: string) {
  const reports = [makePlain("a", a), makePlain("b", b)];
  const [one, other] = reports.map(({ id, text }) => ({ report: id, from: 0, to: text.length }));
  const { collations } = analyze(reports, { pins: [{ a: one!, b: other!, say: "same" }] });
  return collations.map(({ pairs }) => pairs[0]!)[0]!;
}

describe("findRelation", () => {
  it("has an example of each relation in the glossary", () => {
    expect(rows.map(({ name }) => name)).toEqual(["altered", "verbatim", "trimmed", "expanded", "reworded"]);
  });

  it.each(rows)("tells the glossary’s example of $name", ({ name, a, b }) => {
    expect(relate(a, b).relation).toBe(name);
  });

  it("takes trimmed for expanded the other way round", () => {
    const [trimmed, expanded] = ["trimmed", "expanded"].map((name) => rows.find((row) => row.name === name)!);
    expect(relate(trimmed!.b, trimmed!.a).relation).toBe("expanded");
    expect(relate(expanded!.b, expanded!.a).relation).toBe("trimmed");
  });

  it("finds no other name in one list of the same people, worded and ordered otherwise", () => {
    const a =
      "The wall is one matter for Maren Oswick, Averland’s minister, Tobias Venn and the harbor master to settle.";
    const b = "The wall is one matter for Tobias Venn and the Averland minister Oswick to settle.";
    expect(relate(a, b).differences).toEqual([]);
  });

  it("calls altered what says another name at the same place", () => {
    const a = "The contract for the wall was signed by Maren Oswick in Kelsmouth last week.";
    const b = "The contract for the wall was signed by Tobias Venn in Kelsmouth last week.";
    expect(relate(a, b).differences.map(({ kind }) => kind)).toEqual(["name"]);
  });

  it("calls altered what says another number in other words", () => {
    const a = "At least five people are dead after a tram overturned near Verrin.";
    const b = "A tram overturned near Verrin and at least seven people are dead.";
    const { relation, differences } = relate(a, b);
    expect(relation).toBe("altered");
    expect(differences.map((d) => [d.kind, sliceSpan(a, d.a!), sliceSpan(b, d.b!)])).toEqual([
      ["number", "five", "seven"],
    ]);
  });
});
