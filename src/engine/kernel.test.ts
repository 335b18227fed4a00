import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildKernel } from "../../kernel.ts";
import { readFlatLine } from "../index.ts";
import { foldForReuse, makePage } from "../reuse/fold.ts";
import { hashWords } from "../reuse/word.ts";
import { checkRoom, compileKernel, type Exports, Kernel, makeKernel, makeMemory, OutOfMemory } from "./kernel.ts";
import { packPages } from "./pages.ts";

const kernel: Kernel = makeKernel(compileKernel(), makeMemory(), makePage);
kernel.call.start();
kernel.call.makeTables();
kernel.call.configure(8, 9);
const out = kernel.allocate(1 << 20);
const room = kernel.allocate(1 << 20);
const encoder = new TextEncoder();

function listWords(text: string): number[][] {
  const bytes = encoder.encode(text);
  checkRoom(kernel.call.reserveText(bytes.length));
  kernel.bytes(kernel.call.textAt(), bytes.length).set(bytes);
  const count = kernel.call.listWords(bytes.length, out);
  const numbers = kernel.numbers(out, count * 3);
  return Array.from({ length: count }, (_, at) => [...numbers.subarray(at * 3, at * 3 + 3)]);
}

function listSlowly(text: string): number[][] {
  const { hashes, starts, ends } = hashWords(text);
  return Array.from(hashes, (hash, at) => [hash, starts[at]!, ends[at]!]);
}

/** Words of the first report that the kernel reads on a line by itself; "odd" where it leaves the line to the library. */
function readLine(line: Uint8Array): number | "odd" {
  kernel.bytes(room, line.length + 64).fill(0);
  kernel.bytes(room, line.length).set(line);
  kernel.call.begin(1 << 18);
  kernel.call.addLines(room, line.length);
  if (kernel.call.oddLines() > 0) return "odd";
  return kernel.numbers(checkRoom(kernel.call.finish()), 6)[5]!;
}

const PIECES = [
  ..."aBzZsU  ..''’’,12 0-éÜßİΣςﬁ½한字😀𝐀𝟙٣١—“”\n\u0301\u0308\u200d\uFEFF\uD83D\uDE00".split(""),
  ..."U.S. p.m. 1,200.5 it’s can't 🄁 Ⅷ ŉ A.B.C d'A.B e.g. xxxxxxxxxxxxxxxxxxxxxxxxxx Ǆ ㎏ ａ".split(" "),
];
const hostile = fc.array(fc.constantFrom(...PIECES), { maxLength: 90 }).map((pieces) => pieces.join(""));

describe("Kernel", () => {
  /** A memory that another thread has let grow to `bytes`, unknown to this one before it grows again, up to `most`. */
  function makeStale(bytes: number, most: number): Kernel {
    const memory = {
      buffer: new SharedArrayBuffer(16),
      grow(pages: number): void {
        if (pages === 0) return;
        if (bytes + 1 > most) throw new RangeError("WebAssembly.Memory.grow(): Maximum memory size exceeded");
        this.buffer = new SharedArrayBuffer(bytes + 1);
      },
    };
    return new Kernel(memory as unknown as WebAssembly.Memory, {} as Exports);
  }

  it("reaches what another thread has let the memory grow to", () => {
    expect(makeStale(64, 100).bytes(40, 24)).toHaveLength(24);
    expect(makeStale(64, 100).numbers(40, 6)).toHaveLength(6);
    expect(makeStale(64, 100).text(40, 24)).toBe("\0".repeat(24));
  });

  it("says so where there is no room left to grow", () => {
    expect(() => makeStale(64, 64).bytes(40, 24)).toThrow(OutOfMemory);
  });
});

