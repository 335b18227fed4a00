import { describe, expect, it } from "vitest";
import { makeReport } from "../../test/marked.ts";
import type { Report } from "../report/report.ts";
import { type Span, sliceSpan } from "../text/span.ts";
import { type Citation, findCitations } from "./citation.ts";
import { findQuotations } from "./find.ts";

function find(report: Report): Citation[] {
  return findCitations(report, findQuotations(report));
}

/** Each citation of the lines: its kind, its words, the outlet's name. */
function cite(...lines: string[]): string[] {
  const report = makeReport(lines.join("\n"), "Harbour Courier");
  return find(report).map((c) => `${c.kind}: ${sliceSpan(report.text, c)} → ${c.name}`);
}

describe("findCitations", () => {
  it("finds to whom something was told", () => {
    expect(cite("Oswick told the Financial Times that the wall will fail.")).toEqual([
      "told: told the Financial Times → Financial Times",
    ]);
    expect(cite("In an interview with the Erie Times, Oswick said no.")).toEqual([
      "told: interview with the Erie Times → Erie Times",
    ]);
    expect(cite("“We left,” she said on CNN.")).toEqual(["told: said on CNN → CNN"]);
    expect(cite("She told the local newspaper Stell Bay Echo she would stay.")).toEqual([
      "told: told the local newspaper Stell Bay Echo → Stell Bay Echo",
    ]);
    expect(cite("In a BBC interview, she disagreed.")).toEqual(["told: a BBC interview → BBC"]);
  });

  it("finds what an outlet reported, by whatever verb, before or behind it", () => {
    expect(cite("The wall is rotten, Reuters reported on Monday.")).toEqual(["reported: Reuters reported → Reuters"]);
    expect(cite("The wall is rotten, as first reported by the Guardian.")).toEqual([
      "reported: as first reported by the Guardian → Guardian",
    ]);
    expect(cite("“We left,” reported Interfax.")).toEqual(["reported: reported Interfax → Interfax"]);
    expect(cite("She resigned, in comments carried by TASS.")).toEqual(["reported: carried by TASS → TASS"]);
    expect(cite("The Associated Press (AP) has also seen the letter, and a Bild investigation found more.")).toEqual([
      "reported: a Bild investigation → Bild",
    ]);
  });

  it("tells what was written for an outlet from what was told to it, and from its own articles", () => {
    expect(cite("“It holds,” Ben Roe wrote for the Guardian last Friday.")).toEqual([
      "written: wrote for the Guardian → Guardian",
    ]);
    expect(cite("In an op-ed in the Guardian, Ben Roe said that it holds.")).toEqual([
      "written: op-ed in the Guardian → Guardian",
    ]);
    expect(cite("Ben Roe said in an article for the Guardian that it holds.")).toEqual([
      "written: article for the Guardian → Guardian",
    ]);
    expect(cite("In a Guardian essay, Roe said that it holds.")).toEqual(["written: a Guardian essay → Guardian"]);
    expect(cite("The letter answers articles appearing in the Guardian reporting that it fell.")).toEqual([
      "reported: articles appearing in the Guardian → Guardian",
    ]);
    expect(cite("Roe’s article for the Guardian says so.")).toEqual(["written: article for the Guardian → Guardian"]);
    expect(cite("In Kelsmouth, an article in the Guardian told of the wall.")).toEqual([
      "reported: article in the Guardian → Guardian",
    ]);
  });

  it("finds who is named as authority", () => {
    expect(cite("The wall is rotten, according to a Reuters report.")).toEqual([
      "cited: according to a Reuters → Reuters",
    ]);
    expect(cite("The wall is rotten, police said, citing AFP.")).toEqual(["cited: citing AFP → AFP"]);
    expect(cite("h/t Politico")).toEqual(["cited: h/t Politico → Politico"]);
  });

  it("finds agencies that sign, and addresses", () => {
    expect(cite("Nobody was hurt (AP).")).toEqual(["credit: (AP) → Associated Press"]);
    expect(cite("More at https://www.courier.example/wall.")).toEqual([
      "link: https://www.courier.example/wall → courier.example",
    ]);
    expect(cite("poster=https://media.courier.example/wall-vs.jpg?id=3 The wall is rotten.")).toEqual([]);
    const text = "The wall is rotten.";
    const report = makeReport(`! (Reuters) -\n${text}`);
    const signed = {
      ...report,
      blocks: report.blocks.map((b) => (b.kind === "furniture" ? { ...b, kind: "agency" as const } : b)),
    };
    const [credit] = find(signed);
    expect([credit?.kind, credit?.name, sliceSpan(report.text, credit!.covers)]).toEqual(["credit", "Reuters", text]);
  });

  it("takes no one of many for the authority: “CNN, the AP and others”", () => {
    const many = "There were reports from CNN, the AP, WBUR and others that a man had been held.";
    expect(cite(many)).toEqual([]);
    expect(cite("She told Reuters and other news agencies that it holds.")).toEqual([]);
    expect(cite("The wall is rotten, according to Reuters, among others.")).toEqual([]);
    expect(cite("There were reports from CNN that a man and others had been held.")).toEqual([
      "reported: reports from CNN → CNN",
    ]);
    expect(cite("She told Reuters Ruiz and others had left.")).toEqual(["told: told Reuters → Reuters"]);
  });

  it("takes no credit of a headline in a list for a signature", () => {
    expect(cite("-- “Photos Force a Move.” (Boston Herald)", "• Wall Gives Way (AP)", "“It Holds.” (Reuters)")).toEqual(
      [],
    );
    expect(cite("“It holds,” Ana Ruiz said. (Reuters)", "— AP")).toEqual([
      "credit: (Reuters) → Reuters",
      "credit: AP → Associated Press",
    ]);
  });

  it("knows a paper of two names that have become one", () => {
    expect(cite("Oswick told the Erie Times-News no.")).toEqual(["told: told the Erie Times-News → Erie Times-News"]);
    expect(
      cite("The Erie Times-News reported it. Oswick told the Times-News no. She told the paper yes.").slice(1),
    ).toEqual(["told: told the Times-News → Erie Times-News", "told: told the paper → Erie Times-News"]);
    expect(cite("Oswick told the Vice-President no. She told the Cold-Press yes.")).toEqual([]);
  });

  it("takes an outlet without a name for the last that was named, or that ends in its word", () => {
    expect(cite("Oswick told the Financial Times no. She told the newspaper yes.")[1]).toBe(
      "told: told the newspaper → Financial Times",
    );
    expect(cite("The Erie Times has a new owner. She told the Times that she would stay.")).toEqual([
      "told: told the Times → Erie Times",
    ]);
    expect(cite("Oswick told the Courier no.")).toEqual(["told: told the Courier → Harbour Courier"]);
    expect(cite("Local media reported two deaths.")).toEqual(["reported: Local media reported → null"]);
    expect(cite("A South Korean newspaper said so.")).toEqual(["reported: A South Korean newspaper said → null"]);
    expect(cite("A Kelsmouth-run newspaper said so.")).toEqual(["reported: A Kelsmouth-run newspaper said → null"]);
    expect(cite("Oswick told the Stell-Bay newspaper no.")).toEqual(["told: told the Stell-Bay newspaper → Stell-Bay"]);
    expect(cite("Oswick told the newspaper no.")).toEqual([]);
    const twice = "Oswick spoke to MSNBC. A source for BuzzFeed had left.";
    expect(cite(`${twice} “It rains,” she told the network.`)[1]).toBe("told: told the network → MSNBC");
    expect(cite(`${twice} “It rains,” she told the news outlet.`)[1]).toBe(
      "told: told the news outlet → BuzzFeed News",
    );
    expect(cite("Reuters could not confirm it. Oswick told the newspaper no.")).toEqual([]);
    expect(cite("Reuters could not confirm it. Oswick told the news agency no.")).toEqual([
      "told: told the news agency → Reuters",
    ]);
    expect(cite("The Elmouth Gazette could not confirm it. Oswick told the station no.")).toEqual([
      "told: told the station → Elmouth Gazette",
    ]);
  });

  it("gives the place of the name where “the newspaper” points back to one", () => {
    const report = makeReport("Oswick told the Financial Times no. She told the newspaper yes, and the Courier maybe.");
    expect(
      find(report).map(({ named, outlet }) => [named, outlet].map((span) => sliceSpan(report.text, span))),
    ).toEqual([
      ["Financial Times", "Financial Times"],
      ["Financial Times", "newspaper"],
    ]);
    const local = makeReport("Oswick told the Courier no.", "Harbour Courier");
    expect(find(local).map(({ named }) => sliceSpan(local.text, named))).toEqual(["Courier"]);
  });

  it("passes over outlets that are only spoken of, and words that only look like one", () => {
    expect(cite("CNN dismissed him.", "He reads the Guardian and owns Bild.")).toEqual([]);
    expect(cite("She did not tell Reuters why.", "They have not responded to a BBC request for comment.")).toEqual([]);
    expect(cite("Fans told Sky Sports of it.", "The agency said the dust was safe.", "The times said it all.")).toEqual(
      [],
    );
    expect(cite("She told the Reuters Foundation no.")).toEqual([]);
    expect(cite("“Reuters reported it wrongly,” she said.")).toEqual([]);
  });

  it("keeps who an outlet cites in turn, and an outlet cited by another within it", () => {
    const show = (line: string) => {
      const report = makeReport(line);
      const words = (span: Span | null) => span && sliceSpan(report.text, span);
      return find(report).map((c) => [c.name, words(c.citing), c.within]);
    };
    expect(show("The ship has left, TASS reported, citing the ministry.")).toEqual([["TASS", "the ministry", null]]);
    expect(show("The ship has left, Interfax reported, citing TASS.")).toEqual([
      ["Interfax", "TASS", null],
      ["TASS", null, 0],
    ]);
  });

  it("covers the quotations of its sentence and those said at the same venue", () => {
    const report = makeReport(
      "“We left,” Ana Ruiz told the Erie Times. “It was late.”\n“It was cold,” Ruiz said.\n“I slept,” Nora Vega said.",
    );
    const [citation] = find(report);
    expect(citation?.quotations).toEqual([0, 1]);
    expect(sliceSpan(report.text, citation!.covers)).toBe("“We left,” Ana Ruiz told the Erie Times.");
  });

  it("covers the paragraph in marks that it introduces, and no other", () => {
    const cover = (...lines: string[]) => {
      const report = makeReport(lines.join("\n"));
      return find(report).map(({ covers }) => sliceSpan(report.text, covers));
    };
    const words = "“The wall fell at noon. Nobody was hurt.”";
    expect(cover("According to the Erie Times:", words, "“It rains.”")).toEqual([
      `According to the Erie Times:\n${words}`,
    ]);
    expect(cover("It rains. The Erie Times reports that:", words)).toEqual([`The Erie Times reports that:\n${words}`]);
    expect(cover("The wall fell, according to the Erie Times.", words)).toEqual([
      "The wall fell, according to the Erie Times.",
    ]);
    expect(cover("According to the Erie Times:", `${words} Ana Ruiz was there.`)).toEqual([
      "According to the Erie Times:",
    ]);
    expect(cover("According to the Erie Times:", "“It fell,” the Dover Herald reported. “It did.”")).toEqual([
      "According to the Erie Times:",
      "“It fell,” the Dover Herald reported.",
    ]);
  });

  it("covers nothing said behind another occasion, though the sentence that tells of it looks like speech", () => {
    const report = makeReport(
      `“I am sorry,” Ana Ruiz told NBC News in an exclusive interview.
Ruiz’s apology comes after adding a berthing caveat to her harbour pitch during a speech to the Harbour League last week.
“If you had a berth before the storm,” Ruiz said, “you could keep it.”`,
    );
    const quotations = findQuotations(report);
    const [citation] = findCitations(report, quotations);
    expect(citation?.quotations).toEqual([0]);
    expect(quotations.length).toBeGreaterThan(1);
  });

  it("gives none for an empty report", () => {
    expect(cite("")).toEqual([]);
  });
});
