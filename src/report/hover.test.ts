import { describe, expect, it } from "vitest";
import { closeBlanks } from "./blank.ts";
import { blankHovers } from "./hover.ts";

/** The text with one mark for each box, and whether it is as long as before. */
function blank(text: string): string {
  const blanked = blankHovers(text);
  expect(blanked.length).toBe(text.length);
  return blanked.replace(/ {8,}/gu, "▯");
}

describe("blankHovers", () => {
  it("blanks the full name, the headlines and the button", () => {
    expect(blank("Sen. Ana Ruiz Ana Maria RuizPort to close by May Ferry: 'no plan' MORE (D-Maine) said so.")).toBe(
      "Sen. Ana Ruiz▯(D-Maine) said so.",
    );
    expect(blank("Mayor Bo de Lund Boris (Bo) de Lund2020 race widens | Port closes MORE’s plan")).toBe(
      "Mayor Bo de Lund▯’s plan",
    );
    expect(blank("Speaker Ana Ruiz Ana Ruiz Port to close MORE.")).toBe("Speaker Ana Ruiz▯.");
    expect(blank("Judge Ana RuizAna RuizPort to close MORE.")).toBe("Judge Ana Ruiz▯.");
  });

  it("leaves what makes the bearer another", () => {
    expect(blank("Bo Lund Jr. Boris (Bo) LundPort to close MORE said")).toBe("Bo Lund Jr.▯said");
  });

  it("blanks each box of a sentence", () => {
    expect(blank("Ana Ruiz Ana RuizFerry burns MORE and Bo Lund Boris LundPort shut MORE met.")).toBe(
      "Ana Ruiz▯and Bo Lund▯met.",
    );
  });

  it("leaves words that only look like it", () => {
    for (const text of [
      "Ana Ruiz met Ana Ruiz's aunt. They want MORE.",
      "Ana Ruiz Ana Maria RuizPort to close by May.",
      "Ana Ruiz Ana Maria RuizPort to close\n\nRead MORE here.",
      "THE FERRY AND THE PORT OF THE CITY NEED MORE",
      "New York New York has MORE of it",
    ])
      expect(blankHovers(text)).toBe(text);
  });

  it("takes time in proportion to the text", () => {
    const hostile = `${"Ana Ruiz Ana ".repeat(2000)} MORE${" MORE".repeat(20_000)}`;
    expect(blankHovers(hostile)).toHaveLength(hostile.length);
  });
});

describe("closeBlanks", () => {
  it("leaves one space of many, and none before a stop", () => {
    expect(closeBlanks("Sen. Ana Ruiz      (D-Maine) and Bo Lund      , a lawyer.  She")).toBe(
      "Sen. Ana Ruiz (D-Maine) and Bo Lund, a lawyer. She",
    );
  });
});
