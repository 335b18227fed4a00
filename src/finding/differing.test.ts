import { describe, expect, it } from "vitest";
import { analyzeTexts } from "../../test/table.ts";
import { findDiffering } from "./differing.ts";

describe("findDiffering", () => {
  const [collation] = analyzeTexts(
    "The new harbour tax of Kelsmouth will raise $230 million over 10 years.",
    "The new harbour tax of Kelsmouth will raise $130 million over 10 years.",
  ).collations;
  const change = (of: { confidence: number; pinned: boolean }) => ({
    ...collation!,
    pairs: collation!.pairs.map((pair) => ({ ...pair, ...of })),
  });

  it("tells what differs in a pair that is sure, and in one that a reader made", () => {
    expect(findDiffering(collation!, ["number"], 0.7)).toHaveLength(1);
    expect(findDiffering(change({ confidence: 0.5, pinned: true }), ["number"], 0.7)).toHaveLength(1);
  });

  it("tells nothing of a pair that may well not say the same", () => {
    expect(findDiffering(change({ confidence: 0.5, pinned: false }), ["number"], 0.7)).toEqual([]);
    expect(findDiffering(change({ confidence: 0.5, pinned: false }), ["number"])).toHaveLength(1);
  });
});
