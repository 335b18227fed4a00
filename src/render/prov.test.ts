import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { hasHarm, hostile } from "../../test/hostile.ts";
import { MILL, makeAnalysis } from "../../test/rows.ts";
import { makeStemma } from "../../test/stemma.ts";
import type { Stemma } from "../stemma/stemma.ts";
import { renderProv } from "./prov.ts";

const NAME = z.string().regex(/^stemma:./u);
const TYPE = z.object({
  $: z.enum(["prov:Quotation", "prov:PrimarySource"]),
  type: z.literal("prov:QUALIFIED_NAME"),
});
/** What PROV-JSON asks of a file, as far as we write it; further keys only in our own namespace. */
const PROV = z.strictObject({
  prefix: z.object({ stemma: z.url() }),
  entity: z.record(NAME, z.record(z.string().regex(/^(?:prov|stemma):/u), z.union([z.string(), z.number()]))),
  wasDerivedFrom: z.record(
    z.string().regex(/^_:d\d+$/u),
    z.looseObject({ "prov:generatedEntity": NAME, "prov:usedEntity": NAME, "prov:type": TYPE.optional() }),
  ),
});

const STEMMA: Stemma = {
  ...makeStemma("α(A(B),C+B)"),
  primaries: [
    { collation: 0, node: "α", chain: ["α", "A"], independent: 1, untold: 0 },
    { collation: 1, node: "A", chain: ["A", "B"], independent: 1, untold: 0 },
    { collation: 2, node: null, chain: [], independent: 2, untold: 0 },
  ],
};
const ANALYSIS = { ...makeAnalysis(MILL), stemma: STEMMA };

describe("renderProv", () => {
  it("has an entity a node, and a derivation a line between entities that are there", () => {
    const prov = PROV.parse(JSON.parse(renderProv(ANALYSIS)));
    expect(Object.keys(prov.entity)).toEqual(["stemma:A", "stemma:B", "stemma:C", "stemma:α"]);
    expect(prov.entity["stemma:α"]).toEqual({ "prov:label": "lost text", "stemma:class": "hypothetical" });
    const plain = Object.values(prov.wasDerivedFrom).filter((line) => !line["prov:type"]);
    expect(plain.map((line) => [line["prov:usedEntity"], line["prov:generatedEntity"], line["stemma:kind"]])).toEqual([
      ["stemma:α", "stemma:A", "exemplar"],
      ["stemma:A", "stemma:B", "exemplar"],
      ["stemma:α", "stemma:C", "exemplar"],
      ["stemma:B", "stemma:C", "contamination"],
    ]);
  });

  it("derives each report from the primary source of what it carries, as a quotation where it stands in marks", () => {
    const { wasDerivedFrom } = PROV.parse(JSON.parse(renderProv(ANALYSIS)));
    const typed = Object.values(wasDerivedFrom).filter((line) => line["prov:type"]);
    expect(
      typed.map((line) => [
        line["prov:type"]?.$,
        line["prov:generatedEntity"],
        line["prov:usedEntity"],
        line["stemma:collations"],
      ]),
    ).toEqual([
      ["prov:Quotation", "stemma:A", "stemma:α", [1]],
      ["prov:Quotation", "stemma:B", "stemma:α", [1]],
      ["prov:Quotation", "stemma:C", "stemma:α", [1]],
      ["prov:PrimarySource", "stemma:B", "stemma:A", [2]],
      ["prov:PrimarySource", "stemma:A", "stemma:α", [1]],
      ["prov:PrimarySource", "stemma:B", "stemma:α", [1]],
      ["prov:PrimarySource", "stemma:C", "stemma:α", [1]],
    ]);
  });

  it("holds whatever an outlet is called", () => {
    const property = fc.property(hostile, (outlet) => {
      const reports = ANALYSIS.reports.map(({ siglum, report }) => ({
        siglum,
        report: { ...report, outlet, url: outlet },
      }));
      const text = renderProv({ ...ANALYSIS, reports });
      expect(hasHarm(text)).toBe(false);
      PROV.parse(JSON.parse(text));
    });
    fc.assert(property, { seed: 1, numRuns: 50 });
  });
});
