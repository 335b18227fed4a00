import { execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process, { execPath } from "node:process";
import { afterAll, describe, expect, it } from "vitest";
import { checkApart, checkOutput, writeOutput, writeWith } from "./output.ts";

const folder = mkdtempSync(join(tmpdir(), "stemma-output-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(at(name), "utf8");
function put(name: string, text = "old"): string {
  writeFileSync(at(name), text);
  return at(name);
}

describe("writeOutput", () => {
  it("writes a new file, and one in the place of another with its mode", async () => {
    await writeOutput(at("new"), ["one ", "two"]);
    expect(read("new")).toBe("one two");
    for (const mode of [0o600, 0o664]) {
      chmodSync(put("kept"), mode);
      await writeOutput(at("kept"), "new");
      expect(read("kept")).toBe("new");
      expect(statSync(at("kept")).mode & 0o777).toBe(mode);
    }
  });

  it("writes where a link leads, through others and where nothing is yet, and leaves the link", async () => {
    mkdirSync(at("inner"));
    put("inner/target");
    symlinkSync("inner/target", at("one"));
    symlinkSync("one", at("two"));
    symlinkSync("inner/none", at("loose"));
    await writeOutput(at("two"), "new");
    await writeOutput(at("loose"), "made");
    expect([read("inner/target"), read("inner/none")]).toEqual(["new", "made"]);
    for (const link of ["one", "two", "loose"]) expect(lstatSync(at(link)).isSymbolicLink()).toBe(true);
  });

  it("says so where links go round in a circle", async () => {
    symlinkSync("b", at("a"));
    symlinkSync("a", at("b"));
    await expect(writeOutput(at("a"), "x")).rejects.toThrow(/links lead round in a circle \(ELOOP\)/u);
  });

  it("leaves the old file and no other where it is interrupted or what is to be written fails", async () => {
    put("old");
    const stop = new AbortController();
    const parts = function* () {
      yield "half";
      stop.abort(new Error("stopped"));
      yield "rest";
    };
    await expect(writeOutput(at("old"), parts(), stop.signal)).rejects.toThrow("stopped");
    const failing = writeWith(at("old"), async (write) => {
      await write("half");
      throw new Error("broken");
    });
    await expect(failing).rejects.toThrow("broken");
    expect(read("old")).toBe("old");
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0)("refuses a file that may only be read", async () => {
    chmodSync(put("locked"), 0o444);
    expect(() => checkOutput(at("locked"), [])).toThrow(/cannot be written: permission denied \(EACCES\)/u);
    await expect(writeOutput(at("locked"), "new")).rejects.toThrow(/permission denied \(EACCES\)/u);
    expect(read("locked")).toBe("old");
  });
});

describe.skipIf(process.platform === "win32")("writeOutput, into what is no file", () => {
  /** A pipe with a name, and all that a reader of it gets. */
  function makePipe(name: string, reader: string): Promise<string> {
    execFileSync("mkfifo", [at(name)]);
    const child = spawn("sh", ["-c", `${reader} < ${name}`], { cwd: folder });
    let got = "";
    child.stdout.on("data", (chunk) => (got += chunk));
    return new Promise((done) => child.on("close", () => done(got)));
  }

  it("writes to a pipe, which stays one", async () => {
    const got = makePipe("pipe", "cat");
    checkOutput(at("pipe"), [at("pipe")]);
    await writeOutput(at("pipe"), ["one ", "two"]);
    expect(await got).toBe("one two");
    expect(lstatSync(at("pipe")).isFIFO()).toBe(true);
  });

  it("is content where its reader goes away early", async () => {
    const got = makePipe("short", "head -c 3");
    await writeOutput(
      at("short"),
      Array.from({ length: 100 }, () => "x".repeat(10_000)),
    );
    expect(await got).toBe("xxx");
  });

  it("writes to standard output where a link leads there, behind what a file has already", async () => {
    symlinkSync("/dev/stdout", at("out.csv"));
    const script = `import { writeOutput } from ${JSON.stringify(new URL("output.ts", import.meta.url).href)};
      await writeOutput("out.csv", "one "); await writeOutput("out.csv", "two")`;
    put("script.mjs", script);
    expect(execFileSync(execPath, ["script.mjs"], { cwd: folder, encoding: "utf8" })).toBe("one two");
    put("log", "zero ");
    execFileSync("sh", ["-c", `"${execPath}" script.mjs >> log`], { cwd: folder });
    expect(read("log")).toBe("zero one two");
    expect(lstatSync(at("out.csv")).isSymbolicLink()).toBe(true);
  });
});

describe("checkOutput", () => {
  it.each([
    ["inner-none/x", /there is no such folder to write to/u],
    ["", /this is a folder; name a file to write/u],
    ["input", /this is one of the files to read; not overwritten/u],
    ["alias", /this is one of the files to read; not overwritten/u],
  ])("refuses %j", (name, sentence) => {
    put("input");
    rmSync(at("alias"), { force: true });
    symlinkSync("input", at("alias"));
    expect(() => checkOutput(at(name), [at("none"), at("input")])).toThrow(sentence);
  });

  it("takes a new file and one that is there", () => {
    expect(() => checkOutput(at("fresh"), [put("input")])).not.toThrow();
    expect(() => checkOutput(put("there"), [at("input")])).not.toThrow();
  });
});

describe("checkApart", () => {
  it("refuses one file for two results, under whatever names, there already or not", () => {
    symlinkSync("later", at("other"));
    expect(() => checkApart([at("later"), at("other")])).toThrow(/other: two results cannot go to one file/u);
    expect(() => checkApart([put("same"), join(folder, ".", "same")])).toThrow(/two results/u);
    expect(() => checkApart([at("same"), at("later")])).not.toThrow();
    expect(() => checkApart(["/dev/null", "/dev/null"])).not.toThrow();
  });
});
