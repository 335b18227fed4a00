import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanWords, startRun } from "./scan.ts";
import type { Span } from "./span.ts";
import { findTokens, findWords, type Token } from "./token.ts";

const parts = fc.constantFrom(
  ..."a B z 7 . , ' ’ - “ ” — é ß \u0301 ½ 東 К \u{1f600} \u{10400} \u{1d7ce} \u{e0100} \ud800 \udc00 \n \ufeff".split(
    " ",
  ),
  " ",
  "U.S.",
  "1,200.5",
  "don't",
);

/** The rule as a regular expression: the slow twin of `endWord`. */
const WORD =
  /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L}(?![\p{L}\p{N}]))+|(?:[\p{L}\p{N}\p{M}]|(?<=\p{L})['’](?=\p{L})|(?<=\p{N})[.,](?=\p{N}))+/u;
const TOKEN = new RegExp(`(${WORD.source})|[^\\s\\p{L}\\p{N}\\p{M}]`, "gu");

function matchTokens(text: string, { from, to }: Span): Token[] {
  return [...text.slice(from, to).matchAll(TOKEN)].map((match) => ({
    from: from + match.index,
    to: from + match.index + match[0].length,
    kind: match[1] === undefined ? "mark" : "word",
  }));
}

describe("findTokens", () => {
  it("agrees with the regular expression, in any span", () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 14 }), fc.nat(6), fc.nat(6), (list, before, behind) => {
        const text = list.join("");
        const from = Math.min(before, text.length);
        const span = { from, to: Math.max(from, text.length - behind) };
        expect(findTokens(text, span)).toEqual(matchTokens(text, span));
      }),
      { seed: 11, numRuns: 6000 },
    );
  });
});

describe("scanWords", () => {
  it("finds the words of findWords", () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 14 }), (list) => {
        const text = list.join("");
        expect(scanWords(text)).toEqual(findWords(text).flatMap(({ from, to }) => [from, to]));
      }),
      { seed: 11, numRuns: 1000 },
    );
  });

  it("stops after as many words as asked for", () => {
    expect(scanWords("one two three", 2)).toEqual([0, 3, 4, 7]);
    expect(scanWords("one \u{1f600} two three", 2)).toEqual([0, 3, 7, 10]);
  });
});

describe("startRun", () => {
  it("agrees with the regular expression", () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (units) => {
        const text = units.join("");
        expect(text.slice(startRun(text, text.length, 0))).toBe(/[\p{L}\p{N}.]+$/u.exec(text)?.[0] ?? "");
      }),
    );
  });
});
