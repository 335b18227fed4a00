import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyze } from "../src/analyze.ts";
import { checkAnalysis } from "../src/check.ts";
import { readJson, renderJson } from "../src/render/json.ts";
import { makePlain } from "./table.ts";

/** Fixed, so that a failure can be run again. */
const SEED = 20260101;

const word = fc.constantFrom(
  ..."harbour wall engineer cracks survey Kelsmouth storm winter families Verrin lighthouse 12 seven million may will not never allegedly Monday prosecutor repairs cement long-term the of and to in for said (the mayor) [sic] don’t".split(
    " ",
  ),
);
const clause = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(" "));
const sentence = fc.oneof(
  clause.map((words) => `${words}.`),
  clause.map((words) => `“${words},” said Maren Oswick.`),
  fc.tuple(clause, clause).map(([a, b]) => `“${a},” she told the Harbour Courier. “${b}.”`),
  fc.tuple(clause, clause).map(([a, b]) => `Oswick said that the wall ${a} “${b}”.`),
);
const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom("“”“", "\ud800", "(((", "‘’’", "\u202e", "…….", "“a", "a”"),
);

/** Reports that share some sentences: each takes its own from one pool, in its own order, with some of its own. */
const texts = fc
  .tuple(
    fc.array(sentence, { minLength: 2, maxLength: 8 }),
    fc.array(fc.array(fc.tuple(fc.nat(7), sentence, fc.nat(3)), { minLength: 1, maxLength: 7 }), {
      minLength: 2,
      maxLength: 4,
    }),
    hostile,
  )
  .map(([pool, reports, odd]) =>
    reports.map((picks, at) => {
      const lines = picks.map(([place, own, chance]) => (chance === 0 ? own : pool[place % pool.length]!));
      return at === 0 ? [...lines, odd].join("\n") : lines.join("\n");
    }),
  );

const makeReports = (all: readonly string[]) => all.map((text, i) => makePlain(`r${i}`, text));

describe("analyze", () => {
  it("keeps the laws of checkAnalysis whatever the reports say", () => {
    let paired = 0;
    fc.assert(
      fc.property(texts, (all) => {
        const analysis = analyze(makeReports(all));
        checkAnalysis(analysis);
        paired += analysis.collations.length;
      }),
      { seed: SEED, numRuns: 300 },
    );
    expect(paired).toBeGreaterThan(300); // the laws of collations were tried, not only those of lone sentences
  }, 60_000);

  it("gives the same in whatever order the reports come", () => {
    fc.assert(
      fc.property(texts, fc.nat(), (all, turn) => {
        const reports = makeReports(all);
        const at = turn % reports.length;
        const turned = [...reports.slice(at), ...reports.slice(0, at)].reverse();
        expect(analyze(turned)).toEqual(analyze(reports));
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it("survives JSON", async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (all) => {
        const analysis = analyze(makeReports(all));
        expect(await readJson(renderJson(analysis))).toEqual(analysis);
      }),
      { seed: SEED, numRuns: 50 },
    );
  });
});

describe("checkAnalysis", () => {
  const text = "“The wall may fail within two winters,” said Maren Oswick.\nDivers found seven cracks in it.";
  const analysis = analyze(makeReports([text, text.replace("may", "will")]));
  const [collation] = analysis.collations;

  it("passes what analyze makes", () => {
    expect(() => checkAnalysis(analysis)).not.toThrow();
  });

  it("refuses a locus lost, a word twice, a span out of the text, words taken twice, a finding about nothing", () => {
    const broken = [
      { ...analysis, collations: [{ ...collation!, loci: collation!.loci.slice(1) }] },
      { ...analysis, collations: [{ ...collation!, loci: [...collation!.loci, collation!.loci[0]!] }] },
      {
        ...analysis,
        lone: [{ siglum: "A", report: analysis.reports[0]!.report.id, spans: [{ from: 0, to: 9999 }], near: [] }],
      },
      { ...analysis, collations: [collation!, collation!] },
      { ...analysis, findings: [{ ...analysis.findings[0]!, passages: [] }] },
    ];
    for (const wrong of broken) expect(() => checkAnalysis(wrong)).toThrow(RangeError);
  });
});
