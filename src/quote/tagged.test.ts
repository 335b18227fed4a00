import { describe, expect, it } from "vitest";
import { makeReport } from "../../test/marked.ts";
import { type Span, sliceSpan } from "../text/span.ts";
import { findQuotations } from "./find.ts";
import type { Quotation } from "./quotation.ts";
import { getTagger } from "./tag/model.ts";

type Parts = readonly [source: string, cue: string, ...content: string[]];

/** Source and content of what is made of one finding of the tagger, its parts given by their words. */
function draft(line: string, ...parts: Parts): (string | null)[][] {
  const { text, found } = findParts(line, parts);
  return found.map((quotation) => [
    quotation.source && sliceSpan(text, quotation.source),
    quotation.content.map((span) => sliceSpan(text, span)).join(" … "),
  ]);
}

function findParts(line: string, [source, cue, ...content]: Parts): { text: string; found: Quotation[] } {
  const report = makeReport(line);
  const { text } = report;
  const place = (words: string): Span[] => {
    const from = text.indexOf(words);
    return [{ from, to: from + words.length }];
  };
  const found = { source: place(source), cue: place(cue), content: content.flatMap(place), confidence: 0.9 };
  const tagger = { read: getTagger().read, tag: () => [found] };
  return { text, found: findQuotations(report, tagger) };
}

/** Who is credited with what is made of such a finding. */
function speakerOf(line: string, ...parts: Parts): string | null {
  const { text, found } = findParts(line, parts);
  return found[0]!.speaker && sliceSpan(text, found[0]!.speaker);
}

