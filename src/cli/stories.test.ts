import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "./run.ts";

const LINES = [
  '{"id":"d","outlet":"Meridian Wire","published":"2025-03-11","title":"Ferry Ardent runs aground off Torvik with 61 aboard","text":"The ferry Ardent ran aground on a sandbank off Torvik early on Tuesday. All 61 passengers were taken off by the lifeboat Halvar, the coast guard said."}',
  "not JSON",
  '{"id":"e","outlet":"Harbour Courier","published":"2025-03-11","title":"61 rescued from grounded ferry near Torvik","text":"A lifeboat took 61 passengers off the Ardent after the ferry struck a sandbank near Torvik, the coast guard said. The skipper of the Halvar praised the crew."}',
  '{"id":"f","published":"2025-03-12","title":"Bakers quarrel over the price of rye","text":"Bakers in Ostrel want more for a loaf of rye."}',
];

async function start(...args: readonly string[]): Promise<{ status: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const stdin = (async function* () {})();
  const status = await run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    stdin,
    env: {},
    columns: null,
    isWatched: false,
    now: () => 0,
  });
  return { status, out, err };
}

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
    expect((await start("stories", file, "--out", "stories.txt")).err).toContain("must end in .jsonl");
  });
});
