import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Analysis, readJson } from "../index.ts";
import type { Io } from "./io.ts";
import { run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "stemma-"));
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
function put(name: string, content: string | Uint8Array): string {
  writeFileSync(at(name), content);
  return at(name);
}

const ONE = put(
  "one.txt",
  "outlet: One\n\nMill burns\n\n“We saw thick smoke over the old mill,” Ana Ruiz told reporters on Monday.\n",
);
const TWO = put(
  "two.txt",
  "outlet: Two\n\n“We saw black smoke over the old mill,” Ana Ruiz told reporters. Nobody was hurt.\n",
);

/** Endings of files and the formats that they tell. */
const ENDINGS = [
  ["dot", "dot"],
  ["gv", "dot"],
  ["graphml", "graphml"],
  ["csv", "csv"],
  ["jsonld", "annotations"],
] as const;

/** Runs a command line as if typed; with `columns`, at a terminal. */
async function type(args: readonly string[], given: Partial<Io> & { input?: string } = {}) {
  const said = { out: "", err: "" };
  const io: Io = {
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
    stdin: (async function* () {
      yield new TextEncoder().encode(given.input ?? "");
    })(),
    env: {},
    columns: null,
    isWatched: false,
    now: () => 0,
    ...given,
  };
  return { status: await run(args, io), ...said };
}

