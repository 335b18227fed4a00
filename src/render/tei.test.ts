import { readFileSync } from "node:fs";
import fc from "fast-check";
import { RelaxNGValidator, XmlDocument, type XmlNode } from "libxml2-wasm";
import { afterAll, describe, expect, it } from "vitest";
import { hasHarm, hostile } from "../../test/hostile.ts";
import { MILL, makeAnalysis } from "../../test/rows.ts";
import type { Analysis } from "../analyze.ts";
import { makeVisible } from "./escape.ts";
import { renderTei } from "./tei.ts";
import { makeView, sliceWords } from "./view.ts";

const TEI = { t: "http://www.tei-c.org/ns/1.0" };
/** Our grammar of the part of TEI P5 that is written; `TEI_SCHEMA=tei_all.rng npm test` takes the consortium's, which may not be shipped here. */
const GRAMMAR = process.env["TEI_SCHEMA"] ?? new URL("../../test/tei.rng", import.meta.url);
const schema = XmlDocument.fromString(readFileSync(GRAMMAR, "utf8"));
const validator = RelaxNGValidator.fromDoc(schema);
afterAll(() => {
  validator.dispose();
  schema.dispose();
});

/** Reads the file, checks it against the schema, and gives it to `look`. */
function open<T>(text: string, look: (file: XmlDocument) => T): T {
  const file = XmlDocument.fromString(text);
  try {
    validator.validate(file);
    return look(file);
  } finally {
    file.dispose();
  }
}

const squeeze = (text: string) => makeVisible(text).replace(/\s+/gu, "");

/** One report's wording of each division, read back as TEI says: what stands outside `app` and its own readings, lacunae apart. */
function readDown(file: XmlDocument, siglum: string): string[] {
  let silent = false;
  return file.find("//t:body/t:div", TEI).map((division) => {
    let words = "";
    for (const part of division.find("t:p/node()", TEI)) {
      if (part.get("self::t:app", TEI) === null) words += silent ? "" : part.content;
      else
        for (const own of part.find("*", TEI).filter((reading) => isOf(reading, siglum))) {
          if (own.get("t:lacunaStart", TEI)) silent = true;
          if (own.get("t:lacunaEnd", TEI)) silent = false;
          words += own.content;
        }
    }
    return squeeze(words);
  });
}

function isOf(reading: XmlNode, siglum: string): boolean {
  return (reading.get("@wit")?.content ?? "").split(" ").includes(`#${siglum}`);
}

/** What each report has in each collation, nothing where it is no witness. */
function listWordings(analysis: Analysis, siglum: string): string[] {
  const view = makeView(analysis);
  return analysis.collations.map(({ tradition, loci }) => {
    const at = tradition.witnesses.findIndex((witness) => witness.siglum === siglum);
    const spans = at < 0 ? [] : loci.flatMap((locus) => locus.readings[at]!.spans);
    return at < 0 ? "" : squeeze(sliceWords(view, tradition.witnesses[at]!.report, spans, " "));
  });
}

describe("renderTei", () => {
  it("writes common words once, variants with their witnesses, an omission empty, an insertion as the editor’s", () => {
    const text = renderTei(makeAnalysis(MILL));
    expect(/<div xml:id="c1"[\s\S]*?<\/div>/u.exec(text)![0]).toBe(`<div xml:id="c1" type="utterance">
<head>1 · Ana Ruiz · Harbor Radio</head>
<p>${[
      '<app><rdg wit="#C"><lacunaStart/></rdg></app>We saw',
      '<app><rdg wit="#C"><lacunaEnd/></rdg></app><app type="variant"><lem wit="#A">thick smoke</lem><rdg wit="#B">black smoke</rdg><rdg wit="#C">smoke</rdg></app>',
      "over the mill",
      '<app type="editorial"><lem wit="#A" type="editorial">[in Porto Alto]</lem><rdg wit="#B #C"/></app>',
      '<app><rdg wit="#C"><lacunaStart/></rdg></app>and nobody was inside',
    ].join(" ")}</p>
</div>`);
  });

  it("gives each report its own wording back", () => {
    const analysis = makeAnalysis(MILL);
    open(renderTei(analysis), (file) => {
      for (const { siglum } of analysis.reports) expect(readDown(file, siglum)).toEqual(listWordings(analysis, siglum));
    });
  });

  it("is valid and gives the words back, whatever they are", () => {
    const words = hostile.map((text) => `x${text.replace(/[\s|~[\]“”]/gu, "")}`);
    const property = fc.property(words, words, hostile, (one, other, outlet) => {
      const made = makeAnalysis(`statement\nA | ${one} | same\nB | ${other} | same\nC | ~ | Same`);
      const reports = made.reports.map(({ siglum, report }) => ({
        siglum,
        report: { ...report, outlet, url: outlet },
      }));
      const analysis = { ...made, reports };
      const text = renderTei(analysis);
      expect(hasHarm(text)).toBe(false);
      open(text, (file) => {
        for (const { siglum } of reports) expect(readDown(file, siglum)).toEqual(listWordings(analysis, siglum));
        expect(file.get("//t:witness/t:orgName", TEI)?.content).toBe(makeVisible(outlet));
      });
    });
    fc.assert(property, { seed: 1, numRuns: 100 });
  });

  it("tells what stands at another place, with the words of both", () => {
    const made = makeAnalysis("statement\nA | one | two\nB | one | two");
    const [collation] = made.collations;
    const move = { a: at("A", 0), b: at("B", 1) };
    open(renderTei({ ...made, collations: [{ ...collation!, moves: [move] }] }), (file) => {
      const quotes = file.find("//t:note[@type='move']/t:quote", TEI);
      expect(quotes.map((quote) => `${quote.get("@source")?.content} ${quote.content}`)).toEqual(["#A one", "#B two"]);
    });

    function at(siglum: string, locus: number) {
      const place = collation!.tradition.witnesses.findIndex((witness) => witness.siglum === siglum);
      return { siglum, spans: collation!.loci[locus]!.readings[place]!.spans };
    }
  });

  it("is a file even where no two reports say the same", () => {
    open(renderTei({ ...makeAnalysis(MILL), collations: [] }), (file) =>
      expect(file.get("//t:body/t:p", TEI)?.content).toBe("No two reports say the same."),
    );
  });

  it("would not pass the schema with a lacuna as an omission", () => {
    const broken = renderTei(makeAnalysis(MILL))
      .replace("<lacunaStart/>", "")
      .replace('<rdg wit="#C"></rdg>', "<rdg/>");
    expect(() => open(broken, () => null)).toThrow();
  });
});
