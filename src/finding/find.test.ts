import { describe, expect, it } from "vitest";
import { analyzeTexts, makePlain } from "../../test/table.ts";
import { analyze } from "../analyze.ts";
import { sliceSpan } from "../text/span.ts";
import type { RuleName } from "./finding.ts";

/** The findings of one rule, a line each: `alert A: words / B: words`. */
function show(rule: RuleName, ...texts: readonly string[]): string[] {
  const { findings, reports } = analyzeTexts(...texts);
  return findings
    .filter((finding) => finding.rule === rule)
    .map(({ weight, passages }) => {
      const words = passages.map((passage) => {
        const { siglum, report } = reports.find((named) => named.report.id === passage.report)!;
        return `${siglum}: ${sliceSpan(report.text, passage)}`;
      });
      return `${weight} ${words.join(" / ")}`;
    });
}

const SAID = "The wall will hold through the winter if the council pays the divers";
const quote = (words: string) => `“${words},” said Maren Oswick.`;

describe("quote-wording-differs", () => {
  it("is an alert where two print different words in marks", () => {
    expect(show("quote-wording-differs", quote(SAID), quote(SAID.replace("pays", "feeds")))).toEqual([
      `alert A: ${SAID} / B: ${SAID.replace("pays", "feeds")}`,
    ]);
  });

  it("is a notice where only the form differs, or words are left out within the marks", () => {
    expect(show("quote-wording-differs", quote(SAID), quote(SAID.replace("pays", "paid")))[0]).toMatch(/^notice /);
    expect(show("quote-wording-differs", quote(SAID), quote(SAID.replace(" through the winter", "")))[0]).toMatch(
      /^notice /,
    );
  });

  it("is a notice where one writes out what the other contracts, and an alert where more than that differs", () => {
    const said =
      "We have told them that it is late and that they cannot wait for the divers, who will not come in winter";
    const short = said
      .replace("We have", "We've")
      .replace("it is", "it’s")
      .replace("cannot", "can't")
      .replace("will not", "won't");
    expect(show("quote-wording-differs", quote(said), quote(short))[0]).toMatch(/^notice /);
    expect(show("quote-wording-differs", quote(said), quote(short.replace("late", "soon")))[0]).toMatch(/^alert /);
  });

  it("is a notice where one writes “No. 1” and the other “number one”, and an alert where the number differs", () => {
    const said = "The No. 1 concern of the divers is the northern wall of the harbour";
    expect(show("quote-wording-differs", quote(said), quote(said.replace("No. 1", "number one")))[0]).toMatch(
      /^notice /,
    );
    expect(show("quote-wording-differs", quote(said), quote(said.replace("No. 1", "number two")))[0]).toMatch(
      /^alert /,
    );
    expect(show("quote-wording-differs", quote(said), quote(said.replace("No. 1", "only one")))[0]).toMatch(/^alert /);
  });

  it("is a notice where few of the words are the same, for it may have been said twice", () => {
    const first = "I have never used my office to hinder the divers or the ferries of Kelsmouth";
    const second = "But I always knew what a no is, and I have never misused my office to harm or hinder any diver";
    expect(show("quote-wording-differs", quote(first), quote(second))[0]).toMatch(/^notice /);
    const near = first.replace("used my office to hinder", "misused my office to harm or hinder");
    expect(show("quote-wording-differs", quote(first), quote(near))[0]).toMatch(/^alert /);
  });

  it("is an alert for all that where both name the outlet, or where one quotes but a word of it", () => {
    const first = "I have never used my office to hinder the divers or the ferries of Kelsmouth";
    const second = "But I always knew what a no is, and I have never misused my office to harm or hinder any diver";
    const told = (words: string) => `“${words},” Maren Oswick told the Harbour Courier.`;
    expect(show("quote-wording-differs", told(first), told(second))[0]).toMatch(/^alert /);
    const whole =
      "The fact that the ferries and the divers work so closely together means that the piers become interconnected.";
    const word =
      "Oswick said that the piers were becoming ever more “connected”, and pointed to the divers and the ferries.";
    expect(show("quote-wording-differs", `“${whole}” said Maren Oswick.`, `Maren ${word}`)[0]).toMatch(/^alert /);
  });

  it("is a notice where only function words differ, contracted or not, and an alert where one denies", () => {
    const said = "The divers will be doing things in the harbour of Kelsmouth that we never even thought of";
    expect(show("quote-wording-differs", quote(said), quote(said.replace("we", "we’ve")))[0]).toMatch(/^notice /);
    const [would, denied] = [said.replace("will", "would"), said.replace("will be", "won’t be")];
    expect(show("quote-wording-differs", quote(would), quote(denied))[0]).toMatch(/^alert /);
  });

  it("is a notice where only a hyphen or a space differs", () => {
    const said = "The ferries will re-enter the harbour, and health care will be paid by the council of Kelsmouth";
    const other = said.replace("re-enter", "reenter").replace("health care", "healthcare");
    expect(show("quote-wording-differs", quote(said), quote(other))[0]).toMatch(/^notice /);
    const longer = other.replace("council", "whole council");
    expect(show("quote-wording-differs", quote(said), quote(longer))[0]).toMatch(/^notice /);
    expect(show("quote-wording-differs", quote(said), quote(said.replace("re-enter", "enter")))[0]).toMatch(/^notice /);
    expect(show("quote-wording-differs", quote(said), quote(said.replace("re-enter", "leave")))[0]).toMatch(/^alert /);
  });

  it("is a notice where one spells as in Britain and the other as in America", () => {
    const said = "The council normalises the labour of the divers and keeps four boats in the harbour of Kelsmouth";
    const other = said.replace("normalises", "normalizes").replace("labour", "labor");
    expect(show("quote-wording-differs", quote(said), quote(other))[0]).toMatch(/^notice /);
    expect(show("quote-wording-differs", quote(said), quote(other.replace("four", "nine")))[0]).toMatch(/^alert /);
  });

  it("says nothing of the same words, of a shorter excerpt, and of insertions by the editor", () => {
    expect(show("quote-wording-differs", quote(SAID), quote(SAID))).toEqual([]);
    expect(
      show("quote-wording-differs", quote(SAID), quote(SAID.replace(" if the council pays the divers", ""))),
    ).toEqual([]);
    expect(show("quote-wording-differs", quote(SAID), quote(SAID.replace("divers", "divers [of Kelsmouth]")))).toEqual(
      [],
    );
  });

  it("says nothing of two runs in marks that stand in another order, but of one that is not the same", () => {
    const sang = (a: string, b: string) => `On the video the divers of Kelsmouth say “${a}” and “${b}”.`;
    const [walls, ferries] = ["Save the walls of Kelsmouth", "Save the ferries of Kelsmouth"];
    expect(show("quote-wording-differs", sang(walls, ferries), sang(ferries, walls))).toEqual([]);
    const cut = sang(ferries, walls).replace(`“${ferries}”`, ferries);
    expect(show("quote-wording-differs", sang(walls, ferries), cut)).toEqual([]);
    const other = sang(ferries, walls.replace("Save", "Paint"));
    expect(show("quote-wording-differs", sang(walls, ferries), other)[0]).toMatch(/^alert /);
  });

  it("says nothing of a further run in marks that has no word in common with the other, but of one that has", () => {
    const said = "The wall of Kelsmouth is a hollow, rotten promise that never worked";
    const cut = (behind: string) =>
      `Maren Oswick said the wall of Kelsmouth is a “hollow, rotten promise” that ${behind}.`;
    expect(show("quote-wording-differs", quote(said), cut("“nobody believes”"))).toEqual([]);
    expect(
      show(
        "quote-wording-differs",
        quote(said),
        cut("“nobody believes”").replace("promise” that “nobody", "promise that nobody"),
      ),
    ).toHaveLength(1);
  });

  it("says nothing where one does not quote", () => {
    expect(
      show("quote-wording-differs", quote(SAID), `Maren Oswick said that ${SAID.replace("pays", "feeds")}.`),
    ).toEqual([]);
  });
});

