import { execFileSync } from "node:child_process";
import { existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import {
  analyze,
  readReports,
  renderAnnotations,
  renderCsv,
  renderDot,
  renderGraphml,
  renderProv,
  renderTei,
  renderTerminal,
} from "../src/index.ts";

const ROOT = join(import.meta.dirname, "..");
const PAGES = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", ...globSync("docs/**/*.md", { cwd: ROOT })].sort();

/** `[words](target)`; the target has neither spaces nor closing parentheses. */
const LINK = /\[[^\]]*\]\(([^)\s]+)\)/gu;
/** A heading of any depth, its words captured. */
const HEADING = /^#{1,6} +(.+)$/gmu;
/** What stands between fences or backquotes: no links there. */
const CODE = /^```[\s\S]*?^```|`[^`\n]*`/gmu;
/** The names in `export type RuleName = | "a" | "b";`. */
const RULE_NAMES = /export type RuleName =([^;]*);/u;
/** `npm start`, `npm test`, `npm run NAME`. */
const SCRIPT = /\bnpm (?:run ([\w:-]+)|(start|test)\b)/gu;

function read(page: string): string {
  return readFileSync(join(ROOT, page), "utf8");
}

/** A heading's name in a link, as GitHub makes it. */
function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}

/** The targets in a page that lead nowhere: no such file, or no such heading in it. Addresses on the web are not tried. */
function findBroken(page: string): string[] {
  const targets = [...read(page).replace(CODE, "").matchAll(LINK)].map((m) => m[1]!);
  return targets.filter((target) => {
    if (/^[a-z]+:/u.test(target)) return false;
    const [file = "", name] = target.split("#");
    const path = file === "" ? page : join(dirname(page), file);
    if (!existsSync(join(ROOT, path))) return true;
    return name !== undefined && ![...read(path).matchAll(HEADING)].some((m) => slug(m[1]!) === name);
  });
}

describe("the pages", () => {
  it("have no link that leads nowhere", () => {
    expect(PAGES.flatMap((page) => findBroken(page).map((target) => `${page}: ${target}`))).toEqual([]);
  });

  it("name only npm scripts that there are", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const named = PAGES.flatMap((page) => [...read(page).matchAll(SCRIPT)].map((m) => m[1] ?? m[2]!));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe("the rule pages", () => {
  it("are one for each rule name, under that name", () => {
    const list = RULE_NAMES.exec(read("src/finding/finding.ts"))![1]!;
    const names = [...list.matchAll(/"([^"]+)"/gu)].map((m) => m[1]!).sort();
    const pages = globSync("docs/rules/*.md", { cwd: ROOT }).sort();
    expect(names.length).toBeGreaterThan(0);
    expect(pages).toEqual(names.map((name) => `docs/rules/${name}.md`));
    expect(pages.map((page) => read(page).split("\n")[0])).toEqual(names.map((name) => `# ${name}`));
  });
});

describe("the README", () => {
  /** What stands between the first fences of a kind. */
  function fenced(kind: string): string {
    return new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\``, "mu").exec(read("README.md"))![1]!;
  }

  it("shows what the example prints, less what stands for a lone …", async () => {
    const names = globSync("examples/seawall/*", { cwd: ROOT }).sort();
    const { reports } = await readReports(names.map((name) => ({ name, bytes: readFileSync(join(ROOT, name)) })));
    const printed = renderTerminal(analyze(reports), { width: 80 });
    const parts = fenced("text").split(/^…\n/mu);
    expect(parts.filter((part) => !printed.includes(part))).toEqual([]);
  });

  it("leads from a corpus to a story with commands that do what it shows", async () => {
    const section = /^## From a corpus to a story\n([\s\S]*?)^## /mu.exec(read("README.md"))![1]!;
    const folder = mkdtempSync(join(tmpdir(), "stemma-"));
    const place = (word: string): string => (/^[a-z]+\.(?:html|jsonl)$/u.test(word) ? join(folder, word) : word);
    let printed = "";
    for (const [, line] of section.matchAll(/^npm start -- (.+)$/gmu)) {
      const args = [join(ROOT, "src/cli/main.ts"), ...line!.split(" ").map(place)];
      printed += execFileSync(process.execPath, args, {
        cwd: ROOT,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      });
    }
    const written = readdirSync(folder).sort();
    rmSync(folder, { recursive: true });
    expect(written).toEqual(["stories.jsonl", "story.html"]);
    expect(printed).toContain("About 12 reports");
    const shown = [...section.matchAll(/^```text\n([\s\S]*?)^```/gmu)].flatMap((m) => m[1]!.split(/^…\n/mu));
    expect(shown.length).toBeGreaterThan(3);
    expect(shown.filter((part) => !printed.includes(part))).toEqual([]);
  });

  it("has a program that runs", () => {
    const folder = mkdtempSync(join(tmpdir(), "stemma-"));
    const library = pathToFileURL(join(ROOT, "src/index.ts")).href;
    writeFileSync(join(folder, "readme.ts"), fenced("ts").replace('"stemma"', JSON.stringify(library)));
    const printed = execFileSync(process.execPath, [join(folder, "readme.ts")], { cwd: ROOT, encoding: "utf8" });
    rmSync(folder, { recursive: true });
    expect(printed).toMatch(/^[a-z-]+: .+\n {2}“.+”$/mu);
  });
});

describe("the page on formats", () => {
  /** `### … : \`--format NAME\`` and the first fence after it. */
  const EXAMPLE = /^### .*`--format (\w+)`\n[\s\S]*?^```\w+\n([\s\S]*?)^```/gmu;
  const WRITERS = {
    tei: renderTei,
    dot: renderDot,
    graphml: renderGraphml,
    prov: renderProv,
    csv: renderCsv,
    annotations: renderAnnotations,
  };
  /** Lines without what they are indented by. */
  const trim = (text: string) => text.replace(/^[ ]+|[ \r]+$/gmu, "");

  it("shows what the example gives in each format, less what stands for a lone …", async () => {
    const names = globSync("examples/seawall/*", { cwd: ROOT }).sort();
    const { reports } = await readReports(names.map((name) => ({ name, bytes: readFileSync(join(ROOT, name)) })));
    const analysis = analyze(reports);
    const examples = [...read("docs/FORMATS.md").matchAll(EXAMPLE)].map(([, name, text]) => ({ name, text: text! }));
    expect(examples.map(({ name }) => name).sort()).toEqual(Object.keys(WRITERS).sort());
    for (const { name, text } of examples) {
      const written = trim(WRITERS[name as keyof typeof WRITERS](analysis));
      expect(
        trim(text)
          .split(/^…\n/mu)
          .filter((part) => !written.includes(part.trim())),
      ).toEqual([]);
    }
  });
});
