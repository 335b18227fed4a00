import type { Span } from "../text/span.ts";
import { type Draft, type Reading, spanOf } from "./draft.ts";
import type { Name, Names } from "./names.ts";
import type { Quotation } from "./quotation.ts";
import { findSpeaker } from "./speaker.ts";
import { openingSubject } from "./subject.ts";
import { findVenue, isElsewhere, type Venue } from "./venue.ts";

/** What a draft lacks. */
type Credit = Pick<Quotation, "speaker" | "venue" | "confidence">;

/** What has been read so far. */
interface State {
  /** People spoken of as subjects or credited, latest last. */
  readonly memory: Name[];
  /** Who was credited last. */
  last: Name | null;
  /** The outlet that was last said to have interviewed anyone, and those by speaker. */
  outlet: Span | null;
  readonly interviews: Map<Name, Span>;
}

/** A share of confidence lost where the speaker is only taken over from the quotation before. */
const FOLLOWING = 0.9;

/**
 * Speakers and venues of the drafts, in their order. Both are read along the text: a pronoun means somebody spoken of before; a
 * quotation with no venue of its own takes the outlet to which its speaker was last said to have spoken, unless the words
 * around its verb set it at another time ("has previously said"): the rest of a report of an interview is that interview.
 */
export function creditDrafts(reading: Reading, drafts: readonly Draft[], names: Names): Credit[] {
  const state: State = { memory: [], last: null, outlet: null, interviews: new Map() };
  let next = 0;
  return drafts.map((draft) => {
    const upTo = draft.cue?.sentence ?? draft.source?.sentence ?? draft.sentence;
    for (; next <= upTo; next++) remember(reading, next, names, state);
    const speaker = speakerOf(reading, draft, names, state);
    if (speaker !== null) {
      state.memory.push(speaker);
      state.last = speaker;
    } else if (draft.source !== null) state.last = null;
    const venue = venueOf(reading, draft, speaker, state);
    const confidence = draft.isFollowing ? draft.confidence * (speaker === null ? 0.6 : FOLLOWING) : draft.confidence;
    return { speaker: speaker?.span ?? null, venue, confidence: Math.round(confidence * 100) / 100 };
  });
}

/** Keeps in mind who a sentence begins with. */
function remember({ sentences }: Reading, at: number, names: Names, state: State): void {
  const { units } = sentences[at]!;
  const subject = openingSubject(units);
  const name = subject && findSpeaker(units, subject, names, state.memory);
  if (name !== null) state.memory.push(name);
}

function speakerOf(reading: Reading, draft: Draft, names: Names, state: State): Name | null {
  if (draft.source === null) return draft.isFollowing ? state.last : null;
  const { units } = reading.sentences[draft.source.sentence]!;
  return findSpeaker(units, draft.source.range, names, state.memory);
}

function venueOf(reading: Reading, draft: Draft, speaker: Name | null, state: State): Span | null {
  if (draft.cue === null) return speaker && draft.isFollowing ? (state.interviews.get(speaker) ?? null) : null;
  const { units } = reading.sentences[draft.cue.sentence]!;
  const own = findVenue(units, draft.cue.cue, draft.areas);
  if (own !== null) return noteVenue(spanOf(units, own.range), own, speaker, state);
  if (speaker === null || isElsewhere(units, draft.cue.cue)) return null;
  return state.interviews.get(speaker) ?? null;
}

/** The span of a venue that a report names, kept for the quotations that follow; of one it only points back to, the name. */
function noteVenue(span: Span, venue: Venue, speaker: Name | null, state: State): Span {
  if (venue.kind === "again") return (speaker && state.interviews.get(speaker)) ?? state.outlet ?? span;
  if (venue.kind === "outlet") {
    state.outlet = span;
    if (speaker !== null) state.interviews.set(speaker, span);
  } else if (venue.kind === "occasion" && speaker !== null) state.interviews.delete(speaker);
  return span;
}
