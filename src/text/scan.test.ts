import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanWords } from "./scan.ts";
import { findWords } from "./token.ts";

const parts = fc.constantFrom(
  ..."a B z 7 . , ' ’ - “ ” — é ß \u0301 ½ 東 К \u{1f600} \u{10400} \ud800 \n".split(" "),
  " ",
  "U.S.",
  "1,200.5",
  "don't",
);

describe("scanWords", () => {
  it("finds the words of findWords", () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 14 }), (list) => {
        const text = list.join("");
        expect(scanWords(text)).toEqual(findWords(text).flatMap(({ from, to }) => [from, to]));
      }),
      { seed: 11, numRuns: 4000 },
    );
  });

  it("stops after as many words as asked for", () => {
    expect(scanWords("one two three", 2)).toEqual([0, 3, 4, 7]);
    expect(scanWords("one \u{1f600} two three", 2)).toEqual([0, 3, 7, 10]);
  });
});
