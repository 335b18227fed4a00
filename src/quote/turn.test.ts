import { describe, expect, it } from "vitest";
import { makeReport } from "../../test/marked.ts";
import { sliceSpan } from "../text/span.ts";
import { findQuotations } from "./find.ts";

/** Speaker and words of what is said, a line each. */
function listSaid(...lines: string[]): string[] {
  return list(lines, null);
}

function list(lines: readonly string[], tagger?: null): string[] {
  const { text, ...report } = makeReport(lines.join("\n"));
  return findQuotations({ text, ...report }, tagger).map(({ speaker, content, within }) => {
    const words = content.map((span) => sliceSpan(text, span)).join(" / ");
    return `${within === null ? "" : "  "}${speaker ? sliceSpan(text, speaker) : "-"}: ${words}`;
  });
}

const RUIZ = [
  "We spoke with the harbour master about the storm.",
  "LENA HOLT, HOST: When did you close the port?",
  "ANA RUIZ: We closed it at noon. (LAUGHTER) Nobody was on the water.",
  "I went home at six.",
  "HOLT: Was that too late, do you think?",
  "RUIZ: No. We had the forecast at ten.",
  "The interview has been cut.",
];

describe("turns of a transcript", () => {
  it("are the words of who answers, through the paragraphs, without notes", () => {
    expect(listSaid(...RUIZ)).toEqual([
      "ANA RUIZ: We closed it at noon. / Nobody was on the water. / I went home at six.",
      "ANA RUIZ: No. We had the forecast at ten.",
    ]);
  });

  it("have the name that the report writes out, also for initials", () => {
    const lines = [
      "Lena Holt met Ana Ruiz in Kelsmouth; Ms Ruiz is the harbour master.",
      "Lena Holt: When did you close the port?",
      "Ana Ruiz: We closed it at noon.",
      "LH: And what did you do then?",
      "AR: I went home at six.",
    ];
    expect(listSaid(...lines)).toEqual(["Ana Ruiz: We closed it at noon.", "Ana Ruiz: I went home at six."]);
  });

  it("are found behind Q and A where the report tells of an interview, and only there", () => {
    const talk = ["Q: Is the pier safe?", "A: We think so.", "Q: And the wall?", "A: I would not stand on it."];
    expect(listSaid("We spoke with the harbour master.", ...talk)).toEqual([
      "-: We think so.",
      "-: I would not stand on it.",
    ]);
    expect(listSaid("What you need to know about the pier.", ...talk)).toEqual([]);
  });

  it("end where the outlet tells on", () => {
    const lines = RUIZ.with(3, "Mr Ruiz then went home.");
    expect(listSaid(...lines)[0]).toBe("ANA RUIZ: We closed it at noon. / Nobody was on the water.");
    const like = RUIZ.map((line) => line.replace("RUIZ", "LEE")).with(3, "The fleet slept.");
    expect(listSaid(...like)[0]).toBe("ANA LEE: We closed it at noon. / Nobody was on the water. / The fleet slept.");
  });

  it("hold what stands between marks in them", () => {
    const lines = RUIZ.with(3, "The pilot told me, “You will lose the boats.”");
    expect(listSaid(...lines)).toEqual([
      "ANA RUIZ: We closed it at noon. / Nobody was on the water. / The pilot told me, “You will lose the boats.”",
      "  -: You will lose the boats.",
      "ANA RUIZ: No. We had the forecast at ten.",
    ]);
  });

  it("are credited to their label once, also where words in marks stand near it, and questions never", () => {
    const lines = RUIZ.with(5, "RUIZ: And the “failing Harbour Courier.” So, you know, they had the forecast at ten.");
    expect(list(lines)).toEqual([
      "ANA RUIZ: We closed it at noon. / Nobody was on the water. / I went home at six.",
      "ANA RUIZ: And the “failing Harbour Courier.” So, you know, they had the forecast at ten.",
    ]);
  });

  it("are not whom a pronoun in them means", () => {
    const lines = [...RUIZ.slice(0, 5), "HOLT: Well, he said that the pier was closed.", ...RUIZ.slice(5)];
    expect(listSaid(...lines).filter((line) => line.includes("pier"))).toEqual(["-: the pier was closed"]);
  });

  it("are none in a list by name, in a check of claims, and with too few labels", () => {
    const list = [
      "Ana Ruiz: For the wall.",
      "Lena Holt: Against it.",
      "Ana Ruiz: For the pier.",
      "Lena Holt: Against.",
    ];
    expect(listSaid("How they voted.", ...list)).toEqual([]);
    const check = [
      "RUIZ: “We closed it.”",
      "THE FACTS: You can see that it was open.",
      "RUIZ: “I was there.”",
      "THE FACTS: We found no sign of it.",
    ];
    expect(listSaid(...check).filter((line) => line.includes("FACTS") || line.includes("sign"))).toEqual([]);
    expect(listSaid(...RUIZ.slice(0, 4))).toEqual([]);
  });
});
