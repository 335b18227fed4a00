import { describe, expect, it } from "vitest";
import { decodeText } from "./decode.ts";

const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "number" ? [part] : [...new TextEncoder().encode(part)])));
const utf16 = (text: string, isLittle: boolean): Uint8Array =>
  Uint8Array.from(
    [...`\ufeff${text}`].flatMap((unit) => {
      const [high, low] = [unit.charCodeAt(0) >> 8, unit.charCodeAt(0) & 255];
      return isLittle ? [low, high] : [high, low];
    }),
  );
const read = (input: Uint8Array, isHtml = false): string => decodeText(input, "a.txt", isHtml);

describe("decodeText", () => {
  it("reads UTF-8, and drops its mark only at the start", () => {
    expect(read(bytes("Smoke – “over” Kyïv"))).toBe("Smoke – “over” Kyïv");
    expect(read(bytes("\ufeffa\ufeffb"))).toBe("a\ufeffb");
  });

  it("reads UTF-16 by its mark, either way round", () => {
    expect(read(utf16("Kyïv", true))).toBe("Kyïv");
    expect(read(utf16("Kyïv", false))).toBe("Kyïv");
  });

  it("refuses UTF-32, and takes UTF-16 that begins alike for what it is", () => {
    const little = bytes(0xff, 0xfe, 0, 0, 0x4b, 0, 0, 0);
    expect(() => read(little)).toThrow(/^a\.txt: a text in UTF-32, which is not read; save it as UTF-8$/u);
    expect(() => read(bytes(0, 0, 0xfe, 0xff, 0, 0, 0, 0x4b))).toThrow(/UTF-32/u);
    expect(read(bytes(0xff, 0xfe, 0x4b, 0))).toBe("K");
  });

  it("reads as windows-1252 what is not UTF-8", () => {
    expect(read(bytes(0x93, "caf", 0xe9, 0x94))).toBe("“café”");
  });

  it("follows the charset of a page, in a meta tag of either form", () => {
    expect(read(bytes('<meta charset="koi8-r">', 0xcb), true)).toContain("к");
    expect(
      read(bytes("<META http-equiv=Content-Type content='text/html; charset=windows-1251'>", 0xea), true),
    ).toContain("к");
  });

  it("does not follow a charset in a plain text, an unknown one, or UTF-16 that is none", () => {
    expect(read(bytes('<meta charset="koi8-r">é'))).toContain("é");
    expect(read(bytes('<meta charset="klingon">é'), true)).toContain("é");
    expect(read(bytes('<meta charset="utf-16">é'), true)).toContain("é");
  });

  it("refuses what is no text, and keeps a text with a stray control character", () => {
    expect(() => read(bytes("MZ", 3, 4, 0, 0, "x"))).toThrow("a.txt: not a text");
    expect(() => read(bytes(...Array.from({ length: 100 }, (_, i) => i % 8)))).toThrow("a.txt: not a text");
    expect(read(bytes("so it \u001b[31m was ", 7, "x".repeat(60)))).toContain("\u001b[31m");
  });

  it("says what a file is that is often taken for a text, and reads a text that only speaks of one", () => {
    expect(() => read(bytes("%PDF-1.7\nBT (The mill) Tj ET\n"))).toThrow(/^a\.txt: a PDF, which is not read; save/u);
    expect(() => read(bytes("PK", 3, 4, 20, 0))).toThrow("a.txt: a zip file, as .docx");
    expect(() => read(bytes(0x1f, 0x8b, 8, 0))).toThrow("a.txt: packed with gzip; unpack it first");
    expect(() => read(bytes("PAR1", 0, 1))).toThrow("a.txt: a Parquet file");
    expect(read(bytes("PKK fighters left. The PDF (%PDF-1.7) was lost."))).toContain("fighters");
  });

  it("gives the empty text for no bytes", () => {
    expect(read(bytes())).toBe("");
  });
});
