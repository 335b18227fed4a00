import { describe, expect, it } from "vitest";
import { makePlain } from "../../test/table.ts";
import { type Analysis, analyze } from "../analyze.ts";
import type { Evidence } from "./stemma.ts";

const REST =
  "The harbour office of Kelsmouth closed the northern gate on Monday after the engineers had found cracks in its hinges";

/** Reports an hour apart, each with a paragraph of its own words about the same. */
function analyzeAll(...texts: readonly string[]): Analysis {
  return analyze(
    texts.map((text, at) => ({
      ...makePlain("abcdef"[at]!, text),
      published: { from: `2025-03-11T0${at}:00:00Z`, to: `2025-03-11T0${at}:01:00Z` },
    })),
  );
}

function listEvidence(analysis: Analysis, to: string): Evidence[] {
  return analysis.stemma.descents.filter((line) => line.to === to).flatMap((line) => line.for);
}

function findKinds(...ends: readonly string[]): string[] {
  const [a, ...others] = ends.map((end) => `${REST}, ${end}.`);
  const found = analyzeAll(a!, ...others);
  const last = "ABCDEF"[ends.length - 1]!;
  return listEvidence(found, last).map(({ kind }) => kind);
}

describe("findReadings", () => {
  it("calls a slip that two share an oddity", () => {
    const right = "and 17 boats of the Marrowick line were kept in the basin for the night";
    const slip = right.replace("17", "71").replace("Marrowick", "Marowick").replace("night", "nigth");
    expect(findKinds(right, slip, slip)).toContain("shared-oddity");
  });

  it("calls another word a reading, and an inflected one nothing", () => {
    const right = "and 17 boats of the Marrowick line were kept in the basin for the night";
    const other = right.replace("boats", "trawlers");
    expect(findKinds(right, other, other)).toContain("shared-reading");
    expect(findKinds(right, other, other)).not.toContain("shared-oddity");
    const inflected = right.replace("boats", "boat");
    expect(findKinds(right, inflected, inflected)).not.toContain("shared-oddity");
  });
});
