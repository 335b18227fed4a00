import { describe, expect, it } from "vitest";
import { analyze, readReports } from "../index.ts";

const FERRY = [
  "The ferry Ardent ran aground on a sandbank off Torvik on Wednesday with 61 passengers on board.",
  "The ferry Ardent struck a sandbank off Torvik on Wednesday morning with 61 passengers on board. Nobody drowned.",
];
const BAKERS = "Bakers in the old town want half a crown more for a loaf of rye. They blame a poor harvest.";
const CHESS = "The chess club must leave the cellar of the customs house by summer.";

async function findNotes(texts: readonly string[]): Promise<string[]> {
  const inputs = texts.map((text, at) => ({ name: `${at}.txt`, bytes: new TextEncoder().encode(text) }));
  return analyze((await readReports(inputs)).reports).notes.map(({ message }) => message);
}

describe("findStrangers", () => {
  it("has the report named that shares nothing with the others, and no other", async () => {
    expect(await findNotes([...FERRY, BAKERS])).toEqual([
      "C has no sentence in common with the others, not even nearly: it may tell of another event.",
    ]);
    expect(await findNotes([BAKERS, ...FERRY, CHESS])).toEqual([
      "A has no sentence in common with the others, not even nearly: it may tell of another event.",
      "D has no sentence in common with the others, not even nearly: it may tell of another event.",
    ]);
  });

  it("has all named at once where none shares anything", async () => {
    expect(await findNotes([FERRY[0]!, BAKERS])).toEqual([
      "A and B have no sentence in common, not even nearly: they may tell of different events.",
    ]);
    expect(await findNotes([FERRY[0]!, BAKERS, CHESS])).toEqual([
      "A, B and C have no sentence in common, not even nearly: they may tell of different events.",
    ]);
  });

  it("keeps silent where all share something, and on a report alone", async () => {
    expect(await findNotes(FERRY)).toEqual([]);
    expect(await findNotes([BAKERS])).toEqual([]);
  });
});
