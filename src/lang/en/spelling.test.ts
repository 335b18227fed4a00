import { describe, expect, it } from "vitest";
import { foldSpelling } from "./spelling.ts";

describe("foldSpelling", () => {
  const fold = (words: string) => words.split(" ").map(foldSpelling).join(" ");

  it("makes one of British and American spellings", () => {
    expect(
      fold("normalises organisation analysed labour neighbourhood centres defence travelled grey programmes"),
    ).toBe("normalizes organization analyzed labor neighborhood centers defense traveled gray programs");
  });

  it("makes one of what the Greek has given both", () => {
    expect(fold("paedophiles orthopaedic anaesthetic anaemia haemorrhage leukaemia gynaecologist foetus")).toBe(
      "pedophiles orthopedic anesthetic anemia hemorrhage leukemia gynecologist fetus",
    );
  });

  it("keeps words apart that are two", () => {
    const words =
      "four for hour prise prize filled filed called pour our tore more offer aesthetic archaeology israel poet does";
    expect(fold(words)).toBe(words);
  });
});
