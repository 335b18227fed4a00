import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { hasHarm, hostile } from "../../test/hostile.ts";
import { MILL, makeAnalysis } from "../../test/rows.ts";
import { findWords, makeStemma } from "../../test/stemma.ts";
import type { Analysis } from "../analyze.ts";
import type { Stemma } from "../stemma/stemma.ts";
import { renderHtml } from "./html.ts";

const ANALYSIS = makeAnalysis(MILL);
const CITATION = {
  kind: "citation" as const,
  message: "It names whom the words were told.",
  passages: [findWords(ANALYSIS, "A", "Harbor Radio"), findWords(ANALYSIS, "B", "Harbor Radio")],
  weight: 4,
};
const TIME = { kind: "time" as const, message: "It is the earlier of the two.", passages: [], weight: -1.5 };

/** Lost interview over A and C, B from A and, in doubt, from C; a word of A names the interview. */
function makeLineage(): Stemma {
  const { nodes, descents, ...stemma } = makeStemma("α(A(B+C),C)", [CITATION]);
  const named = [findWords(ANALYSIS, "A", "Harbor Radio")];
  return {
    ...stemma,
    nodes: nodes.map((node) => (node.siglum ? node : { ...node, named, lost: "interview" })),
    descents: descents.map((line) => (line.from === "C" ? { ...line, confidence: 0.3, against: [TIME] } : line)),
    primaries: [{ collation: 0, node: "α", chain: ["α", "A", "B"], independent: 1, untold: 0 }],
    alternatives: [{ instead: descents.slice(0, 1), margin: 0.5 }],
    notes: [{ message: "It is a small tradition." }],
  };
}

function open(analysis: Analysis, stemma: Stemma): Document {
  return parseHTML(renderHtml({ ...analysis, stemma })).document;
}

const squeeze = (text: string | null | undefined) => (text ?? "").replace(/\s+/gu, " ").trim();

