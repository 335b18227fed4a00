import fc from "fast-check";
import { XmlDocument } from "libxml2-wasm";
import { describe, expect, it } from "vitest";
import { hasHarm, hostile } from "../../test/hostile.ts";
import { makeVisible } from "./escape.ts";
import { block, element, writeXml } from "./xml.ts";

describe("writeXml", () => {
  it("writes what a reader reads back, whatever stands in content and attributes", () => {
    const property = fc.property(hostile, hostile, (words, value) => {
      const text = writeXml(block("a", {}, [element("b", { c: value }, [words, "]]>"]), null]));
      expect(hasHarm(text)).toBe(false);
      const file = XmlDocument.fromString(text);
      expect(file.get("/a/b")?.content).toBe(`${makeVisible(words)}]]>`);
      expect(file.get("/a/b/@c")?.content).toBe(makeVisible(value));
      file.dispose();
    });
    fc.assert(property, { seed: 1, numRuns: 200 });
  });

  it("leaves out attributes that are null, and writes an element without content as empty", () => {
    expect(writeXml(element("a", { b: null, c: 0 }))).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<a c="0"/>\n');
  });

  it("puts each part of a block on a line, and nothing for null", () => {
    expect(block("a", {}, [element("b"), null, element("c")]).xml).toBe("<a>\n<b/>\n<c/>\n</a>");
  });
});
