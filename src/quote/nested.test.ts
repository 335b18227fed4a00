import { describe, expect, it } from "vitest";
import { makeReport } from "../../test/marked.ts";
import { sliceSpan } from "../text/span.ts";
import { findQuotations } from "./find.ts";

/** Each quotation: speaker, content, and the place of the one it is within. */
function nest(...lines: string[]): [string | null, string, number | null][] {
  const { text, ...report } = makeReport(lines.join("\n"));
  return findQuotations({ text, ...report }).map(({ speaker, content, within }) => [
    speaker && sliceSpan(text, speaker),
    content.map((span) => sliceSpan(text, span)).join(" … "),
    within,
  ]);
}

describe("addNested", () => {
  it("keeps both layers of a report of a report", () => {
    expect(nest("Ana Ruiz said Tom Vega had told the mayor that the pier would fall.")).toEqual([
      ["Ana Ruiz", "Tom Vega had told the mayor that the pier would fall", null],
      ["Tom Vega", "the pier would fall", 0],
    ]);
  });

  it("takes a pronoun within for the speaker around it", () => {
    const [, inner] = nest("Tom Vega left.", "Ana Ruiz said that she had told the mayor that the pier would fall.");
    expect(inner).toEqual(["Ana Ruiz", "the pier would fall", 0]);
    const [, other] = nest("Ana Ruiz said that he had told the mayor that the pier would fall.");
    expect(other?.[0]).toBe(null);
    const [, body] = nest("The Harbour Ministry said it believed the pier would fall.");
    expect(body).toEqual(["Harbour Ministry", "the pier would fall", 0]);
  });

  it("leaves the words to who judges another's", () => {
    const judged = [
      "Ana Ruiz called Vega's remarks “about as helpful as anything that was said that day.”",
      "Ana Ruiz dismissed Tom Vega's claims as “complete nonsense.”",
      "Ana Ruiz denounced Tom Vega's claims as “complete nonsense.”",
    ];
    for (const line of judged) expect(nest(line).map(([speaker]) => speaker)).toEqual(["Ana Ruiz"]);
    const held = "Ana Ruiz said Tom Vega's claims were new and Ben Roe had told the mayor that the pier would fall.";
    expect(nest(held).at(-1)).toEqual(["Ben Roe", "the pier would fall", 0]);
  });

  it("reads nothing into words in marks, relative clauses and what comes behind the report", () => {
    expect(nest("“He told me that the pier would fall,” Ana Ruiz said.")).toHaveLength(1);
    const boats = nest("Ana Ruiz said the boats, which she said were old, would sink.");
    expect(boats.filter(([, , within]) => within !== null)).toEqual([]);
    expect(nest("Ana Ruiz said the pier would fall. Tom Vega said it would not.")).toMatchObject([
      ["Ana Ruiz", "the pier would fall", null],
      ["Tom Vega", "it would not", null],
    ]);
  });

  it("counts places in the list given", () => {
    const found = nest("Ana Ruiz said no one left.", "Tom Vega said Nora Lind told him that it was late.");
    expect(found.map(([, , within]) => within)).toEqual([null, null, 1]);
  });
});
