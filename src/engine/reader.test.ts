import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { SchemaElement } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, describe, expect, it } from "vitest";
import type { FlatReport } from "../index.ts";
import { LONGEST_LINE } from "./line.ts";
import { type ReaderOptions, readCorpus } from "./reader.ts";

const folder = mkdtempSync(join(tmpdir(), "stemma-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const line = (id: string, text: string | null = `Text of ${id}.`) => JSON.stringify({ id, outlet: "Wire", text });

async function read(
  paths: string[],
  options: ReaderOptions = {},
): Promise<{ reports: FlatReport[]; refused: string[] }> {
  const reports: FlatReport[] = [];
  const refused: string[] = [];
  const onRefused = (error: Error): void => void refused.push(error.message.replace(folder, ""));
  for await (const report of readCorpus(paths, { onRefused, ...options })) reports.push(report);
  return { reports, refused };
}

const ids = ({ reports }: { reports: FlatReport[] }) => reports.map(({ id }) => id);

async function* split(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe("readCorpus", () => {
  it("reads the fields of a record, its text untouched", async () => {
    const record = {
      id: 7,
      outlet: "Wire",
      date: "2025-03-11",
      url: "https://a.example/",
      title: "Wall",
      text: " It’s\tso.\n",
    };
    const { reports } = await read([write("one.jsonl", JSON.stringify(record))]);
    expect(reports).toEqual([
      {
        id: "7",
        outlet: "Wire",
        published: { from: "2025-03-10T10:00:00Z", to: "2025-03-12T12:00:00Z" },
        url: "https://a.example/",
        title: "Wall",
        text: " It’s\tso.\n",
        place: join(folder, "one.jsonl:1"),
      },
    ]);
  });

  it("names what it cannot use by file and line and goes on", async () => {
    const lines = [line("a"), '{"id": "b", "text": "x', "", line("c", null), "[]", line("d"), '{"id":"e","title":"T"}'];
    const found = await read([write("bad.jsonl", lines.join("\r\n"))]);
    expect(ids(found)).toEqual(["a", "d"]);
    expect(found.refused).toEqual([
      expect.stringMatching(/^\/bad.jsonl:2: not JSON: .*column/),
      "/bad.jsonl:4: the record has no text: no words under articleBody, maintext, text, body or content",
      expect.stringMatching(/^\/bad.jsonl:5: no article/),
      "/bad.jsonl:7: the record has no text: no words under articleBody, maintext, text, body or content",
    ]);
    await expect(read([join(folder, "bad.jsonl")], { isStrict: true })).rejects.toThrow(/bad.jsonl:2: not JSON/);
  });

  it("calls a report whose id is taken by its place", async () => {
    const { reports, refused } = await read([write("twice.jsonl", `${line("a")}\n${line("a", "Other.")}\n`)]);
    expect(reports.map(({ id, text }) => [id, text])).toEqual([
      ["a", "Text of a."],
      [join(folder, "twice.jsonl:2"), "Other."],
    ]);
    expect(refused).toEqual(["/twice.jsonl:2: an earlier report has the id a; this one goes by its place"]);
  });

  it("reads gzip by its content, and all that stands before a break", async () => {
    const many = Array.from({ length: 3000 }, (_, at) => line(`r${at}`, `Text ${(at * 7919) % 10007} and ${at}.`));
    const packed = gzipSync(`${many.join("\n")}\n`);
    expect(ids(await read([write("whole.jsonl.gz", packed)]))).toHaveLength(3000);
    const cut = await read([write("cut.jsonl", packed.subarray(0, packed.length / 2))]);
    expect(cut.reports.length).toBeGreaterThan(500);
    expect(cut.refused).toEqual(["/cut.jsonl: the gzip file breaks off before its end; what stands before is read"]);
    const small = gzipSync(line("a"));
    expect(ids(await read(["-"], { stdin: split(small, 1) }))).toEqual(["a"]);
    expect(ids(await read(["-"], { stdin: split(packed, 61) }))).toHaveLength(3000);
  });

  it("says where gzip is damaged or something else follows it, and passes over zeros behind it", async () => {
    const many = Array.from({ length: 30_000 }, (_, at) => line(`r${at}`, `Text ${(at * 7919) % 10007} and ${at}.`));
    const packed = gzipSync(many.join("\n"));
    const reason = "the gzip file is damaged, or something else follows in it; what could be unpacked before is read";
    const damage = Buffer.from(packed).fill(0, packed.length / 2, packed.length / 2 + 99);
    const damaged = await read([write("damaged.jsonl", damage), write("next.jsonl", line("next"))]);
    expect(damaged.refused).toContain(`/damaged.jsonl: ${reason}`);
    expect(ids(damaged)).toEqual(expect.arrayContaining(["r0", "r9999", "next"]));
    const small = gzipSync(`${line("a")}\n`);
    const follow = [small, Buffer.from("and more")];
    expect((await read([write("followed.jsonl", Buffer.concat(follow))])).refused).toEqual([
      `/followed.jsonl: ${reason}`,
    ]);
    const padded = Buffer.concat([small, gzipSync(line("b")), Buffer.alloc(5000)]);
    for (const size of [7, 1000, 10_000])
      expect(await read(["-"], { stdin: split(padded, size) })).toMatchObject({
        reports: [{ id: "a" }, { id: "b" }],
        refused: [],
      });
  });

  it("reads standard input whatever the pieces it comes in, with a byte order mark and in UTF-16", async () => {
    const text = `${line("a", "Ünïcode 😀.")}\n${line("b")}`;
    for (const size of [1, 2, 3, 7, 1000]) {
      const { reports } = await read(["-"], { stdin: split(new TextEncoder().encode(text), size) });
      expect(reports.map((report) => [report.text, report.place])).toEqual([
        ["Ünïcode 😀.", "-:1"],
        ["Text of b.", "-:2"],
      ]);
    }
    const marked = new TextEncoder().encode(`\uFEFF${text}`);
    expect(ids(await read(["-"], { stdin: split(marked, 64) }))).toEqual(["a", "b"]);
    const wide = Buffer.from(`\uFEFF${text}`, "utf16le");
    expect((await read(["-"], { stdin: split(wide, 33) })).reports[0]!.text).toBe("Ünïcode 😀.");
  });

  it("passes over a line that is too long without holding it", async () => {
    async function* long(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`${line("a")}\n{"text":"`);
      const piece = Buffer.alloc(1 << 20, "word ");
      for (let at = 0; at < LONGEST_LINE + 1; at += piece.length) yield piece;
      yield Buffer.from(`"}\n${line("b")}\n`);
    }
    const found = await read(["-"], { stdin: long() });
    expect(ids(found)).toEqual(["a", "b"]);
    expect(found.refused).toEqual(["-:2: a line longer than the limit of 10 MB"]);
  });

  it("reads a folder by path, texts and Parquet among the lines", async () => {
    mkdirSync(join(folder, "corpus", "deep"), { recursive: true });
    write("corpus/b.jsonl", line("b"));
    write("corpus/deep/c.txt", "outlet: Wire\n\nA wall fell in the night.\n");
    write("corpus/.hidden.jsonl", line("hidden"));
    write("corpus/notes.pdf", "nothing");
    const columnData = [
      { name: "id", data: [1n, 2n] },
      { name: "text", data: ["First.", null] },
    ];
    write("corpus/a.parquet", new Uint8Array(parquetWriteBuffer({ columnData, codec: "SNAPPY" })));
    const { reports, refused } = await read([join(folder, "corpus")]);
    expect(reports.map(({ text }) => text)).toEqual(["First.", "Text of b.", expect.stringContaining("A wall fell")]);
    expect(ids({ reports }).slice(0, 2)).toEqual(["1", "b"]);
    expect(refused).toEqual([
      "/corpus/a.parquet:2: the record has no text: no words under articleBody, maintext, text, body or content",
    ]);
  });

  it("takes a file of two names once, and names a link that leads nowhere without losing its folder", async () => {
    mkdirSync(join(folder, "links"));
    const own = write("links/own.jsonl", line("own"));
    symlinkSync(own, join(folder, "links/same.jsonl"));
    symlinkSync("nowhere", join(folder, "links/lost.jsonl"));
    write("links/twin.jsonl", line("twin"));
    for (const paths of [[join(folder, "links")], [own, join(folder, "links/../links")]])
      expect(ids(await read(paths)).sort()).toEqual(["own", "twin"]);
    expect((await read([join(folder, "links")])).refused).toEqual(["/links/lost.jsonl: no such file"]);
  });

  it("reads the times of Parquet, in UTC or of no zone, as dates of publication", async () => {
    const times = [new Date("2025-03-11T08:30:00Z"), null, new Date("2025-03-12T00:00:00Z")];
    const local = { type: "TIMESTAMP", isAdjustedToUTC: false, unit: "MILLIS" } as const;
    const schema = (time: object): SchemaElement[] => [
      { name: "root", num_children: 2 },
      { name: "text", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" },
      { name: "published", type: "INT64", repetition_type: "OPTIONAL", ...time },
    ];
    const columnData = [
      { name: "text", data: ["One.", "Two.", "Three."] },
      { name: "published", data: times },
    ];
    const dates = async (time: object): Promise<unknown[]> => {
      const file = new Uint8Array(parquetWriteBuffer({ columnData, schema: schema(time) }));
      const { reports } = await read([write("times.parquet", file)]);
      return reports.map(({ published }) => published?.from);
    };
    expect(await dates({ converted_type: "TIMESTAMP_MILLIS" })).toEqual([
      "2025-03-11T08:30:00Z",
      undefined,
      "2025-03-12T00:00:00Z",
    ]);
    const [clock, none, day] = await dates({ logical_type: local });
    // Of no zone: 14 hours to the east the day begins that much earlier.
    expect([clock, none, day]).toEqual(["2025-03-10T18:30:00Z", undefined, "2025-03-11T10:00:00Z"]);
  });

  it("reads the rows of Parquet that stand before a damage, and says how many", async () => {
    const names = Array.from({ length: 3000 }, (_, at) => `r${at}`);
    const columnData = [
      { name: "id", data: names },
      { name: "text", data: names.map((name) => `Text of ${name}.`) },
    ];
    const packed = new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize: 1000 }));
    const half = packed.length >> 1;
    const { reports, refused } = await read([write("hurt.parquet", packed.fill(255, half, half + 2000))]);
    expect(reports.map(({ id }) => id)).toEqual(names.slice(0, 1000));
    expect(refused).toEqual([
      expect.stringMatching(/^\/hurt\.parquet: not Parquet that can be read: .+; the 1000 rows before are read$/),
    ]);
  });

  it("says what is wrong with a path, an empty folder and a file that is no Parquet", async () => {
    await expect(read([join(folder, "nowhere.jsonl")])).rejects.toThrow(/nowhere.jsonl: no such file/);
    mkdirSync(join(folder, "void"));
    await expect(read([join(folder, "void")])).rejects.toThrow(/no file in this folder/);
    const odd = [write("odd.parquet", "no such thing"), write("void.parquet", ""), write("void.jsonl", "")];
    const { refused } = await read(odd);
    expect(refused).toEqual([
      expect.stringMatching(/^\/odd.parquet: not Parquet that can be read: .*PAR1/),
      "/void.parquet: not Parquet that can be read: it breaks off or is damaged",
    ]);
  });
});
