import { describe, expect, it } from "vitest";
import { findNearest } from "./nearest.ts";

describe("findNearest", () => {
  it("finds what was meant, with letters changed, left out or swapped", () => {
    expect(findNearest("comapre", ["help", "compare"])).toBe("compare");
    expect(findNearest("Bse", ["base", "budget"])).toBe("base");
  });

  it("finds nothing where nothing is near", () => {
    expect(findNearest("report", ["base", "compare"])).toBeNull();
    expect(findNearest("", ["ab"])).toBeNull();
  });
});
