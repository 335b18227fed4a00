import { describe, expect, it } from "vitest";
import { sliceSpan } from "../text/span.ts";
import { compareSentences } from "./compare.ts";

/** "number 38 million/36 million changes" for each difference. */
function show(a: string, b: string): string[] {
  return compareSentences(a, b).differences.map(
    (one) => `${one.kind} ${sliceSpan(a, one.a)}/${sliceSpan(b, one.b)}${one.changes ? " changes" : ""}`,
  );
}

describe("compareSentences", () => {
  it("tells what changes what is said from what is only named otherwise", () => {
    const a = "Maren Oswick said the repairs will cost 38 million crowns.";
    const b = "Ms. Oswick said the repairs will cost 36 million crowns.";
    expect(show(a, b)).toEqual(["name Maren Oswick/Oswick", "number 38 million/36 million changes"]);
    expect(show(a, a)).toEqual([]);
  });

  it("is surer of two wordings of one thing than of two things, and the same whichever comes first", () => {
    const one = "Divers found seven cracks in the harbour wall on Tuesday, the council said.";
    const like = "Seven cracks were found in the harbour wall by divers on Tuesday, said the council.";
    const other = "The council said on Tuesday that the harbour master had found a new ferry.";
    expect(compareSentences(one, like).same).toBeGreaterThan(0.9);
    expect(compareSentences(one, other).same).toBeLessThan(0.7);
    expect(compareSentences(like, one).same).toBe(compareSentences(one, like).same);
  });

  it("has nothing to say of a sentence without words", () => {
    expect(compareSentences("", "Divers found 7 cracks.")).toEqual({ same: 0, differences: [] });
  });
});
