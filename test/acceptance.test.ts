import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Analysis, analyze } from "../src/analyze.ts";
import { checkAnalysis } from "../src/check.ts";
import type { Collation } from "../src/collate/collation.ts";
import { readReports } from "../src/report/read.ts";
import { findBody } from "../src/report/report.ts";
import { type Span, sliceSpan } from "../src/text/span.ts";
import { showStemma } from "./stemma.ts";
import { showRows } from "./table.ts";

/** Two real reports of one interview, not part of the project. Where they are not, these tests are skipped and say so. */
const FOLDER = new URL("../../shared/seeds/", import.meta.url);
const FILES = ["000_82dfb10438a6d14f.txt", "004_f5da8142347728d0.txt"].map((name) => new URL(name, FOLDER));
const isThere = FILES.every((file) => existsSync(file));
if (!isThere) process.stderr.write("acceptance: skipped, the two reports of the interview are not here\n");

const { reports } = await readReports(
  isThere ? FILES.map((file) => ({ name: file.pathname.split("/").at(-1)!, bytes: readFileSync(file) })) : [],
);
const analysis: Analysis | null = isThere ? analyze(reports) : null;

function slice(id: string, span: Span | null): string {
  return span === null ? "" : sliceSpan(reports.find((report) => report.id === id)!.text, span);
}

/** Collations in which some wording begins so. */
function beginning(words: string): Collation[] {
  return analysis!.collations.filter(({ tradition }) =>
    tradition.witnesses.some(({ report, spans }) => slice(report, spans[0]!).startsWith(words)),
  );
}