describe("quote-unmarked", () => {
  it("is raised where one quotes what another only says", () => {
    expect(show("quote-unmarked", quote(SAID), `${SAID}.`)).toEqual([`notice A: ${SAID} / B: ${SAID}.`]);
    expect(show("quote-unmarked", quote(SAID), `Maren Oswick said that ${SAID}.`)).toEqual([
      `notice A: ${SAID} / B: ${SAID}`,
    ]);
  });

  it("says nothing where there are marks that no rule credits to anybody", () => {
    expect(show("quote-unmarked", quote(SAID), `It is a “${SAID}” all over again.`)).toEqual([]);
    expect(show("quote-unmarked", quote(SAID), `${SAID.replace("winter", "“winter”")}.`)).toEqual([]);
    expect(show("quote-unmarked", quote(SAID), `It is a “song of old. ${SAID}. Nobody came” all over again.`)).toEqual(
      [],
    );
    expect(show("quote-unmarked", quote(SAID), `${SAID.replace("the divers", "Maren’s divers")}.`)).toHaveLength(1);
  });

  it("says nothing where most of what one quotes has other words in the other", () => {
    const said = (verb: string) => `The Harbour Walls Act ${verb} the sale of quays under Section 215`;
    const struck =
      "struck a fair balance that lets the divers of Kelsmouth work on safely and carries out various reforms, including prohibiting";
    const quoted = quote(said(struck));
    expect(show("quote-unmarked", quoted, `${said("bans")}.`)).toEqual([]);
    expect(show("quote-unmarked", quote(said("ends")), `${said("bans")}.`)).toHaveLength(1);
  });

  it("says nothing where both quote, or neither", () => {
    expect(show("quote-unmarked", quote(SAID), quote(SAID))).toEqual([]);
    expect(show("quote-unmarked", `${SAID}.`, `${SAID}.`)).toEqual([]);
  });
});

