import { describe, expect, it } from "vitest";
import { makeReport } from "../../test/marked.ts";
import { sliceSpan } from "../text/span.ts";
import { findQuotations } from "./find.ts";

/** Whom the paragraphs credit, in text order. */
function speakers(...lines: string[]): (string | null)[] {
  const report = makeReport(lines.join("\n"));
  return findQuotations(report, null).map(({ speaker }) => speaker && sliceSpan(report.text, speaker));
}

const WORDS = "“The pier will not hold for long,”";

describe("findSpeaker: names", () => {
  it("takes nobody for the place that they are from", () => {
    expect(speakers(`${WORDS} said Senate minority leader Ben Roe (D) of New Averland.`)).toEqual(["Ben Roe"]);
    expect(speakers(`Sen. Ana Ruiz (R) of Averland, chairwoman of the Harbor Committee, said: ${WORDS}`)).toEqual([
      "Ana Ruiz",
    ]);
    expect(speakers(`${WORDS} said Sen. Ana Ruiz (R-Aver.).`)).toEqual(["Ana Ruiz"]);
    expect(speakers(`${WORDS} says state Sen. Ana Ruiz, sponsor of the bill.`)).toEqual(["Ana Ruiz"]);
    expect(speakers(`Said Ana Maria Ruiz, head of the Harbor Committee: ${WORDS.replace(",", ".")}`)).toEqual([
      "Ana Maria Ruiz",
    ]);
    expect(speakers(`PARIS (AFP) President Ana Ruiz said: ${WORDS}`)).toEqual(["Ana Ruiz"]);
  });

  it("gives an office to who is from a place, and not to the place", () => {
    expect(
      speakers(
        "Later Sen. Ben Roe of South Averland, the Senate’s only Republican, took the floor.",
        `In a long speech, he said, ${WORDS}`,
      ),
    ).toEqual(["Ben Roe"]);
    expect(speakers(`The wife of Ben Roe, the mayor, was there. The mayor said: ${WORDS}`)).toEqual(["Ben Roe"]);
  });

  it("keeps the verb that opens a sentence out of a name", () => {
    const told = `${WORDS} Ruiz told reporters.`;
    expect(speakers(told, "“It is a sad day. Let Elena Ruiz speak,” said Ben Roe.")).toEqual(["Elena Ruiz", "Ben Roe"]);
    expect(speakers(told, "MUST WATCH Elena Ruiz on the pier.")).toEqual(["Elena Ruiz"]);
    expect(speakers(told, "Grace Ruiz is the mayor of Kelsmouth.")).toEqual(["Grace Ruiz"]);
  });

  it("knows a surname that is a form of address elsewhere", () => {
    expect(speakers(`Ana Holt King wrote to the council. ${WORDS} said Ana Holt King.`)).toEqual(["Ana Holt King"]);
    expect(speakers(`Rep. Ben King met reporters. ${WORDS} King said.`)).toEqual(["Ben King"]);
    expect(speakers(`Rep. Ben King met the king of Averland. ${WORDS} the King said.`)).toEqual([null]);
  });

  it("reads a name with a nickname and one behind an office with *of*", () => {
    expect(speakers(`${WORDS} said Rep. Howard P. “Buck” Roe.`, `${WORDS} Roe said.`)).toEqual([
      "Howard P. “Buck” Roe",
      "Howard P. “Buck” Roe",
    ]);
    expect(speakers(`${WORDS} Secretary of Defense Ben Roe said.`)).toEqual(["Ben Roe"]);
  });

  it("reads two offices before a name as one person's, and a phrase with an article as another's", () => {
    expect(speakers(`${WORDS} said Harbor Trust chairman and former mayor Ana Ruiz.`)).toEqual(["Ana Ruiz"]);
    expect(speakers(`${WORDS} said pilot and former City Council Chairman Ana Ruiz.`)).toEqual(["Ana Ruiz"]);
    expect(speakers(`${WORDS} said the pilot and Mayor Ana Ruiz.`)).toEqual([null]);
    expect(speakers(`${WORDS} said Governor Ben Roe and Mayor Ana Ruiz.`)).toEqual([null]);
  });

  it("takes for who says what a participle brings the subject of the clause before it", () => {
    const words = "saying the mayor has a habit to “spend first and count later.”";
    const rejected = "Teachers have rejected the plan";
    expect(speakers(`${rejected}, and Ana Ruiz was harsh in her view of it, ${words}`)).toEqual(["Ana Ruiz"]);
    expect(speakers(`Ana Ruiz rejected the plan, and the vote was close, ${words}`)).toEqual(["Ana Ruiz"]);
    expect(speakers(`Ana Ruiz rejected the plan of Ben Roe and Lena Holt, ${words}`)).toEqual(["Ana Ruiz"]);
  });

  it("keeps the adverb that opens a sentence out of a name", () => {
    const told = "Averland told Kelsmouth to “mend the wall at once.”";
    for (const adverb of ["Perhaps", "Maybe", "Hopefully"])
      expect(speakers(told, `“${adverb} Averland will hear our words,” Ben Roe said.`)).toEqual([
        "Averland",
        "Ben Roe",
      ]);
    expect(speakers(`${WORDS} Ruiz said.`, "“Emily Ruiz was there,” Ben Roe said.")).toEqual(["Emily Ruiz", "Ben Roe"]);
  });

  it("takes no day for who speaks", () => {
    const report = makeReport("The pier would close at noon, according to harbor papers released Friday.");
    expect(findQuotations(report).map(({ speaker }) => speaker)).toEqual([null]);
  });

  it("tells two of one family name that stands first apart by who was spoken of last", () => {
    expect(
      speakers(
        "Defense Minister Kim Dae-ho said that the port would close.",
        "Kim Sun-mi, the manager of a mill in Kelsmouth who came home, was calm.",
        `${WORDS} Kim said.`,
      ).at(-1),
    ).toBe("Kim Sun-mi");
    expect(speakers("President Kim Dae-ho came to Kelsmouth.", `${WORDS} Kim said.`)).toEqual(["Kim Dae-ho"]);
  });
});

