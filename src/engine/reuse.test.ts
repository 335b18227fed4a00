import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { findReuse } from "../index.ts";
import type { ReuseProgress } from "./pairing.ts";
import { type CorpusReuseOptions, writeReuse } from "./reuse.ts";

const folder = mkdtempSync(join(tmpdir(), "stemma-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);

const STOCK =
  "harbor wall storm crack winter quay mayor crown ferry stone tide lamp night rope flood gull it’s 1,200 U.S. Zoë".split(
    " ",
  );

/** A made-up corpus: reports put together from sentences that some of them share, the same on every machine. */
function makeCorpus(count: number): { id: string; text: string }[] {
  let seed = 1;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >> 8) % below;
  };
  const sentence = () => Array.from({ length: 12 + next(20) }, () => STOCK[next(STOCK.length)]!).join(" ");
  const shared = Array.from({ length: 12 }, sentence);
  return Array.from({ length: count }, (_, at) => ({
    id: `r${(at * 7919) % 1000}`,
    text: Array.from({ length: 1 + next(6) }, () => (next(3) === 0 ? sentence() : shared[next(12)]!)).join(". "),
  }));
}

const corpus = makeCorpus(300);
const lines = corpus.map((record) => `${JSON.stringify(record)}\n`);
writeFileSync(path("corpus.jsonl"), lines.join(""));

async function run(inputs: string[], name: string, options: CorpusReuseOptions = {}): Promise<string> {
  await writeReuse(inputs, path(name), { gram: 4, window: 5, common: 30, ...options });
  return readFileSync(path(name), "utf8");
}

interface Line {
  readonly kind: string;
  readonly a: string;
  readonly aFrom: number;
  readonly aTo: number;
  readonly b: string;
  readonly bFrom: number;
  readonly bTo: number;
  readonly words: number;
  readonly runs: number;
  readonly reports: number;
  readonly aShare: number;
}