/** "left ↔ right" for each locus with words on both sides that differ, bare of the marks that hang on them. */
function variants({ loci, tradition }: Collation): string[] {
  return loci.flatMap(({ kind, readings }) => {
    const sides = readings.map(({ spans }, at) =>
      spans.map((span) => slice(tradition.witnesses[at]!.report, span)).join(" "),
    );
    return kind === "same" || sides.includes("") ? [] : [sides.map((side) => side.replace(/["“”.,]/g, "")).join(" ↔ ")];
  });
}

const findings = (rule: string) => analysis!.findings.filter((finding) => finding.rule === rule);

describe.skipIf(!isThere)("two reports of one interview", () => {
  it("keep the laws", () => {
    expect(() => checkAnalysis(analysis!)).not.toThrow();
  });

  it("leave the furniture out of the analysis and in the text", () => {
    const bodies = reports.map((report) =>
      findBody(report)
        .map((block) => sliceSpan(report.text, block))
        .join("\n"),
    );
    for (const body of bodies) expect(body).not.toMatch(/Story Code|COMMENTS|Please let us know|3 Dec 2024/);
    expect(reports.some(({ text }) => text.includes("Story Code"))).toBe(true);
    const lead = "The Secretary General of the North Atlantic Treaty Organization";
    expect(bodies.map((body) => body.split(lead).length - 1).sort()).toEqual([0, 1]); // printed twice, read once
  });

  it("have one utterance where one prints two quotations", () => {
    const found = beginning("We cannot have a situation");
    expect(found).toHaveLength(1);
    const parts = found[0]!.tradition.witnesses.map(({ spans }) => spans.length);
    expect(found[0]!.tradition.of).toBe("utterance");
    expect(parts.sort()).toEqual([1, 2]);
  });

  it("differ in the words of that utterance", () => {
    const [collation] = beginning("We cannot have a situation");
    expect(variants(collation!)).toEqual(expect.arrayContaining(["form an alliance ↔ high-fiving", "serious ↔ dire"]));
    const moved = collation!.moves.map(({ a, b }) =>
      [a, b].map(({ siglum, spans }) => slice(witness(collation!, siglum), spans[0]!)),
    );
    expect(moved.map((words) => words.map((word) => word.replace("-", " ")))).toEqual([["long term", "long term"]]);
  });

  it("have editors' insertions that are no variants", () => {
    const [collation] = beginning("We cannot have a situation");
    const insertions = collation!.loci.filter(({ kind }) => kind === "editorial");
    expect(insertions).toHaveLength(3);
    const rows = showRows(analysis!, collation!);
    for (const words of ["([North Korean leader])", "((North Korea’s leader),)", "((China’s president))"])
      expect(rows).toContain(`|${words}|`);
  });

  it("raise quote-wording-differs as an alert for it and for a fragment against a whole quotation", () => {
    const collations = findings("quote-wording-differs").map((finding) => analysis!.collations[finding.collation!]!);
    expect(collations).toContain(beginning("We cannot have a situation")[0]);
    expect(collations.flatMap(variants)).toContain("interconnected ↔ connected");
    expect(findings("quote-wording-differs").map(({ weight }) => weight)).toEqual(["alert", "alert", "alert"]);
  });

  it("raise hedge-differs for will and may face", () => {
    const words = findings("hedge-differs").map(({ passages }) =>
      passages.map((passage) => slice(passage.report, passage)),
    );
    expect(words).toContainEqual(expect.arrayContaining(["will", "may"]));
  });

  it("differ in no name", () => {
    const pairs = analysis!.collations.flatMap((collation) => collation.pairs);
    expect(pairs.flatMap(({ differences }) => differences.filter(({ kind }) => kind === "name"))).toEqual([]);
  });

  it("name speaker and venue in both", () => {
    const [collation] = beginning("We cannot have a situation");
    for (const { report, quotations } of collation!.tradition.witnesses) {
      const own = quotations.map((place) => analysis!.quotations[place]!);
      expect(own.map(({ speaker }) => slice(report, speaker))).toEqual(["Mark Rutte"]);
      expect(own.map(({ venue }) => slice(report, venue))).toEqual([expect.stringContaining("Financial Times")]);
    }
  });

  it("hang from one lost node, the interview that both cite, and neither is a copy of the other", () => {
    const { stemma } = analysis!;
    expect(showStemma(stemma)).toBe("α(A,B)");
    const lost = stemma.nodes.find(({ name }) => name === "α")!;
    expect([stemma.root, lost.lost, slice(lost.named[0]!.report, lost.named[0]!)]).toEqual([
      "α",
      "interview",
      "Financial Times",
    ]);
    for (const { for: reasons } of stemma.descents) {
      const cited = reasons.filter(({ kind }) => kind === "citation").flatMap(({ passages }) => passages);
      expect(cited.map((passage) => slice(passage.report, passage))).toContain("interview with the Financial Times");
    }
  });

  it("are one source, and the one that words it otherwise is named", () => {
    const of = (rule: string) => findings(rule).map(({ message, passages }) => [message, passages.length > 1]);
    expect(of("single-source")).toEqual([["All of A and B have this from one source, α (Financial Times).", true]]);
    const message = "A seems to quote from a translation: other words than B, with the same names and numbers.";
    expect(of("retranslated")).toEqual([[message, true]]);
    expect(reports.find(({ id }) => id === analysis!.reports[0]!.report.id)!.outlet).toBe("Afghan Voice Agency");
    const signs = analysis!.stemma.descents.flatMap((line) => line.for).filter(({ kind }) => kind === "retranslation");
    const words = signs.flatMap(({ passages }) => passages.map((passage) => slice(passage.report, passage)));
    expect(words.map((own) => own.replace(/["“”.,]/g, ""))).toEqual(
      expect.arrayContaining(["form an alliance", "high-fiving", "serious", "dire"]),
    );
  });

  it("pair nothing else", () => {
    const starts = analysis!.collations.map(({ tradition }) =>
      slice(tradition.witnesses[0]!.report, tradition.witnesses[0]!.spans[0]!).slice(0, 12),
    );
    expect(starts.sort()).toEqual(["The fact tha", "We cannot ha", "the US will "]);
  });
});

function witness({ tradition }: Collation, siglum: string): string {
  return tradition.witnesses.find((own) => own.siglum === siglum)!.report;
}
