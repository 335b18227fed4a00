import { describe, expect, it } from "vitest";
import { analyzeTexts, makePlain } from "../../test/table.ts";
import { type Analysis, analyze } from "../analyze.ts";
import { findBlocks } from "../report/block.ts";
import type { RuleName } from "./finding.ts";

const SAID = "We are one storm away from losing the lower town of Kelsmouth and nobody will pay for it";
const OTHER =
  "The harbour authority has known of the cracks in the northern section of the wall since the spring of last year, two of its engineers wrote in a letter to the council";

/** Reports with an outlet and an hour of publication each: Paper P at one, Paper Q at two, … */
function analyzePapers(...bodies: readonly string[]): Analysis {
  return analyze(
    bodies.map((body, at) => ({
      ...makePlain(String.fromCharCode(97 + at), body),
      outlet: `Paper ${"PQRS"[at]}`,
      published: { from: `2025-03-11T0${at + 1}:00:00Z`, to: `2025-03-11T0${at + 1}:00:01Z` },
    })),
  );
}

/** The messages of the findings of one rule. */
function show(rule: RuleName, ...bodies: readonly string[]): string[] {
  const { findings } = analyzePapers(...bodies);
  return findings.filter((finding) => finding.rule === rule).map(({ message }) => message);
}

describe("single-source", () => {
  const told = `“${SAID},” Maren Oswick told the Erie Times on Monday.`;

  it("is raised where all cite one place", () => {
    expect(show("single-source", told, `${told} She had no more to say.`)).toEqual([
      "All of A and B have this from one source, α (Erie Times).",
    ]);
  });

  it("shows first the words that name a place that is none of the reports", () => {
    const { findings, reports } = analyzePapers(told, `${told} She had no more to say.`);
    const { passages } = findings.find(({ rule }) => rule === "single-source")!;
    const texts = new Map(reports.map(({ report }) => [report.id, report.text]));
    const words = passages.map(({ report, from, to }) => texts.get(report)!.slice(from, to));
    expect(words).toEqual(["Erie Times", "Erie Times", SAID, SAID]);
  });

  it("is raised where one of the reports is that place", () => {
    expect(show("single-source", `“${SAID},” Maren Oswick said.`, told.replace("Erie Times", "Paper P"))).toEqual([]);
    const first = `“${SAID},” Maren Oswick told Paper P newspaper.`;
    expect(show("single-source", first, first)).toEqual(["B has this from A: together they are one source."]);
  });

  it("is silent where one does not tell where it is from, and where they cite two places", () => {
    expect(show("single-source", told, `“${SAID},” Maren Oswick said.`)).toEqual([]);
    expect(show("single-source", told, told.replace("Erie Times", "Dover Herald"))).toEqual([]);
  });
});

describe("citation-dropped", () => {
  const told = `“${SAID},” Maren Oswick told the Erie Times on Monday.`;
  const bare = `“${SAID},” Maren Oswick said.`;

  it("is raised where others say where it was said", () => {
    expect(show("citation-dropped", told, bare)).toEqual([
      "B quotes without saying where it is from; A names α (Erie Times).",
    ]);
  });

  it("is one finding for all that the same reports have from one place", () => {
    const more = "“Nobody has asked the bakers of Quay Street what they would want,” Oswick said.";
    const two = [`${told} ${more}`, `${bare} ${more}`];
    expect(show("citation-dropped", ...two)).toEqual([
      "B quotes these 2 utterances without saying where they are from; A names α (Erie Times).",
    ]);
  });

  it("is silent where all say so, where none does, and where the words stand without marks", () => {
    expect(show("citation-dropped", told, `“${SAID},” Maren Oswick said Sunday on “Harbour Morning.”`)).toEqual([]);
    expect(show("citation-dropped", told, told)).toEqual([]);
    expect(show("citation-dropped", bare, bare)).toEqual([]);
    expect(show("citation-dropped", told, `Maren Oswick said that ${SAID}.`)).toEqual([]);
  });

  it("is silent where the report has the name of the place anywhere, or another place for the words", () => {
    const cbs = `“${SAID},” Maren Oswick told CBS News on Monday.`;
    expect(
      show("citation-dropped", cbs, `Maren Oswick spoke on CBS’s “Harbour Hour.” “${SAID},” Oswick said.`),
    ).toEqual([]);
    expect(show("citation-dropped", cbs, `“${SAID},” Oswick said at a news conference in Kelsmouth.`)).toEqual([]);
    expect(show("citation-dropped", cbs, `Maren Oswick spoke on NBC. “${SAID},” Oswick said.`)).toHaveLength(1);
    const others = "“They filled the holes with paint and hoped,” Pia Sandrel told the Erie Times.";
    expect(show("citation-dropped", told, `${bare}\n\n${others}`)).toEqual([]);
  });

  it("names none as citing it that names the place for other words", () => {
    const more = "“Nobody has asked the bakers of Quay Street what they would want,” Oswick said earlier in the week.";
    const third = `“The ferry sails,” Maren Oswick told the Erie Times. ${more} ${bare.replace("said.", "said earlier.")}`;
    expect(show("citation-dropped", told, bare, third)).toEqual([
      "B quotes without saying where it is from; A names α (Erie Times).",
    ]);
  });

  it("is silent where the place only contributed something, it does not say what", () => {
    const helped = `${bare} It rains.\n\nThe Associated Press contributed to this report.`;
    const bodies = [helped, bare].map((body, at) => ({ ...makePlain("ab"[at]!, body), blocks: findBlocks(body) }));
    const { stemma, findings } = analyze(bodies);
    expect(findings.filter(({ rule }) => rule === "citation-dropped")).toEqual([]);
    expect(stemma.descents.map(({ to, for: [reason] }) => [to, reason!.message])).toEqual([
      ["A", "A says that it contributed."],
    ]);
    expect(stemma.primaries).toEqual([]);
  });

  it("is silent where a report only has the words from another, and of what came out before the place that is named", () => {
    expect(show("citation-dropped", `“${SAID},” Oswick said. ${OTHER}.`, `“${SAID},” Oswick said. ${OTHER}.`)).toEqual(
      [],
    );
    const own = `“${SAID},” Maren Oswick told Paper Q.`;
    expect(show("citation-dropped", bare, own, own)).toEqual([]);
  });
});

