import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { start } from "../../test/start.ts";

const WORDS =
  "the harbour board voted late on Monday to close the old fish hall before the winter storms come in again";

/** A folder with a file of four reports, of which two share words; the last one has no date. */
function makeFile(): { folder: string; file: string } {
  const folder = mkdtempSync(join(tmpdir(), "stemma-"));
  const file = join(folder, "reports.jsonl");
  const reports = [
    { id: "a", published: "2025-03-10", text: `In Ostrel ${WORDS}.` },
    { id: "b", published: "2025-03-11", text: `As we reported, ${WORDS}, officials said.` },
    { id: "c", published: "2025-03-12", text: "Bakers want more for a loaf of rye." },
    { id: "d", published: null, text: "Nobody knows when this was written." },
  ];
  writeFileSync(file, reports.map((report) => `${JSON.stringify(report)}\n`).join(""));
  return { folder, file };
}

describe("stemma reuse", () => {
  it("writes what is shared and says how much", async () => {
    const { folder, file } = makeFile();
    const out = join(folder, "passages.jsonl");
    const { status, err } = await start("reuse", file, "--out", out);
    expect({ status, err }).toEqual({ status: 0, err: `Read 4 reports in 0.0 s\nWrote ${out}: 3 rows\n` });
    const [passage] = readFileSync(out, "utf8").split("\n");
    expect(JSON.parse(passage!)).toMatchObject({ kind: "passage", a: "a", b: "b", words: WORDS.split(" ").length });
  });

  it("tells beforehand what would be read, and writes nothing", async () => {
    const { folder, file } = makeFile();
    const { out } = await start("reuse", file, "--dry-run", "--out", join(folder, "passages.csv"));
    expect(out).toBe("1 file, 0.0 MB\nAbout 4 reports; about a second on this machine. Nothing was written.\n");
    expect((await start("reuse", "-", "--dry-run")).out).toContain("cannot be told beforehand");
    expect(readdirSync(folder)).toEqual(["reports.jsonl"]);
  });

  it("tells beforehand how many are of the days asked for: none without a date", async () => {
    const { file } = makeFile();
    const tell = async (...days: readonly string[]) => (await start("reuse", file, "--dry-run", ...days)).out;
    expect(await tell("--since", "2025-03-11")).toContain("About 4 reports, 2 of them of the days asked for;");
    expect(await tell("--until", "2025-03-10")).toContain("About 4 reports, 1 of them of the days asked for;");
    expect(await tell("--since", "2026-01-01")).toContain("About 4 reports, 0 of them of the days asked for;");
  });

  it("refuses what makes no sense, before it reads", async () => {
    const { file } = makeFile();
    const refuse = async (...args: readonly string[]) => {
      const { status, err } = await start("reuse", file, ...args);
      expect(status).toBe(2);
      return err;
    };
    expect(await refuse()).toBe("stemma: --out: name the file to write, .jsonl, .csv or .parquet\n");
    expect(await refuse("--out", "x.txt")).toBe("stemma: x.txt: the name must end in .jsonl, .csv or .parquet\n");
    expect(await refuse("--threads", "0")).toBe("stemma: --threads 0: not a whole number from 1 to 64\n");
    expect(await refuse("--gram", "eight")).toBe("stemma: --gram eight: not a whole number from 2 to 32\n");
  });
});
