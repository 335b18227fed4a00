import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasHarm, hostile } from "../../test/hostile.ts";
import { escapeJson, makeLine, makeVisible } from "./escape.ts";

describe("makeVisible", () => {
  it("shows a terminal escape instead of sending it", () => {
    expect(makeVisible("a\u001b[31mb\u009bc\u007f")).toBe("a␛[31mb‹U+009B›c␡");
  });

  it("shows orders of direction and replaces what is no character", () => {
    expect(makeVisible("a\u202eb\ud800c\ufffe")).toBe("a‹U+202E›b\ufffdc\ufffd");
  });

  it("leaves ordinary text of any script as it is", () => {
    const text = "Orbán’s “plan”\n\tКиїв 東京 👩‍👩‍👧 می‌خواهم";
    expect(makeVisible(text)).toBe(text);
  });

  it("lets nothing harmful through, whatever comes", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(hasHarm(makeVisible(text))).toBe(false);
      }),
      { seed: 1 },
    );
  });
});

describe("makeLine", () => {
  it("is one line without outer blanks", () => {
    expect(makeLine("  two\r\n\u2028 lines\t")).toBe("two lines");
  });
});

describe("escapeJson", () => {
  it("keeps the value and sends no order", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const json = escapeJson(JSON.stringify(text));
        expect(hasHarm(json)).toBe(false);
        expect(JSON.parse(json)).toBe(text);
      }),
      { seed: 1 },
    );
  });
});
