import { describe, expect, it } from "vitest";
import { showDate } from "./date.ts";

describe("showDate", () => {
  it("says a minute with its zone", () => {
    expect(showDate({ from: "2024-12-03T16:12:00Z", to: "2024-12-03T16:13:00Z" })).toBe("3 December 2024, 16:12 UTC");
  });

  it("says a time of no known zone by its own clock", () => {
    expect(showDate({ from: "2024-12-03T02:12:00Z", to: "2024-12-04T04:13:00Z" })).toBe("3 December 2024, 16:12");
  });

  it("says a day, of a known zone or of none", () => {
    expect(showDate({ from: "2024-05-02T00:00:00Z", to: "2024-05-03T00:00:00Z" })).toBe("2 May 2024");
    expect(showDate({ from: "2024-05-01T10:00:00Z", to: "2024-05-03T12:00:00Z" })).toBe("2 May 2024");
  });

  it("says both ends of anything else", () => {
    expect(showDate({ from: "2024-05-01T00:00:00Z", to: "2024-06-01T00:00:00Z" })).toBe("1 May 2024 to 1 June 2024");
  });
});
