import { describe, expect, it } from "vitest";
import { type Labelled, makeReport, readMarked } from "../../test/marked.ts";
import { isOverlapping, type Span, sliceSpan } from "../text/span.ts";
import { findQuotations } from "./find.ts";
import type { Quotation } from "./quotation.ts";

/**
 * Sentences of our own, each kind of reported speech by itself, with how many attributions of the kind have to be found: half of
 * the content's characters or more in common, source and cue met. Not a yardstick (see `npm run bench -- quotation`): it keeps each
 * kind from falling.
 */
const KINDS: Readonly<Record<string, { readonly floor: number; readonly sentences: readonly string[] }>> = {
  "direct, source behind": {
    floor: 6,
    sentences: [
      "“[content The ferry will not sail before the storm has passed],” [cue said] [source harbour master Ana Ruiz].",
      "“[content Nobody told us that the pier was closed],” [cue said] [source Ben Roe, who sells tickets at the gate].",
      "“[content We will mend it by spring],” [cue promised] [source the mayor].",
      "“[content Is this really the best we can do?]” [cue asked] [source Councillor Lena Holt].",
      "“[content I have seen worse],” [cue added] [source the fisherman].",
      "'[content The money has been spent],' [cue said] [source a spokesman for the port].",
    ],
  },
  "direct, source before the cue": {
    floor: 6,
    sentences: [
      "“[content We lost the whole catch],” [source he] [cue said].",
      "“[content The report speaks for itself],” [source Ms Holt] [cue told] reporters.",
      "[source The engineer] [cue said]: “[content The wall was never meant to carry a road.]”",
      "[source Ruiz] [cue replied], “[content I do not read newspapers.]”",
      "“[content It was dark, and the lights had gone],” [source she] [cue recalled].",
      "[source The minister] [cue tweeted]: “[content Help is on its way to Kelsmouth.]”",
    ],
  },
  "direct, interrupted": {
    floor: 4,
    sentences: [
      "“[content We were warned],” [source Ruiz] [cue said], “[content and we did nothing.]”",
      "“[content The tide turned at four],” [source the pilot] [cue said]. “[content After that there was no way back.]”",
      "“[content If the bridge goes],” [cue said] [source the surveyor], “[content the island is cut off.]”",
      "“[content I am tired],” [source he] [cue said]. “[content Tired and cold.]”",
    ],
  },
  "indirect, with that": {
    floor: 7,
    sentences: [
      "[source The surveyor] [cue warned] that [content the wall could fail within two winters].",
      "[source Officials] [cue said] on Monday that [content the port would stay open].",
      "[source The company] [cue has denied] that [content its cement was of poor quality].",
      "[source She] [cue told] the council that [content the money would run out in June].",
      "[source Residents] [cue complained] that [content no one had answered their letters].",
      "[source The mayor] [cue insisted] that [content the houses were safe].",
      "[source A spokesman for the ministry] [cue confirmed] that [content talks had begun].",
    ],
  },
  "indirect, without that": {
    floor: 6,
    sentences: [
      "[source Holt] [cue said] [content the repairs would cost 38 million crowns].",
      "[source The pilot] [cue says] [content he saw no light].",
      "[source He] [cue said] [content the harbour was not his business].",
      "[source Experts] [cue say] [content the sea is rising faster than the wall].",
      "[source The union] [cue claims] [content its members were never asked].",
      "[source Two witnesses] [cue said] [content the crane fell without a sound].",
    ],
  },
  "indirect, the cue behind": {
    floor: 6,
    sentences: [
      "[content The ferry will be sold next year], [source the company] [cue said].",
      "[content The wall has moved by four centimetres since March], [source the survey] [cue found].",
      "[content The talks are all but over], [source people close to them] [cue said].",
      "[content Three boats were lost], [source the coastguard] [cue said] on Friday.",
      "[content The plan was never shown to the council], [source she] [cue added].",
      "[content Prices will fall by autumn], [source analysts] [cue predicted].",
    ],
  },
  "according to": {
    floor: 5,
    sentences: [
      "[cue According to] [source the survey], [content the wall has moved by four centimetres].",
      "[content Some 240 households must leave], [cue according to] [source the council].",
      "[content The crane had not been checked for years], [cue according to] [source two former workers].",
      "[cue According to] [source a letter seen by the paper], [content the mayor knew in May].",
      "[content The ship was empty when it sank], [cue according to] [source the owners].",
    ],
  },
  mixed: {
    floor: 5,
    sentences: [
      "[source Ruiz] [cue said] [content the storm was “the worst in forty years” and would return].",
      "[source The union] [cue called] [content the offer “an insult”].",
      "[source The minister] [cue said] that [content the port was “open for business”].",
      "[source Holt] [cue described] [content the survey as “a work of fiction”].",
      "[source He] [cue accused] [content the council of “sleeping on the job”].",
    ],
  },
  "thought and feeling": {
    floor: 5,
    sentences: [
      "[source Critics] [cue fear] that [content the new wall will only move the flood elsewhere].",
      "[source The mayor] [cue believes] [content the town can be saved].",
      "[source Many residents] [cue hope] [content the ferry will come back].",
      "[source She] [cue thinks] [content the plan is too dear].",
      "[source Investors] [cue expect] [content the company to sell the docks].",
      "[source The fishermen] [cue doubt] that [content the fish will return].",
    ],
  },
  "intent and demand": {
    floor: 4,
    sentences: [
      "[source The council] [cue has vowed] [content to rebuild the pier].",
      "[source The union] [cue called for] [content a strike at all four ports].",
      "[source The governor] [cue has signalled willingness] [content to talk about the lease].",
      "[source The company] [cue declined] [content to say how much it had paid].",
      "[source Ruiz] [cue promised] [content to publish every letter].",
    ],
  },
};

