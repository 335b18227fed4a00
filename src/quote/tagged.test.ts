import { describe, expect, it } from "vitest";
import { makeReport } from "../../test/marked.ts";
import { type Span, sliceSpan } from "../text/span.ts";
import { findQuotations } from "./find.ts";
import { getTagger } from "./tag/model.ts";

/** Source and content of what is made of one finding of the tagger, its parts given by their words. */
function draft(line: string, source: string, cue: string, content: string): (string | null)[][] {
  const report = makeReport(line);
  const { text } = report;
  const place = (words: string): Span[] => {
    const from = text.indexOf(words);
    return [{ from, to: from + words.length }];
  };
  const found = { source: place(source), cue: place(cue), content: place(content), confidence: 0.9 };
  const tagger = { read: getTagger().read, tag: () => [found] };
  return findQuotations(report, tagger).map((quotation) => [
    quotation.source && sliceSpan(text, quotation.source),
    quotation.content.map((span) => sliceSpan(text, span)).join(" … "),
  ]);
}

describe("draftTagged", () => {
  it("takes of a source that goes on with a verb the pronoun alone", () => {
    const line = "He mended the third-floor flat that the flood had wrecked, and hopes the pier will hold.";
    expect(draft(line, "He mended the third-floor flat", "hopes", "the pier will hold")).toEqual([
      ["He", "the pier will hold"],
    ]);
    const both = "He and Nora Lind hope the pier will hold.";
    expect(draft(both, "He and Nora Lind", "hope", "the pier will hold")).toEqual([
      ["He and Nora Lind", "the pier will hold"],
    ]);
  });

  it("leaves the outlet that was told it out of the content", () => {
    const line = "It was late when Vega, a fisher, told CNN the pier would hold.";
    expect(draft(line, "Vega", "told", "CNN the pier would hold")).toEqual([["Vega", "the pier would hold"]]);
    const other = "It was late when Vega, a fisher, told CNN viewers to leave.";
    expect(draft(other, "Vega", "told", "CNN viewers to leave")).toEqual([["Vega", "CNN viewers to leave"]]);
  });
});
