import { describe, expect, it } from "vitest";
import { MILL, makeAnalysis } from "../../test/rows.ts";
import { analyzeTexts } from "../../test/table.ts";
import { clipWords, excerptPassage, findCredits, joinSpans, makeView } from "./view.ts";

describe("clipWords", () => {
  it("cuts before the word that does not fit", () => {
    expect(clipWords("one two three", 9)).toBe("one two …");
    expect(clipWords("one two", 9)).toBe("one two");
    expect(clipWords("undivided", 4)).toBe("undi …");
  });

  it("never cuts a pair of surrogates", () => {
    expect(clipWords("a\u{1f600}b", 2)).toBe("a …");
  });
});

describe("excerptPassage", () => {
  const text =
    "A line before.\nThe repairs on the sea wall by the old harbor will cost about 38 million crowns, it said.";
  const at = text.indexOf("38");

  it("puts the words of its line around a short passage", () => {
    expect(excerptPassage(text, { from: at, to: at + 10 }, 100)).toEqual({
      before: "… on the sea wall by the old harbor will cost about ",
      words: "38 million",
      after: " crowns, it said.",
    });
  });

  it("leaves a long one alone but for its end", () => {
    expect(excerptPassage(text, { from: 15, to: text.length }, 20)).toEqual({
      before: "",
      words: "The repairs on the …",
      after: "",
    });
  });
});

describe("joinSpans", () => {
  it("joins what white space parts, and drops places", () => {
    const spans = [
      { from: 0, to: 3 },
      { from: 4, to: 4 },
      { from: 4, to: 7 },
      { from: 9, to: 10 },
    ];
    expect(joinSpans("one two, x", spans)).toEqual([
      { from: 0, to: 7 },
      { from: 9, to: 10 },
    ]);
  });
});

describe("findCredits", () => {
  it("names the speaker and the venue, or nobody", () => {
    const analysis = makeAnalysis(MILL);
    const [utterance, statement] = analysis.collations;
    const view = makeView(analysis);
    expect(findCredits(view, utterance!)).toEqual({ speaker: "Ana Ruiz", venue: "Harbor Radio" });
    expect(findCredits(view, statement!)).toEqual({ speaker: null, venue: null });
  });

  it("says of a statement which reports name the speaker", () => {
    const wall = "the wall of Kelsmouth may fail within two winters if the council does not mend it";
    const texts = [
      `The harbour authority said that ${wall}.`,
      `The authority said that ${wall}.`,
      `It is known: ${wall}.`,
    ];
    const analysis = analyzeTexts(...texts);
    const [collation] = analysis.collations;
    expect(collation!.tradition.of).toBe("statement");
    expect(findCredits(makeView(analysis), collation!)).toEqual({
      speaker: "The harbour authority in A and B",
      venue: null,
    });
    const pronoun = analyzeTexts(`It said that ${wall}.`, texts[2]!);
    expect(findCredits(makeView(pronoun), pronoun.collations[0]!).speaker).toBe(null);
    const its = analyzeTexts(`Its engineers said that ${wall}.`, texts[2]!);
    const quotations = its.quotations.map((own) => ({
      ...own,
      source: own.source && { from: 0, to: 3 },
      speaker: null,
    }));
    expect(findCredits(makeView({ ...its, quotations }), its.collations[0]!).speaker).toBe(null);
  });

  it("names a thing only where no report names a person or body", () => {
    const words = "Respect for the fishermen is a cornerstone of the harbour of Kelsmouth";
    const name = (...texts: readonly string[]) => {
      const analysis = analyzeTexts(...texts);
      return findCredits(makeView(analysis), analysis.collations[0]!).speaker;
    };
    const thing = `“${words},” the longer statement continued.`;
    expect(name(`“${words},” the Elm Council said in the statement.`, thing)).toBe("Elm Council");
    expect(name(thing, thing)).toBe("the longer statement");
  });
});
