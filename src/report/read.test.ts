import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Input, type ReadResult, readReports } from "./read.ts";
import type { Report } from "./report.ts";

const input = (name: string, text: string): Input => ({ name, bytes: new TextEncoder().encode(text) });
const read = (...files: readonly (readonly [string, string])[]): Promise<ReadResult> =>
  readReports(files.map(([name, text]) => input(name, text)));
const readOne = async (name: string, text: string): Promise<Report> => {
  const { reports, refused } = await read([name, text]);
  expect(refused).toEqual([]);
  expect(reports).toHaveLength(1);
  return reports[0]!;
};
/** Blocks of a report, one a row: "title: Smoke at sea". */
const rows = ({ text, blocks }: Report): string[] => blocks.map((b) => `${b.kind}: ${text.slice(b.from, b.to)}`);

const STORY = "Smoke closed the harbour of Port Vell on Tuesday, the coast guard said.";

describe("readReports", () => {
  it("reads a plain text as it is, with where it came from", async () => {
    const text = `\r\nFerry fire closes harbour\r\n\r\n${STORY} `;
    const report = await readOne("news/tide.txt", `\ufeff${text}`);
    expect(report.text).toBe(text);
    expect(rows(report)).toEqual(["title: Ferry fire closes harbour", `paragraph: ${STORY}`]);
    expect(report).toMatchObject({ outlet: "tide", language: "en", published: null, url: null });
    expect(report.origin.place).toBe("news/tide.txt");
    expect(report.origin.sha256).toMatch(/^[0-9a-f]{64}$/u);
    expect(report.id).toBe(report.origin.sha256.slice(0, 12));
  });

  it("takes the format from the ending of the name, else from the content", async () => {
    const page = `<!doctype html><title>Fire</title><p>${STORY}</p>`;
    const json = JSON.stringify({ title: "Fire", text: STORY });
    expect(rows(await readOne("a.txt", json))[0]).toContain('{"title"');
    for (const [name, text] of [
      ["-", page],
      ["a.htm", page],
      ["-", json],
      ["a.JSON", json],
      ["-", `${json}\n`],
    ] as const)
      expect(rows(await readOne(name, text))).toEqual(["title: Fire", `paragraph: ${STORY}`]);
    expect(rows(await readOne("-", `[Reuters] ${STORY}`))).toEqual(["agency: [Reuters]", `paragraph: ${STORY}`]);
    expect((await read(["-", `${json}\n${json}\n`])).reports).toHaveLength(2);
  });

  it("reads each line of JSON lines by itself and says which ones it refuses", async () => {
    const line = (outlet: string): string => JSON.stringify({ outlet, text: STORY });
    const { reports, refused } = await read([
      "s.jsonl",
      `${line("Tide")}\n{"text": oops}\n\n{"text": null}\r\n${line("Bay")}\n7`,
    ]);
    expect(reports.map((r) => [r.outlet, r.origin.place])).toEqual([
      ["Tide", "s.jsonl:1"],
      ["Bay", "s.jsonl:5"],
    ]);
    expect(refused.map((e) => `${e.code} ${e.message}`)).toEqual([
      "malformed s.jsonl:2: not JSON: there is a mistake at column 10",
      "empty s.jsonl:4: the record has no text: no words under articleBody, maintext, text, body or content",
      "no-article s.jsonl:6: no article in it: no record with a title, text or articleBody",
    ]);
  });

  it.each([
    ["a.txt", " \n\u00a0\t", "empty", "nothing but white space in it"],
    ["a.html", "", "empty", "nothing but white space in it"],
    ["a.jsonl", "\n\n", "empty", "nothing but white space in it"],
    ["a.txt", "outlet: Tide\u0000", "binary", "not a text: it holds bytes that no text has"],
    [
      "a.html",
      "<html><body><ul><li><a href=/>Home</a></ul></body></html>",
      "no-article",
      "no article found on the page",
    ],
    ["a.json", '{"text":\n "Smoke" "Fire"}', "malformed", "not JSON: there is a mistake at line 2, column 10"],
    ["a.json", '{"text": "Smoke', "malformed", "not JSON: there is a mistake at line 1, column 10"],
    ["a.json", '{"text": [', "malformed", "not JSON: it breaks off at line 1, column 11"],
    [
      "a.json",
      '{"@type": "WebSite", "name": "Tide"}',
      "no-article",
      "no article in it: no record with a title, text or articleBody",
    ],
    [
      "a.json",
      '{"title": "Fire", "text": null}',
      "empty",
      "the record has no text: no words under articleBody, maintext, text, body or content",
    ],
    [
      "a.json",
      '{"text": " \\n"}',
      "empty",
      "the record has no text: no words under articleBody, maintext, text, body or content",
    ],
  ])("refuses %s with %j: %s", async (name, text, code, reason) => {
    const { reports, refused } = await read([name, text], ["b.txt", STORY]);
    expect(refused.map((e) => [e.code, e.place, e.reason])).toEqual([[code, name, reason]]);
    expect(reports.map((r) => r.outlet)).toEqual(["b"]);
  });

  it("refuses what is over the limit, of lines each by itself", async () => {
    const long = JSON.stringify({ text: STORY.repeat(3) });
    const files = [
      input("a.txt", "x".repeat(101)),
      input("b.txt", "x".repeat(100)),
      input("c.jsonl", `${long}\n{"text":"Fire."}`),
    ];
    const { reports, refused } = await readReports(files, { maxBytes: 100 });
    expect(reports.map((r) => r.origin.place)).toEqual(["b.txt", "c.jsonl:2"]);
    expect(refused.map((e) => e.message)).toEqual([
      "a.txt: larger than the limit of 100 bytes",
      "c.jsonl:1: larger than the limit of 100 bytes",
    ]);
  });

  it("gives the same ids in any order, distinct ones to equal files, and reads a file given twice once", async () => {
    const files = [
      ["b.txt", STORY],
      ["a.txt", STORY],
      ["c.txt", `${STORY} Boats came.`],
      ["a.txt", STORY],
    ] as const;
    const ids = ({ reports }: ReadResult): string[] => reports.map((r) => `${r.origin.place} ${r.id}`).sort();
    const forth = await read(...files);
    const back = await read(...files.toReversed());
    expect(ids(forth)).toEqual(ids(back));
    expect(new Set(forth.reports.map((r) => r.id)).size).toBe(3);
    expect(ids(forth)[1]).toBe(`${ids(forth)[0]!.replace("a.txt", "b.txt")}_2`);
    for (const result of [forth, back])
      expect(result.refused.map((e) => e.message)).toEqual(["a.txt: given twice; read once"]);
  });

  it("keeps lone surrogates, control characters and markup in the words", async () => {
    const words = "Smoke \ud800 rose \u001b[31m over <script>alert(1)</script> the bay.";
    expect(rows(await readOne("a.json", JSON.stringify({ text: words })))).toEqual([`paragraph: ${words}`]);
  });

  it("never throws, and puts nothing but white space outside the blocks, whatever the bytes", async () => {
    const piece = fc.constantFrom(
      "<p>",
      "</div>",
      "<div class=ad>",
      "<!--",
      "<script>",
      "<a href=x>",
      '{"text":',
      '"',
      "]",
      "\n",
      STORY,
      "<td>",
    );
    const text = fc.array(piece, { maxLength: 30 }).map((parts) => new TextEncoder().encode(parts.join("")));
    const name = fc.constantFrom("a.txt", "a.html", "a.json", "a.jsonl", "-");
    await fc.assert(
      fc.asyncProperty(name, fc.oneof(fc.uint8Array({ maxLength: 80 }), text), async (name, bytes) => {
        const { reports, refused } = await readReports([{ name, bytes }]);
        expect(reports.length + refused.length).toBeGreaterThan(0);
        for (const { text, blocks } of reports) {
          const outside = [...blocks, { from: text.length }].map(({ from }, i) =>
            text.slice(blocks[i - 1]?.to ?? 0, from),
          );
          expect(outside.join("").trim()).toBe("");
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it("gives nothing for no input", async () => {
    expect(await readReports([])).toEqual({ reports: [], refused: [] });
  });
});

describe("a plain text with a head", () => {
  it("takes outlet, date, address and language from it, and title and author as blocks", async () => {
    const head =
      "Outlet: The Daily Tide\npublished: 3 Dec 2024\nurl: https://tide.example/1\nlanguage: en-GB\ntitle: Fire\nauthor: Ana Ruiz";
    const report = await readOne("a.txt", `${head}\n\n${STORY}`);
    expect(report).toMatchObject({ outlet: "The Daily Tide", language: "en-GB", url: "https://tide.example/1" });
    expect(report.published).toEqual({ from: "2024-12-02T10:00:00Z", to: "2024-12-04T12:00:00Z" });
    expect(rows(report)).toEqual([
      "furniture: Outlet: The Daily Tide",
      "furniture: published: 3 Dec 2024",
      "furniture: url: https://tide.example/1",
      "furniture: language: en-GB",
      "furniture: title:",
      "title: Fire",
      "furniture: author:",
      "byline: Ana Ruiz",
      `paragraph: ${STORY}`,
    ]);
  });

  it("names the outlet by the host where only the address is given", async () => {
    expect((await readOne("a.txt", `url: https://www.tide.example/1\n${STORY}`)).outlet).toBe("tide.example");
  });

  it("takes a report whose first words only look like a head for what it is", async () => {
    expect(rows(await readOne("a.txt", `Outlets: all closed.\n${STORY}`))[0]).toBe("paragraph: Outlets: all closed.");
  });

  it("is no head further down", async () => {
    const report = await readOne("a.txt", `${STORY}\noutlet: The Daily Tide`);
    expect(report.outlet).toBe("a");
  });
});

describe("a plain text without a head", () => {
  it("has its date from the date line and its outlet from an agency that names itself", async () => {
    const report = await readOne("a.txt", `Ferry fire\n3 Dec 2024 - 16:12\nHarbour News Agency (HNA): ${STORY}`);
    expect(report.outlet).toBe("Harbour News Agency");
    expect(report.published).toEqual({ from: "2024-12-03T02:12:00Z", to: "2024-12-04T04:13:00Z" });
  });

  it("is not by the agency whose tag it carries", async () => {
    expect((await readOne("a.txt", `PORT VELL (Reuters) - ${STORY}`)).outlet).toBe("a");
  });
});
