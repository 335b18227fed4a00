import { describe, expect, it } from "vitest";
import { makePlain } from "../../test/table.ts";
import { nameReports } from "../analyze.ts";
import { readPairs } from "./pairs.ts";

const make = (place: string, text: string) => {
  const report = makePlain(place, text);
  return { ...report, origin: { ...report.origin, place } };
};
const REPORTS = nameReports([
  make("news/one.txt", "The mill burned down."),
  make("news/two.txt", "A fire took the mill."),
]);
const ONE = { file: "news/one.txt", from: 0, to: 21 };
const TWO = { file: "news/two.txt", from: 0, to: 21 };

const read = (...pairs: object[]) => readPairs(JSON.stringify({ pairs }), REPORTS, "pairs.json");

describe("readPairs", () => {
  it("reads what the page saves", async () => {
    const sha256 = "0".repeat(64);
    expect(await read({ a: { ...ONE, sha256 }, b: { ...TWO, sha256 }, say: "same" })).toEqual([
      {
        a: { report: "news/one.txt", from: 0, to: 21 },
        b: { report: "news/two.txt", from: 0, to: 21 },
        say: "same",
      },
    ]);
  });

  it("finds a report by the last part of its path from another folder", async () => {
    const [pin] = await read({ a: { ...ONE, file: "../one.txt" }, b: TWO, say: "not" });
    expect(pin!.a.report).toBe("news/one.txt");
  });

  const cases: [string, object | string, RegExp][] = [
    ["no JSON", "{pairs", /^pairs\.json: not JSON: there is a mistake at line 1, column 2$/u],
    ["a file that breaks off", '{"pairs": [{', /^pairs\.json: not JSON: it breaks off at line 1, column 13$/u],
    ["another shape", '{"pair": []}', /^pairs\.json: pairs must be a list of pairs$/u],
    ["a list for a record", "[]", /^pairs\.json: the whole must be \{ "pairs": \[ … \] \}$/u],
    ["a word we do not know", { a: ONE, b: TWO, say: "maybe" }, /^pairs\.json: pair 1 say must be "same" or "not"$/u],
    ["half a place", { a: { ...ONE, from: 0.5 }, b: TWO, say: "not" }, /pair 1 a from must be a whole number$/u],
    ["a place below none", { a: { ...ONE, from: -1 }, b: TWO, say: "not" }, /pair 1 a from must not be below 0$/u],
    ["a passage that is missing", { a: ONE, say: "not" }, /pair 1 b must be a passage: \{ file, from, to \}$/u],
    ["an unknown report", { a: { ...ONE, file: "x.txt" }, b: TWO, say: "not" }, /pair 1: there is no report x\.txt; /u],
    [
      "a place beyond the end",
      { a: { ...ONE, to: 99 }, b: TWO, say: "not" },
      /pair 1: news\/one\.txt has no passage from 0 to 99; its text is 21 long/u,
    ],
    ["an empty passage", { a: { ...ONE, from: 21 }, b: TWO, say: "not" }, /is from 21 to 21; it must end behind/u],
    ["one report twice", { a: ONE, b: { ...ONE, from: 4 }, say: "same" }, /both passages are in news\/one\.txt/u],
    [
      "a file that has changed",
      { a: { ...ONE, sha256: "1" }, b: TWO, say: "same" },
      /pair 1: news\/one\.txt is not the file that the pair was noted in/u,
    ],
  ];

  it.each(cases)("refuses %s in one sentence", async (_, pair, sentence) => {
    const text = typeof pair === "string" ? pair : JSON.stringify({ pairs: [pair] });
    await expect(readPairs(text, REPORTS, "pairs.json")).rejects.toThrow(sentence);
  });

  it("refuses what contradicts itself and a name that two reports have", async () => {
    const both = [
      { a: ONE, b: TWO, say: "same" },
      { a: TWO, b: ONE, say: "not" },
    ];
    await expect(read(...both)).rejects.toThrow(/pairs 1 and 2 contradict each other/u);
    const twins = nameReports([make("x/one.txt", "The mill burned."), make("y/one.txt", "A fire took it.")]);
    const pairs = [{ a: { ...ONE, file: "one.txt", to: 9 }, b: { ...ONE, file: "x/one.txt", to: 9 }, say: "not" }];
    await expect(readPairs(JSON.stringify({ pairs }), twins)).rejects.toThrow(
      /more than one report is called one\.txt/u,
    );
  });

  it("refuses a passage in which nothing is compared", async () => {
    const [one, two] = REPORTS;
    const blocks = [{ kind: "furniture" as const, from: 0, to: 21 }];
    const reports = [{ ...one!, report: { ...one!.report, blocks } }, two!];
    const text = JSON.stringify({ pairs: [{ a: ONE, b: TWO, say: "not" }] });
    await expect(readPairs(text, reports)).rejects.toThrow(/has nothing that is compared from 0 to 21/u);
  });
});
