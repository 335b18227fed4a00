import { describe, expect, it } from "vitest";
import { findCommand, refuseCommand } from "./command.ts";

describe("findCommand", () => {
  it("finds the command that was meant: a slip, another form, a beginning", () => {
    expect(["story", "storys", "comapre", "quote", "Reuse", "quotations", "hlep"].map(findCommand)).toEqual([
      "stories",
      "stories",
      "compare",
      "quotes",
      "reuse",
      "quotes",
      "help",
    ]);
  });

  it("finds none for another word", () => {
    expect(["wire", "corpus", "report", "-", ""].map(findCommand)).toEqual([null, null, null, null, null]);
  });
});

describe("refuseCommand", () => {
  it("names the nearest, or all there are", () => {
    expect(refuseCommand("story").message).toBe("story: no such command; did you mean stories?");
    expect(refuseCommand("nonsense").message).toBe(
      "nonsense: no such command; there are compare, quotes, reuse, stories, help",
    );
  });
});