const parse = (text: string): Line[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
const round = (share: number) => Math.round(share * 10_000) / 10_000;

describe("writeReuse", () => {
  it("gives what the library gives, ordered by id", async () => {
    const rows = parse(await run([path("corpus.jsonl")], "one.jsonl"));
    const sorted = [...corpus].sort((x, y) => (x.id < y.id ? -1 : 1));
    const { pairs, boilerplate, shares } = findReuse(
      sorted.map(({ text }) => text),
      { gram: 4, window: 5, common: 30 },
    );
    const passages = pairs.flatMap(({ a, b, passages }) =>
      passages.map((own) => [
        sorted[a]!.id,
        own.a.from,
        own.a.to,
        sorted[b]!.id,
        own.b.from,
        own.b.to,
        own.words,
        own.runs,
      ]),
    );
    expect(passages.length).toBeGreaterThan(50);
    expect(boilerplate.flat().length).toBeGreaterThan(20);
    const of = (kind: string) => rows.filter((row) => row.kind === kind);
    expect(of("passage").map((r) => [r.a, r.aFrom, r.aTo, r.b, r.bFrom, r.bTo, r.words, r.runs])).toEqual(passages);
    expect(of("boilerplate").map((r) => [r.a, r.aFrom, r.aTo, r.words, r.reports])).toEqual(
      boilerplate.flatMap((own, at) => own.map((one) => [sorted[at]!.id, one.from, one.to, one.words, one.reports])),
    );
    const shared = shares.flatMap((share, at) => (share > 0 ? [[sorted[at]!.id, round(share)]] : []));
    expect(
      of("report")
        .filter((r) => r.aShare > 0)
        .map((r) => [r.a, r.aShare]),
    ).toEqual(shared);
    expect(readdirSync(folder).filter((name) => name.includes(".parts") || name.endsWith(".tmp"))).toEqual([]);
  });

  it("gives the same bytes with two threads, in any order and split of files, and through the library's reader", async () => {
    const whole = await run([path("corpus.jsonl")], "whole.jsonl");
    expect(await run([path("corpus.jsonl")], "two.jsonl", { threads: 2 })).toBe(whole);
    writeFileSync(path("b.jsonl"), lines.slice(0, 100).reverse().join(""));
    writeFileSync(path("a.jsonl"), lines.slice(100).join("").replaceAll('"text"', '"te\\u0078t"'));
    expect(await run([path("b.jsonl"), path("a.jsonl")], "split.jsonl", { threads: 2 })).toBe(whole);
  });

  it("keeps lines and threads together where a thread comes upon characters that no table has yet", async () => {
    // Without ids reports go by their lines. The first of several blocks, which goes to the second thread, has a page of its own.
    const record = (text: string, at: number) =>
      `${JSON.stringify({ text: `${at === 0 ? "㐀" : ""} ${text} ${"quay ".repeat(3000)}` })}\n`;
    const plain = corpus.map(({ text }) => text.replace(/[^ -~]/gu, "e"));
    writeFileSync(path("nameless.jsonl"), plain.map(record).join(""));
    const one = await run([path("nameless.jsonl")], "nameless-1.jsonl");
    expect(one.split("\n").length).toBeGreaterThan(1000);
    expect(await run([path("nameless.jsonl")], "nameless-2.jsonl", { threads: 2 })).toBe(one);
  });

  it("reads many files with two threads as it reads one, packed or not", async () => {
    const names = lines.slice(0, 150).map((line, at) => {
      const name = `piece-${String(at).padStart(3, "0")}.jsonl`;
      writeFileSync(path(name), at % 50 === 3 ? gzipSync(line) : line);
      return path(name);
    });
    writeFileSync(path("pieces.jsonl"), lines.slice(0, 150).join(""));
    const whole = await run([path("pieces.jsonl")], "pieces-1.jsonl");
    expect(await run(names, "pieces-2.jsonl", { threads: 2 })).toBe(whole);
  });

  it("refuses the same lines in the same order, whoever reads the file and from where", async () => {
    const text = (at: number) => corpus[at % 300]!.text;
    const good = Array.from({ length: 1500 }, (_, at) => `${JSON.stringify({ text: text(at) })}\n`);
    const long = `{"text":"${"x".repeat(10_000_000)}"}\n`;
    const content = [...good, "{\n", long, ...good, '{"text":7}\n', long, long, ...good].join("");
    writeFileSync(path("refusing.jsonl"), content);
    writeFileSync(path("refusing.packed"), gzipSync(content, { level: 1 }));
    const told: string[][] = [];
    const results: string[] = [];
    for (const [name, threads] of [
      ["refusing.jsonl", 1],
      ["refusing.jsonl", 2],
      ["refusing.packed", 2],
    ] as const) {
      const refused: string[] = [];
      const onRefused = ({ message }: Error) => refused.push(message.replace(path(name), ""));
      const out = await run([path(name)], "refused-out.jsonl", { threads, onRefused });
      results.push(out.replaceAll(path(name), ""));
      told.push(refused);
    }
    const places = told[0]!.map((message) => message.split(":")[1]);
    expect(places).toEqual(["1501", "1502", "3003", "3004", "3005"]);
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
    expect(results[0]!.length).toBeGreaterThan(1000);
    expect(results[1] === results[0] && results[2] === results[0]).toBe(true);
  });

  it("refuses a file once that goes while it is read, and reads on", async () => {
    const text = (at: number) => `${corpus[at]!.text} ${corpus[at + 150]!.text}`;
    const record = (at: number) => `${JSON.stringify({ id: `own ${at}`, text: text(at) })}\n`;
    const own = Array.from({ length: 30 }, (_, at) => record(at)).join("");
    writeFileSync(path("a-going.jsonl"), lines.join("").repeat(8));
    writeFileSync(path("b-staying.jsonl"), own);
    const refused: string[] = [];
    const out = await run([path("a-going.jsonl"), path("b-staying.jsonl")], "gone.jsonl", {
      onRefused: ({ message }) => refused.push(message.replace(folder, "")),
      onProgress: ({ step }) => step === "reading" && rmSync(path("a-going.jsonl"), { force: true }),
    });
    expect(refused.filter((message) => !message.includes("an earlier report"))).toEqual([
      "/a-going.jsonl: no such file",
    ]);
    expect(parse(out).filter(({ kind, a }) => kind === "report" && a.startsWith("own")).length).toBeGreaterThan(20);
  });

  it("says so where finished shards cannot be put aside", async () => {
    // Each in 12 says the same: 375,000 rows in six shards, more than are held in memory.
    const say = (group: number) => Array.from({ length: 12 }, (_, at) => `word${group}of${at}`).join(" ");
    const records = Array.from({ length: 3000 }, (_, at) => `{"id":"w${at}","text":"${say(at % 12)}"}\n`);
    writeFileSync(path("wide.jsonl"), records.join(""));
    mkdirSync(path("wide-out.jsonl.parts/plan"), { recursive: true }); // where a file is to be written
    const blocked = run([path("wide.jsonl")], "wide-out.jsonl", { common: 1000, resume: true });
    await expect(blocked).rejects.toThrow(/wide-out.jsonl.parts: cannot be written/);
    expect(existsSync(path("wide-out.jsonl"))).toBe(false);
    rmSync(path("wide-out.jsonl.parts"), { recursive: true });
  });

  it("takes the reports of the days asked for, whatever their date looks like and whoever reads them", async () => {
    const dates = [
      "2025-03-11",
      "March 11, 2025",
      "\\u0032025-03-11",
      "2025-03-12T08:00:00Z",
      null,
      "soon",
      7,
      " ",
      ["2025-03-11"],
    ];
    const dated = corpus.map(({ id, text }, at) => {
      const date = dates[at % dates.length]!;
      const value = typeof date === "string" ? `"${date}"` : JSON.stringify(date);
      return `{"id":"${id}","published":${value},"text":${JSON.stringify(text)},"date":"2025-03-12"}\n`;
    });
    writeFileSync(path("dated.jsonl"), dated.join(""));
    // A key with an escape in it sends the line to the library.
    writeFileSync(path("odd.jsonl"), dated.join("").replaceAll('"text"', '"te\\u0078t"'));
    for (const [at, threads] of [1, 2].entries()) {
      const days = { from: Date.parse("2025-03-11"), to: Date.parse("2025-03-12") };
      const own = await run([path("dated.jsonl")], `days${at}.jsonl`, { days, threads });
      expect(own).toBe(await run([path("odd.jsonl")], `odd${at}.jsonl`, { days, threads }));
      const taken = new Set(parse(own).map(({ a }) => corpus.findIndex(({ id }) => id === a) % dates.length));
      expect([...taken].sort()).toEqual([0, 1, 2, 8]);
    }
  });

  it("goes on from the shards of an interrupted run to the same bytes, and begins anew where the corpus changed", async () => {
    const whole = await run([path("corpus.jsonl")], "whole.jsonl");
    const stop = new AbortController();
    const broken = run([path("corpus.jsonl")], "broken.jsonl", {
      signal: stop.signal,
      onProgress: ({ step }) => step === "pairing" && stop.abort(new Error("stopped")),
    });
    await expect(broken).rejects.toThrow("stopped");
    expect(existsSync(path("broken.jsonl"))).toBe(false);
    expect(readdirSync(path("broken.jsonl.parts"))).toContain("0");
    const changed = run([path("corpus.jsonl")], "broken.jsonl", { resume: true, common: 31 });
    await expect(changed).rejects.toThrow(/broken.jsonl.parts: the reports or the options have changed/);
    expect(await run([path("corpus.jsonl")], "broken.jsonl", { resume: true })).toBe(whole);
    expect(existsSync(path("broken.jsonl.parts"))).toBe(false);
  });

  it("reads no report again that an interrupted run has read, wherever it stopped and whoever read it", async () => {
    // Several blocks, an odd line among them, and a file before that goes through the library.
    const long = Array.from({ length: 2 }, (_, copy) =>
      lines.map((line, at) =>
        line.replace('"id":"', `"id":"${copy}-`).replace('"text"', at % 90 === 7 ? '"te\\u0078t"' : '"text"'),
      ),
    ).flat();
    const filler = `{"id":"filler","text":"${"quay ".repeat(300_000)}"}\n`;
    writeFileSync(
      path("many.jsonl"),
      [
        ...long,
        filler,
        filler.replace("filler", "other"),
        ...long.map((line) => line.replace('"id":"', '"id":"z')),
      ].join(""),
    );
    writeFileSync(path("first.txt"), `A head line\n\n${corpus[0]!.text}\n`);
    const inputs = [path("first.txt"), path("many.jsonl")];
    const whole = await run(inputs, "many-whole.jsonl");
    for (const threads of [1, 2]) {
      for (const [step, amount] of [
        ["reading", 1_500_000],
        ["pairing", 1],
      ] as const) {
        const stop = new AbortController();
        const broken = run(inputs, "many.out.jsonl", {
          threads,
          signal: stop.signal,
          onProgress: (own) => own.step === step && own.done >= amount && stop.abort(new Error("stopped")),
        });
        await expect(broken).rejects.toThrow("stopped");
        expect(readdirSync(path("many.out.jsonl.parts"))).toContain("state");
        const read: number[] = [];
        const options = {
          resume: true,
          threads,
          onProgress: ({ step, done }: ReuseProgress) => step === "reading" && read.push(done),
        };
        expect(await run(inputs, "many.out.jsonl", options)).toBe(whole);
        if (step === "pairing") expect(read).toEqual([]);
        expect(existsSync(path("many.out.jsonl.parts"))).toBe(false);
      }
    }
  });

  it("names what it cannot use, keeps reports whose id is taken, and stops where strict", async () => {
    const text = corpus[0]!.text;
    const bad = [
      JSON.stringify({ id: "a", text }),
      "{",
      JSON.stringify({ id: "a", text }),
      '{"id":"c","text":null}',
      "",
    ];
    writeFileSync(path("bad.jsonl"), bad.join("\r\n"));
    const refused: string[] = [];
    const rows = parse(
      await run([path("bad.jsonl")], "bad-out.jsonl", {
        onRefused: ({ message }) => refused.push(message.replace(folder, "")),
      }),
    );
    expect(refused).toEqual([
      expect.stringMatching(/^\/bad.jsonl:2: not JSON/),
      "/bad.jsonl:4: the record has no text: no words under articleBody, maintext, text, body or content",
      "/bad.jsonl:3: an earlier report has the id a; this one goes by its place",
    ]);
    expect(rows.filter(({ kind }) => kind === "passage").map(({ a, b }) => [a.replace(folder, ""), b])).toEqual([
      ["/bad.jsonl:3", "a"],
    ]);
    expect(new Set(rows.map(({ a }) => a.replace(folder, "")))).toEqual(new Set(["/bad.jsonl:3", "a"]));
    await expect(run([path("bad.jsonl")], "strict.jsonl", { isStrict: true })).rejects.toThrow(/bad.jsonl:2/);
    expect(existsSync(path("strict.jsonl"))).toBe(false);
  });

  it("ranks ids by their JSON, whoever reads them, and takes a number for its digits and the place for none", async () => {
    const raw = [
      '"b"',
      '"a\\u0062"',
      "7",
      '"é"',
      '"a\\"c"',
      '"a"',
      '"a b"',
      '""',
      "null",
      '"b"',
      '"\\ud83d\\ude00"',
      '"b"',
    ];
    const written = raw.map((id) => `{"id":${id},"text":${JSON.stringify(corpus[0]!.text)}}\n`);
    writeFileSync(path("ids.jsonl"), written.join(""));
    const reports = (text: string) =>
      parse(text)
        .filter(({ kind }) => kind === "report")
        .map(({ a }) => a.replace(folder, ""));
    const places = ["/ids.jsonl:10", "/ids.jsonl:12", "/ids.jsonl:8", "/ids.jsonl:9"];
    expect(reports(await run([path("ids.jsonl")], "ids-out.jsonl"))).toEqual([
      ...places,
      ...'7|a|a b|a"c|ab|b|é|😀'.split("|"),
    ]);
    const csv = await run([path("ids.jsonl")], "ids-out.csv");
    expect(
      csv
        .split("\r\n")
        .filter((row) => row.startsWith("report"))
        .map((row) => row.split(",")[1]!.replace(folder, "")),
    ).toEqual([...places, ...'7|a|a b|"a""c"|ab|b|é|😀'.split("|")]);
  });

  it("writes CSV and Parquet, and refuses other names", async () => {
    const csv = await run([path("corpus.jsonl")], "out.csv");
    const rows = parse(await run([path("corpus.jsonl")], "again.jsonl"));
    const [head, first] = csv.split("\r\n");
    expect(head).toBe("kind,a,aFrom,aTo,b,bFrom,bTo,words,runs,reports,aShare,bShare,boilerplate");
    expect(first!.split(",").slice(0, 3)).toEqual([rows[0]!.kind, rows[0]!.a, String(rows[0]!.aFrom)]);
    await run([path("corpus.jsonl")], "out.parquet");
    const { asyncBufferFromFile, parquetReadObjects } = await import("hyparquet");
    const read = await parquetReadObjects({ file: await asyncBufferFromFile(path("out.parquet")) });
    expect(read).toHaveLength(rows.length);
    expect(read[0]).toMatchObject({ ...rows[0] });
    await expect(run([path("corpus.jsonl")], "out.txt")).rejects.toThrow(/must end in/);
    await expect(run([path("corpus.jsonl")], "no/out.csv")).rejects.toThrow(/no such folder/);
    await expect(writeReuse([path("corpus.jsonl")], path("corpus.jsonl"))).rejects.toThrow(/one of the files to read/);
  });

  it("writes no cell that a spreadsheet takes for a formula", async () => {
    const { text } = corpus[0]!;
    writeFileSync(path("sheet.jsonl"), ["=1+1", "-a, b"].map((id) => `${JSON.stringify({ id, text })}\n`).join(""));
    const csv = await run([path("sheet.jsonl")], "sheet.csv");
    const cells = csv
      .split("\r\n")
      .slice(1, -1)
      .map((line) => line.slice(line.indexOf(",") + 1).replace(/,[\d,].*/u, ""));
    expect(cells).toEqual([`"'-a, b"`, `"'-a, b"`, "'=1+1"]);
  });

  it("leaves the result that is there where no report can be read or none is of the days asked for", async () => {
    writeFileSync(path("void.jsonl"), "");
    writeFileSync(path("single.jsonl"), '{"id":"a","published":"2025-03-11","text":"The quay is shut."}');
    expect(await run([path("single.jsonl")], "kept.jsonl")).toBe("");
    writeFileSync(path("kept.jsonl"), "of another day");
    const days = { from: Date.parse("2024-03-11"), to: Date.parse("2024-03-12") };
    await expect(run([path("void.jsonl")], "kept.jsonl")).rejects.toThrow("void.jsonl: no report could be read");
    await expect(run([path("single.jsonl")], "kept.jsonl", { days })).rejects.toThrow(
      "single.jsonl: no report of the days asked for could be read",
    );
    expect(readFileSync(path("kept.jsonl"), "utf8")).toBe("of another day");
  });
});
