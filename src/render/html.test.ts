import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { hasHarm, hostile } from "../../test/hostile.ts";
import { MILL, makeAnalysis } from "../../test/rows.ts";
import { makeStemma } from "../../test/stemma.ts";
import type { Analysis } from "../analyze.ts";
import { makeVisible } from "./escape.ts";
import { renderHtml } from "./html.ts";
import { SCRIPT_HASH } from "./script.ts";

function open(analysis: Analysis): Document {
  return parseHTML(renderHtml(analysis)).document;
}

const squeeze = (text: string | null | undefined) => (text ?? "").replace(/\s+/gu, "");

describe("renderHtml", () => {
  it("shows every report's own words, all of them and in order", () => {
    const analysis = makeAnalysis(MILL);
    const columns = [...open(analysis).querySelectorAll(".column .text")];
    expect(columns.map((column) => squeeze(column.textContent))).toEqual(
      analysis.reports.map(({ report }) => squeeze(report.text)),
    );
  });

  it("gives every wording one link, and every link a place to go to", () => {
    const analysis = makeAnalysis(MILL);
    const page = open(analysis);
    const spans = analysis.collations.flatMap(({ tradition }) => tradition.witnesses.flatMap(({ spans }) => spans));
    expect(page.querySelectorAll(".columns a.w")).toHaveLength(spans.length);
    const ids = [...page.querySelectorAll("[id]")].map((element) => element.id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...page.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute("href")?.slice(1));
    expect(links.filter((id) => !ids.includes(id ?? ""))).toEqual([]);
  });

  it("leads from a finding to its words", () => {
    const page = open(makeAnalysis(MILL));
    const link = [...page.querySelectorAll(".evidence a")].find((a) => a.textContent?.startsWith("We saw black"));
    const place = page.querySelector(link?.getAttribute("href") ?? "");
    expect(place?.closest(".column")?.id).toBe("r-B");
    expect(place?.textContent).toBe("We saw ");
  });

  it("tells an omission from a lacuna, for the eye and for the ear", () => {
    const [, b, c] = [...open(makeAnalysis(MILL)).querySelectorAll("#c1 .band:first-child tr")];
    expect(b?.querySelector(".omission abbr")?.getAttribute("title")).toBe("left out here");
    expect(c?.querySelector(".lacuna")?.textContent).toBe("does not reach here");
    expect([...(b?.querySelectorAll("mark") ?? [])].map((mark) => mark.textContent)).toEqual(["black smoke"]);
  });

  it("folds furniture away and rules off what only one report has", () => {
    const analysis = makeAnalysis(MILL);
    const [named, ...rest] = analysis.reports;
    const blocks = named!.report.blocks.map((block, at) =>
      at === 0 ? { ...block, kind: "furniture" as const } : block,
    );
    const page = open({ ...analysis, reports: [{ ...named!, report: { ...named!.report, blocks } }, ...rest] });
    expect(page.querySelector("#r-A details.furniture p")?.textContent).toBe("The story as A has it");
    expect(page.querySelector("#r-A .alone")?.textContent?.trim()).toBe("The mill was built in 1921.");
  });

  it("marks the words of one who departs from the others, and of two those of both", () => {
    const rows = "statement\nA | it rained | all day\nB | it rained | all day\nC | it rained | at night";
    const marks = (analysis: Analysis) =>
      [...open(analysis).querySelectorAll(".column mark")].map((m) => m.textContent);
    expect(marks(makeAnalysis(rows))).toEqual(["at night"]);
    expect(marks(makeAnalysis(rows.replace(/\nB.*/u, "")))).toEqual(["all day", "at night"]);
  });

  it("shows what comes near as doubt, with links to both", () => {
    const analysis = makeAnalysis(MILL);
    const [a, c] = analysis.lone;
    const near = { siglum: "C", report: c!.report, spans: c!.spans, similarity: 0.42 };
    const [first, ...rest] = analysis.collations;
    const lone = [{ ...a!, near: [near] }, c!];
    const page = open({ ...analysis, lone, collations: [{ ...first!, near: [near] }, ...rest] });
    const doubts = [...page.querySelectorAll(".near li")];
    expect(doubts.map((item) => item.textContent)).toEqual(
      Array.from({ length: 2 }, () => "near, similarity 0.42: C Its owner could not be reached."),
    );
    const places = doubts.map((item) => page.querySelector(item.querySelector("a")?.getAttribute("href") ?? ""));
    expect(places.map((place) => place?.closest(".column")?.id)).toEqual(["r-C", "r-C"]);
    expect(page.querySelector("#l1")?.closest(".column")?.id).toBe("r-A");
  });

  it("runs its own script, and nothing else, from nowhere else", () => {
    const page = renderHtml(makeAnalysis(MILL));
    expect(page).toContain(`default-src 'none'; style-src 'unsafe-inline'; script-src '${SCRIPT_HASH}'`);
    expect(page.match(/<script/gu)).toHaveLength(1);
    expect(page).not.toMatch(/(?:src|href)="(?!#)|url\(|@import/u);
  });

  it("links to the web only over http", () => {
    const analysis = makeAnalysis(MILL);
    const [{ siglum, report }] = [analysis.reports[0]!];
    const place = (url: string) =>
      open({ ...analysis, reports: [{ siglum, report: { ...report, url } }, ...analysis.reports.slice(1)] });
    expect(place("javascript:alert(1)").querySelector(".place a")).toBeNull();
    expect(place("https://example.org/a").querySelector(".place a")?.getAttribute("href")).toBe(
      "https://example.org/a",
    );
  });

  it("shows hostile words as words, whatever comes", () => {
    const words = hostile.map((text) => `x${text.replace(/[\s|~[\]“”]/gu, "")}`);
    const property = fc.property(words, words, (one, other) => {
      const analysis = makeAnalysis(`statement\nA | ${one} | same\nB | ${other} | same`);
      const page = renderHtml(analysis);
      expect(hasHarm(page)).toBe(false);
      expect(page.match(/<script/gu)).toHaveLength(1);
      const { document } = parseHTML(page);
      expect(squeeze(document.querySelector("#r-A .text p")?.textContent)).toBe(squeeze(makeVisible(`${one}same`)));
    });
    fc.assert(property, { seed: 1, numRuns: 50 });
  });

  it("grows no faster than what it shows", () => {
    const part = MILL.trim().split(/\n[ ]*\n/)[0]!;
    const rows = (times: number) => Array.from({ length: times }, () => part).join("\n\n");
    const [small, large] = [20, 200].map((times) => renderHtml(makeAnalysis(rows(times))).length);
    expect(large! / small!).toBeLessThan(10.5);
  });

  it("is a page even for no reports", () => {
    const empty: Analysis = {
      ...makeAnalysis(MILL),
      reports: [],
      quotations: [],
      collations: [],
      lone: [],
      findings: [],
      stemma: makeStemma(""),
    };
    expect(renderHtml(empty)).toContain("<h1>No reports</h1>");
  });
});
