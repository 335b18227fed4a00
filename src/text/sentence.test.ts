import { describe, expect, it } from "vitest";
import { findSentences } from "./sentence.ts";

const split = (text: string) => findSentences(text).map((s) => text.slice(s.from, s.to));

describe("findSentences", () => {
  it("ends a sentence after its closing marks", () => {
    expect(split("“We saw smoke.” Then it went (all of it). Gone!")).toEqual([
      "“We saw smoke.”",
      "Then it went (all of it).",
      "Gone!",
    ]);
  });

  it("goes on where a lower-case word follows", () => {
    expect(split("“Why?” he asked. Nobody knew.")).toEqual(["“Why?” he asked.", "Nobody knew."]);
  });

  it("passes over abbreviations, initials and initialisms", () => {
    expect(split("Mr. Ray met George W. Bush in the U.S. Senate. It rained.")).toEqual([
      "Mr. Ray met George W. Bush in the U.S. Senate.",
      "It rained.",
    ]);
  });

  it("ends at the platform X, which is no initial", () => {
    expect(split("She wrote on X. It rained.")).toEqual(["She wrote on X.", "It rained."]);
  });

  it("ends a sentence where a page has lost its spaces", () => {
    expect(split("The wall fell.The crew of Mr.Ray fled in a U.S.Navy boat.”Nobody knew.")).toEqual([
      "The wall fell.",
      "The crew of Mr.Ray fled in a U.S.Navy boat.”",
      "Nobody knew.",
    ]);
  });

  it("passes over an abbreviation behind a lost space", () => {
    expect(split("The wall fell.Dr. Ray fled.")).toEqual(["The wall fell.", "Dr. Ray fled."]);
  });

  it("gives none for white space and one for words without a stop", () => {
    expect(split(" \n ")).toEqual([]);
    expect(split(" no stop ")).toEqual(["no stop"]);
  });
});
