import { findFirst, type Span } from "../text/span.ts";
import { isClause } from "./clause.ts";
import type { Cue } from "./cue.ts";
import { type Draft, type Reading, spanOf } from "./draft.ts";
import { type Person, recallFollowed } from "./memory.ts";
import type { Name, Names } from "./names.ts";
import { findOpening, findPeople } from "./people.ts";
import type { Quotation } from "./quotation.ts";
import { findSpeaker, readPronoun } from "./speaker.ts";
import type { Unit } from "./unit.ts";
import { findPlace, findVenue, hasOccasion, isElsewhere, isOccasion, listDays, type Venue } from "./venue.ts";

/** What a draft lacks. */
type Credit = Pick<Quotation, "speaker" | "venue" | "confidence">;

/** What has been read so far. */
interface State {
  /** People spoken of as subjects or credited, latest last. */
  readonly memory: Person[];
  /** Who was credited last, and where those words end. */
  last: { readonly name: Name | null; readonly to: number };
  /** The outlet that was last said to have interviewed anyone, and those by speaker. */
  outlet: Span | null;
  readonly interviews: Map<Name, Interview>;
}

/** An interview that goes on. */
interface Interview {
  readonly outlet: Span;
  /** The days that its sentence names, folded. */
  readonly days: readonly string[];
  /** The words with a capital of that sentence, folded: its place is among them. */
  readonly capitals: ReadonlySet<string>;
}

/** No one is looked for further back than this many people. */
const REACH = 24;
/** A share of confidence lost where the speaker is only taken over from the quotation before. */
const FOLLOWING = 0.9;

/**
 * Speakers and venues of the drafts, in their order. Both are read along the text: a pronoun means somebody spoken of before; a
 * quotation with no venue of its own takes the outlet to which its speaker was last said to have spoken, unless the words
 * around its verb set it at another time ("has previously said"): the rest of a report of an interview is that interview, up to a
 * sentence that goes on to another occasion or day. `labels`: where those of a transcript begin, which say who speaks and not of whom.
 */
export function creditDrafts(
  reading: Reading,
  drafts: readonly Draft[],
  names: Names,
  labels: ReadonlySet<number>,
): Credit[] {
  const state: State = { memory: [], last: { name: null, to: 0 }, outlet: null, interviews: new Map() };
  const reported = new Set(drafts.filter((draft) => isReported(reading, draft)).map(({ cue }) => cue?.sentence));
  let next = 0;
  const speakers: (Name | null)[] = [];
  return drafts.map((draft) => {
    const upTo = draft.cue?.sentence ?? draft.source?.sentence ?? draft.sentence;
    for (; next <= upTo; next++) remember(reading, next, { names, labels, isReported: reported.has(next) }, state);
    const outer = draft.within === null ? null : speakers[draft.within]!;
    const speaker = sameSpeaker(reading, draft, outer) ?? speakerOf(reading, draft, names, state);
    speakers.push(speaker);
    if (draft.within === null) noteSpeaker(reading, draft, speaker, names, state);
    const venue = draft.within === null ? venueOf(reading, draft, speaker, state) : null;
    const confidence = draft.isFollowing ? draft.confidence * (speaker === null ? 0.6 : FOLLOWING) : draft.confidence;
    return { speaker: speaker?.span ?? null, venue, confidence: Math.round(confidence * 100) / 100 };
  });
}

/** "he said he had told": a pronoun within what somebody said is that person, unless it cannot be. */
function sameSpeaker({ sentences }: Reading, { source }: Draft, outer: Name | null): Name | null {
  if (outer === null || source === null) return null;
  const { units } = sentences[source.sentence]!;
  if (/^(?:it|they)$/.test(units[source.range.from]!.word)) return outer.isPerson === true ? null : outer;
  const pronoun = readPronoun(units, source.range);
  const isFit = pronoun !== null && (outer.gender ?? pronoun) === pronoun && outer.isPerson !== false;
  return isFit ? outer : null;
}

/** Whether a draft reports words: between marks, or a clause. "Adding a caveat during a speech" only tells what was done. */
function isReported({ sentences }: Reading, { cue, content, quoted }: Draft): boolean {
  if (cue === null || quoted.length > 0) return true;
  const { units } = sentences[cue.sentence]!;
  return isClause(units, findFirst(units, content[0]!.from), findFirst(units, content.at(-1)!.to));
}

/** Keeps in mind who a sentence begins with. What it says of occasions counts unless somebody may have said it (`isReported`). */
function remember(
  reading: Reading,
  at: number,
  { names, labels, isReported }: { names: Names; labels: ReadonlySet<number>; isReported: boolean },
  state: State,
): void {
  const people = findOpening(reading, at, names, state.memory).filter((person) => !labels.has(person.at));
  for (const person of people) state.memory.push(person);
  if (!isReported) endInterviews(reading.sentences[at]!.units, people, state);
}

