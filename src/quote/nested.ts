import { AUXILIARIES, FINITES } from "../lang/en/clause.ts";
import { isWithin, type Span } from "../text/span.ts";
import { contentBehind } from "./behind.ts";
import type { Content } from "./content.ts";
import type { Cue } from "./cue.ts";
import { type Draft, draftContent, type Reading, spanOf } from "./draft.ts";
import type { Range } from "./noun.ts";
import type { Unit } from "./unit.ts";

/** A share of confidence kept by what is reported within a report of speech. */
const INNER = 0.8;

/**
 * The drafts with those nested in an indirect one behind it, one level deep: "he said he had told Trump that …" has two. Words
 * in marks are the speaker's, whatever they report. Drafts in text order by first content, and so the result. Linear.
 */
export function addNested(reading: Reading, drafts: readonly Draft[]): Draft[] {
  const used = new Set(drafts.map(({ cue }) => cue?.cue));
  const all: Draft[] = [];
  for (const draft of drafts) {
    const within = all.length;
    all.push(draft);
    for (const inner of findInner(reading, draft, used)) all.push({ ...inner, within });
  }
  return all;
}

/** What the first cue in the words of an indirect report introduces there. */
function findInner(reading: Reading, outer: Draft, used: ReadonlySet<Cue | undefined>): Draft[] {
  if (outer.kind === "direct" || outer.cue === null) return [];
  const { units } = reading.sentences[outer.sentence]!;
  const whole = outer.content.find((span) => span.to - span.from > 0);
  const range = whole && rangeOf(units, whole);
  if (range === undefined) return [];
  for (const cue of reading.cues[outer.sentence]!) {
    if (cue.from >= range.to) break;
    const inner = used.has(cue) ? null : readInner(reading, outer, cue, range);
    if (inner !== null) return [inner];
  }
  return [];
}

/** The units that a span covers; none if it begins or ends within one. */
function rangeOf(units: readonly Unit[], span: Span): Range | undefined {
  const from = units.findIndex((unit) => unit.from === span.from);
  const to = units.findLastIndex((unit) => unit.to === span.to) + 1;
  return from >= 0 && to > from ? { from, to } : undefined;
}

function readInner(reading: Reading, outer: Draft, cue: Cue, range: Range): Draft | null {
  const { units } = reading.sentences[outer.sentence]!;
  if (cue.source === null || cue.isInverted || cue.from < range.from || cue.source.from < range.from) return null;
  if (isRelative(units, cue, range) || isJudged(units, outer.cue!.cue, cue)) return null;
  const isWords = (unit: Unit): boolean => unit.kind === "run" && !reading.titles.has(unit.run);
  const found: Content | null = contentBehind({ units, isWords }, cue, range.to);
  if (found === null) return null;
  const inner = draftContent(reading, outer.sentence, found, isWords);
  const isInside = inner.content.length > 0 && inner.content.every((span) => isWithin(span, spanOf(units, range)));
  return isInside ? { ...inner, areas: [], confidence: inner.confidence * INNER } : null;
}

/** "called Ruiz's remarks “a shame”": whether the cue is what somebody's words are called by another, whose own the words behind it are. */
function isJudged(units: readonly Unit[], outer: Cue, { source }: Cue): boolean {
  return outer.use === "call" && /(?:'s|s'|['’])$/u.test(units[source!.to - 1]!.word);
}

/** "which he said were at his side": the words around the verb are one clause, and none of them is all that he said. */
function isRelative(units: readonly Unit[], cue: Cue, { from }: Range): boolean {
  const before = cue.source!.from - 1;
  const next = units[cue.to];
  if (next !== undefined && (AUXILIARIES.has(next.word) || FINITES.has(next.word))) return true;
  return before >= from && /^(?:what|which|who|whom|that|as|than|how|million|billion)$/.test(units[before]!.word);
}