describe("source-not-primary", () => {
  it("is raised where a later report has whole sentences of an earlier one and names no source", () => {
    expect(show("source-not-primary", `${OTHER}.`, `${OTHER}. It rains.`)).toEqual([
      "B gives as its own what it shares with A, which came out before it.",
    ]);
  });

  it("is silent where it names the other, or where they share little", () => {
    expect(show("source-not-primary", `${OTHER}.`, `${OTHER}, the Paper P newspaper reported.`)).toEqual([]);
    expect(show("source-not-primary", `${OTHER}.`, "The harbour authority has known of the cracks.")).toEqual([]);
  });

  it("is silent where what they share is quoted, and where it is not known which was first", () => {
    expect(show("source-not-primary", `“${OTHER},” said Ana Ruiz.`, `“${OTHER},” said Ana Ruiz.`)).toEqual([]);
    const { findings, stemma } = analyzeTexts(`${OTHER}.`, `${OTHER}. It rains.`);
    expect(findings.filter(({ rule }) => rule === "source-not-primary")).toEqual([]);
    expect(stemma.notes.map(({ message }) => message)).toEqual([
      "It cannot be told which of A and B had first what they share word for word.",
    ]);
  });
});

describe("source-not-primary, of three near-copies without a time", () => {
  it("is silent, and the stemma draws none of them from another", () => {
    const rest =
      "Repairs to the northern section will begin after the summer, and the quay stays shut until they are done";
    const bodies = [`${OTHER}. ${rest}.`, `${OTHER}. It rains. ${rest}.`, `${OTHER}. ${rest}, it says.`];
    const { findings, stemma, reports } = analyzeTexts(...bodies);
    expect(findings.filter(({ rule }) => rule === "source-not-primary")).toEqual([]);
    const sigla = reports.map(({ siglum }) => siglum);
    expect(stemma.descents.length).toBeGreaterThan(0);
    expect(stemma.descents.filter(({ from }) => sigla.includes(from))).toEqual([]);
  });
});

describe("retranslated", () => {
  const idiom =
    "We cannot have a situation where Kelsmouth and Averland are high-fiving because they came to a deal that is a dire threat to the harbour";
  const plain =
    "We cannot have a situation in which Kelsmouth and Averland form a friendship because they made a deal that is a serious threat to the harbour";
  const quote = (words: string) => `“${words},” said Maren Oswick.`;

  it("names the one with the commoner words", () => {
    const message = "A seems to quote from a translation: other words than B, with the same names and numbers.";
    expect(show("retranslated", quote(plain), quote(idiom))).toEqual([message]);
  });

  it("names the one that stands against most", () => {
    const message = "C seems to quote from a translation: other words than A and B, with the same names and numbers.";
    expect(show("retranslated", quote(plain), quote(plain), quote(idiom))).toEqual([message]);
  });

  it("is silent where the words are the same or shortened, other names stand, or nothing is quoted", () => {
    expect(show("retranslated", quote(idiom), quote(idiom))).toEqual([]);
    expect(show("retranslated", quote(idiom), quote(idiom.replace(" because they came to a deal", "")))).toEqual([]);
    expect(show("retranslated", quote(idiom), quote(plain.replace("Averland", "Dovermouth")))).toEqual([]);
    expect(show("retranslated", quote(idiom), `Maren Oswick said that ${plain}.`)).toEqual([]);
  });

  it("is silent where two name different outlets as where it was said, which may have been twice", () => {
    const told = (words: string, outlet: string) => `“${words},” Maren Oswick told ${outlet}.`;
    const twice = [told(plain, "the Boston Globe"), told(idiom, "MSNBC"), quote(idiom)];
    expect(show("retranslated", ...twice)).toEqual([]);
    expect(show("quote-wording-differs", ...twice)).toEqual([
      "A, B and C print different words in quotation marks for one utterance; they name different outlets as where it was said: it may have been said twice.",
    ]);
    const once = [told(plain, "Fox News"), told(idiom, "Fox News Channel"), quote(idiom)];
    expect(show("retranslated", ...once)).toHaveLength(1);
    expect(show("quote-wording-differs", ...once)).toEqual([
      "A, B and C print different words in quotation marks for one utterance.",
    ]);
  });
});
