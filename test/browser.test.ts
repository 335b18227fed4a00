import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "node:process";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { analyze, nameReports } from "../src/analyze.ts";
import { renderHtml } from "../src/render/html.ts";
import { readPairs } from "../src/render/pairs.ts";
import { MILL, makeAnalysis } from "./rows.ts";
import { makeStemma } from "./stemma.ts";
import { makePlain } from "./table.ts";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = [env.CHROMIUM ?? "", ...PLACES].find((path) => path !== "" && existsSync(path));
if (!executablePath)
  process.stderr.write("test/browser.test.ts is skipped: no Chromium here; set CHROMIUM to its path.\n");

const ARGS =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

/** Two reports that share one sentence, and another that comes near. */
const STORY = [
  "Divers found seven cracks in the eastern section of the wall.\nThe council wants the lower town of Kelsmouth empty by Friday evening, said its spokeswoman.",
  "Divers found seven cracks in the eastern section of the wall.\nNobody may live in the lower town of Kelsmouth after Sunday, a spokeswoman of the region announced.",
];

/** Three reports from one lost text, one of them in doubt from another, too. */
const LINEAGE = makeStemma("α(A(B+C),C)");

describe.skipIf(!executablePath)("the page in a browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "stemma-"));
  const url = pathToFileURL(join(folder, "story.html")).href;
  const trouble: string[] = [];
  let pages = 0;
  let browser: Browser;

  beforeAll(async () => {
    writeFileSync(join(folder, "story.html"), renderHtml(makeAnalysis(MILL)));
    browser = await chromium.launch({ executablePath: executablePath!, args: ARGS.split(" ") });
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  it("lights a wording in all columns while it has the focus, and moves by arrow keys", async () => {
    const page = await openPage();
    await page.locator("#c1-A").focus();
    expect(await findLit(page)).toEqual(["c1-A", "c1-B", "c1-C"]);
    await page.keyboard.press("ArrowDown");
    expect(await findLit(page)).toEqual(["c2-A", "c2-B"]);
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("c2-B");
    await page.keyboard.press("Tab");
    expect(await findLit(page)).toEqual(["c3-B", "c3-C"]);
  });

  it("lights on hover and lets go again", async () => {
    const page = await openPage();
    await page.locator("#c2-B").hover();
    expect(await findLit(page)).toEqual(["c2-A", "c2-B"]);
    await page.locator("h1").hover();
    expect(await findLit(page)).toEqual([]);
  });

  it("holds on click or Enter, shows the apparatus entry, says so, and lets go on Escape", async () => {
    const page = await openPage();
    await page.locator("#c1-B").click();
    await page.locator("h1").hover();
    expect(await findLit(page)).toEqual(["c1-A", "c1-B", "c1-C"]);
    expect(await page.locator("#foot").textContent()).toContain("thick smoke");
    expect(await page.locator("#status").textContent()).toMatch(/Utterance, .*Lit in 3 reports/u);
    await page.keyboard.press("Escape");
    expect(await findLit(page)).toEqual([]);
    expect(await page.locator("#foot").isVisible()).toBe(false);
    await page.locator("#c2-A").press("Enter");
    expect(await page.locator("#foot").textContent()).toContain("five");
  });

  it("brings the words of a finding into view", async () => {
    const page = await openPage();
    await page.locator(".evidence a").nth(1).click();
    expect(await findLit(page)).toContain("c1-B");
    await expect.poll(() => page.locator("#c1-B").evaluate(isInView)).toBe(true);
  });

  it("leads to the words and lights them with scripts off", async () => {
    const page = await openPage({ javaScriptEnabled: false });
    await page.locator(".evidence a").nth(1).click();
    expect(page.url()).toMatch(/#f1-2$/u);
    await page.locator("#c2-A").hover();
    const colors = ["#c2-A", "#c2-B", "#c1-A"].map((place) => page.locator(place).evaluate(findBackground));
    const [own, other, apart] = await Promise.all(colors);
    expect(own).toBe(other);
    expect(own).not.toBe(apart);
    await page.locator("#c2-A").click();
    expect(page.url()).toMatch(/#c2$/u);
  });

  it.each(["light", "dark"] as const)("has nothing that axe calls serious, in %s", async (colorScheme) => {
    const page = await openPage({ colorScheme });
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    await page.locator("#c1-A").click();
    expect(await runAxe(page)).toEqual([]);
  });

  it("saves what a reader says of pairs, by keyboard alone, as a file that corrects the next result", async () => {
    const reports = STORY.map((text, at) => makePlain(`${at}`, text));
    const first = analyze(reports);
    expect(first.collations).toHaveLength(1);
    expect(first.lone.filter(({ near }) => near.length > 0)).toHaveLength(2);
    const page = await openPage({ acceptDownloads: true }, renderHtml(first));
    expect(await page.locator("#fix").isVisible()).toBe(false);
    await page.locator(".entry .sure summary").press("Enter");
    await page.getByRole("button", { name: "A and B: not the same" }).press("Enter");
    await page.locator(".doubtful summary").press("Enter");
    await page.getByRole("button", { name: "A and B: the same" }).first().press("Space");
    expect(await page.locator("#status").textContent()).toContain("noted. 2 corrections to save");
    expect(await runAxe(page)).toEqual([]);
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save corrections" }).press("Enter");
    const download = await waiting;
    expect(download.suggestedFilename()).toBe("pairs.json");
    const pins = await readPairs(readFileSync(await download.path(), "utf8"), nameReports(reports));
    const next = analyze(reports, { pins });
    expect(next.collations.map(({ pairs }) => pairs.map(({ pinned }) => pinned))).toEqual([[true]]);
    expect(next.collations[0]!.tradition.witnesses[0]!.spans).toEqual(first.lone[0]!.spans);
  });

  it("lets a correction that is in effect be taken back", async () => {
    const reports = STORY.map((text, at) => makePlain(`${at}`, text));
    const side = (at: number) => ({ report: reports[at]!.id, from: 0, to: 20 });
    const corrected = analyze(reports, { pins: [{ a: side(0), b: side(1), say: "not" }] });
    const page = await openPage({ acceptDownloads: true }, renderHtml(corrected));
    await page.locator(".corrections summary").click();
    await page.getByRole("button", { name: "A and B: take back" }).click();
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save corrections" }).click();
    const saved = readFileSync(await (await waiting).path(), "utf8");
    expect(JSON.parse(saved)).toEqual({ pairs: [] });
  });

  it("shows the reasons for a line on hover and focus, and opens the evidence on a click, with scripts off", async () => {
    const page = await openPage({ javaScriptEnabled: false }, renderHtml({ ...makeAnalysis(MILL), stemma: LINEAGE }));
    const node = page.locator('.node[href="#from-B"]');
    expect(await page.locator("#why-B").isVisible()).toBe(false);
    await node.hover();
    expect(await page.locator("#why-B").isVisible()).toBe(true);
    await page.locator("h1").hover();
    expect(await page.locator("#why-B").isVisible()).toBe(false);
    await node.focus();
    expect(await page.locator("#why-B").isVisible()).toBe(true);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("#from-B").isVisible()).toBe(true);
    expect(await page.locator("#from-B").evaluate(isInView)).toBe(true);
  });

  it.each([
    ["light", 1280],
    ["dark", 400],
  ] as const)("draws the stemma with nothing that axe calls serious, in %s, %i wide", async (colorScheme, width) => {
    const html = renderHtml({ ...makeAnalysis(MILL), stemma: LINEAGE });
    const page = await openPage({ colorScheme, viewport: { width, height: 800 } }, html);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    await page.locator(".node").nth(1).focus();
    expect(await runAxe(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  it("needs no sideways scrolling on a narrow screen", async () => {
    const page = await openPage({ viewport: { width: 400, height: 800 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
  });

  it("asks no network and logs no error in all of this", () => {
    expect(trouble).toEqual([]);
  });

  /** Asks for reduced motion, so that colors do not change by degrees while they are compared. */
  async function openPage(options: Parameters<Browser["newPage"]>[0] = {}, html?: string): Promise<Page> {
    const own = html === undefined ? url : pathToFileURL(join(folder, `${++pages}.html`)).href;
    if (html !== undefined) writeFileSync(new URL(own), html);
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      reducedMotion: "reduce",
      ...options,
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(own)) trouble.push(request.url());
    });
    page.on("console", (message) => trouble.push(message.text()));
    page.on("pageerror", (error) => trouble.push(error.message));
    await page.goto(own);
    return page;
  }
});

function findLit(page: Page): Promise<string[]> {
  return page.locator(".columns .w.lit").evaluateAll((all) => all.map((element) => element.id));
}

function findBackground(element: Element): string {
  return getComputedStyle(element).backgroundColor;
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

/** What axe calls serious or critical: rule and place. The page allows no foreign script, so axe is let past its policy. */
async function runAxe(page: Page): Promise<string[]> {
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await page.evaluate(axe);
  const found = await page.evaluate("axe.run()");
  const { violations } = found as { violations: { id: string; impact: string; nodes: { html: string }[] }[] };
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}