describe("findSpeaker: offices", () => {
  it("gives an office to no former holder", () => {
    expect(speakers(`The harbor spokesman said: ${WORDS} A former spokesman, Ben Roe, was at home.`)).toEqual([null]);
    expect(speakers("Former mayor Ben Roe came.", `${WORDS} the former mayor said.`)).toEqual(["Ben Roe"]);
  });

  it("goes by the body, then by the very word, before another word for it", () => {
    const two = "Prosecutor Ben Roe was there. Attorney Lena Holt, who speaks for the family, was not.";
    expect(speakers(two, `${WORDS} the prosecutor said.`)).toEqual(["Ben Roe"]);
    const heads = "President Ana Ruiz met President Ben Roe of Averland. Sen. Lena Holt came.";
    expect(speakers(heads, `${WORDS} the senator said.`)).toEqual(["Lena Holt"]);
    expect(
      speakers(
        "Averland leader Ben Roe met President Ana Ruiz.",
        "President Ruiz was late.",
        `${WORDS} the Averland leader said.`,
      ),
    ).toEqual(["Ben Roe"]);
  });

  it("takes no chief executive for the president", () => {
    expect(speakers("Dock One CEO Ben Roe came to Kelsmouth.", `${WORDS} the president said.`)).toEqual([null]);
    expect(speakers("Dock One CEO Ben Roe came to Kelsmouth.", `${WORDS} the chief executive said.`)).toEqual([
      "Ben Roe",
    ]);
  });

  it("gives another word for an office to nobody who gets it further on", () => {
    expect(speakers(`${WORDS} the analyst said.`, "Ben Roe, a professor, was away.")).toEqual([null]);
    expect(speakers("Ben Roe, a professor, was away.", `${WORDS} the analyst said.`)).toEqual(["Ben Roe"]);
    expect(speakers("Ben Roe, a professor, was away.", `Analyst says: ${WORDS}`)).toEqual([null]);
    expect(speakers(`${WORDS} the mayor said.`, "Mayor Ben Roe was away.")).toEqual(["Ben Roe"]);
  });

  it("takes who charges the holder of an office with something for another", () => {
    expect(
      speakers(
        "Sen. Ben Roe spoke on Friday.",
        "The Averland senator, Roe charged, had told “a simple lie” when he said that there had been no deal.",
      ).at(-1),
    ).toBeNull();
  });
});

