import { describe, expect, it } from "vitest";
import { makePlain, showRows } from "../../test/table.ts";
import { type Analysis, nameReports } from "../analyze.ts";
import { collate } from "./collate.ts";
import type { Similarity } from "./similarity.ts";
import { makeWords } from "./word.ts";

const SIMILAR: Similarity = {
  shared: 9,
  count: 9,
  dice: 0.8,
  contained: 0.8,
  plain: 0.8,
  told: 1,
  spread: 1,
  order: 1,
};

/** Wordings laid side by side whether or not they would be paired, as rows. */
function rows(...texts: readonly string[]): string[] {
  const reports = nameReports(texts.map((text, at) => makePlain(String.fromCharCode(97 + at), text)));
  const whole = (text: string) => ({ from: 0, to: text.length });
  const witnesses = reports.map(({ siglum, report: { id, text } }) => {
    return { siglum, report: id, spans: [whole(text)], quotations: [] };
  });
  const wordings = reports.map(({ report: { text } }) => ({ text, words: makeWords(text, [whole(text)], []) }));
  const context = { compare: () => SIMILAR, isPinned: () => false, near: [] };
  const collation = collate({ of: "statement", witnesses }, wordings, context);
  return showRows({ reports } as unknown as Analysis, collation).split("\n");
}

/** Five words that have nothing to do with one another, for the letters of the abstract cases. */
const [A, B, C, D, E] = ["anchors", "bakers", "cement", "divers", "engines"] as const;
const write = (...words: readonly string[]) => words.join(" ");

describe("the cases of Spencer and Howe (2004)", () => {
  it("sets five words, two of them left out here and two turned there, at one place that keeps the common start", () => {
    expect(rows(write(A, B, C, D, E), write(A, E, C, D), write(A, D, B))).toEqual([
      "A |anchors|bakers cement divers engines|",
      "B |anchors|engines cement divers|",
      "C |anchors|divers bakers|",
    ]);
  });

  it("lays three witnesses out alike, whichever of two words each leaves out", () => {
    expect(
      rows("This harbour had lately a new wall.", "This harbour had lately new wall.", "This harbour had a new wall."),
    ).toEqual([
      "A |This harbour had|lately|a|new wall.|",
      "B |This harbour had|lately||new wall.|",
      "C |This harbour had||a|new wall.|",
    ]);
  });

  it("keeps what agrees where an adverb wanders", () => {
    expect(
      rows(
        "This mason had married newly a wife.",
        "This mason had newly married a wife.",
        "This mason had married a wife newly.",
      ),
    ).toEqual([
      "A |This mason had|married newly|a wife.|~|",
      "B |This mason had|newly married|a wife.|~|",
      "C |This mason had|married|a wife|newly.|",
    ]);
  });
});

describe("the examples of the CollateX documentation", () => {
  it("leaves places open for words that only some witnesses have", () => {
    expect(
      rows(
        "The old lighthouse keeper waves to the lazy sailor.",
        "The keeper waves to the sailor.",
        "The old keeper waves to the very lazy sailor.",
      ),
    ).toEqual([
      "A |The|old|lighthouse|keeper waves to the||lazy|sailor.|",
      "B |The|||keeper waves to the|||sailor.|",
      "C |The|old||keeper waves to the|very|lazy|sailor.|",
    ]);
  });

  it("makes one place of two that change seats", () => {
    expect(
      rows("The black dog chases a red cat.", "A red cat chases the black dog.", "A red cat chases the yellow dog."),
    ).toEqual([
      "A |The black dog chases a red cat.|",
      "B |A red cat chases the black dog.|",
      "C |A red cat chases the yellow dog.|",
    ]);
  });

  it("aligns what is repeated with the right one of the repetitions", () => {
    expect(rows("The rope and the wire and the chain.", "The rope and the wire.", "The rope and the chain.")).toEqual([
      "A |The rope|and the wire|and the chain.|",
      "B |The rope|and the wire.|~|",
      "C |The rope||and the chain.|",
    ]);
  });

  it("takes a witness that ends early for one that does not reach further", () => {
    expect(rows("Hello harbour", "Hello")).toEqual(["A |Hello|harbour|", "B |Hello|~|"]);
  });

  it("leaves a phrase that went to the other end where it stands", () => {
    expect(rows("On that day the harbour froze.", "The harbour froze on that day and stayed frozen.")).toEqual([
      "A |On that day|the harbour froze.|~|",
      "B |~|The harbour froze|on that day and stayed frozen.|",
    ]);
  });
});
