import { describe, expect, it } from "vitest";
import { makeReport } from "../../test/marked.ts";
import { findSpeech } from "../analyze.ts";
import { renderSpeakers } from "./speakers.ts";
import { measureWidth } from "./width.ts";

const LONG =
  "the wall along the harbour had been standing in salt water since the storm and would fall before the winter";
const SPEECH = findSpeech([
  makeReport(
    `“We left,” Ana Ruiz told the Erie Times.\nTwo officials said ${LONG}.\nThe survey said it was warm.`,
    "A",
  ),
  makeReport("“It was dark all day long here.”\nRuiz left. “It was late,” Ruiz said.", "B"),
]);

describe("renderSpeakers", () => {
  it("groups the words by speaker, the named first, and counts those without a name", () => {
    expect(renderSpeakers(SPEECH)).toBe(`A   A · no date · A
B   B · no date · B

Ana Ruiz · 2 quotations in A and B
A   “We left”
    Ana Ruiz told · the Erie Times · at 1
B   “It was late”
    Ruiz said · at 45

Two officials (unnamed) · 1 quotation in A
A   the wall along the harbour had been standing in salt water since the storm
    and would fall before the winter
    Two officials said · at 60

The survey (not a person) · 1 quotation in A
A   it was warm
    The survey said · at 185

Nobody is credited · 1 quotation in B
B   “It was dark all day long here.”
    at 1 · in doubt (0.3)

1 speaker by name, 1 source without a name (2 in all). 1 quotation is in doubt:
a reader would probably have the words begin or end elsewhere, credit somebody
else, or see no quotation there.
`);
  });

  it("keeps to the width, whatever a name holds", () => {
    for (const width of [40, 80, 120]) {
      const lines = renderSpeakers(SPEECH, { width }).split("\n");
      expect(Math.max(...lines.map(measureWidth))).toBeLessThanOrEqual(width);
    }
  });

  it("shows some speakers alone", () => {
    const text = renderSpeakers(SPEECH, {}, SPEECH.speakers.slice(0, 1));
    expect(text).toContain("“It was late”");
    expect(text).not.toContain("survey");
    expect(text).toMatch(/2 quotations\.\n$/u);
  });
});
