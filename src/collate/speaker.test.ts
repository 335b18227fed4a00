import { describe, expect, it } from "vitest";
import { makeReport } from "../../test/marked.ts";
import { findQuotations } from "../quote/find.ts";
import type { Passage } from "../report/report.ts";
import { sliceSpan } from "../text/span.ts";
import { findSpeakers, type Speaker } from "./speaker.ts";

/** The speakers of reports A, B, … and the words of a passage. */
function find(...texts: string[]): { speakers: Speaker[]; words: (passage: Passage) => string } {
  const named = texts.map((text, at) => {
    const siglum = String.fromCharCode(65 + at);
    return { siglum, report: makeReport(text, siglum) };
  });
  const quotations = named.flatMap(({ report }) => findQuotations(report));
  const words = (passage: Passage) =>
    sliceSpan(named.find(({ report }) => report.id === passage.report)!.report.text, passage);
  return { speakers: findSpeakers(named, quotations), words };
}

/** Each speaker: name, reports that credit them, and why these are one. */
function list(...texts: string[]): string[] {
  const { speakers, words } = find(...texts);
  return speakers.map(({ name, names, same }) =>
    [words(name), names.map(({ report }) => report).join(""), ...same.map(({ reason }) => reason)].join(" "),
  );
}

const OFFICE = "NATO Secretary General Ana Ruiz left. Ruiz said it was late.";

describe("findSpeakers", () => {
  it("takes one name in two reports for one speaker, under the fullest", () => {
    expect(list("Ana Ruiz said it was late.", "Ana B. Ruiz said it was early.")).toEqual(["Ana B. Ruiz AB name"]);
    expect(list("“We left,” J. Ruiz said.", "Jana Ruiz said it was early.")).toEqual(["J. Ruiz AB name"]);
    expect(list("The United Nations said it was late.", "The UN said it was early.")).toEqual([
      "United Nations AB name",
    ]);
  });

  it("takes a bare surname for its one bearer, whom nothing contradicts", () => {
    expect(list(OFFICE, "“We left,” Ruiz said. “It was early.”")).toEqual(["Ana Ruiz AB surname"]);
    expect(list(OFFICE, "“We left,” Mr Ruiz said.")).toEqual(["Ana Ruiz A", "Ruiz B"]);
    expect(list(OFFICE, "Tom Ruiz said it was noon.", "“We left,” Ruiz said.")).toEqual([
      "Ana Ruiz A",
      "Tom Ruiz B",
      "Ruiz C",
    ]);
    expect(list(OFFICE, "“We left,” engineer Ruiz said.")).toEqual(["Ana Ruiz A", "Ruiz B"]);
  });

  it("keeps two people of one surname apart", () => {
    expect(list("Ana Ruiz said it was early.", "Tom Ruiz said it was early.")).toEqual(["Ana Ruiz A", "Tom Ruiz B"]);
  });

  it("takes an office for who holds it in another report, and shows the words that say so", () => {
    const { speakers, words } = find(OFFICE, "The NATO boss said it was early.");
    expect(speakers).toHaveLength(1);
    expect(speakers[0]!.same.map(({ reason, passages }) => [reason, ...passages.map(words)])).toEqual([
      ["role", "NATO Secretary General", "The NATO boss"],
    ]);
    expect(speakers[0]!.quotations).toEqual([0, 1]);
    expect(list(OFFICE, "A NATO boss said it was early.")).toEqual(["Ana Ruiz A", "A NATO boss B"]);
    expect(list(OFFICE, "The harbour boss said it was early.")).toEqual(["Ana Ruiz A", "The harbour boss B"]);
    expect(list(OFFICE, "NATO chief Tom Vega said it was noon.", "The NATO boss said it was early.")).toHaveLength(3);
  });

  it("keeps the unnamed of two reports apart, counts them where they say, and calls no thing a person", () => {
    const { speakers, words } = find(
      "Two officials said it was early. Officials said it was noon. A spokesman said it was cold.",
      "Two officials said it was early. The survey said it was noon.",
    );
    expect(speakers.map(({ name, kind, count }) => [words(name), kind, count])).toEqual([
      ["Two officials", "unnamed", 2],
      ["Officials", "unnamed", null],
      ["A spokesman", "unnamed", 1],
      ["Two officials", "unnamed", 2],
      ["The survey", "thing", 1],
    ]);
  });

  it("counts an unnamed source once, whom a report takes up again", () => {
    const { speakers } = find("A harbour spokesman said it was late. The spokesman said it was early.");
    expect(speakers.map(({ quotations }) => quotations)).toEqual([[0, 1]]);
    expect(
      find("A harbour clerk said it was late. A town clerk said it was cold. The clerk said it was early.").speakers,
    ).toHaveLength(3);
  });

  it("has nobody for a pronoun that nothing resolves", () => {
    expect(list("They said it was late.")).toEqual([]);
  });
});
