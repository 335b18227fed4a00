import { describe, expect, it } from "vitest";
import { Words } from "./words.ts";

describe("Words", () => {
  it("finds what it made of a word wherever the word stands", () => {
    const made: string[] = [];
    const words = new Words((letters) => {
      made.push(letters);
      return { letters, upper: letters.toUpperCase() };
    });
    const text = "ship no ship shipping-containers é shipping-containers";
    const found = [...text.matchAll(/\S+/gu)].map(
      ({ index, 0: word }) => words.get(text, index, index + word.length).upper,
    );
    expect(found).toEqual(["SHIP", "NO", "SHIP", "SHIPPING-CONTAINERS", "É", "SHIPPING-CONTAINERS"]);
    expect(made).toEqual(["ship", "no", "shipping-containers", "é"]);
  });

  it("makes no word for another, also when it has been full", () => {
    const words = new Words((letters) => ({ letters }));
    const all = Array.from({ length: 100_000 }, (_, i) => `w${i}`);
    for (const word of [...all, ...all.slice(0, 50)])
      expect(words.get(`<${word}>`, 1, word.length + 1).letters).toBe(word);
  });
});