describe("number-differs", () => {
  const base = "Divers found 12 deep cracks in the northern wall of the harbour on Tuesday.";

  it("is raised for another number or date, once for all reports", () => {
    expect(show("number-differs", base, base.replace("12", "fourteen"), base)).toEqual([
      "alert A: 12 / B: fourteen / C: 12",
    ]);
    expect(show("number-differs", base, base.replace("Tuesday", "Friday"))).toEqual(["alert A: Tuesday / B: Friday"]);
  });

  it("says nothing of one number written in two ways", () => {
    expect(show("number-differs", base, base.replace("12", "twelve"))).toEqual([]);
  });
});

describe("hedge-differs", () => {
  const base = "The contractor allegedly used cheaper cement when it renewed the northern wall of the harbour.";

  it("is raised where a hedge is dropped or answered by a plain word", () => {
    expect(show("hedge-differs", base, base.replace("allegedly ", ""))[0]).toContain("A: allegedly / B: ");
    expect(
      show(
        "hedge-differs",
        "The wall of the harbour may fail within two winters.",
        "The wall of the harbour will fail within two winters.",
      ),
    ).toEqual(["notice A: may / B: will"]);
  });

  it("says nothing of “allegedly” where the other says who alleges it, but of “may”", () => {
    const said = `Nell Farrow of the Meridian Wire said that ${base.replace("The", "the").replace("allegedly ", "")}`;
    expect(show("hedge-differs", base, said)).toEqual([]);
    expect(show("hedge-differs", base.replace("allegedly used", "may have used"), said)).toHaveLength(1);
    const hedged = said.replace("used", "allegedly used");
    expect(show("hedge-differs", hedged, said)).toHaveLength(1);
    expect(show("hedge-differs", hedged, said.replace("said", "alleged"))).toEqual([]);
  });

  it("says nothing of two hedges of one degree", () => {
    expect(show("hedge-differs", base, base.replace("allegedly", "reportedly"))).toEqual([]);
  });
});

describe("left-out", () => {
  const other = "The ferry to Averland was cancelled because of fog on Sunday morning.";

  it("is raised where most others carry it", () => {
    const texts = [`${SAID}.`, `${SAID}.`, other];
    expect(show("left-out", ...texts)).toEqual([`remark A: ${SAID}. / B: ${SAID}.`]);
  });

  it("is one finding for all that the same reports carry, and another for what others do", () => {
    const more = "The council meets in the town hall of Kelsmouth on Friday evening.";
    const [one, two] = [`${SAID}.\n${more}`, `${SAID}.\n${more}\n${other}`];
    const { findings } = analyzeTexts(one, two, "Bakers struck in Averland for a week.", other);
    const left = findings.filter(({ rule }) => rule === "left-out");
    expect(left.map(({ message, passages }) => [message, passages.length])).toEqual([
      ["Nothing in C and D could be paired with these 2 statements, which A and B carry.", 4],
      ["Nothing in A and C could be paired with this statement, which B and D carry.", 2],
    ]);
  });

  it("says nothing of a report that is known to have come out before all that carry it", () => {
    const left = (...days: readonly (number | null)[]) => {
      const reports = [`${SAID}.`, `${SAID}.`, other].map((text, at) => ({
        ...makePlain("abc"[at]!, text),
        published: days[at] ? { from: `2025-03-${days[at]}T00:00:00Z`, to: `2025-03-${days[at]}T23:59:59Z` } : null,
      }));
      return analyze(reports).findings.filter(({ rule }) => rule === "left-out").length;
    };
    expect(left(12, 13, 11)).toBe(0);
    expect(left(12, 13, 12)).toBe(1);
    expect(left(10, 13, 11)).toBe(1);
    expect(left(null, 13, 11)).toBe(1);
    expect(left(12, 13, null)).toBe(1);
  });

  it("says nothing of two reports, nor where something comes near", () => {
    expect(show("left-out", `${SAID}.`, other)).toEqual([]);
    const near = "The divers were paid by the council in winter, as the wall of the old fort had been built too low.";
    expect(show("left-out", `${SAID}.`, `${SAID}.`, near)).toEqual([]);
  });
});

