import { describe, expect, it } from "vitest";
import { measureReuse } from "./degree.ts";

const ORIGINAL =
  "The wall of Kelsmouth may fail within two winters if nothing is done. Divers found seven cracks in its eastern section. Repairs will cost about 38 million crowns.";

describe("measureReuse", () => {
  it("is 1 for a copy of a part and 0 for a text of its own", () => {
    const [first = ""] = ORIGINAL.split(". ");
    expect(measureReuse(`${first}.`, ORIGINAL)).toEqual({
      score: 1,
      likeness: 1,
      loose: 1,
      close: 1,
      copied: 1,
      words: 1,
    });
    const own = measureReuse("Nobody on Quay Street was asked, a baker said. He sells bread there.", ORIGINAL);
    expect(own).toMatchObject({ score: 0, loose: 0, copied: 0 });
    expect(measureReuse("", ORIGINAL).score).toBe(0);
    expect(measureReuse(ORIGINAL, "").score).toBe(0);
  });

  it("falls as sentences are revised", () => {
    const light = ORIGINAL.replace("may fail", "could fail")
      .replace("about 38", "some 38")
      .replace("found seven", "saw seven");
    const heavy =
      "Within two winters the wall of Kelsmouth may fail, says an expert. Divers have found cracks in the eastern section of it. Repairs will come to some 38 million crowns in all.";
    const scores = [ORIGINAL, light, heavy].map((text) => measureReuse(text, ORIGINAL).score);
    expect(scores[0]).toBe(1);
    expect(scores[1]).toBeLessThan(1);
    expect(scores[2]).toBeLessThan(scores[1]!);
    expect(scores[2]).toBeGreaterThan(0);
  });

  it("ends a sentence with its paragraph or item, though it has no stop", () => {
    const list = "What the divers did\n\n* They found seven cracks\n* They left the western wall alone";
    const copy = "They found seven cracks.\nThey left the western wall alone.";
    expect(measureReuse(copy, list)).toMatchObject({ copied: 1, words: 1 });
    expect(measureReuse(list, copy).copied).toBeCloseTo(2 / 3);
  });
});
