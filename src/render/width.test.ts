import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureWidth, padWidth, wrapWords } from "./width.ts";

describe("measureWidth", () => {
  it("counts letters once, wide characters twice and marks not at all", () => {
    expect(measureWidth("Orbán")).toBe(5);
    expect(measureWidth("Orba\u0301n")).toBe(5);
    expect(measureWidth("東京")).toBe(4);
    expect(measureWidth("“ok” – 🚢")).toBe(9);
  });
});

describe("padWidth", () => {
  it("fills up to the width and never cuts", () => {
    expect(padWidth("東", 4)).toBe("東  ");
    expect(padWidth("long", 2)).toBe("long");
  });
});

describe("wrapWords", () => {
  it("breaks at blanks, and within a word that is too long", () => {
    expect(wrapWords("one two  three", 7)).toEqual(["one two", "three"]);
    expect(wrapWords("abcdefgh i", 3)).toEqual(["abc", "def", "gh", "i"]);
    expect(wrapWords("", 3)).toEqual([""]);
  });

  it("keeps every word and the width, whatever comes", () => {
    const text = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 20 }), (words, width) => {
        const lines = wrapWords(words, width);
        expect(lines.join("").replace(/\s/gu, "")).toBe(words.replace(/\s/gu, ""));
        for (const line of lines) expect(measureWidth(line)).toBeLessThanOrEqual(width);
      }),
      { seed: 1 },
    );
  });
});
