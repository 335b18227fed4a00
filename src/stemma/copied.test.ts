import { describe, expect, it } from "vitest";
import { makePlain } from "../../test/table.ts";
import type { Named } from "../collate/collation.ts";
import type { BlockKind, Report } from "../report/report.ts";
import { sliceSpan } from "../text/span.ts";
import { findCopied } from "./copied.ts";

const CAPTION =
  "Fishing boats lie in the outer basin of Kelsmouth while the northern gate stays shut. Photo: Harbour Office";
const BODY =
  "The harbour office of Kelsmouth closed the northern gate on Monday after its engineers had found cracks in two of the four hinges, it said";

/** A report whose paragraphs are of the kinds given. */
function make(name: string, ...parts: readonly (readonly [BlockKind, string])[]): Named {
  const report: Report = makePlain(name, parts.map(([, words]) => words).join("\n\n"));
  let at = 0;
  const blocks = parts.map(([kind, words]) => {
    const from = at;
    at += words.length + 2;
    return { kind, from, to: from + words.length };
  });
  return { siglum: name.toUpperCase(), report: { ...report, outlet: name, blocks } };
}

describe("findCopied", () => {
  it("keeps captions apart from the text", () => {
    const [a, b] = ["a", "b"].map((name) => make(name, ["caption", CAPTION], ["paragraph", `${BODY}.`]));
    const [copied] = findCopied([a!, b!], []);
    const show = (passages: readonly { from: number; to: number }[]) =>
      passages.map((passage) => sliceSpan(a!.report.text, passage).slice(0, 12));
    expect(show(copied!.furniture)).toEqual(["Fishing boat", "Fishing boat"]);
    expect(show(copied!.passages)).toEqual(["The harbour ", "The harbour "]);
  });

  it("says nothing of furniture of one outlet, nor where nothing else is shared", () => {
    const [a, b] = ["a", "b"].map((name) => make(name, ["caption", CAPTION], ["paragraph", "It rains."]));
    expect(findCopied([a!, b!], [])).toEqual([]);
    const [c, d] = ["c", "d"].map((name) => make(name, ["caption", CAPTION], ["paragraph", `${BODY}.`]));
    const same = { ...d!, report: { ...d!.report, outlet: "c" } };
    expect(findCopied([c!, same], [])[0]!.furniture).toEqual([]);
  });

  it("counts what is printed twice once, and nothing that either has in quotation marks", () => {
    const twice = make("a", ["paragraph", `${BODY}.`], ["paragraph", `${BODY}.`]);
    const once = make("b", ["paragraph", `${BODY}.`]);
    const [copied] = findCopied([twice, once], []);
    expect(copied!.words).toBe(BODY.split(" ").length);
    const quoted = { report: once.report.id, quoted: [{ from: 0, to: BODY.length }] } as never;
    expect(findCopied([twice, once], [quoted])).toEqual([]);
    const post = make("c", ["paragraph", `${BODY}. — Harbour Office (@kelsmouth_port) March 11, 2025`]);
    expect(findCopied([twice, once, post], [])).toEqual([]);
  });
});