describe("stemma compare", () => {
  it("prints the result and exits 0, with or without its name", async () => {
    const named = await type(["compare", ONE, TWO]);
    expect(named).toMatchObject({ status: 0, err: "" });
    expect(named.out).toContain("*black*");
    expect(await type([ONE, TWO])).toEqual(named);
  });

  it("reads standard input for -", async () => {
    const { status, out } = await type(["-", TWO], { input: readFileSync(ONE, "utf8") });
    expect(status).toBe(0);
    expect(out).toContain("thick smoke");
  });

  it("writes a page and JSON beside what it prints, whole or not at all", async () => {
    const { status, err } = await type([ONE, TWO, "--html", at("story.html"), "--json", at("story.json")]);
    expect({ status, err }).toEqual({ status: 0, err: `Wrote ${at("story.html")}\nWrote ${at("story.json")}\n` });
    expect(readFileSync(at("story.html"), "utf8")).toMatch(/^<!doctype html>/u);
    expect((await readJson(readFileSync(at("story.json"), "utf8"))).reports).toHaveLength(2);
    expect(readdirSync(folder).filter((name) => name.includes("tmp"))).toEqual([]);
  });

  it("prints JSON that readJson reads, with nothing else on standard output", async () => {
    const { out } = await type([ONE, TWO, "--format", "json", "--base", "B"]);
    const analysis: Analysis = await readJson(out);
    expect(analysis.base).toBe("B");
  });

  it("writes to a file instead of printing, in the format of its ending or the one asked for", async () => {
    const xml = await type([ONE, TWO, "--out", at("story.xml")]);
    expect(xml).toEqual({ status: 0, out: "", err: `Wrote ${at("story.xml")}\n` });
    expect(readFileSync(at("story.xml"), "utf8")).toBe((await type([ONE, TWO, "--format", "tei"])).out);
    for (const [ending, format] of ENDINGS) {
      await type([ONE, TWO, "--out", at(`story.${ending}`)]);
      expect(readFileSync(at(`story.${ending}`), "utf8")).toBe((await type([ONE, TWO, "--format", format])).out);
    }
    await type([ONE, TWO, "--out", at("story.data"), "--format", "annotations"]);
    expect(JSON.parse(readFileSync(at("story.data"), "utf8")).type).toBe("AnnotationCollection");
    expect(await type([ONE, TWO, "--out", ONE])).toMatchObject({ status: 2, out: "" });
  });

  it("takes a first word for a file where it is one, has a point in it or is near no command", async () => {
    for (const name of [put("./story", readFileSync(ONE, "utf8")), at("story.txt"), "wire"])
      expect((await type([name, ONE, TWO])).status).toBe(0);
  });

  it("reads standard input once where it is given twice, and says so", async () => {
    const { status, err } = await type(["-", "-", TWO], { input: readFileSync(ONE, "utf8") });
    expect({ status, err }).toEqual({ status: 0, err: "stemma: -: given twice; read once\n" });
    expect((await type(["-", "-"], { input: readFileSync(ONE, "utf8") })).err).not.toContain("white space");
  });

  it("takes corrections from a file, and says so", async () => {
    const side = (file: string) => ({ file, from: 15, to: 60 });
    const pairs = put("pairs.json", JSON.stringify({ pairs: [{ a: side(ONE), b: side(TWO), say: "not" }] }));
    const { status, out } = await type([ONE, TWO, "--pairs", pairs]);
    expect(status).toBe(0);
    expect(out).toContain("A reader set 1 pair not the same.");
    expect(out).not.toContain("Side by side");
  });

  it("takes options from a file", async () => {
    const config = put("config.json", '{"base": "B"}');
    expect((await readJson((await type([ONE, TWO, "--format", "json", "--config", config])).out)).base).toBe("B");
  });

  it("colors on a terminal alone, and never against NO_COLOR", async () => {
    const color = /\u001b\[/u;
    expect((await type([ONE, TWO], { columns: 100 })).out).toMatch(color);
    expect((await type([ONE, TWO], { columns: 100, env: { NO_COLOR: "1" } })).out).not.toMatch(color);
    expect((await type([ONE, TWO])).out).not.toMatch(color);
  });

  it("goes on without what it cannot read, says so there and in the result, and still exits 0", async () => {
    const { status, err, out } = await type([ONE, at("none.txt"), TWO, "--format", "json"]);
    expect({ status, err }).toEqual({ status: 0, err: `stemma: ${at("none.txt")}: no such file\n` });
    expect((await readJson(out)).notes).toEqual([{ message: `Not read: ${at("none.txt")}: no such file.` }]);
  });

  it("shows progress where somebody watches and it takes long, and takes it away again", async () => {
    let time = 0;
    const { err } = await type([ONE, TWO], { isWatched: true, now: () => (time += 600) });
    expect(err).toMatch(/Reading 2 of 2 …/u);
    expect(err.endsWith("\r\u001b[K")).toBe(true);
    expect((await type([ONE, TWO], { now: () => (time += 600) })).err).toBe("");
  });
});

describe("stemma quotes", () => {
  it("lists who said what, in one report or more", async () => {
    const { status, out, err } = await type(["quotes", ONE]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain("Ana Ruiz · 1 quotation in A\nA   “We saw thick smoke over the old mill”");
    expect((await type(["quotes", ONE, TWO])).out).toContain("Ana Ruiz · 2 quotations in A and B");
  });

  it("writes a table to a file, in the format of its ending, and never over a report", async () => {
    const { out, err } = await type(["quotes", ONE, "--out", at("quotes.csv")]);
    expect({ out, err }).toEqual({ out: "", err: `Wrote ${at("quotes.csv")}\n` });
    expect(readFileSync(at("quotes.csv"), "utf8")).toMatch(/^speaker,.*\r\nAna Ruiz,direct,told,/u);
    expect((await type(["quotes", ONE, "--out", ONE])).err).toMatch(/not overwritten/u);
    const { quotations } = JSON.parse((await type(["quotes", ONE, "--format", "json"])).out);
    expect(quotations).toMatchObject([{ speaker: "Ana Ruiz", file: ONE, venue: "reporters" }]);
  });

  it("writes for the terminal to a name that tells no format, and in the format asked for to any", async () => {
    const shown = (await type(["quotes", ONE])).out;
    for (const name of ["quotes.txt", "quotes", "quotes.log"]) {
      await type(["quotes", ONE, "--out", at(name)]);
      expect(readFileSync(at(name), "utf8")).toBe(shown);
    }
    await type(["quotes", ONE, "--out", at("quotes.html"), "--format", "csv"]);
    expect(readFileSync(at("quotes.html"), "utf8")).toMatch(/^speaker,/u);
  });

  it("takes part of a name for a speaker, and the nearest for a slip", async () => {
    expect((await type(["quotes", ONE, TWO, "--speaker", "ruiz"])).out).toContain("Ana Ruiz · 2 quotations");
    const { status, err } = await type(["quotes", ONE, "--speaker", "Ana Riuz"]);
    expect({ status, err }).toEqual({
      status: 2,
      err: "stemma: --speaker Ana Riuz: nobody of that name is credited; did you mean Ana Ruiz?\n",
    });
  });

  it("goes on without what it cannot read, and exits 2 where nothing is left", async () => {
    const { status, err } = await type(["quotes", ONE, at("none.txt")]);
    expect({ status, err }).toEqual({ status: 0, err: `stemma: ${at("none.txt")}: no such file\n` });
    expect(await type(["quotes", at("none.txt")])).toMatchObject({ status: 2, out: "" });
    expect((await type(["quotes", ONE, "--format", "cvs"])).err).toMatch(/did you mean csv\?/u);
    expect((await type(["qoutes", ONE])).err).toMatch(/did you mean quotes\?/u);
  });
});

describe("stemma, given what it cannot use, says one sentence and exits 2", () => {
  const cases: readonly [string, readonly string[], RegExp][] = [
    [
      "no such file",
      [at("a.txt"), at("b.txt")],
      /a\.txt: no such file\n.*b\.txt: no such file\n.*: no report could be read/u,
    ],
    ["no name", ["", TWO], /^stemma: "": no such file\n/u],
    [
      "no such file of stories",
      ["compare", "--from", ONE, "--story", "a", "--stories", at("none.jsonl")],
      /none\.jsonl: no such file\n/u,
    ],
    ["a folder", [folder, TWO], /: this is a folder, not a report\n.*only one report could be read/u],
    ["an empty file", [put("empty.txt", " \n"), TWO], /empty\.txt: /u],
    ["a binary file", [put("binary.txt", new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1])), TWO], /binary\.txt: /u],
    ["a page without an article", [put("menu.html", "<ul><li><a href=/>Home</a></ul>"), TWO], /menu\.html: /u],
    ["malformed JSON", [put("bad.json", '{\n"a": }'), TWO], /bad\.json.*(?:line 2|:2)/u],
    ["one report only", [ONE], /one\.txt: only one report could be read; a comparison takes two/u],
    ["the same file twice", [ONE, ONE], /only one report could be read/u],
    ["an unknown option", [ONE, TWO, "--htm", "x"], /unknown option '--htm' \(Did you mean --html\?\)/u],
    ["an unknown command", ["comapre", ONE, TWO], /comapre: no such command; did you mean compare\?/u],
    ["a format that is nearly one", [ONE, TWO, "--format", "grafml"], /did you mean graphml\?/u],
    ["an unknown format", [ONE, TWO, "--format", "jsn"], /--format jsn: no such format; did you mean json\?/u],
    ["an unknown siglum", [ONE, TWO, "--base", "C"], /--base C: no such report; there are A to B/u],
    ["no file", ["compare"], /compare: name two files or more, or a corpus with --from/u],
    [
      "an unknown key",
      [ONE, TWO, "--config", put("key.json", '{"bse": "A"}')],
      /key\.json: unknown option bse; did you mean base\?/u,
    ],
    [
      "options that are no JSON",
      [ONE, TWO, "--config", put("image.json", new Uint8Array([0x89, 0x50, 10, 26, 10]))],
      /image\.json: not JSON, such as \{"base": "B"\}\n$/u,
    ],
    [
      "an unknown siglum in a file",
      [ONE, TWO, "--config", put("base.json", '{"base": "C"}')],
      /base\.json: base C: no such report; there are A to B\n/u,
    ],
    ["a wrong value", [ONE, TWO, "--config", put("value.json", '{"base": 1}')], /value\.json: base must be a string/u],
    ["no such file of pairs", [ONE, TWO, "--pairs", at("none.json")], /none\.json: no such file/u],
    [
      "a pair on no report",
      [
        ONE,
        TWO,
        "--pairs",
        put(
          "nowhere.json",
          '{"pairs": [{"a": {"file": "x", "from": 0, "to": 1}, "b": {"file": "y", "from": 0, "to": 1}, "say": "not"}]}',
        ),
      ],
      /nowhere\.json: pair 1: there is no report x/u,
    ],
    [
      "an output that is the file of pairs",
      [ONE, TWO, "--pairs", put("own.json", '{"pairs": []}'), "--json", at("own.json")],
      /own\.json: this is one of the files to read; not overwritten/u,
    ],
    ["no folder to write to", [ONE, TWO, "--html", at("none/story.html")], /there is no such folder to write to/u],
    [
      "an output that is an input",
      [ONE, TWO, "--json", ONE],
      /one\.txt: this is one of the files to read; not overwritten/u,
    ],
    ["a command that is near none of ours", ["help", "nonsense"], /nonsense: no such command; there are compare/u],
    [
      "a mistyped command before files that can be read",
      ["story", ONE, TWO],
      /story: no such command; did you mean stories\?/u,
    ],
    [
      "one file for two results",
      [ONE, TWO, "--html", at("both"), "--json", at("both")],
      /both: two results cannot go to one file/u,
    ],
    [
      "an option where a file should stand",
      [ONE, TWO, "--html", "--json", at("x.json")],
      /--html: --json stands where its value should; a file of that name is \.\/--json/u,
    ],
    ["an option with nothing behind it", [ONE, TWO, "--out", ""], /--out: there is nothing behind it/u],
    [
      "an ending of another command",
      [ONE, TWO, "--out", at("story.parquet")],
      /story\.parquet: this command writes no \.parquet, but \.txt, \.html/u,
    ],
    [
      "an ending that quotes does not write",
      ["quotes", ONE, "--out", at("x.html")],
      /x\.html: this command writes no \.html, but \.txt, \.json, \.csv; --format writes to any name/u,
    ],
    ["nobody to be heard", ["quotes", ONE, "--speaker", ""], /--speaker: there is nothing behind it/u],
    ["no word to be heard", ["quotes", ONE, "--speaker", "–"], /--speaker –: there is no word in it; name somebody/u],
  ];

  it.each(cases)("%s", async (_, args, sentence) => {
    const { status, out, err } = await type(args);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(sentence);
    expect(err).toMatch(/^(?:stemma: [^\n]+\n)+$/u);
  });

  it("an output that is an input under another name", async () => {
    symlinkSync(ONE, at("link.txt"));
    expect((await type([ONE, TWO, "--html", at("link.txt")])).err).toMatch(
      /link\.txt: this is one of the files to read/u,
    );
    expect(readFileSync(ONE, "utf8")).toMatch(/^outlet: One/u);
  });

  it("a name that would command the terminal", async () => {
    expect((await type(["\u001b[2J.txt", TWO])).err).toContain("␛[2J.txt: no such file");
    expect((await type(["a\nb.txt", TWO])).err).toMatch(/^stemma: a␊b\.txt: no such file\n/u);
  });
});

describe("stemma", () => {
  it("explains itself with examples", async () => {
    for (const args of [["--help"], ["compare", "--help"], ["help"], ["help", "help"], ["help", "quotes"]]) {
      const { status, out } = await type(args);
      expect(status).toBe(0);
      expect(out).toContain("stemma compare wire.txt post.html");
    }
    expect((await type(["--version"])).out).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });

  it("calls its own bug a bug: exit 1, the trace only if asked for", async () => {
    const broken = () => {
      throw new TypeError("broken");
    };
    const plain = await type([ONE, TWO], { out: broken });
    expect(plain).toMatchObject({ status: 1 });
    expect(plain.err).toMatch(/^stemma: this is a fault of ours: broken\nset STEMMA_DEBUG=1/u);
    expect((await type([ONE, TWO], { out: broken, env: { STEMMA_DEBUG: "1" } })).err).toContain("run.test.ts");
  });
});
