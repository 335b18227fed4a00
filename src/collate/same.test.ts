import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchWords } from "./matched.ts";
import { measureSame } from "./same.ts";
import { makeWords } from "./word.ts";

const words = (text: string) => makeWords(text, [{ from: 0, to: text.length }], []);
const same = (a: string, b: string) => measureSame(words(a), words(b));

const LEAD = "The harbor authority said on Monday that the wall of Kelsmouth may fail within two winters.";

describe("measureSame", () => {
  it("is sure of the same words and of words of which none are the same", () => {
    expect(same(LEAD, LEAD)).toBeGreaterThan(0.9);
    expect(same(LEAD, "Divers found seven cracks near the old lighthouse, and nobody was hurt there.")).toBeLessThan(
      0.2,
    );
    expect(same(LEAD, "")).toBe(0);
  });

  it("puts another order above another number, and that above another story with the same names", () => {
    const turned = same(
      LEAD,
      "The wall of Kelsmouth may fail within two winters, the harbor authority said on Monday.",
    );
    const another = same(
      "Shares of Dunmarrow rose 4.2 percent to 31.20 crowns on Monday.",
      "Shares of Dunmarrow fell 1.7 percent to 29.80 crowns.",
    );
    const apart = same(
      LEAD,
      "The harbor authority of Kelsmouth paid Dunmarrow Marine 36 million crowns on Monday for new ferries.",
    );
    expect(turned).toBeGreaterThan(another);
    expect(another).toBeGreaterThan(apart);
  });

  it("is the same whichever comes first", () => {
    const word = fc.constantFrom(
      ..."harbor wall engineer cracks Kelsmouth winter 12 seven may will not Monday the of and to".split(" "),
    );
    const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((all) => all.join(" "));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(same(a, b)).toBe(same(b, a));
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});

describe("matchWords", () => {
  it("links each word once at most, both ways, and the longer run before the nearer word", () => {
    const [a, b] = [words("the wall fell and the old wall stood"), words("people saw the old wall")];
    const { toB, toA } = matchWords(a, b);
    for (const [i, j] of toB.entries()) if (j !== -1) expect(toA[j]).toBe(i);
    expect([...toB.slice(4, 7)]).toEqual([2, 3, 4]);
    expect([...toB.slice(0, 4)]).toEqual([-1, -1, -1, -1]);
  });

  it("links words that look alike where nothing is equal", () => {
    expect([...matchWords(words("interconnected threats"), words("connected threats")).toB]).toEqual([0, 1]);
  });
});