/**
 * Ends the interviews of those a sentence begins with where it tells of another occasion, or of another day than theirs; where
 * it begins with nobody and tells of another occasion, all: whoever speaks behind it may do so there.
 */
function endInterviews(units: readonly Unit[], people: readonly Person[], { interviews }: State): void {
  if (interviews.size === 0) return;
  const isOther = isOccasion(units);
  if (isOther && people.length === 0) interviews.clear();
  const days = listDays(units);
  for (const { name } of people) {
    const own = name && interviews.get(name);
    if (name && own && (isOther || days.some((day) => !own.days.includes(day)))) interviews.delete(name);
  }
}

/** Who is credited: nobody who is spoken of within the words themselves is meant by "she said" behind them. */
function speakerOf(reading: Reading, draft: Draft, names: Names, state: State): Name | null {
  if (draft.source === null) return draft.isFollowing ? followed(reading, draft, state) : null;
  const { sentence, range } = draft.source;
  const { units, block } = reading.sentences[sentence]!;
  const pronoun = readPronoun(units, range);
  if (pronoun !== null && units[range.to]?.word === "also") {
    const { name } = state.last; // "She also wrote": who was quoted before, though somebody else was spoken of between
    return name !== null && (name.gender ?? pronoun) === pronoun && name.isPerson !== false ? name : null;
  }
  const isWithin = ({ at }: Person): boolean => draft.content.some((span) => span.from <= at && at < span.to);
  const memory = state.memory.slice(-REACH).filter((person) => !isWithin(person));
  return findSpeaker(units, range, names, memory, { block, sentence });
}

function followed({ sentences }: Reading, draft: Draft, { memory, last }: State): Name | null {
  const { block, from } = sentences[draft.sentence]!;
  const before = memory.slice(-REACH).filter(({ at }) => at < from);
  return recallFollowed(before, { block, sentence: draft.sentence }, last.name, last.to);
}

function noteSpeaker(reading: Reading, draft: Draft, speaker: Name | null, names: Names, state: State): void {
  if (speaker !== null || draft.source !== null) state.last = { name: speaker, to: draft.content.at(-1)!.to };
  if (draft.source === null) return;
  const { sentence, range } = draft.source;
  const { units, block } = reading.sentences[sentence]!;
  const credited = { at: units[range.from]!.from, block, sentence, isCredited: true, isPaired: false };
  if (speaker !== null) state.memory.push({ name: speaker, gender: speaker.gender, ...credited });
  else
    for (const person of findPeople(reading, draft.source, names, state.memory))
      state.memory.push({ ...person, isCredited: true });
}

function venueOf(reading: Reading, draft: Draft, speaker: Name | null, state: State): Span | null {
  if (draft.cue === null) return speaker && draft.isFollowing ? (state.interviews.get(speaker)?.outlet ?? null) : null;
  const { units } = reading.sentences[draft.cue.sentence]!;
  const own = findVenue(units, draft.cue.cue, draft.areas);
  if (speaker !== null) leaveInterview(units, draft.cue.cue, own, speaker, state);
  if (own !== null) return noteVenue(units, own, speaker, state);
  if (speaker === null || isElsewhere(units, draft.cue.cue) || hasOccasion(units, draft.cue.cue)) return null;
  return state.interviews.get(speaker)?.outlet ?? null;
}

/** Ends the interview of a speaker who speaks on another day than it, or in a place that its sentence does not name. */
function leaveInterview(
  units: readonly Unit[],
  cue: Cue,
  venue: Venue | null,
  speaker: Name,
  { interviews }: State,
): void {
  const interview = interviews.get(speaker);
  if (interview === undefined) return;
  const days = venue?.kind === "day" ? listDays(units.slice(venue.range.from, venue.range.to)) : [];
  const place = findPlace(units, cue);
  const isAway = place !== null && !interview.capitals.has(place);
  if (isAway || days.some((day) => !interview.days.includes(day))) interviews.delete(speaker);
}

/** The span of a venue that a report names, kept for the quotations that follow; of one it only points back to, the name. */
function noteVenue(units: readonly Unit[], venue: Venue, speaker: Name | null, state: State): Span {
  const span = spanOf(units, venue.range);
  if (venue.kind === "again") return (speaker && state.interviews.get(speaker)?.outlet) ?? state.outlet ?? span;
  if (venue.kind === "outlet") {
    state.outlet = span;
    const capitals = new Set(units.filter(({ isCapital }) => isCapital).map(({ word }) => word));
    if (speaker !== null) state.interviews.set(speaker, { outlet: span, days: listDays(units), capitals });
  } else if (venue.kind === "occasion" && speaker !== null) state.interviews.delete(speaker);
  return span;
}