describe("findSpeaker: surnames", () => {
  it("means by a surname alone who was called so before another of the name came", () => {
    const lines = [
      `Mayor Carl Ruiz’s lawyer left. ${WORDS} Ruiz said.`,
      "Ana Ruiz came.",
      "Ana Ruiz left.",
      "It rained.",
    ];
    expect(speakers(...lines, `${WORDS} Ruiz said.`)).toEqual(["Carl Ruiz", "Carl Ruiz"]);
  });

  it("means nobody where another of the name was spoken of right before", () => {
    const lines = [`Mayor Carl Ruiz left. ${WORDS} Ruiz said.`, `${WORDS} Ana Ruiz said.`];
    expect(speakers(...lines, `${WORDS} Ruiz said.`)).toEqual(["Carl Ruiz", "Ana Ruiz", null]);
  });

  it("tells who is addressed as a man from the woman who is named in full", () => {
    const lines = [`Mayor Ruiz came. ${WORDS} Mr. Ruiz said.`, "Mary Ruiz came.", "Mary Ruiz left."];
    expect(speakers(...lines, `${WORDS} Ruiz said.`)).toEqual(["Ruiz", "Ruiz"]);
    expect(speakers("Mary Ruiz came.", `${WORDS} Mr. Ruiz said.`)).toEqual(["Ruiz"]);
    expect(speakers("Mary Ruiz came.", `${WORDS} Ms. Ruiz said.`)).toEqual(["Mary Ruiz"]);
  });
});

describe("findSpeaker: pronouns", () => {
  const ruiz = `${WORDS} Ben Ruiz said.`;
  it("goes back past nobody whose name is not known", () => {
    const nandor = "Wolf Nandor was at the pier. He sat down.";
    expect(speakers(ruiz, `Zsolt Wolf Nandor was at the pier. ${WORDS} he said.`)[1]).toBe("Zsolt Wolf Nandor");
    expect(speakers(ruiz, `${nandor} ${WORDS} he said.`)[1]).not.toBe("Ben Ruiz");
    expect(speakers(ruiz, `The pier was old. ${WORDS} he said.`)[1]).toBe("Ben Ruiz");
  });

  it("takes the object of a verb for another than its subject", () => {
    expect(
      speakers(
        `${WORDS} Lena Holt said.`,
        "In a letter at the time, Oswick had accused him of using “the weight of his office.”",
        "“He has used the weight of his office to close the pier,” she wrote.",
      ),
    ).toEqual(["Lena Holt", "Oswick", null]);
  });

  it("takes the one person who is named behind a thing that a sentence begins with", () => {
    const known = `${WORDS} said harbor master Ana Ruiz.`;
    expect(speakers(known, `CNN asked Ms. Holt about it. She said, ${WORDS}`)[1]).toBe("Holt");
    expect(speakers(`${WORDS} said Ben Roe.`, `The remark angered Carl Holt. He said, ${WORDS}`)[1]).toBe("Carl Holt");
    expect(speakers(known, `The storm struck Carl Holt and Ben Roe's pier. She said, ${WORDS}`)[1]).toBe("Ana Ruiz");
  });

  it("lets an outlet that asks stand between nobody and who answers", () => {
    const known = `${WORDS} said Ana Ruiz.`;
    expect(speakers(known, `“Will it hold?” CNN asked.`, `${WORDS} she said.`).at(-1)).toBe("Ana Ruiz");
  });

  it("takes no thing behind an article for a person", () => {
    expect(speakers(ruiz, `The Blue Hall Wire feed was full of his words. ${WORDS} he said.`)[1]).toBe("Ben Ruiz");
  });
});

describe("findTweets", () => {
  it("credits nobody with a tweet that reports another's words", () => {
    const signed = "— Ben Roe (@benroe) May 3, 2019";
    expect(speakers(`Weakness is running away from what you did. ${signed}`)).toEqual(["Ben Roe"]);
    expect(speakers(`Mayor Ruiz responds to the union: Weakness is running away. ${signed}`)).toEqual([null]);
    expect(speakers(`My view: the pier will hold. ${signed}`)).toEqual(["Ben Roe"]);
  });
});
