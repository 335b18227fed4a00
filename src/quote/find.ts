import type { Report } from "../report/report.ts";
import { bySpan, type Span } from "../text/span.ts";
import { creditDrafts } from "./credit.ts";
import { type Draft, draftSentence, makeReading, type Reading, spanOf } from "./draft.ts";
import { draftLoose } from "./loose.ts";
import { mergeDrafts } from "./merge.ts";
import { addNested } from "./nested.ts";
import { readProse } from "./prose.ts";
import type { Quotation } from "./quotation.ts";
import { addTurns } from "./spoken.ts";
import { getTagger } from "./tag/model.ts";
import type { Tagger } from "./tag/tag.ts";
import { draftTagged } from "./tagged.ts";
import { findTurns } from "./turn.ts";
import { findTweets } from "./tweet.ts";

/**
 * Reported speech and thought in the standfirst and paragraphs of a report, in text order by first content; none in an empty one.
 * What stands between marks is found by rules, made to be right rather than complete; the rest by a tagger learned from PolNeAR
 * (`tag/`), without which (null) only rules are used; in a transcript, what stands behind a label, and else what tweets say that the page shows. Contents never overlap, but for one `within` another. `confidence` is fixed by
 * the rule that fired (see `draft.ts` and `loose.ts`) or is the tagger's. Time and space are linear in the length of the text,
 * whatever it holds. The parts are those of PARC 3.0 (Pareti 2016), but a content leaves out *that* and the marks at its ends.
 */
export function findQuotations(report: Report, tagger: Tagger | null = getTagger()): Quotation[] {
  const prose = readProse(report);
  const { marked, sentences, names } = prose;
  const reading = makeReading(report.text, marked, sentences);
  const tagged = tagger && draftTagged(reading, prose, tagger);
  const drafts = addNested(reading, mergeDrafts(findDrafts(reading), tagged));
  const transcript = findTurns(report.text, prose.blocks, names);
  const credits = creditDrafts(reading, drafts, names, transcript.labels);
  const cues = drafts.map(({ cue }) => cue && (cue.span ?? spanOf(reading.sentences[cue.sentence]!.units, cue.cue)));
  const found = drafts.map((draft, i) => ({
    report: report.id,
    kind: draft.kind,
    content: cutFrame(report.text, draft.content, cues[i]!, credits[i]!.venue),
    quoted: draft.quoted,
    cue: cues[i]!,
    source:
      draft.source &&
      (draft.source.span ?? spanOf(reading.sentences[draft.source.sentence]!.units, draft.source.range)),
    within: draft.within,
    ...credits[i]!,
  }));
  const { turns, labels } = transcript;
  const spoken = turns.length > 0 ? turns : findTweets(report.text, prose.blocks, names);
  return spoken.length === 0 ? found : addTurns(report, found, spoken, labels);
}

/** "tells the BBC's Ana Ruiz that …", "called on Ruiz “to go”": a content without who was told and without the cue, where it begins with them. */
function cutFrame(text: string, content: readonly Span[], cue: Span | null, venue: Span | null): readonly Span[] {
  const [first, ...rest] = content;
  const behind = (at: number): Span[] => [
    { from: at + /^[\s,]*/u.exec(text.slice(at, first!.to))![0].length, to: first!.to },
    ...rest,
  ];
  if (cue !== null && cue.from < first!.from && first!.from < cue.to && cue.to < first!.to) return behind(cue.to);
  if (venue === null || first!.from !== venue.from || venue.to >= first!.to) return content;
  const that = /^,?\s+that\s+(?=\S)/u.exec(text.slice(venue.to, first!.to)); // else "told CNN viewers would pay for it" is not clear
  return that === null ? content : behind(venue.to + that[0].length);
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
