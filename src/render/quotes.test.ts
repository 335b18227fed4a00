import { describe, expect, it } from "vitest";
import { makeReport } from "../../test/marked.ts";
import { findSpeech } from "../analyze.ts";
import { listQuotes, type QuoteRow, renderQuotesCsv, renderQuotesJson } from "./quotes.ts";

const SPEECH = findSpeech([
  makeReport("“We left,” Ana Ruiz told the Erie Times.\nOfficials said it was late.", "A"),
  makeReport("Tom Vega said Ruiz had told him that it was late.", "B"),
]);

const ROW: QuoteRow = {
  speaker: "Ana Ruiz",
  kind: "direct",
  cue: "said",
  source: "she",
  venue: null,
  words: "We left",
  outlet: "A",
  file: "a.txt",
  offset: 1,
  confidence: 0.95,
  within: null,
};

/** The cells of a CSV text, read by the rules of RFC 4180. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end !== ",") rows.push([]);
  }
  return rows.slice(0, -1);
}

describe("listQuotes", () => {
  it("gives each quotation with its words, and a name only where there is one", () => {
    expect(
      listQuotes(SPEECH).map((row) => [row.speaker, row.source, row.venue, row.words, row.file, row.offset]),
    ).toEqual([
      ["Ana Ruiz", "Ana Ruiz", "the Erie Times", "We left", "A", 1],
      [null, "Officials", null, "it was late", "A", 56],
      ["Tom Vega", "Tom Vega", null, "Ruiz had told him that it was late", "B", 14],
      ["Ana Ruiz", "Ruiz", null, "it was late", "B", 37],
    ]);
  });

  it("leaves some speakers alone, and says which row a nested one is part of", () => {
    expect(listQuotes(SPEECH).map(({ within }) => within)).toEqual([null, null, null, 2]);
    const [ruiz] = SPEECH.speakers;
    expect(listQuotes(SPEECH, [ruiz!]).map(({ words, within }) => [words, within])).toEqual([
      ["We left", null],
      ["it was late", null],
    ]);
  });
});

describe("renderQuotesCsv", () => {
  it("writes a line of names and a line a row, ended by CR LF", () => {
    const csv = renderQuotesCsv([ROW]);
    expect(csv).toBe(
      "speaker,kind,cue,source,venue,words,outlet,file,offset,confidence\r\nAna Ruiz,direct,said,she,,We left,A,a.txt,1,0.95\r\n",
    );
    expect(renderQuotesCsv([])).toBe("speaker,kind,cue,source,venue,words,outlet,file,offset,confidence\r\n");
  });

  it("gives back any words, quotation marks, commas and line ends among them", () => {
    const words = 'She said "no", twice,\nand left';
    expect(readCsv(renderQuotesCsv([{ ...ROW, words }]))[1]![5]).toBe(words);
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\nx", '=HYPERLINK("http://x.example","y")'])(
    "makes no formula of %j",
    (words) => {
      expect(readCsv(renderQuotesCsv([{ ...ROW, words }]))[1]![5]).toBe(`'${words}`);
    },
  );

  it("makes a line end of a lone return, before it looks for a formula", () => {
    expect(readCsv(renderQuotesCsv([{ ...ROW, words: "\r=1" }]))[1]![5]).toBe("'\n=1");
  });
});

describe("renderQuotesJson", () => {
  it("has the rows and what could not be read", () => {
    const notes = [{ message: "Not read: b.txt: no such file." }];
    expect(JSON.parse(renderQuotesJson([ROW], notes))).toEqual({ format: "stemma-quotes/1", quotations: [ROW], notes });
  });
});