describe("draftTagged", () => {
  it("credits one person where an apposition has *and*, and nobody where it may be a list", () => {
    const named = (source: string, mark = ","): string | null => {
      const line = `${source}${mark} said that the pier would hold.`;
      return speakerOf(line, source, "said", "the pier would hold");
    };
    expect(named("Ana Ruiz, a teacher and mother of two")).toBe("Ana Ruiz");
    expect(named("Ana Ruiz, the former mayor and a deputy for Roe")).toBe("Ana Ruiz");
    expect(named("Ana Ruiz, the former mayor and now a critic")).toBe("Ana Ruiz");
    expect(named("Ana Ruiz, the mayor, and Ben Roe")).toBe(null);
    expect(named("His father, now retired and living in Harwell")).toBe(null);
    expect(named("Ana Ruiz or Ben Roe", "")).toBe(null);
    expect(named("Ana Ruiz, Lena Holt and a neighbour")).toBe(null);
    expect(named("Ana Ruiz, a teacher and Ben Roe")).toBe(null);
    expect(named("Ana Ruiz, a teacher and her husband")).toBe(null);
    expect(named("Ana Ruiz, a clerk and the mayor", "")).toBe(null);
  });

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

  it("takes of a source that holds the end of what leads up to it who stands behind the comma", () => {
    const line = "In a talk with harbour master Ben Roe, Vega said that the pier would hold.";
    const found = [["Vega", "the pier would hold"]];
    expect(draft(line, "harbour master Ben Roe, Vega", "said", "the pier would hold")).toEqual(found);
    const label = "LENA HOLT: Mayor Ruiz warned of the pier.";
    expect(draft(label, "LENA HOLT: Mayor Ruiz", "warned of", "the pier")).toEqual([["Mayor Ruiz", "the pier"]]);
    const behind = "The pier would hold, according to the mayor, Ana Ruiz.";
    expect(draft(behind, "the mayor, Ana Ruiz", "according to", "The pier would hold")[0]![0]).toBe(
      "the mayor, Ana Ruiz",
    );
  });

  it("takes of a source that holds what somebody did besides who it was, and nobody of half a phrase", () => {
    const line = "The old singer posted photos of a friend on Monday, writing that the pier would hold.";
    const found = draft(line, "The old singer posted photos of a friend on Monday", "writing", "the pier would hold");
    expect(found).toEqual([["The old singer", "the pier would hold"]]);
    const half = "Vega is mourning the death of a cousin and calling for an end to floods.";
    expect(draft(half, "the death of a cousin and", "calling for", "an end to floods")).toEqual([
      [null, "an end to floods"],
    ]);
  });

  it("takes of a source that holds a clause of its own what stands behind that, and of a participle's who did what leads to it", () => {
    for (const source of ["harbour papers", "harbour reports"]) {
      const first = `The pier in Kelsmouth was shut and ${source}`;
      const line = `${first} said the wall had cracked.`;
      expect(draft(line, first, "said", "the wall had cracked")).toEqual([[source, "the wall had cracked"]]);
    }
    const both = "Those who were hurt and their friends said the wall had cracked.";
    expect(draft(both, "Those who were hurt and their friends", "said", "the wall had cracked")[0]![0]).toBe(
      "Those who were hurt and their friends",
    );
    const names = "Hopes were set on Harwell and Kelsmouth, which said the wall had cracked.";
    expect(draft(names, "Hopes were set on Harwell and Kelsmouth", "said", "the wall had cracked")[0]![0]).toBe(
      "Hopes were set on Harwell and Kelsmouth",
    );
    const harsh = "Ms. Ruiz was harsh in her view of Roe, writing that the pier would fall.";
    expect(draft(harsh, "Ms. Ruiz was harsh in her view of Roe", "writing", "the pier would fall")[0]![0]).toBe(
      "Ms. Ruiz",
    );
  });

  it("leaves the clause before *but* to the reporter where what is said begins behind it", () => {
    const first = "The plan drew fire from both sides";
    const line = `${first}, but some teachers said the delay gives her time.`;
    const parts = [first, "the delay gives her time"];
    expect(draft(line, "some teachers", "said", ...parts)).toEqual([["some teachers", parts[1]]]);
    const split = `${first}, the teachers said, and the delay gives her time.`;
    expect(draft(split, "the teachers", "said", ...parts)).toEqual([["the teachers", parts.join(" … ")]]);
  });

  it("takes no clause for what a noun with *of* brings", () => {
    const line = "Ms. Ruiz's criticism of the school board comes at a time when money is short.";
    const content = line.slice(line.indexOf("the school"), -1);
    expect(draft(line, "Ms. Ruiz's", "criticism of", content)).toEqual([]);
    const phrase = "the board that runs the school";
    const question = "whether the wall would hold";
    expect(draft(`It raises the question of ${question}.`, "It", "the question of", question)).toHaveLength(1);
    expect(draft(`Ms. Ruiz's criticism of ${phrase}.`, "Ms. Ruiz's", "criticism of", phrase)).toEqual([
      ["Ms. Ruiz's", phrase],
    ]);
  });

  it("finds nothing in what somebody may say, nor who speaks in what is said", () => {
    const line = "Whatever the board says, the pier is closed.";
    expect(draft(line, "the board", "says", "the pier is closed")).toEqual([]);
    const behind = "Ben Roe was found on the pier, said his brother.";
    expect(draft(behind, "Ben Roe", "said", "his brother")).toEqual([["his brother", "Ben Roe was found on the pier"]]);
  });

  it("goes on with words in marks that would end before the closing one", () => {
    const line = "Vega gave this statement: “The pier will hold for long. We mend it every year.” It rained.";
    expect(draft(line, "Vega", "gave this statement", "The pier will hold for")).toEqual([
      ["Vega", "The pier will hold for long. We mend it every year."],
    ]);
    const within = "Vega gave this statement: “The pier will hold, Ruiz said, for long.” It rained.";
    expect(draft(within, "Ruiz", "said", "The pier will hold")).toEqual([["Ruiz", "The pier will hold"]]);
  });

  it("goes on with a content that would end within a compound, to the next mark", () => {
    const line = "Vega warned about the future of the Pier-Wall Bank on Monday, after the storm.";
    expect(draft(line, "Vega", "warned about", "the future of the Pier")).toEqual([
      ["Vega", "the future of the Pier-Wall Bank on Monday"],
    ]);
    const whole = "Vega warned about the pier - the wall held.";
    expect(draft(whole, "Vega", "warned about", "the pier")).toEqual([["Vega", "the pier"]]);
  });

  it("takes no year for who speaks, nor what is said of an authority for what it said", () => {
    const year = "A survey of the wall in 2015 showed that it would fall.";
    expect(draft(year, "2015", "showed", "it would fall")).toEqual([[null, "it would fall"]]);
    const study = "According to the survey, reported on last year by the Star, the wall would fall.";
    expect(
      draft(study, "the survey", "According to", ", reported on last year by the Star, the wall would fall"),
    ).toEqual([["the survey", "the wall would fall"]]);
  });

  it("ends the words before the outlet that reports them", () => {
    const line = "Ana Ruiz said that the pier was “lost,” the Daily Star reports.";
    expect(draft(line, "Ana Ruiz", "said", "the pier was “lost,” the Daily Star reports")).toEqual([
      ["Ana Ruiz", "the pier was “lost,”"],
    ]);
  });

  it("ends the words with the clause that leads up to the reporter's own", () => {
    const line = "After Vega said the pier, which is old, was safe, the mayor went to see it.";
    const whole = "the pier, which is old, was safe, the mayor went to see it";
    expect(draft(line, "Vega", "said", whole)).toEqual([["Vega", "the pier, which is old, was safe"]]);
    const main = "Vega said after the storm the pier was safe, the mayor was away and it rained.";
    const said = "the pier was safe, the mayor was away and it rained";
    expect(draft(main, "Vega", "said", said)).toEqual([["Vega", said]]);
  });

  it("ends the words before what the reporter says is not known", () => {
    const line = "Vega said the pier would be mended, but it is not clear who will pay.";
    const found = [["Vega", "the pier would be mended"]];
    expect(draft(line, "Vega", "said", "the pier would be mended, but it is not clear who will pay")).toEqual(found);
    const own = "Vega said the pier would be mended, but it would take a year.";
    const said = "the pier would be mended, but it would take a year";
    expect(draft(own, "Vega", "said", said)).toEqual([["Vega", said]]);
  });

  it("leaves the reporter of an outlet that was told it out of the content", () => {
    const line = "Vega told the BBC’s Ana Ruiz that the pier would hold.";
    expect(draft(line, "Vega", "told", "the BBC’s Ana Ruiz that the pier would hold")).toEqual([
      ["Vega", "the pier would hold"],
    ]);
  });

  it("finds nothing in *it*, in a time, and in what is told of who speaks", () => {
    const line = "Vega did not say it, but Ben Roe closed the pier two years ago.";
    expect(draft(line, "Vega", "did not say", "it, but Ben Roe closed the pier")).toEqual([]);
    const is = "Vega said it was late.";
    expect(draft(is, "Vega", "said", "it was late")).toEqual([["Vega", "it was late"]]);
    const time = "As Vega, a fisher, wrote two years ago, the pier had changed.";
    expect(draft(time, "Vega, a fisher", "wrote", "two years ago")).toEqual([]);
    const who = "It was late, said Vega, who was on the pier.";
    expect(draft(who, "Vega", "said", "who was on the pier")).toEqual([["Vega", "It was late"]]);
    const long = "The pier would hold, said the official who spoke because she was asked.";
    expect(
      draft(long, "The pier", "said", "the official who spoke because she was asked").map(([, words]) => words),
    ).toEqual(["The pier would hold"]);
  });

  it("credits nobody with what is said of him, or to him", () => {
    const line = "Vega, meanwhile, has been accused of theft on the pier.";
    expect(draft(line, "Vega", "has been accused of", "theft on the pier")).toEqual([[null, "theft on the pier"]]);
    const own = "Vega accused the board of theft on the pier.";
    expect(draft(own, "Vega", "accused", "the board of theft on the pier")).toEqual([
      ["Vega", "the board of theft on the pier"],
    ]);
  });

  it("keeps what rounds a number in the content", () => {
    const line = "But Vega said about 40 boats were lost.";
    expect(draft(line, "Vega", "said about", "40 boats were lost")).toEqual([["Vega", "about 40 boats were lost"]]);
    const wars = "Vega wrote about two wars that were lost.";
    expect(draft(wars, "Vega", "wrote about", "two wars that were lost")).toEqual([
      ["Vega", "two wars that were lost"],
    ]);
  });

  it("gives an outlet nothing of what it says that somebody said", () => {
    const line = 'Vega said the pier was "beyond repair," the Daily Star reported.';
    expect(draft(line, "the Daily Star", "reported", 'Vega said the pier was "beyond repair')).toEqual([
      ["Vega", 'the pier was "beyond repair,"'],
    ]);
  });

  it("leaves who was told it and where out of the content", () => {
    const line = "Vega told a town committee in Kelsmouth that the pier would hold.";
    expect(draft(line, "Vega", "told", "a town committee in Kelsmouth that the pier would hold")).toEqual([
      ["Vega", "the pier would hold"],
    ]);
  });

  it("leaves the outlet that was told it out of the content", () => {
    const line = "It was late when Vega, a fisher, told CNN the pier would hold.";
    expect(draft(line, "Vega", "told", "CNN the pier would hold")).toEqual([["Vega", "the pier would hold"]]);
    const other = "It was late when Vega, a fisher, told CNN viewers to leave.";
    expect(draft(other, "Vega", "told", "CNN viewers to leave")).toEqual([["Vega", "CNN viewers to leave"]]);
  });

  it("gives whom somebody quotes what they said, and leaves alone whom somebody cites as something", () => {
    const line = "The Daily Star quoted the mayor as saying the pier would hold.";
    expect(draft(line, "The Daily Star", "quoted", "the mayor as saying the pier would hold")).toEqual([
      ["the mayor", "the pier would hold"],
    ]);
    const cited = "The study cited the pier as the reason.";
    expect(draft(cited, "The study", "cited", "the pier as the reason")).toEqual([
      ["The study", "the pier as the reason"],
    ]);
  });

  it("takes no name behind a comma and *reports* for what was said", () => {
    const line = "The family tells another story, reports Nora Lind.";
    expect(draft(line, "The family", "reports", "Nora Lind")).toEqual([]);
    const deal = "The family, moved by the story, reports a theft.";
    expect(draft(deal, "The family", "reports", "a theft")).toEqual([["The family", "a theft"]]);
  });

  it("takes of a source that begins behind *where* with a clause of its own what stands behind that", () => {
    const line = "In Averland, where Ben Roe claimed the seat on Monday, aides to Ana Ruiz vowed to go on.";
    const { found } = findParts(line, ["Ben Roe claimed the seat on Monday, aides to Ana Ruiz", "vowed", "to go on"]);
    expect(found.map(({ source, venue }) => [source && sliceSpan(line, source), venue])).toEqual([
      ["aides to Ana Ruiz", null],
    ]);
    const mayor = "In Averland, where Ana Ruiz, the mayor, vowed to go on, it rained.";
    expect(draft(mayor, "Ana Ruiz, the mayor", "vowed", "to go on")).toEqual([["Ana Ruiz, the mayor", "to go on"]]);
  });

  it("takes what the reporter explains for nothing that was said", () => {
    const line = "“It fell,” Vega said, referring to the old pier.";
    expect(draft(line, "Vega", "referring to", "the old pier").flat()).toEqual(["Vega", "It fell"]);
    const called = "Vega spoke, referring to the pier as a ruin.";
    expect(draft(called, "Vega", "referring to", "the pier as a ruin")).toEqual([["Vega", "the pier as a ruin"]]);
  });

  it("credits one person whose second part begins with the name of a body", () => {
    const named = (source: string): string | null =>
      speakerOf(`${source}, said that the pier would hold.`, source, "said", "the pier would hold");
    expect(named("Ana Ruiz, a teacher and Harwell Society fellow")).toBe("Ana Ruiz");
    expect(named("Ana Ruiz, a teacher and Harwell officials")).toBe(null);
    expect(named("Ana Ruiz, a teacher and Harwell mayor Ben Roe")).toBe(null);
  });

  it("takes an interview for nowhere that a statement was issued", () => {
    const line = "“It holds,” Ana Ruiz told CNN. Ruiz issued a statement pledging help. Ruiz pledged aid.";
    const venue = (cue: string, content: string) => findParts(line, ["Ruiz", cue, content]).found.at(-1)!.venue;
    expect(venue("issued a statement pledging", "help")).toBe(null);
    expect(venue("pledged", "aid")).not.toBe(null);
  });

  it("credits neither of two whom a name behind a relative clause may mean", () => {
    const named = (source: string): string | null =>
      speakerOf(`${source}, said that the pier would hold.`, source, "said", "the pier would hold");
    expect(named("A lawyer for the officer who opened fire, Ana Ruiz")).toBe(null);
    expect(named("The chief engineer of the port, Ana Ruiz")).toBe("Ana Ruiz");
    expect(named("The chief engineer of the port, Ana Ruiz of Harwell")).toBe("Ana Ruiz");
    expect(named("The head of the ABC, Dr Ana Ruiz")).toBe("Ana Ruiz");
    expect(named("A spokesman for Sen. Ana Ruiz, D-Maine")).toBe(null);
    expect(named("The workers in Harwell, New Averland")).toBe(null);
    expect(named("Several top aides, including Rep. Ana Ruiz")).toBe(null);
    expect(named("Another aide, this one in Harwell")).toBe(null);
  });
});
