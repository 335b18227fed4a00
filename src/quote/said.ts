import { TELLING } from "../lang/en/citing.ts";
import { findFirst, type Span, sliceSpan } from "../text/span.ts";
import { skipAsides } from "./adverbial.ts";
import { isParticiple } from "./behind.ts";
import type { Place, Reading } from "./draft.ts";
import { isRelayAt } from "./nobody.ts";
import { endOfKnown, readHearer } from "./outlet.ts";
import { placeSpan } from "./place.ts";
import type { Attribution } from "./tag/resolve.ts";
import { endBeforeApposition, endBeforeDeed, endBeforeDoubt, endOfLead } from "./tail.ts";

/** The content without the clause before it that ends where a joining word begins that of the source: "the plan drew fire, but some said it would work". */
export function dropOther(reading: Reading, { content, source: [source], cue: [cue] }: Attribution): readonly Span[] {
  const place = source && placeSpan(reading, source);
  if (!place || !cue || cue.from < source.to || content.length < 2) return content;
  const { units } = reading.sentences[place.sentence]!;
  const [comma, joint] = units.slice(Math.max(0, place.range.from - 2), place.range.from);
  if (comma?.word !== "," || joint === undefined || !/^(?:and|but|while|though|although|yet)$/.test(joint.word))
    return content;
  const behind = content.filter(({ from }) => from >= cue.to);
  return behind.length > 0 ? behind : content;
}

/** The content behind what is said of the authority: "according to a study, reported on by the Star, | the wall will fall". */
export function dropAside(reading: Reading, cue: Span, content: readonly Span[]): readonly Span[] {
  const [first, ...others] = content;
  const place = first === undefined ? null : placeSpan(reading, first);
  if (place === null || !/^according\b/iu.test(sliceSpan(reading.text, cue)) || first!.from < cue.to) return content;
  const { units } = reading.sentences[place.sentence]!;
  const { to } = place.range;
  const from = place.range.from + (units[place.range.from]!.word === "," ? 1 : 0);
  const comma = units.slice(from, to).findIndex(({ word }) => word === ",");
  if (comma < 0 || from + comma + 1 >= to || !isParticiple(units, from)) return content;
  return [{ from: units[from + comma + 1]!.from, to: first!.to }, ...others];
}

const TOLD = { use: "tell", source: null, isInverted: false, isShared: false, clause: 0 } as const;

/** The content behind who was told it: "told CNN the port would close". */
export function dropAddressee(reading: Reading, cue: Span, content: readonly Span[]): readonly Span[] {
  const place = placeSpan(reading, cue);
  const [first, ...others] = content;
  if (place === null || first === undefined) return content;
  const { units } = reading.sentences[place.sentence]!;
  const at = place.range.to;
  if (!TELLING.has(units[at - 1]!.word) || units[at]?.from !== first.from) return content;
  const that = skipAsides({ units, isWords: () => true }, { ...TOLD, ...place.range }, units.length);
  const own = units[that]?.word === "that" && units[that + 1]?.word === "," ? units[that + 2] : units[that + 1];
  if (that > at && units[that]?.word === "that" && own !== undefined && own.from < first.to)
    return [{ from: own.from, to: first.to }, ...others]; // "told a committee in Kelsmouth that"
  const to = readHearer(units, at)?.to ?? at;
  const next = units[to];
  const hasArticle = units[at]!.word === "the";
  if (to !== endOfKnown(units, at + (hasArticle ? 1 : 0), hasArticle) || next === undefined || next.from >= first.to)
    return content;
  return [{ from: next.from, to: first.to }, ...others];
}

/** A content that the tagger ends within a compound ("the future of the Export|-Import Bank") goes on to the next mark: it has no end there. */
export function endCompound(reading: Reading, span: Span): Span {
  const place = placeSpan(reading, { from: span.to - 1, to: span.to });
  if (place === null || !/^-\p{L}/u.test(reading.text.slice(span.to, span.to + 2))) return span;
  const { units } = reading.sentences[place.sentence]!;
  const rest = units.slice(place.range.to).findIndex(({ kind }) => kind !== "word");
  return { from: span.from, to: units[rest < 0 ? units.length - 1 : place.range.to + rest - 1]!.to };
}

/** Without what the reporter adds behind the words of an indirect report. */
export function cutTail(
  reading: Reading,
  cue: Place | null,
  content: readonly Span[],
  source: Span | null,
): readonly Span[] {
  const last = content.at(-1)!;
  const place = placeSpan(reading, last);
  if (place === null) return content;
  const { units } = reading.sentences[place.sentence]!;
  const who = source && placeSpan(reading, source);
  const own = who?.sentence === place.sentence ? endOfLead(units, who.range, place.range) : place.range.to;
  const deed = cue?.sentence === place.sentence ? endBeforeDeed(units, cue.range, place.range) : place.range.to;
  const to = Math.min(own, deed, endBeforeDoubt(units, place.range), endBeforeApposition(units, place.range));
  return to === place.range.to ? content : [...content.slice(0, -1), { from: last.from, to: units[to - 1]!.to }];
}

/** What was said up to where an outlet is named that reports it: "said it was “grave,” | Reuters reports". Nothing behind that is from the same mouth. */
export function cutRelay(reading: Reading, { sentence, range }: Place, said: readonly Span[]): readonly Span[] {
  const cues = reading.cues[sentence]!;
  const next = findFirst(cues, range.to);
  const at = [next, next + 1].find((i) => i < cues.length && isRelayAt(reading, sentence, i)) ?? -1;
  if (at < 0 || said[0]!.from < reading.sentences[sentence]!.units[range.to - 1]!.to) return said;
  const end = reading.sentences[sentence]!.units[cues[at]!.clause - 1]!.to;
  return said.flatMap(({ from, to }) => (from < end ? [{ from, to: Math.min(to, end) }] : []));
}