describe("only-here", () => {
  it("gives the sentences side by side of one quotation as one, and apart those with somebody between", () => {
    const own = "“The gulls have left us. Nobody feeds them now,” said Tom Vega. “We miss their cries.”";
    expect(show("only-here", `${SAID}.\n${own}`, `${SAID}.`)[0]).toBe(
      "notice A: The gulls have left us. Nobody feeds them now / A: We miss their cries.",
    );
  });

  it("keeps direct speech apart from the rest", () => {
    const own = "“Nobody asked the people of Quay Street,” said Nell Farrow. Her bakery has closed for good.";
    expect(show("only-here", `${SAID}.\n${own}`, `${SAID}.`)).toEqual([
      "notice A: Nobody asked the people of Quay Street",
      "remark A: Her bakery has closed for good.",
    ]);
  });

  it("gives once what a report quotes and shows again, but a few words of two speakers twice", () => {
    const post = "Nobody asked the bakers of Quay Street about the new wall";
    const own = `“${post},” Nell Farrow wrote on Twitter.\n“${post},” Nell Farrow said again on Monday.`;
    expect(show("only-here", `${SAID}.\n${own}`, `${SAID}.`).filter((line) => line.startsWith("notice"))).toEqual([
      `notice A: ${post}`,
    ]);
    const short = "“Nobody knows,” said Nell Farrow.\n“Nobody knows,” said Tom Vega.";
    expect(show("only-here", `${SAID}.\n${short}`, `${SAID}.`)).toEqual(["notice A: Nobody knows / A: Nobody knows"]);
  });

  it("says nothing of names, handles and dates that are no sentence", () => {
    const own = "Kelsmouth mourns its bakers? ?? (@nell_farrow) May 3, 2019";
    expect(show("only-here", `${SAID}.\n${own}`, `${SAID}.`)).toEqual(["remark A: Kelsmouth mourns its bakers?"]);
  });

  it("says of no quoted words that they are quoted here only where another quotes them too", () => {
    const own = "“I don't know,” said Nell Farrow. “They don’t care,” she said.";
    expect(show("only-here", `${SAID}.\n${own}`, `“Well, I don’t know,” said Tom Vega.\n${SAID}.`)).toEqual([
      "notice A: They don’t care",
      "notice B: Well, I don’t know",
    ]);
  });

  it("says of no quoted words, unless they are few, that they are quoted here only where another has them without marks", () => {
    const own = "“The old bakery on Quay Street,” said Nell Farrow. “They don’t care,” she said.";
    const other = "The old bakery on Quay Street. They don’t care whether it burns or drowns before long.";
    expect(show("only-here", `${SAID}.\n${own}`, `${SAID}.\n${other}`)[0]).toBe("notice A: They don’t care");
  });

  it("says of no words that nothing answers them where another has them to the letter", () => {
    const own = "Her bakery had no flour left. The company denied it.";
    expect(show("only-here", `${SAID}.\n${own}`, `${SAID}.\nThe mayor saw it and left for Tornby at noon.`)).toEqual([
      "remark A: Her bakery had no flour left.",
      "remark B: The mayor saw it and left for Tornby at noon.",
    ]);
  });

  it("says of no sentence that nothing answers it where another shares seven words of it in a row", () => {
    const told = "Tom Vega will answer to both the warden and the engineer of the town";
    const own = `${told} from Monday, when bells ring for prayers, ovens cool, bakers sleep and the mayor signs letters in Tornby.`;
    const beside = (words: string) =>
      `Nobody else wants the post, an unpaid burden since the last storm drowned three goats, and whoever takes it reports straight to ${words} without a lantern, boots or whistle.`;
    const shared = beside("the warden and the engineer of the town");
    const only = (other: string) => show("only-here", `${SAID}.\n${own}`, `${SAID}.\n${other}`).join(" ");
    expect(only(shared)).not.toContain("Tom Vega");
    expect(only(beside("the oldest of the divers"))).toContain("Tom Vega");
  });

  it("takes quoted words for quoted elsewhere where only their forms differ or they stand in the reporter's sentence", () => {
    const own = "“how the wall is being kept,” Nell Farrow said.";
    const other =
      "Nell Farrow said the town had asked “how the wall was being kept” for years before the storm of May.";
    expect(show("only-here", `${SAID}.\n${own}`, `${SAID}.\n${other}`).join(" ")).not.toContain("A: how");
    expect(show("only-here", `${SAID}.\n${own}`, `${SAID}.`).join(" ")).toContain("A: how");
  });
});

describe("findFindings", () => {
  it("puts alerts first, then what concerns more reports", () => {
    const { findings } = analyzeTexts(
      `${quote(SAID)}\nNell Farrow has sold her bakery to a cousin.`,
      quote(SAID.replace("pays", "feeds")),
      quote(SAID),
    );
    expect(findings.map(({ rule }) => rule)).toEqual(["quote-wording-differs", "only-here"]);
  });
});
