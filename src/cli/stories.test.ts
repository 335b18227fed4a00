import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { start } from "../../test/start.ts";
import { readParquet } from "../engine/parquet.ts";
import { packParquet } from "../engine/table.ts";
import { readJson } from "../index.ts";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));

const LINES = [
  '{"id":"d","outlet":"Meridian Wire","published":"2025-03-11","title":"Ferry Ardent runs aground off Torvik with 61 aboard","text":"The ferry Ardent ran aground on a sandbank off Torvik early on Tuesday. All 61 passengers were taken off by the lifeboat Halvar, the coast guard said."}',
  "not JSON",
  '{"id":"e","outlet":"Harbour Courier","published":"2025-03-11","title":"61 rescued from grounded ferry near Torvik","text":"A lifeboat took 61 passengers off the Ardent after the ferry struck a sandbank near Torvik, the coast guard said. The skipper of the Halvar praised the crew."}',
  '{"id":"f","published":"2025-03-12","title":"Bakers quarrel over the price of rye","text":"Bakers in Ostrel want more for a loaf of rye."}',
];

function makeFile(): { folder: string; file: string } {
  const folder = mkdtempSync(join(tmpdir(), "stemma-stories-"));
  const file = join(folder, "reports.jsonl");
  writeFileSync(file, LINES.join("\n"));
  return { folder, file };
}

