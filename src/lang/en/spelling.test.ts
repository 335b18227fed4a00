import { describe, expect, it } from "vitest";
import { foldSpelling } from "./spelling.ts";

describe("foldSpelling", () => {
  const fold = (words: string) => words.split(" ").map(foldSpelling).join(" ");

  it("makes one of British and American spellings", () => {
    expect(
      fold("normalises organisation analysed labour neighbourhood centres defence travelled grey programmes"),
    ).toBe("normalizes organization analyzed labor neighborhood centers defense traveled gray programs");
  });

  it("keeps words apart that are two", () => {
    const words = "four for hour prise prize filled filed called pour our tore more offer";
    expect(fold(words)).toBe(words);
  });
});
