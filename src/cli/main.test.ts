import { execFile, spawn } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "stemma-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the program", () => {
  it("shows the example without arguments, and leaves its page where it says", async () => {
    const { stdout, stderr } = await promisify(execFile)(execPath, [MAIN], { cwd: folder });
    expect(stdout).toMatch(/^Stemma · 3 reports/u);
    expect(stderr).toMatch(/^Wrote stemma\.html\n\nThis was the example/u);
    expect(readFileSync(join(folder, "stemma.html"), "utf8")).toMatch(/<\/html>\n$/u);
  });

  it("exits 2 for bad input", async () => {
    const failed = promisify(execFile)(execPath, [MAIN, "none.txt"], { cwd: folder });
    await expect(failed).rejects.toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(/^stemma: none/u),
    });
  });

  it("ends quietly when nobody reads on", async () => {
    const words = Array.from({ length: 300 }, (_, at) => `Word number ${at} of a long report.`).join("\n");
    for (const name of ["a.txt", "b.txt"]) writeFileSync(join(folder, name), `outlet: ${name}\n\n${words}\n`);
    const child = spawn(execPath, [MAIN, "a.txt", "b.txt", "--format", "json", "--html", "a.html"], { cwd: folder });
    let said = "";
    child.stderr.on("data", (chunk) => (said += chunk));
    child.stdout.once("data", () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on("close", resolve));
    expect({ status, said }).toEqual({ status: 0, said: "Wrote a.html\n" });
  });

  it("writes what it says behind what it prints where both are one pipe and the reader is slow", async () => {
    const words = Array.from({ length: 300 }, (_, at) => `Word number ${at} of a long report.`).join("\n");
    for (const name of ["e.txt", "f.txt"]) writeFileSync(join(folder, name), `outlet: ${name}\n\n${words}\n`);
    const line = `"${execPath}" "${MAIN}" e.txt none.txt f.txt --format json --html e.html 2>&1 | (sleep 1; cat)`;
    const { stdout } = await promisify(execFile)("sh", ["-c", line], { cwd: folder, maxBuffer: 1e8 });
    expect(stdout.length).toBeGreaterThan(100_000); // more than a pipe holds
    expect(stdout).toMatch(/^stemma: none\.txt: no such file\n\{[\s\S]*\n\}\nWrote e\.html\n$/u);
  });

  it.skipIf(!existsSync("/usr/bin/script"))(
    "is 80 columns wide on a terminal that does not know its width",
    async () => {
      for (const name of ["g.txt", "h.txt"])
        writeFileSync(
          join(folder, name),
          `outlet: ${name}\n\n${"The mill at Port Vell burned in the night. ".repeat(4)}\n`,
        );
      const line = `stty cols 0; "${execPath}" "${MAIN}" g.txt h.txt`;
      const done = promisify(execFile)("script", ["-qc", line, "/dev/null"], { cwd: folder });
      done.child.stdin!.end();
      const { stdout } = await done;
      const rule = /── Findings ─+/u.exec(stdout)!;
      expect([rule[0].length, stdout.includes("\u001b[1m")]).toEqual([80, true]);
    },
  );

  it.skipIf(!existsSync("/dev/full"))("says in a sentence that standard output cannot be written", async () => {
    for (const name of ["c.txt", "d.txt"]) writeFileSync(join(folder, name), `outlet: ${name}\n\nThe mill burned.\n`);
    const full = openSync("/dev/full", "w");
    const child = spawn(execPath, [MAIN, "c.txt", "d.txt"], { cwd: folder, stdio: ["ignore", full, "pipe"] });
    closeSync(full);
    let said = "";
    child.stderr!.on("data", (chunk) => (said += chunk));
    const status = await new Promise((resolve) => child.on("close", resolve));
    expect({ status, said }).toEqual({
      status: 2,
      said: "stemma: standard output: no space left on the disk (ENOSPC)\n",
    });
  });
});
