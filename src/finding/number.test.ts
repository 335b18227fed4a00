import { describe, expect, it } from "vitest";
import { analyzeTexts } from "../../test/table.ts";
import { traceStemma } from "../stemma/trace.ts";
import { findNumberDiffers } from "./number.ts";

describe("findNumberDiffers", () => {
  const analysis = analyzeTexts(
    "The new harbour tax of Kelsmouth will raise $230 million over 10 years.",
    "The new harbour tax of Kelsmouth will raise $130 million over 10 years.",
  );
  const find = (of: { readonly confidence?: number; readonly pinned?: boolean }) => {
    const collations = analysis.collations.map((collation) => ({
      ...collation,
      pairs: collation.pairs.map((pair) => ({ ...pair, ...of })),
    }));
    return findNumberDiffers({ ...analysis, collations, trace: traceStemma(analysis) });
  };

  it("is raised in a pair that is sure, and in one that a reader made", () => {
    expect(find({})).toHaveLength(1);
    expect(find({ confidence: 0.5, pinned: true })).toHaveLength(1);
  });

  it("is not raised in a pair that may well not say the same", () => {
    expect(find({ confidence: 0.5 })).toEqual([]);
  });
});
