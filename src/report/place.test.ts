import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findJsonError, findLineColumn } from "./place.ts";

describe("findJsonError", () => {
  it.each([
    ["{^"],
    ['{"a": ^x}'],
    ['{"a": 1,^}'],
    ["[1, 2,^]"],
    ["[1 ^2]"],
    ['{"a" ^1}'],
    ["{^1: 2}"],
    ["[1]^]"],
    ["[^}"],
    ['[^"a\\n'],
    ["^tru"],
    ["[0^1]"],
  ])("finds the mistake at the caret in %j", (marked) => {
    const at = marked.indexOf("^");
    const found = findJsonError(marked.replace("^", ""));
    expect(found).toBe(at);
  });

  it("is done at once with a long string that does not end", () => {
    const text = `"${"smoke ".repeat(100_000)}\n`;
    expect(findJsonError(text)).toBe(0);
    expect(findJsonError(text.replaceAll("k", "\\n"))).toBe(0);
  });

  it("agrees with the engine about what is JSON", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"a"',
      '"\\u00e9"',
      '"\\x"',
      "1",
      "-0.5e3",
      "01",
      "true",
      "nul",
      " ",
      "\n",
    );
    const json = fc.oneof(
      fc.json(),
      fc.array(piece, { maxLength: 8 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(json, (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect(findJsonError(text) === null).toBe(isJson);
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
});

describe("findLineColumn", () => {
  it("counts lines by any line end, both from one", () => {
    expect(findLineColumn("a\r\nb\nc\rde", 8)).toEqual({ line: 4, column: 2 });
    expect(findLineColumn("", 0)).toEqual({ line: 1, column: 1 });
  });
});