describe("the kernel", () => {
  // A compiler at work: seconds on a quiet machine, far longer on a busy one.
  it("is what its sources compile to", async () => {
    const folder = mkdtempSync(join(tmpdir(), "stemma-"));
    await buildKernel(join(folder, "kernel.wasm"));
    const built = readFileSync(join(folder, "kernel.wasm"));
    const kept = readFileSync(new URL("../reuse/kernel.wasm", import.meta.url));
    rmSync(folder, { recursive: true });
    expect(built.equals(kept), "run npm run kernel").toBe(true);
  }, 120_000);

  it("finds the words that the library finds, with their hashes and places", () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: "binary", maxLength: 200 })), (text) => {
        expect(listWords(text)).toEqual(listSlowly(text));
      }),
      { seed: 7, numRuns: 3000 },
    );
  });

  it("finds them with the pages of the built package too, which are those made one by one", () => {
    const packed = packPages();
    const numbers = new Uint32Array(packed.buffer, packed.byteOffset, packed.length / 4);
    for (let entry = 1; entry < numbers[0]! * 2; entry += 2) {
      const page = makePage(numbers[entry]!);
      const at = numbers[entry + 1]!;
      expect(Buffer.compare(packed.subarray(at, at + page.length), page), `page ${numbers[entry]}`).toBe(0);
    }
    for (const character of "aÉßİΣςﬁ½한Ⅷŉㇰ🄁１ǅ٣ா\u0301") {
      const code = character.codePointAt(0)!;
      const page = makePage(code >> 8);
      const entry = new DataView(page.buffer).getUint32((code & 255) * 4, true);
      const folded = page.subarray(1024 + (entry >> 8), 1024 + (entry >> 8) + ((entry >> 2) & 63));
      expect(new TextDecoder().decode(folded), character).toBe(foldForReuse(character));
    }
  });

  it("finds them wherever a block of 64 bytes ends", () => {
    for (const piece of ["U.S. can’t", "1,200.5", "it's", "é’é", "𝐀𝐀", "A.B'c", "xyz", "ﬁ’s", "٣,١"])
      for (let at = 40; at < 70; at++) {
        const text = `${"-".repeat(at)}${piece} ${piece}`;
        expect(listWords(text), text).toEqual(listSlowly(text));
      }
  });

  it("reads a line as the library does or leaves it alone", () => {
    const value = fc.jsonValue({ maxDepth: 2 });
    const key = fc.constantFrom("text", "id", "title", "body", "x", "content", "@type", "te\\u0078t");
    const record = fc
      .array(fc.tuple(key, fc.oneof(hostile, value)), { minLength: 1, maxLength: 5 })
      .map((fields) => `{${fields.map(([name, own]) => `"${name}" :${JSON.stringify(own)}`).join(" ,")}}`);
    const edit = fc.tuple(
      fc.nat(400),
      fc.constantFrom("", "", "", '"', "\\", ",", "}", "\u0001", "\\ud800", "0", "[", "\\u00e9"),
    );
    fc.assert(
      fc.property(record, edit, (line, [at, put]) => {
        const place = at % line.length;
        const bytes = encoder.encode(put === "" ? line : line.slice(0, place) + put + line.slice(place + (at % 2)));
        const words = readLine(bytes);
        if (words === "odd") return;
        const reports = readFlatLine(bytes, "line");
        expect(reports.map(({ text }) => hashWords(text).hashes.length)).toEqual(
          words === 0 && reports.length === 0 ? [] : [words],
        );
      }),
      { seed: 7, numRuns: 3000 },
    );
  });

  it("reads plain lines itself and leaves invalid UTF-8, lone surrogates and lines without words", () => {
    const read = (line: string) => readLine(encoder.encode(line));
    expect(read('{"id":7,"text":"A wall fell \\u2014 in \\"the\\" night\\ud83d\\ude00."}\r')).toBe(6);
    expect(read('{"a":[1,-2.5e3,{"b":null}],"text":"one","text":"one two"}')).toBe(2);
    expect(read("  ")).toBe(0);
    for (const line of [
      '{"text":"a \\ud800 b"}',
      '{"text":"?!"}',
      '{"text":null}',
      '{"text":"a"',
      '{"text":"a"}x',
      '{"a":01,"text":"a"}',
      "[]",
    ])
      expect(read(line), line).toBe("odd");
    expect(readLine(Uint8Array.from([...encoder.encode('{"text":"a'), 0xe9, ...encoder.encode('b"}')]))).toBe("odd");
  });
});
