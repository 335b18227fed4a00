import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { hasHarm, hostile } from "../../test/hostile.ts";
import { MILL, makeAnalysis } from "../../test/rows.ts";
import type { Analysis } from "../analyze.ts";
import { renderAnnotations } from "./annotation.ts";

const QUOTE = z.strictObject({
  type: z.literal("TextQuoteSelector"),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
});
const POSITION = z.strictObject({
  type: z.literal("TextPositionSelector"),
  start: z.int().min(0),
  end: z.int().min(0),
});
const SOURCE = z.strictObject({ id: z.url(), type: z.literal("Text"), label: z.string() });
const SPECIFIC = z.strictObject({
  type: z.literal("SpecificResource"),
  source: SOURCE,
  selector: z.tuple([QUOTE, POSITION]),
});
/** What the Web Annotation Data Model asks, as far as we write it. */
const COLLECTION = z.strictObject({
  "@context": z.literal("http://www.w3.org/ns/anno.jsonld"),
  id: z.url(),
  type: z.literal("AnnotationCollection"),
  label: z.string(),
  total: z.int(),
  first: z.strictObject({
    id: z.url(),
    type: z.literal("AnnotationPage"),
    startIndex: z.literal(0),
    items: z.array(
      z.strictObject({
        id: z.url(),
        type: z.literal("Annotation"),
        motivation: z.literal("commenting"),
        body: z.array(z.looseObject({ type: z.literal("TextualBody"), value: z.string() })),
        target: z.array(z.union([SPECIFIC, SOURCE])),
      }),
    ),
  }),
});

function read(analysis: Analysis) {
  const collection = COLLECTION.parse(JSON.parse(renderAnnotations(analysis)));
  return collection.first.items.flatMap(({ target }) => target);
}

/** Each target as both selectors choose it from the text, whose characters are counted as code points. */
function selectBoth(analysis: Analysis): [string, string][] {
  const passages = analysis.findings.flatMap((finding) => finding.passages);
  return read(analysis).flatMap((target, at) => {
    if (target.type === "Text") return [];
    const { text } = analysis.reports.find(({ report }) => report.id === passages[at]!.report)!.report;
    const [{ exact, prefix, suffix }, { start, end }] = target.selector;
    expect(text).toContain(prefix + exact + suffix);
    return [[exact, Array.from(text).slice(start, end).join("")]];
  });
}

describe("renderAnnotations", () => {
  it("is a target a passage, with the rule as its tag", () => {
    const analysis = makeAnalysis(MILL);
    const { items } = COLLECTION.parse(JSON.parse(renderAnnotations(analysis))).first;
    expect(items.map(({ body }) => body[0]?.value)).toEqual(analysis.findings.map(({ rule }) => rule));
    expect(items.map(({ target }) => target.length)).toEqual(analysis.findings.map(({ passages }) => passages.length));
  });

  it("stands for the whole report where a passage has no words", () => {
    const analysis = makeAnalysis(MILL);
    const [finding] = analysis.findings;
    const passages = [{ ...finding!.passages[0]!, from: 4, to: 4 }];
    expect(read({ ...analysis, findings: [{ ...finding!, passages }] })).toEqual([
      { id: "urn:x-stemma:report:report-A", type: "Text", label: "A" },
    ]);
  });

  it("names the web page where there is one, and no other kind of address", () => {
    const analysis = makeAnalysis(MILL);
    const name = (url: string) => {
      const reports = analysis.reports.map(({ siglum, report }) => ({ siglum, report: { ...report, url } }));
      const [target] = read({ ...analysis, reports });
      return target!.type === "Text" ? target!.id : target!.source.id;
    };
    expect(name("https://example.org/a")).toBe("https://example.org/a");
    expect(name("javascript:alert(1)")).toBe("urn:x-stemma:report:report-A");
  });

  it("chooses the same words by quotation and by position in code points, whatever they are", () => {
    const words = hostile.map((text) => `x${text.replace(/[\s|~[\]“”]/gu, "")}`);
    const property = fc.property(words, words, (one, other) => {
      const analysis = makeAnalysis(
        `utterance 🜁 at 🜂\nA | ${one} | same 🜃\nB | ${other} | same\n\nlone\nA | 🜄 ${other}`,
      );
      expect(hasHarm(renderAnnotations(analysis))).toBe(false);
      const both = selectBoth(analysis);
      expect(both.length).toBeGreaterThan(0);
      for (const [quoted, placed] of both) expect(quoted).toBe(placed);
    });
    fc.assert(property, { seed: 1, numRuns: 100 });
  });
});