describe("renderLineage", () => {
  it("draws no lost text that one report alone draws on besides another, and lists it", () => {
    const drawn = (notation: string) =>
      [...open(ANALYSIS, makeStemma(notation)).querySelectorAll("a.node .siglum")].map(
        ({ textContent }) => textContent,
      );
    expect(drawn("α(A+β,B),β")).not.toContain("β");
    expect(drawn("α(A+β,B+β),β")).toContain("β");
    const entry = (notation: string) =>
      open(ANALYSIS, makeStemma(notation)).querySelector("#stemma .tree")?.textContent;
    expect(entry("α(A+β,B),β")).not.toContain("from β, 0.8");
    expect(entry("α(A+β,B),β")).toContain("From β, a further exemplar");
    expect(entry("α(A+β,B+β),β")).toContain("from β, 0.8");
    const reasons = open(ANALYSIS, makeStemma("α(A+β,B),β")).querySelectorAll("details.descent summary");
    expect([...reasons].map(({ textContent }) => squeeze(textContent))).toContain("β lost text: lost");
  });

  it("draws nothing where reports only draw on lost texts for a part, and says so of each line", () => {
    const page = open(ANALYSIS, makeStemma("A+α+β,B,C,α,β"));
    expect(page.querySelector(".tree")).toBeNull();
    const [fold] = page.querySelectorAll("details.descent");
    expect(fold?.querySelector("summary")?.textContent).toBe("A Outlet A: from α and β");
    expect([...fold!.querySelectorAll(".told")].map((p) => p.textContent)).toEqual([
      "In part from α: confidence 0.8, support 0.9.",
      "In part from β: confidence 0.8, support 0.9.",
    ]);
    expect(open(ANALYSIS, makeStemma("A+α,B+α,C,α")).querySelectorAll(".tree path")).toHaveLength(2);
  });

  it("nests the list as the tree is, and draws a line for each descent", () => {
    const page = open(ANALYSIS, makeLineage());
    const nest = (list: Element | null): string =>
      [...(list?.children ?? [])]
        .map((li) => `${li.querySelector(".siglum")?.textContent}(${nest(li.querySelector("ul"))})`)
        .join("");
    expect(nest(page.querySelector(".tree > ul"))).toBe("α(A(B())C())");
    expect([...page.querySelectorAll(".tree path")].map((path) => path.getAttribute("class"))).toEqual([
      "line",
      "line",
      "line",
      "line further faint",
    ]);
    expect(page.querySelectorAll(".node.lost")).toHaveLength(1);
  });

  it("gives the reasons with the entry, and the evidence for and against with its words", () => {
    const page = open(ANALYSIS, makeLineage());
    const link = [...page.querySelectorAll(".node")].find((node) => node.querySelector(".siglum")?.textContent === "B");
    const why = page.querySelector(`#${link?.getAttribute("aria-describedby")}`);
    expect(squeeze(why?.textContent)).toBe(
      "From A, its exemplar: confidence 0.8, support 0.9. It names whom the words were told.From C, a further exemplar: confidence 0.3, support 0.9. It names whom the words were told. Against it: It is the earlier of the two.",
    );
    const lines = page.querySelector(link?.getAttribute("href") ?? "");
    expect(lines?.closest("details")?.querySelector("summary")?.textContent).toBe("B Outlet B: from A and C");
    expect([...(lines?.querySelectorAll("p") ?? [])].map((p) => p.textContent)).toContain("Against it:");
    const word = lines?.querySelector(".evidence a");
    expect(word?.textContent).toBe("Harbor Radio");
    const place = page.querySelector(word?.getAttribute("href") ?? "");
    expect([place?.textContent, place?.closest(".column")?.id]).toEqual(["Harbor Radio", "r-A"]);
  });

  it("names a lost text with the words of a report, and says where each utterance was first", () => {
    const page = open(ANALYSIS, makeLineage());
    expect(page.querySelector(".node.lost .outlet")?.textContent).toBe("Harbor Radio");
    expect(page.querySelector(".primaries")?.textContent).toBe(
      "Utterance 1: first in α, Harbor Radio (α → A → B); 1 independent source",
    );
    expect(page.querySelector("#stemma .sum")?.textContent).toBe("All go back to α, Harbor Radio.");
    expect(page.querySelector("#stemma")?.textContent).toContain("A from α instead, 0.5 bits worse");
  });

  it("says once what is told of several", () => {
    const lineage = makeLineage();
    const [first] = lineage.primaries;
    const primaries = ANALYSIS.collations.map((_, collation) => ({ ...first!, collation }));
    const page = open(ANALYSIS, { ...lineage, primaries });
    const [item, ...others] = page.querySelectorAll(".primaries li");
    expect(item?.querySelectorAll("a").length).toBe(ANALYSIS.collations.length);
    expect(others.filter((other) => other.textContent?.includes("first in"))).toEqual([]);
  });

  it("says so where nothing can be told", () => {
    const page = open(ANALYSIS, makeStemma("A,B,C"));
    expect(page.querySelector("#stemma .sum")?.textContent).toBe("Nothing tells who took it from whom.");
    expect(page.querySelector(".tree")).toBeNull();
    const alone = open(ANALYSIS, makeStemma("A(B),C"));
    expect(alone.querySelector("#stemma .sum")?.textContent).toBe(
      "They do not all go back to one text that can be told. Of C it cannot be told.",
    );
    expect(alone.querySelector("#why-C")?.textContent).toBe("Nothing tells that C was made from another.");
  });

  it("has no link that leads nowhere and no name twice, folded parts with them", () => {
    const chain = Array.from(
      { length: 30 },
      (_, at) => `${String.fromCharCode(0x3b1 + (at % 24))}${at < 24 ? "" : "α"}`,
    );
    const page = open(
      ANALYSIS,
      makeStemma(
        `${chain.join("(")}(A,B,C,${Array.from({ length: 12 }, (_, at) => `ωω${chain[at]}`).join(",")}${")".repeat(30)}`,
      ),
    );
    expect(page.querySelectorAll(".part .tree").length).toBeGreaterThan(0);
    const ids = [...page.querySelectorAll("[id]")].map((element) => element.id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...page.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute("href")!.slice(1));
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("shows an outlet’s name as words, whatever it is", () => {
    const property = fc.property(hostile, (outlet) => {
      const reports = ANALYSIS.reports.map(({ siglum, report }) => ({ siglum, report: { ...report, outlet } }));
      const page = renderHtml({ ...ANALYSIS, reports, stemma: makeLineage() });
      expect(hasHarm(page)).toBe(false);
      expect(page.match(/<script/gu)).toHaveLength(1);
    });
    fc.assert(property, { seed: 1, numRuns: 30 });
  });
});
