import { describe, expect, it } from "vitest";
import { findFacts } from "./find.ts";

/** The text with each fact in brackets, its value behind a bar: the expectation is the input, marked. */
function mark(text: string): string {
  let marked = "";
  let at = 0;
  for (const { from, to, value } of findFacts(text, { from: 0, to: text.length })) {
    marked += `${text.slice(at, from)}[${text.slice(from, to)}|${value}]`;
    at = to;
  }
  return marked + text.slice(at);
}

describe("findFacts", () => {
  it("reads numbers in figures and in words, with what multiplies them", () => {
    expect(mark("some 1,200 of twenty-five, a hundred, $3.5m and 1.1 million")).toBe(
      "some [1,200|1200] of [twenty-five|25], [a hundred|100], $[3.5m|3500000] and [1.1 million|1100000]",
    );
  });

  it("takes neither article nor pronoun for a number", () => {
    expect(mark("one of the 0 and a man")).toBe("one of the [0|0] and a man");
  });

  it("takes “one” behind “number” for a number, and “No.” before a figure for no name", () => {
    expect(mark("the number one and No. 2 in a number of one")).toBe(
      "the number [one|1] and No. [2|2] in a number of one",
    );
    expect(mark("the Dr No of 2 films")).toBe("the [Dr No|dr no] of [2|2] films");
  });

  it("keeps an ordinal apart from its number", () => {
    expect(mark("his 14th win of 14")).toBe("his [14th|14th] win of [14|14]");
  });

  it("reads dates in either order, with a year behind", () => {
    expect(mark("on 3 Dec or December 3rd, 2024 or on Friday in 2019")).toBe(
      "on [3 Dec|12-3] or [December 3rd, 2024|12-3-2024] or on [Friday|day 5] in [2019|2019]",
    );
  });

  it("takes 'may' and 'march' for months only beside a day or year", () => {
    expect(mark("it may march in May 2020, and so May said")).toBe(
      "it may march in [May 2020|5-2020], and so [May|may] said",
    );
  });

  it("reads runs of capitals as names, but not the first word of a sentence alone", () => {
    expect(mark("Smoke rose over Port Elin as Ana Ruiz-Holt left")).toBe(
      "Smoke rose over [Port Elin|port elin] as [Ana Ruiz-Holt|ana ruiz holt] left",
    );
  });
});
