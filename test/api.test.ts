import { expect, it } from "vitest";
import * as stemma from "../src/index.ts";

/** A name that comes or goes is a change of the public library: write it here and in CHANGELOG.md. */
it("the library exports these names", () => {
  expect(Object.keys(stemma).sort()).toEqual([
    "InputError",
    "REUSE_DEFAULTS",
    "analyze",
    "checkAnalysis",
    "checkReuse",
    "findPassages",
    "findReuse",
    "findSpeech",
    "findStories",
    "flattenReport",
    "inferTree",
    "listQuotes",
    "makeFoldPage",
    "makeStoryFinder",
    "makeVisible",
    "measureReuse",
    "nameReports",
    "readFlat",
    "readFlatLine",
    "readJson",
    "readPairs",
    "readPublished",
    "readReports",
    "renderAnnotations",
    "renderCsv",
    "renderDot",
    "renderGraphml",
    "renderHtml",
    "renderJson",
    "renderProv",
    "renderQuotesCsv",
    "renderQuotesJson",
    "renderSpeakers",
    "renderTei",
    "renderTerminal",
  ]);
});
