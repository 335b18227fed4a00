import { describe, expect, it } from "vitest";
import { analyzeTexts, showAll } from "../../test/table.ts";

const show = (a: string, b: string) => showAll(analyzeTexts(a, b));

describe("findLearned", () => {
  it("pairs what says the same in other words", () => {
    const rows = show(
      "The harbor will stay open on Sunday, although the lower town is expected to be closed indefinitely.",
      "The harbor is to be open as usual on Sunday but the lower town will be closed until further notice.",
    );
    expect(rows).toMatch(/^A \|The harbor/u);
  });

  it("leaves apart what has the same names and says another thing of them", () => {
    const rows = show(
      "Maren Oswick told the Harbour Courier in Kelsmouth that the survey is late.",
      "Maren Oswick was born in Kelsmouth and reads the Harbour Courier every morning.",
    );
    expect(rows).toBe("");
  });

  it("pairs leads that have one number for another, and not the same two sentences far down", () => {
    const [a, b] = [
      "At least five people are dead after a ferry overturned off Kelsmouth harbor.",
      "At least seven people were killed and dozens more hurt when a ferry sank near Kelsmouth on Monday.",
    ];
    const before = "Nobody knew why.\nIt was cold.\nThe baker sold bread.\nThe mayor slept.";
    expect(show(a, b)).toContain("At least|five");
    expect(show(`${before}\n${a}`, `${before.replace("cold", "warm")}\n${b}`)).not.toContain("At least");
  });
});
