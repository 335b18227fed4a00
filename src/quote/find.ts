import type { Report } from "../report/report.ts";
import { bySpan } from "../text/span.ts";
import { creditDrafts } from "./credit.ts";
import { type Draft, draftSentence, makeReading, type Reading, spanOf } from "./draft.ts";
import { draftLoose } from "./loose.ts";
import { mergeDrafts } from "./merge.ts";
import { addNested } from "./nested.ts";
import { readProse } from "./prose.ts";
import type { Quotation } from "./quotation.ts";
import { getTagger } from "./tag/model.ts";
import type { Tagger } from "./tag/tag.ts";
import { draftTagged } from "./tagged.ts";

/**
 * Reported speech and thought in the standfirst and paragraphs of a report, in text order by first content; none in an empty one.
 * What stands between marks is found by rules, made to be right rather than complete; the rest by a tagger learned from PolNeAR
 * (`tag/`), without which (null) only rules are used. Contents never overlap, but for one `within` another. `confidence` is fixed by
 * the rule that fired (see `draft.ts` and `loose.ts`) or is the tagger's. Time and space are linear in the length of the text,
 * whatever it holds. The parts are those of PARC 3.0 (Pareti 2016), but a content leaves out *that* and the marks at its ends.
 */
export function findQuotations(report: Report, tagger: Tagger | null = getTagger()): Quotation[] {
  const prose = readProse(report);
  const { marked, sentences, names } = prose;
  const reading = makeReading(report.text, marked, sentences);
  const tagged = tagger && draftTagged(reading, prose, tagger);
  const drafts = addNested(reading, mergeDrafts(findDrafts(reading), tagged));
  const credits = creditDrafts(reading, drafts, names);
  return drafts.map((draft, i) => ({
    report: report.id,
    kind: draft.kind,
    content: draft.content,
    quoted: draft.quoted,
    cue: draft.cue && (draft.cue.span ?? spanOf(reading.sentences[draft.cue.sentence]!.units, draft.cue.cue)),
    source:
      draft.source &&
      (draft.source.span ?? spanOf(reading.sentences[draft.source.sentence]!.units, draft.source.range)),
    within: draft.within,
    ...credits[i]!,
  }));
}

function findDrafts(reading: Reading): Draft[] {
  const drafts: Draft[] = [];
  const used = new Set<number>();
  reading.sentences.forEach((_, at) => {
    const own = draftSentence(reading, at, used);
    for (const run of own.flatMap((draft) => draft.runs)) used.add(run);
    const last = drafts.length - 1;
    const loose = draftLoose(reading, at, drafts, used);
    if (loose.goesOn !== null) drafts[last] = loose.goesOn;
    const all = [...own, ...loose.drafts]
      .filter((draft) => draft.content.length > 0)
      .sort((a, b) => bySpan(a.content[0]!, b.content[0]!));
    for (const draft of all) drafts.push(draft);
    for (const run of [...all, loose.goesOn].flatMap((draft) => draft?.runs ?? [])) used.add(run);
  });
  return drafts;
}
