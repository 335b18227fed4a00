import { describe, expect, it } from "vitest";
import { analyzeTexts, showAll } from "../../test/table.ts";

const LONG = "The harbor wall will not stand another winter";
const LAST = "Quietly the ferry company has bought all of Quay Street";

/** Reports of one speech each, with what is said between two sentences that all have. */
const show = (...between: readonly string[]) =>
  showAll(analyzeTexts(...between.map((words) => `“${LONG}. ${words} ${LAST},” said Nell Farrow on Monday.`)));
const joined = (row: string) => row.replaceAll(/[|…]/g, " ").replace(/ +/g, " ");

describe("pairBetween", () => {
  it("pairs short words between two pairs, in order", () => {
    const rows = show("Why? For us, it is time to go.", "Why? For us, that time is now.").split("\n").map(joined);
    expect(rows[0]).toContain(`${LONG}. Why? For us, it is time to go. ${LAST}`);
    expect(rows[1]).toContain("Why? For us,");
    expect(rows[1]).toContain("time is now. Quietly");
  });

  it("leaves apart what has few words in common, and what is not as many sentences", () => {
    expect(show("Why? Who knows?", "Never mind it.")).not.toMatch(/Why|mind/);
    expect(show("Nobody asked us.", "Everybody was heard.")).not.toMatch(/Nobody|heard/);
  });

  it("pairs beside one pair only what is the same to the letter", () => {
    const side = (a: string, b: string) =>
      showAll(analyzeTexts(...[a, b].map((words) => `“${LONG}. ${words}” said Nell Farrow on Monday.`)));
    expect(side("So be it,", "So be it,")).toContain("So be it");
    expect(side("So be it,", "So is it,")).not.toContain("So");
  });

  it("leaves reported words without marks as they are", () => {
    const bare = `“${LONG},” said Nell Farrow. She said it was so.`;
    const marked = `“${LONG},” said Nell Farrow. “It was so,” she said.`;
    expect(showAll(analyzeTexts(bare, bare))).not.toContain("it was so");
    expect(showAll(analyzeTexts(marked, marked))).toContain("It was so");
  });

  it("brings all reports of the words together", () => {
    const rows = show("Why?", "Why?", "Why?").split("\n").map(joined);
    expect(rows.filter((row) => row.includes("Why?"))).toHaveLength(3);
  });

  it("leaves apart what two others are credited with", () => {
    const other = analyzeTexts(
      `“${LONG},” said Nell Farrow. “So be it,” said Nell Farrow.`,
      `“${LONG},” said Nell Farrow. “So be it,” said Tom Vega.`,
    );
    expect(showAll(other)).not.toContain("So be it");
  });
});