describe("stemma stories", () => {
  it("prints a short list in 80 columns and names the line that it could not use", async () => {
    const { file } = makeFile();
    const { status, out, err } = await start("stories", file);
    expect(status).toBe(0);
    expect(out).toContain("story-d · 2 reports");
    expect(out).toContain("2025-03-11  Meridian Wire: Ferry Ardent");
    expect(out.split("\n").every((line) => [...line].length <= 80)).toBe(true);
    expect(err).toContain(`${file}:2`);
    expect(err).toContain("1 story of 2 among 3 reports");
  });

  it("writes a story a line, with its reasons and where each report has them", async () => {
    const { folder, file } = makeFile();
    const out = join(folder, "stories.jsonl");
    expect((await start("stories", file, "--out", out)).status).toBe(0);
    const [story] = readFileSync(out, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(story.reports.map(({ id }: { id: string }) => id)).toEqual(["d", "e"]);
    const records = LINES.flatMap((line) => (line.startsWith("{") ? [JSON.parse(line)] : []));
    const words = story.reasons.map(
      ({ places: [place] }: { places: { report: string; field: string; from: number; to: number }[] }) =>
        records.find(({ id }) => id === place!.report)[place!.field].slice(place!.from, place!.to),
    );
    expect(words).toContain("Ardent");
  });

  it("stops at the first bad line where it is strict, and refuses options out of range", async () => {
    const { file } = makeFile();
    expect((await start("stories", file, "--strict")).status).toBe(2);
    expect((await start("stories", file, "--least", "2")).err).toContain("not a number from 0.01 to 0.99");
    expect((await start("stories", file, "--out", "stories.txt")).err).toContain(
      "stories.txt: the name must end in .jsonl, .csv or .parquet",
    );
  });

  it("writes the reports of the stories as a table, the same in CSV and Parquet, no cell a formula", async () => {
    const { folder, file } = makeFile();
    writeFileSync(file, readFileSync(file, "utf8").replace('"61 rescued', '"=61 rescued, \\"all\\"'));
    const [csv, parquet] = [join(folder, "stories.csv"), join(folder, "stories.parquet")];
    expect((await start("stories", file, "--out", csv)).err).toContain(`wrote ${csv}`);
    expect((await start("stories", file, "--out", parquet)).status).toBe(0);
    const [head, , second] = readFileSync(csv, "utf8").split("\r\n");
    expect(head).toMatch(/^story,storyConfidence,reports,report,confidence,outlet,/u);
    expect(second).toContain(`,e,`);
    expect(second).toContain(`"'=61 rescued, ""all"" from grounded ferry`);
    const rows = [];
    for await (const row of readParquet(parquet)) rows.push(row);
    expect(rows).toMatchObject([
      { story: "story-d", reports: 2, report: "d", outlet: "Meridian Wire", url: null, place: `${file}:1` },
      { story: "story-d", reports: 2, report: "e", title: '=61 rescued, "all" from grounded ferry near Torvik' },
    ]);
    const [{ field, from, to }] = JSON.parse(rows[1]!.shared as string);
    expect(JSON.parse(LINES[2]!)[field === "title" ? "text" : field].slice(from, to)).not.toBe("");
  });

  it("counts and names what it cannot use, and says in a sentence what there is nothing to do with", async () => {
    const { folder, file } = makeFile();
    expect((await start("stories", file)).err).toContain("1 line or file could not be used\n");
    const put = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const empty = put("empty.jsonl", "");
    expect(await start("stories", empty)).toMatchObject({
      status: 2,
      err: `stemma: ${empty}: no report could be read\n`,
    });
    const one = await start("stories", put("one.jsonl", `${LINES[0]}\n`));
    expect(one).toMatchObject({ status: 0, out: "" });
    expect(one.err).toContain("A story takes two reports, and there is only one.");
    const undated = put("undated.jsonl", LINES.join("\n").replaceAll(/"published":"[^"]*",/gu, ""));
    expect((await start("stories", undated)).err).toContain("No report has a date:");
    const since = await start("stories", undated, "--since", "2025-01-01");
    expect(since.status).toBe(2);
    expect(since.err).toContain("3 without a date left out");
    expect(since.err).toContain("none of the 3 reports is of the days asked for");
    const never = await start("stories", undated, "--since", "2025-02-30");
    expect(never.err).toBe("stemma: --since 2025-02-30: not a day such as 2025-03-11\n");
    const turned = await start("stories", undated, "--since", "2025-03-02", "--until", "2025-03-01");
    expect(turned.err).toBe("stemma: --since 2025-03-02: later than --until 2025-03-01\n");
    const day = await start("stories", file, "--since", "2024-02-29", "--until", "2025-03-12");
    expect(day.err).toContain("among 3 reports");
  });

  it("tells beforehand what would be read, and writes nothing", async () => {
    const { folder, file } = makeFile();
    const { out } = await start("stories", file, "--dry-run", "--out", join(folder, "stories.csv"));
    expect(out).toBe("1 file, 0.0 MB\nAbout 3 reports; about a second on this machine. Nothing was written.\n");
    expect((await start("stories", file, "--dry-run", "--since", "2025-03-12")).out).toContain("1 of them of the days");
    expect((await start("stories", "-", "--dry-run")).out).toContain("cannot be told beforehand");
    expect(readdirSync(folder)).toEqual(["reports.jsonl"]);
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("ends at %s with %i and leaves no file", async (signal, status) => {
    const { folder } = makeFile();
    const child = spawn(execPath, [MAIN, "stories", "-", "--out", join(folder, "stories.jsonl")]);
    let said = "";
    child.stderr.on("data", (chunk) => {
      said += chunk;
      if (said.includes("-:2") && !child.killed) child.kill(signal);
    });
    child.stdin.write(`${LINES.join("\n")}\n`); // and the pipe is held open
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect({ code, said: said.split("\n")[1] }).toEqual({
      code: status,
      said: "stemma: interrupted; no result was written",
    });
    expect(readdirSync(folder)).toEqual(["reports.jsonl"]);
  });
});

describe("stemma stories, interrupted while it reads", () => {
  /** Enough to be read for seconds, with a bad line first, which tells that reading has begun. */
  function makeLong(): { folder: string; file: string } {
    const { folder, file } = makeFile();
    const words = Array.from({ length: 300 }, (_, at) => `word${at}`).join(" ");
    const lines = Array.from({ length: 20_000 }, (_, id) => `{"id":${id},"text":"Torvik ${id} ${words}"}`);
    writeFileSync(file, ["not JSON", ...lines].join("\n"));
    return { folder, file };
  }

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("ends at %s with %i, soon, and leaves no file", async (signal, status) => {
    const { folder, file } = makeLong();
    const child = spawn(execPath, [MAIN, "stories", file, "--out", join(folder, "stories.csv")]);
    let said = "";
    let sent = 0;
    child.stderr.on("data", (chunk) => {
      said += chunk;
      if (child.killed) return;
      child.kill(signal);
      sent = performance.now();
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(performance.now() - sent).toBeLessThan(2000);
    expect({ code, said: said.split("\n")[1] }).toEqual({
      code: status,
      said: "stemma: interrupted; no result was written",
    });
    expect(readdirSync(folder)).toEqual(["reports.jsonl"]);
  });
});

describe("stemma reuse, interrupted while standard input has nothing for it", () => {
  it("ends at once, though the pipe is held open", async () => {
    const { folder } = makeFile();
    const child = spawn(execPath, [MAIN, "reuse", "-", "--out", join(folder, "passages.csv")]);
    let said = "";
    child.stderr.on("data", (chunk) => (said += chunk));
    // More than a pipe holds: once it is gone, the program is reading.
    child.stdin.write(`${LINES[0]}\n`.repeat(3000), () => child.kill("SIGINT"));
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect({ code, said }).toEqual({
      code: 130,
      said: expect.stringMatching(/^stemma: interrupted; no result was written, and --resume goes on/u),
    });
    expect(readdirSync(folder)).toEqual(["reports.jsonl"]);
  });
});

describe("stemma compare --from", () => {
  const good = LINES.filter((line) => line.startsWith("{"));

  it("opens a story of lines, plain and packed, of Parquet and of a folder, with the options of compare", async () => {
    const { folder, file } = makeFile();
    const packed = join(folder, "packed.jsonl.gz");
    writeFileSync(packed, gzipSync(LINES.join("\n")));
    const columns = { id: "text", outlet: "text", published: "text", title: "text", text: "text" } as const;
    const rows = good.map((line) => ({ outlet: null, ...JSON.parse(line) }));
    writeFileSync(join(folder, "rows.parquet"), await packParquet(columns, rows));
    for (const input of [file, packed, join(folder, "rows.parquet")]) {
      const { out } = await start("compare", "--from", input, "--story", "story-d", "--format", "json", "--base", "B");
      const { base, reports } = await readJson(out);
      expect(base).toBe("B");
      expect(reports.map(({ report }) => report.outlet).sort()).toEqual(["Harbour Courier", "Meridian Wire"]);
      for (const { report } of reports) {
        expect(report.origin.place).toMatch(/:[123]$/u);
        const record = rows.find(({ outlet }) => outlet === report.outlet);
        expect(report.text).toBe(`${record.title}\n\n${record.text}`);
        expect(report.published).not.toBeNull();
      }
    }
    const inner = join(folder, "inner");
    mkdirSync(inner);
    for (const [at, line] of good.entries()) writeFileSync(join(inner, `${at}.json`), line);
    writeFileSync(join(inner, "plain.txt"), "Nothing to do with it.");
    const [, id] = /^(story-\S+) · 2 reports/u.exec((await start("stories", inner)).out)!;
    const { out, status } = await start("compare", "--from", inner, "--story", id!, "--out", join(folder, "d.html"));
    expect({ out, status }).toEqual({ out: "", status: 0 });
    expect(readFileSync(join(folder, "d.html"), "utf8")).toContain("Harbour Courier");
  });

  it("takes the stories from a file that stories has written", async () => {
    const { folder, file } = makeFile();
    const index = join(folder, "stories.jsonl");
    await start("stories", file, "--out", index);
    const grouped = await start("compare", "--from", file, "--story", "story-d");
    const read = await start("compare", "--from", file, "--story", "story-d", "--stories", index);
    expect(read.out).toBe(grouped.out);
    expect(read.err).toBe("");
    const bad = await start("compare", "--from", file, "--story", "story-d", "--stories", file);
    expect(bad).toMatchObject({
      status: 2,
      err: `stemma: ${file}:1: not a story as \`stemma stories --out FILE.jsonl\` writes it\n`,
    });
    const other = join(folder, "other.jsonl");
    writeFileSync(other, good[2]!);
    const elsewhere = await start("compare", "--from", other, "--story", "story-d", "--stories", index);
    expect(elsewhere.err).toContain(`${file}:1: no such report in what --from names`);
    expect(elsewhere.status).toBe(2);
  });

  it.each([
    [["--from", "FILE"], "say which story with --story"],
    [["--from", "FILE", "--story", "story-f"], "no such story; did you mean story-d (Ferry Ardent runs"],
    [["--from", "FILE", "--story", "something else"], "no such story among 1; `stemma stories`"],
    [["--from", "FILE", "--story", "story-d", "--least", "9"], "not a number from 0.01 to 0.99"],
    [["--from", "-", "--story", "d"], "standard input can be read only once"],
    [["FILE", "--story", "story-d"], "--story: only together with --from"],
    [["FILE", "--from", "FILE", "--story", "d"], "either files or --from, not both"],
    [["--from", "FILE", "--story", "d", "--stories", "FILE", "--window", "3"], "--window: not together with --stories"],
    [[], "name two files or more, or a corpus with --from"],
  ])("says what is wrong with %j", async (args, sentence) => {
    const { file } = makeFile();
    const { status, out, err } = await start("compare", ...args.map((arg) => (arg === "FILE" ? file : arg)));
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain(sentence);
  });
});
