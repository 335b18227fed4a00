import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { analyze } from "../src/analyze.ts";
import { checkAnalysis } from "../src/check.ts";
import { renderJson } from "../src/render/json.ts";
import { renderTerminal } from "../src/render/terminal.ts";
import { readReports } from "../src/report/read.ts";

/** The folders of example stories, and what comes of each: `stories/NAME/`. `UPDATE=1 npm test` writes what comes now. */
const EXAMPLES = new URL("../examples/", import.meta.url);
const STORIES = new URL("./stories/", import.meta.url);

const names = readdirSync(EXAMPLES, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe.each(names.map(({ name }) => name))("the example %s", async (name) => {
  const folder = new URL(`${name}/`, EXAMPLES);
  const files = readdirSync(folder).sort();
  const inputs = files.map((file) => ({ name: file, bytes: readFileSync(new URL(file, folder)) }));
  const { reports, refused } = await readReports(inputs);
  const analysis = analyze(reports);

  it("is read whole and keeps the laws", () => {
    expect(refused).toEqual([]);
    expect(() => checkAnalysis(analysis)).not.toThrow();
  });

  it.each([
    ["terminal.txt", renderTerminal],
    ["stemma.json", renderJson],
  ] as const)("gives %s to the byte", (file, render) => {
    const golden = new URL(`${name}/${file}`, STORIES);
    const now = render(analysis);
    if (process.env["UPDATE"] === "1") writeFileSync(golden, now);
    expect(existsSync(golden), `${golden.pathname} is missing; UPDATE=1 writes it`).toBe(true);
    expect(now).toBe(readFileSync(golden, "utf8"));
  });
});
