import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { cutRanges, isInParts, RANGE_ROOM, readRange } from "./range.ts";

const folder = mkdtempSync(join(tmpdir(), "stemma-"));
afterAll(() => rmSync(folder, { recursive: true }));
const room = new Uint8Array(RANGE_ROOM);

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

/** What the ranges from cut to cut give, and how many of them left a line out. */
function readCut(path: string, cuts: readonly number[]): { parts: string[]; cut: number } {
  let cut = 0;
  const parts = cuts.slice(1).map((to, at) => {
    room.fill(7); // of an earlier range
    const lines = readRange({ path, from: cuts[at]!, to }, room);
    if (lines.isCut) cut++;
    return Buffer.from(room.slice(lines.at, lines.at + lines.bytes)).toString();
  });
  return { parts, cut };
}

describe("readRange", () => {
  it("gives each line once and whole, wherever the file is cut", () => {
    const line = fc.string({ maxLength: 40 }).map((text) => text.replaceAll("\n", "\r"));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.boolean(), fc.array(fc.nat()), (lines, isEnded, marks) => {
        const content = lines.join("\n") + (isEnded ? "\n" : "");
        const bytes = Buffer.from(content);
        if (bytes.length === 0) return;
        const path = write("any.jsonl", bytes);
        const inner = new Set(marks.map((mark) => mark % bytes.length).filter((mark) => mark > 0));
        const { parts, cut } = readCut(path, [0, ...[...inner].sort((x, y) => x - y), bytes.length]);
        expect(parts.join("")).toBe(content);
        expect(cut).toBe(0);
        parts.reduce((before, part) => {
          if (part !== "") expect(before).toMatch(/^$|\n$/u);
          return before + part;
        }, "");
      }),
    );
  });

  it("reads a line to its end far behind the range, and leaves out one beyond the limit", () => {
    const long = (bytes: number) => "x".repeat(bytes);
    const content = `a\n${long(3_000_000)}\nb\n${long(10_000_000)}\nc\n${long(10_000_001)}\nd`;
    const path = write("long.jsonl", content);
    const cuts = [0, 1000, 2_000_000, 4_000_000, 8_000_000, 13_000_007, 14_000_000, 23_000_008, content.length];
    const { parts, cut } = readCut(path, cuts);
    expect(parts.map((part) => part.length)).toEqual([3_000_003, 0, 10_000_003, 0, 2, 0, 0, 1]);
    expect(parts[4]).toBe("c\n");
    expect(cut).toBe(1);
    expect(parts.at(-1)).toBe("d");
  });

  it("passes over a byte order mark, and reads what there is of a file that has become shorter", () => {
    const path = write("mark.jsonl", "\uFEFFone\ntwo\n");
    expect(readCut(path, [0, 4, 8, 11]).parts).toEqual(["one\n", "two\n", ""]);
    expect(readCut(path, [0, 11, 5000, 9000]).parts).toEqual(["one\ntwo\n", "", ""]);
    expect(() => readRange({ path: join(folder, "none"), from: 0, to: 1 }, room)).toThrow(/none: no such file/);
  });
});

describe("cutRanges", () => {
  it("covers the file from the byte on, in order, in ranges that shorten towards its end", () => {
    for (const [size, first, threads] of [
      [1, 0, 1],
      [20_000_001, 0, 2],
      [20_000_000, 7_000_000, 3],
    ] as const) {
      const ranges = [...cutRanges({ path: "p", kind: "lines", size, changed: 0 }, first, threads)];
      expect(ranges[0]!.from).toBe(first);
      expect(ranges.at(-1)!.to).toBe(size);
      const lengths = ranges.map(({ from, to }) => to - from);
      expect(lengths).toEqual([...lengths].sort((x, y) => y - x));
      expect(ranges.slice(1).map(({ from }) => from)).toEqual(ranges.slice(0, -1).map(({ to }) => to));
      if (size > 1) expect(lengths.at(-1)).toBeLessThan(lengths[0]! / 4);
    }
  });
});

describe("isInParts", () => {
  it("tells plain files from those that have to be read from their start", () => {
    const check = (content: string | Uint8Array) => {
      const path = write("kind.jsonl", content);
      return isInParts({ path, kind: "lines", size: content.length, changed: 0 });
    };
    expect(check('{"text":"a"}\n')).toBe(true);
    expect(check("{")).toBe(true);
    expect(check("\uFEFF{}\n")).toBe(true);
    expect(check(Uint8Array.of(0x1f, 0x8b, 8))).toBe(false);
    expect(check(Uint8Array.of(0xff, 0xfe, 0x7b, 0))).toBe(false);
    expect(check("")).toBe(false);
    expect(isInParts({ path: join(folder, "none"), kind: "lines", size: 9, changed: 0 })).toBe(false);
  });
});