/** Sentences in which nobody is credited with anything. */
const NOTHING: readonly string[] = [
  "The ferry left the harbour at noon.",
  "Four people were taken to hospital after the crane fell.",
  "The wall is 1.8 kilometres long and was built in 1962.",
  "It rained all night, and the river rose by a metre.",
  "The film “The Long Pier” opens on Friday.",
  "He walked to the end of the quay and sat down.",
];

const spansOf = (spans: readonly Labelled[], label: string): Labelled[] => spans.filter((span) => span.label === label);
const length = (spans: readonly Span[]): number => spans.reduce((sum, { from, to }) => sum + to - from, 0);

function common(a: readonly Span[], b: readonly Span[]): number {
  return a
    .flatMap((x) => b.map((y) => Math.max(0, Math.min(x.to, y.to) - Math.max(x.from, y.from))))
    .reduce((x, y) => x + y, 0);
}

function isFound(marked: string): boolean {
  const { text, spans } = readMarked(marked);
  const meets = (span: Span | null, label: string): boolean =>
    span !== null && spansOf(spans, label).some((other) => isOverlapping(span, other));
  const fits = ({ content, source, cue }: Quotation): boolean => {
    const both = common(content, spansOf(spans, "content"));
    const all = length(content) + length(spansOf(spans, "content")) - both;
    return both * 2 >= all && meets(source, "source") && meets(cue, "cue");
  };
  return findQuotations(makeReport(text)).some(fits);
}

describe("findQuotations", () => {
  it.each(Object.entries(KINDS))("finds reported speech: %s", (_, { floor, sentences }) => {
    const found = sentences.filter(isFound);
    expect(found.length, sentences.filter((s) => !found.includes(s)).join("\n")).toBeGreaterThanOrEqual(floor);
  });

  it("credits nobody where nobody speaks", () => {
    expect(NOTHING.flatMap((text) => findQuotations(makeReport(text)))).toEqual([]);
  });

  it("takes nobody who speaks for what was said", () => {
    const text = "The harbour will close on Friday, said its spokeswoman. The company must pay, said her lawyer.";
    const contents = findQuotations(makeReport(text)).flatMap(({ content }) => content.map((s) => sliceSpan(text, s)));
    expect(contents).toContain("The harbour will close on Friday");
    expect(contents).not.toContain("its spokeswoman");
    expect(contents).not.toContain("her lawyer");
  });
});
