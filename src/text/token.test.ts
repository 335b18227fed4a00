import { describe, expect, it } from "vitest";
import { findTokens, findWords } from "./token.ts";

/** Words in brackets, marks bare: the text is the expectation, marked. */
function mark(text: string): string {
  return findTokens(text)
    .map((t) => (t.kind === "word" ? `[${text.slice(t.from, t.to)}]` : text.slice(t.from, t.to)))
    .join("");
}

describe("findTokens", () => {
  it("keeps apostrophes inside words and leaves them off the edges", () => {
    expect(mark("don’t ‘quote’ it's dogs’")).toBe("[don’t]‘[quote]’[it's][dogs]’");
  });

  it("parts words at hyphens and dashes", () => {
    expect(mark("long-term—now")).toBe("[long]-[term]—[now]");
  });

  it("keeps numbers and initialisms whole", () => {
    expect(mark("1,200.5 in the U.S. by J.D. Ray")).toBe("[1,200.5][in][the][U.S].[by][J.D].[Ray]");
  });

  it("does not join a sentence end to the next word", () => {
    expect(mark("plan A.The end.I see")).toBe("[plan][A].[The][end].[I][see]");
  });

  it("counts digits and letters of any script as word characters", () => {
    expect(mark("10 Київ 東京 ½")).toBe("[10][Київ][東京][½]");
  });

  it("gives back every code unit that is not white space, lone surrogates too", () => {
    const text = "a \ud800 “b” \u{1f600} c\u0007";
    const joined = findTokens(text)
      .map((t) => text.slice(t.from, t.to))
      .join("");
    expect(joined).toBe(text.replace(/\s/gu, ""));
  });

  it("reads only the span it is given", () => {
    expect(findWords("one two three", { from: 4, to: 7 })).toEqual([{ from: 4, to: 7, kind: "word" }]);
  });
});
