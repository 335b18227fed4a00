import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPublished } from "../report/published.ts";
import { findStories, makeStoryFinder } from "./find.ts";
import type { Story, StoryReport } from "./story.ts";

function make(id: string, published: string | null, title: string | null, text: string): StoryReport {
  return { id, title, url: null, text, published: published === null ? null : readPublished(published) };
}

const WALL = [
  make(
    "a",
    "2025-03-11",
    "Kelsmouth to clear 240 households behind cracked sea wall",
    "Kelsmouth ordered 240 households out of Quay Street on Tuesday after engineer Maren Oswick found a crack in the sea wall. The wall may fail within two winters, Oswick said.",
  ),
  make(
    "b",
    "2025-03-12",
    "Families thrown out as Kelsmouth wall crumbles",
    "Hundreds of families on Quay Street in Kelsmouth must leave. Maren Oswick, chief engineer, told reporters that the cracked sea wall would not stand two more winters.",
  ),
  make(
    "c",
    null,
    "Oswick: one bad storm away",
    "“We are one bad storm away,” Maren Oswick said of the sea wall at Kelsmouth, where 240 households on Quay Street have to go.",
  ),
];
const FERRY = [
  make(
    "d",
    "2025-03-11",
    "Ferry Ardent runs aground off Torvik with 61 aboard",
    "The ferry Ardent ran aground on a sandbank off Torvik early on Tuesday. All 61 passengers were taken off by the lifeboat Halvar, the coast guard said.",
  ),
  make(
    "e",
    "2025-03-11",
    "61 rescued from grounded ferry near Torvik",
    "A lifeboat took 61 passengers off the Ardent after the ferry struck a sandbank near Torvik, the coast guard said. The skipper of the Halvar praised the crew.",
  ),
];
const LONE = make(
  "f",
  "2025-03-12",
  "Bakers quarrel over the price of rye",
  "Bakers in Ostrel want more for a loaf of rye.",
);

const ALL = [...WALL, ...FERRY, LONE];
const members = (stories: readonly Story[]) =>
  stories.map((story) => story.members.map(({ report }) => report).join(""));

/** Of a reason, its kind and the words it shows in each report. */
const show = (story: Story, reports: readonly StoryReport[]) =>
  story.reasons.map(({ kind, places }) => [
    kind,
    ...places.map((place) => {
      const report = reports.find(({ id }) => id === place.report)!;
      return (place.field === "title" ? report.title! : report.text).slice(place.from, place.to);
    }),
  ]);

describe("findStories", () => {
  it("names a quotation and a passage that reports share, and takes no words from a link to another report", () => {
    const quoted = "The crumbling quay will not outlast another winter of northern gales and battering breakers";
    const taken = "divers found a fissure eleven meters long beneath the harbormaster's office on Quay Street";
    const reports = [
      make("a", "2025-03-11", "Kelsmouth quay", `“${quoted},” said Maren Oswick. In Kelsmouth ${taken}.`),
      make("b", "2025-03-11", "Quay in Kelsmouth", `Kelsmouth: ${taken}. Oswick, an engineer: “${quoted}.”`),
    ];
    const [story] = findStories(reports);
    expect(show(story!, reports)).toEqual(
      expect.arrayContaining([
        ["quotation", expect.stringContaining("outlast another winter"), expect.stringContaining("northern gales")],
        ["passage", expect.stringContaining("fissure eleven meters"), expect.stringContaining("harbormaster's office")],
      ]),
    );
    const link = "Kelsmouth to clear 240 households behind cracked sea wall Read more";
    const other = make("x", "2025-03-11", null, `${link}\nBakers in Ostrel want more for a loaf of rye.`);
    expect(members(findStories([...WALL, other]))).toEqual(["abc"]);
  });

  it("puts the reports of one event together and leaves a report of another alone", () => {
    expect(members(findStories(ALL)).sort()).toEqual(["abc", "de"]);
  });

  it("names a story for its first report, undated ones last", () => {
    expect(findStories(ALL).map(({ id }) => id)).toEqual(["story-a", "story-d"]);
  });

  it("gives the same stories in whatever order the reports come, one at a time or at once", () => {
    const wanted = findStories(ALL);
    fc.assert(
      fc.property(fc.shuffledSubarray(ALL, { minLength: ALL.length }), (reports) => {
        const finder = makeStoryFinder();
        for (const report of reports.slice(0, 3)) finder.add(report);
        finder.find();
        for (const report of reports.slice(3)) finder.add(report);
        expect(finder.find()).toEqual(wanted);
      }),
      { seed: 5, numRuns: 30 },
    );
  });

  it("shows what the members share where each has it", () => {
    const [wall] = findStories(ALL);
    const shown = wall!.reasons.map(({ places }) =>
      places.map(({ report, field, from, to }) => ALL.find(({ id }) => id === report)![field]!.slice(from, to)),
    );
    expect(shown).toContainEqual(["Maren Oswick", "Maren Oswick", "Maren Oswick"]);
    expect(shown).toContainEqual(["240 households", "240 households"]);
  });

  it("compares no reports that came out further apart than the window", () => {
    const late = FERRY.map((report, at) => ({
      ...report,
      published: readPublished(at === 0 ? "2024-01-01" : "2025-03-11"),
    }));
    expect(findStories(late)).toEqual([]);
    expect(findStories(late, { window: 1000 })).toHaveLength(1);
  });

  it("takes the words of an address for a missing title", () => {
    const url = "https://example.org/2025/61-rescued-from-grounded-ferry-ardent-torvik/";
    const bare = { ...make("g", "2025-03-11", null, ""), url };
    expect(members(findStories([...FERRY, bare, LONE]))).toEqual(["deg"]);
  });

  it("gives nothing for nothing, and for reports without a word", () => {
    expect(findStories([])).toEqual([]);
    expect(findStories([make("a", null, null, ""), make("b", null, "", " ")])).toEqual([]);
  });

  it("throws for an id that comes twice and for options out of range", () => {
    expect(() => findStories([LONE, LONE])).toThrow("two reports have the id f");
    expect(() => findStories([], { window: -1 })).toThrow(RangeError);
    expect(() => findStories([], { least: 1 })).toThrow(RangeError);
  });
});
