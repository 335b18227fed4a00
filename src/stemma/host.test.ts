import { describe, expect, it } from "vitest";
import { isHostOf } from "./host.ts";

describe("isHostOf", () => {
  it("knows an outlet by its host's letters or initials", () => {
    for (const [host, name] of [
      ["www.washingtonpost.com", "washington post"],
      ["www.nytimes.com", "new york times"],
      ["wsj.com", "wall street journal"],
      ["thetimes.co.uk", "times"],
      ["www.smh.com.au", "sydney morning herald"],
      ["south-harbour.example", "south harbour"],
    ] as const)
      expect(isHostOf(host, name), host).toBe(true);
  });

  it("takes no other outlet for it", () => {
    for (const [host, name] of [
      ["www.washingtonpost.com", "post"],
      ["www.washingtontimes.com", "washington post"],
      ["times.example", "new york times"],
      ["Harbour Courier", "harbour courier"],
      ["The Post", "post"],
      ["com", "com"],
    ] as const)
      expect(isHostOf(host, name), host).toBe(false);
  });
});
