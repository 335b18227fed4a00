import { ROLES, UNNAMED } from "../lang/en/people.ts";
import { findFirst, type Span } from "../text/span.ts";
import { isRelay } from "./contents.ts";
import type { Place, Reading } from "./draft.ts";
import { isEmpty } from "./empty.ts";
import { findPart } from "./marked.ts";
import { readPhrase } from "./noun.ts";
import { placeSpan } from "./place.ts";
import type { Unit } from "./unit.ts";

/** Whether nothing but titles is taken for what was said: "The survey, titled “State of the Wall”, …". */
export function isTitled(reading: Reading, content: readonly Span[]): boolean {
  return content.every(({ from, to }) => {
    const part = reading.parts[findPart(reading, from)];
    return part !== undefined && reading.titles.has(part.run) && part.outer.from <= from && to <= part.outer.to;
  });
}

/** Whether nothing is said in the content. */
export function isSilent(reading: Reading, { sentence, range }: Place, content: readonly Span[]): boolean {
  const place = content.length === 1 ? placeSpan(reading, content[0]!) : null;
  return place?.sentence === sentence && isEmpty(reading.sentences[sentence]!.units, range, place.range);
}

/** Whether the cue is that of an outlet that reports what somebody said: the words are theirs. */
export function isRelayed(reading: Reading, { sentence, range }: Place): boolean {
  const cues = reading.cues[sentence]!;
  const at = findFirst(cues, range.from);
  return at < cues.length && cues[at]!.from < range.to && isRelayAt(reading, sentence, at);
}

export function isRelayAt(reading: Reading, sentence: number, at: number): boolean {
  const cues = reading.cues[sentence]!;
  const view = { units: reading.sentences[sentence]!.units, isWords: ({ kind }: Unit) => kind === "run" };
  return at > 0 && isRelay(view, cues[at]!, cues[at - 1]);
}

/** Whether what is taken for the content is who speaks, behind a comma and the cue: "The port will close, said its spokeswoman." */
export function isWho(reading: Reading, { sentence, range }: Place, content: readonly Span[]): boolean {
  const { units } = reading.sentences[sentence]!;
  const place = content.length === 1 ? placeSpan(reading, content[0]!) : null;
  if (place?.sentence !== sentence || place.range.from !== range.to || units[range.from - 1]?.word !== ",")
    return false;
  const phrase = readPhrase(units, range.to);
  const last = units[place.range.to - 1]!.word;
  const verb = units[range.to - 1]!.word;
  const isNamed = /^(?:reports|writes)$/.test(verb) && units[range.to]!.isCapital;
  const isSpeaker = ROLES.has(last) || UNNAMED.has(last) || /^(?:said|says)$/.test(verb) || isNamed; // "promised jobs" has what was said
  const isTold = phrase !== null && units[phrase.to]?.word === "who"; // "said the official who spoke on condition of anonymity"
  return isSpeaker && phrase !== null && (phrase.to >= place.range.to || isTold);
}

/** "Whatever the board says, the pier is closed", "That said, the pier is closed": nobody says so. */
export function isWhatever(reading: Reading, cue: Place, source: Span | undefined): boolean {
  const place = source && placeSpan(reading, source);
  if (!place || place.sentence !== cue.sentence || place.range.from > cue.range.from) return false;
  const { units } = reading.sentences[place.sentence]!;
  const [before, last] = [units[place.range.from - 2]?.word, units[place.range.from - 1]?.word];
  const isThatSaid = place.range.from === 0 && place.range.to === 1 && units[0]!.word === "that"; // "That said, …"
  return isThatSaid || last === "whatever" || (last === "what" && before === "matter");
}
