import { describe, expect, it } from "vitest";
import { tellCode, tellFailure } from "./code.ts";

describe("tellFailure", () => {
  it("says why in words, and in the code alone where it has none", () => {
    expect(tellFailure("cannot be read", "EACCES")).toBe("cannot be read: permission denied (EACCES)");
    expect(tellFailure("cannot be read", "EX")).toBe("cannot be read (EX)");
    expect(tellCode("ENOSPC")).toBe("no space left on the disk (ENOSPC)");
  });
});
