import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { makeReport } from "../../test/marked.ts";
import { analyze } from "../analyze.ts";
import { renderSpeeches, sumSpeakers } from "./speech.ts";
import { makeView } from "./view.ts";

const A = makeReport(
  "NATO Secretary General Ana Ruiz left.\nRuiz said it was late.\nTwo officials said it was early.\nOfficials said it was cold.\nThe survey said it was warm.\n“It was dark all day long here.”",
  "A",
);
const B = makeReport("The NATO boss said it was late.\nTom Vega said that he had told her the pier would fall.", "B");
const ANALYSIS = analyze([A, B]);

function open(): Document {
  return parseHTML(`<main>${renderSpeeches(makeView(ANALYSIS))}</main>`).document;
}

const textOf = (element: Element | null | undefined) => (element?.textContent ?? "").replace(/\s+/gu, " ").trim();

describe("renderSpeeches", () => {
  it("lists the named, then the unnamed, then things, then what nobody is credited with", () => {
    expect([...open().querySelectorAll("h3")].map(textOf)).toEqual([
      "Ana Ruiz in A and B",
      "Tom Vega in B",
      "Sources without a name 2, in A",
      "Documents and other things 1, in A",
      "Nobody is credited",
    ]);
  });

  it("says why two reports' words are one speaker, where they are not the same words", () => {
    expect(textOf(open().querySelector(".speech .how"))).toBe("A NATO Secretary General = B The NATO boss: one office");
  });

  it("links each quotation once to its words, and says whose account a nested one is", () => {
    const links = [...open().querySelectorAll("li a")].map((link) => link.getAttribute("href"));
    expect(new Set(links)).toEqual(new Set(ANALYSIS.quotations.map((_, at) => `#q${at + 1}`)));
    expect(links).toHaveLength(ANALYSIS.quotations.length);
    const nested = [...open().querySelectorAll("li .how")].map(textOf).filter((how) => how.includes("has it"));
    expect(nested).toEqual(["in the reporter’s words · he told · as Tom Vega has it"]);
  });

  it("says so where nobody is quoted", () => {
    expect(String(renderSpeeches(makeView(analyze([makeReport("Nothing.", "C")]))))).toBe("<p>Nobody is quoted.</p>");
  });
});

describe("sumSpeakers", () => {
  it("counts the named, the unnamed, and how many these say they are", () => {
    expect(sumSpeakers(ANALYSIS.speakers)).toBe("2 speakers by name, 2 sources without a name (1 say how many: 2).");
    expect(sumSpeakers([])).toBe("0 speakers by name.");
  });
});
