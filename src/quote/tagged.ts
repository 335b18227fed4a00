import { TELLING } from "../lang/en/citing.ts";
import { AUXILIARIES, DETERMINERS, RELATIVES, SUBJECT_PRONOUNS } from "../lang/en/clause.ts";
import { ROLES, UNNAMED } from "../lang/en/people.ts";
import { SPEECH } from "../lang/en/speech.ts";
import { bySpan, findFirst, isOverlapping, type Span, sliceSpan } from "../text/span.ts";
import { isApproximate, skipAsides } from "./adverbial.ts";
import { isParticiple } from "./behind.ts";
import { isRelay } from "./contents.ts";
import type { Cue } from "./cue.ts";
import { type Draft, type Place, type Reading, spanOf } from "./draft.ts";
import { isEmpty, isSaidOf } from "./empty.ts";
import { type Range, readPhrase, readPhraseBack } from "./noun.ts";
import { endOfKnown, readHearer } from "./outlet.ts";
import type { Prose } from "./prose.ts";
import type { QuotationKind } from "./quotation.ts";
import { makeLines } from "./tag/line.ts";
import type { Attribution } from "./tag/resolve.ts";
import type { Tagger } from "./tag/tag.ts";
import { endBeforeApposition, endBeforeDeed, endBeforeDoubt, endOfLead } from "./tail.ts";
import type { Sentence, Unit } from "./unit.ts";

/** Units on either side of a cue that are looked at for a venue. */
const REACH = 40;

/** What the tagger finds in the blocks of a reading, in text order, in the form of the rules' drafts. */
export function draftTagged(reading: Reading, prose: Prose, tagger: Tagger): Draft[] {
  const lines = makeLines(prose, tagger.read);
  const found = tagger.tag(lines);
  const parts = found.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]);
  const starts = parts.map(({ from }) => ({ from, to: from + 1 })).sort(bySpan);
  return found.flatMap(
    (one) => draftAttribution(reading, moveRounding(reading, moveQuoted(reading, one)), starts) ?? [],
  );
}

/** Null where nothing is left of the content without marks. `starts`: the first code unit of whatever the tagger finds, in text order. */
function draftAttribution(reading: Reading, found: Attribution, starts: readonly Span[]): Draft | null {
  const marked = findRuns(reading, found.content);
  const cue = found.cue[0] && trimMarks(reading.text, found.cue[0]);
  if (cue === undefined) return null;
  const said = dropAddressee(
    reading,
    cue,
    dropAside(reading, cue, dropOther(reading, found)).flatMap((span) =>
      trimContent(reading, endRun(endCompound(reading, span), marked, starts), marked),
    ),
  );
  if (said.length === 0 || isTitled(reading, said)) return null;
  const place = placeSpan(reading, cue);
  if (place !== null && isRelayed(reading, place)) return null;
  if (place !== null && (isWho(reading, place, said) || isWhatever(reading, place, found.source[0]))) return null;
  // Half of what is before the cue, or a year ("a sting in 2015 showed").
  const isBroken = found.source[0] && /\s(?:and|or|but)$|^\d+$/u.test(sliceSpan(reading.text, found.source[0]));
  const source =
    found.source[0] && !isBroken && !(place !== null && isSaidOf(reading.sentences[place.sentence]!.units, place.range))
      ? cutSource(reading, trimMarks(reading.text, found.source[0]), cue)
      : null;
  const content = cutTail(reading, place, place === null ? said : cutRelay(reading, place, said), source);
  if (place !== null && isSilent(reading, place, content)) return null;
  const quoted = marked.flatMap(({ inner }) => content.flatMap((span) => meet(reading.text, inner, span)));
  return {
    kind: findKind(reading, content, quoted),
    content,
    quoted,
    runs: marked.map(({ run }) => run),
    sentence: findSentence(reading, content.at(-1)!.from),
    cue: place && { sentence: place.sentence, cue: makeCue(reading, place, source), span: cue },
    source: source && withSpan(placeSpan(reading, source), source),
    areas: place === null ? [] : findAreas(reading, place, source, content),
    isFollowing: false,
    within: null,
    confidence: found.confidence,
  };
}

/** "said about | 40 boats sank": the word that rounds the first number of a content is part of that. */
function moveRounding(reading: Reading, found: Attribution): Attribution {
  const [cue, first] = [found.cue[0], found.content[0]];
  const place = cue && placeSpan(reading, cue);
  if (!cue || !first || !place) return found;
  const { units } = reading.sentences[place.sentence]!;
  const last = place.range.to - 1;
  if (last === place.range.from || units[last + 1]?.from !== first.from || !isApproximate(units, last)) return found;
  return {
    ...found,
    cue: [{ from: cue.from, to: units[last - 1]!.to }],
    content: [{ from: units[last]!.from, to: first.to }, ...found.content.slice(1)],
  };
}

/** "The Courier quoted | Ruiz as saying the pier would fall": whom somebody quotes is the source, and the verb behind *as* the cue. */
function moveQuoted(reading: Reading, found: Attribution): Attribution {
  const place = found.cue[0] && placeSpan(reading, found.cue[0]);
  if (!place) return found;
  const { units } = reading.sentences[place.sentence]!;
  const cue = reading.cues[place.sentence]!.find(({ from }) => from >= place.range.to);
  if (!cue?.source || units[cue.from - 1]!.word !== "as" || cue.source.from !== place.range.to) return found;
  const own = spanOf(units, cue);
  const content = found.content.flatMap(({ from, to }) =>
    to <= units[place.range.from]!.from ? [{ from, to }] : to > own.to ? [{ from: Math.max(from, own.to), to }] : [],
  );
  return { ...found, cue: [own], source: [spanOf(units, cue.source)], content };
}

const TOLD = { use: "tell", source: null, isInverted: false, isShared: false, clause: 0 } as const;

/** The content without the clause before it that ends where a joining word begins that of the source: "the plan drew fire, but some said it would work". */
function dropOther(reading: Reading, { content, source: [source], cue: [cue] }: Attribution): readonly Span[] {
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
function dropAside(reading: Reading, cue: Span, content: readonly Span[]): readonly Span[] {
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

/** The content behind who was told it: "told CNN the port would close". */
function dropAddressee(reading: Reading, cue: Span, content: readonly Span[]): readonly Span[] {
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

/** Without what the reporter adds behind the words of an indirect report. */
function cutTail(reading: Reading, cue: Place | null, content: readonly Span[], source: Span | null): readonly Span[] {
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

/** Whether nothing but titles is taken for what was said: "The survey, titled “State of the Wall”, …". */
function isTitled(reading: Reading, content: readonly Span[]): boolean {
  return content.every(({ from, to }) => {
    const part = reading.parts[findPart(reading, from)];
    return part !== undefined && reading.titles.has(part.run) && part.outer.from <= from && to <= part.outer.to;
  });
}

/** Whether nothing is said in the content. */
function isSilent(reading: Reading, { sentence, range }: Place, content: readonly Span[]): boolean {
  const place = content.length === 1 ? placeSpan(reading, content[0]!) : null;
  return place?.sentence === sentence && isEmpty(reading.sentences[sentence]!.units, range, place.range);
}

/** Whether the cue is that of an outlet that reports what somebody said: the words are theirs. */
function isRelayed(reading: Reading, { sentence, range }: Place): boolean {
  const cues = reading.cues[sentence]!;
  const at = findFirst(cues, range.from);
  return at < cues.length && cues[at]!.from < range.to && isRelayAt(reading, sentence, at);
}

function isRelayAt(reading: Reading, sentence: number, at: number): boolean {
  const cues = reading.cues[sentence]!;
  const view = { units: reading.sentences[sentence]!.units, isWords: ({ kind }: Unit) => kind === "run" };
  return at > 0 && isRelay(view, cues[at]!, cues[at - 1]);
}

/** What was said up to where an outlet is named that reports it: "said it was “grave,” | Reuters reports". Nothing behind that is from the same mouth. */
function cutRelay(reading: Reading, { sentence, range }: Place, said: readonly Span[]): readonly Span[] {
  const cues = reading.cues[sentence]!;
  const next = findFirst(cues, range.to);
  const at = [next, next + 1].find((i) => i < cues.length && isRelayAt(reading, sentence, i)) ?? -1;
  if (at < 0 || said[0]!.from < reading.sentences[sentence]!.units[range.to - 1]!.to) return said;
  const end = reading.sentences[sentence]!.units[cues[at]!.clause - 1]!.to;
  return said.flatMap(({ from, to }) => (from < end ? [{ from, to: Math.min(to, end) }] : []));
}

/** Whether what is taken for the content is who speaks, behind a comma and the cue: "The port will close, said its spokeswoman." */
function isWho(reading: Reading, { sentence, range }: Place, content: readonly Span[]): boolean {
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
function isWhatever(reading: Reading, cue: Place, source: Span | undefined): boolean {
  const place = source && placeSpan(reading, source);
  if (!place || place.sentence !== cue.sentence || place.range.from > cue.range.from) return false;
  const { units } = reading.sentences[place.sentence]!;
  const [before, last] = [units[place.range.from - 2]?.word, units[place.range.from - 1]?.word];
  const isThatSaid = place.range.from === 0 && place.range.to === 1 && units[0]!.word === "that"; // "That said, …"
  return isThatSaid || last === "whatever" || (last === "what" && before === "matter");
}

interface Run {
  readonly run: number;
  readonly outer: Span;
  readonly inner: Span;
}

/** The parts of runs between marks that contents meet, but for titles and names. */
function findRuns(reading: Reading, content: readonly Span[]): Run[] {
  const runs: Run[] = [];
  for (const span of content) {
    for (let at = findPart(reading, span.from); at < reading.parts.length; at++) {
      const part = reading.parts[at]!;
      if (part.outer.from >= span.to) break;
      if (isOverlapping(part.inner, span) && !reading.titles.has(part.run) && !runs.includes(part)) runs.push(part);
    }
  }
  return runs;
}

function findPart({ parts }: Reading, at: number): number {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle]!.outer.to > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A content that the tagger ends within a compound ("the future of the Export|-Import Bank") goes on to the next mark: it has no end there. */
function endCompound(reading: Reading, span: Span): Span {
  const place = placeSpan(reading, { from: span.to - 1, to: span.to });
  if (place === null || !/^-\p{L}/u.test(reading.text.slice(span.to, span.to + 2))) return span;
  const { units } = reading.sentences[place.sentence]!;
  const rest = units.slice(place.range.to).findIndex(({ kind }) => kind !== "word");
  return { from: span.from, to: units[rest < 0 ? units.length - 1 : place.range.to + rest - 1]!.to };
}

/**
 * A content that begins with what stands between marks, or before it, and ends within goes on to the closing mark, unless anything else is found there: the tagger
 * looks no further than a hundred words.
 */
function endRun({ from, to }: Span, runs: readonly Run[], starts: readonly Span[]): Span {
  const run = runs.find(({ inner }) => from <= inner.from && inner.from < to && to < inner.to);
  const next = starts[findFirst(starts, to)];
  return { from, to: run === undefined || (next !== undefined && next.from < run.inner.to) ? to : run.inner.to };
}

/** Without *that*, white space and the comma at the end; of one run and nothing else, without its marks. */
function trimContent({ text }: Reading, span: Span, runs: readonly Run[]): Span[] {
  let { from, to } = span;
  const run = runs.find(({ outer }) => outer.from <= from + 1 && from < outer.to && to <= outer.to + 1);
  if (run !== undefined) {
    from = Math.max(from, run.inner.from);
    to = Math.min(to, run.inner.to);
  }
  const that = /^that\s+/iu.exec(text.slice(from, from + 12));
  if (that !== null && run === undefined) from += that[0].length;
  while (from < to && /[\s,;:]/u.test(text[from]!)) from++;
  while (to > from && /[\s,;:]/u.test(text[to - 1]!)) to--;
  return from < to ? [{ from, to }] : [];
}

/** Without the marks that part it from what follows: "Keir Starmer," "said:". A span of nothing else stays. */
function trimMarks(text: string, { from, to }: Span): Span {
  let end = to;
  while (end > from && /[\s,;:]/u.test(text[end - 1]!)) end--;
  return end === from ? { from, to } : { from, to: end };
}

/**
 * Of a source that begins with a pronoun and goes on with what he did ("He surveyed the damage, and said"), the pronoun; of one that holds the end of
 * what leads up to it ("In a talk with Ben Roe, Ruiz said"), what stands behind the comma, and so of one that begins behind *where* with a clause of its own; of one that holds what somebody did besides ("The
 * singer posted photos, writing"), who it was; of one that holds a clause of its own ("the pier was shut and officials said"), what stands behind that.
 */
function cutSource(reading: Reading, span: Span, cue: Span): Span {
  const place = placeSpan(reading, span);
  if (place === null) return span;
  const { units } = reading.sentences[place.sentence]!;
  const { from, to } = place.range;
  const label = units.slice(from, to - 1).findLastIndex(({ word }) => word === ":");
  if (label >= 0) return { from: units[from + label + 1]!.from, to: span.to }; // "LENA HOLT: Mayor Ruiz also said"
  const comma = units.slice(from, to - 1).findLastIndex(({ word }) => word === ",");
  const isLed =
    comma > 0 && cue.from >= span.to && /^(?:with|after|to|at|on|in|from|by)$/.test(units[from - 1]?.word ?? "");
  if (isLed && (units[from + comma + 1]!.isCapital || SUBJECT_PRONOUNS.has(units[from + comma + 1]!.word)))
    return { from: units[from + comma + 1]!.from, to: span.to };
  const isWhere = comma > 0 && cue.from >= span.to && CLAUSES.test(units[from - 1]?.word ?? "");
  if (isWhere && findVerb(units, { from, to: from + comma + 1 }) > 0)
    return { from: units[from + comma + 1]!.from, to: span.to };
  const own = cue.from >= span.to ? behindClause(units, place.range) : from;
  if (own > from) return { from: units[own]!.from, to: span.to };
  const verb = /ing$/u.test(sliceSpan(reading.text, cue)) && cue.from >= span.to ? findVerb(units, place.range) : -1;
  if (verb > 0) return { from: span.from, to: units[verb - 1]!.to };
  const [first, second, third] = units.slice(from, to);
  if (third === undefined || !SUBJECT_PRONOUNS.has(first!.word) || second!.kind !== "word") return span;
  return JOINING.has(second!.word) ? span : { from: span.from, to: first!.to };
}

/** What begins a clause that leads up to another. */
const CLAUSES = /^(?:although|as|because|once|since|though|when|where|while)$/;

/** "The pier was shut and officials": where a phrase begins that *and* joins to a clause before it, else where the range does; "Harwell and Kelsmouth" is one phrase. */
function behindClause(units: readonly Unit[], { from, to }: Range): number {
  const joint = from + units.slice(from, to - 1).findLastIndex(({ word }) => word === "and");
  if (joint <= from || findFinite(units, { from, to: joint }) <= from) return from;
  if (units[joint - 1]!.isCapital && units[joint + 1]!.isCapital) return from;
  const phrase = readPhrase(units, joint + 1);
  const isNoun = readPhraseBack(units, to - 1, joint + 1)?.from === joint + 1; // "news reports", which may be a verb
  const isWhole = isNoun || (phrase !== null && (phrase.to >= to || units[phrase.to]!.word === ","));
  return isWhole && units[to]?.word !== "to" ? joint + 1 : from; // "had a permit and the right to express"
}

/** The place of the first auxiliary of a phrase that no relative clause holds, else -1: "those who were hurt" has none. */
function findFinite(units: readonly Unit[], { from, to }: Range): number {
  const isEnd = ({ word, isCapital }: Unit): boolean =>
    !isCapital && (AUXILIARIES.has(word) || RELATIVES.has(word) || word === "that");
  const at = units.slice(from, to).findIndex(isEnd);
  return at < 0 || !AUXILIARIES.has(units[from + at]!.word) ? -1 : from + at;
}

/** The place of a verb of a phrase: in *-ed* behind two words or more, or an auxiliary; -1 where there is none: "the retired singer" and "those wounded" have none. */
function findVerb(units: readonly Unit[], { from, to }: Range): number {
  const own = findFinite(units, { from, to });
  if (own > from) return own;
  const isVerb = ({ kind, word, isCapital }: Unit, at: number): boolean =>
    at > 1 && kind === "word" && !isCapital && /[^e]ed$/u.test(word) && units[from + at - 1]!.kind === "word";
  const at = units.slice(from, to - 1).findIndex(isVerb);
  return at < 0 || DETERMINERS.has(units[from + at - 1]!.word) ? -1 : from + at;
}

/** What goes on a source that begins with a pronoun: "he and his brother", "they who fled". */
const JOINING: ReadonlySet<string> = new Set("and or who whom whose of in from at with himself herself".split(" "));

/** What two spans share, without white space and a comma at the end. */
function meet(text: string, a: Span, b: Span): Span[] {
  let [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
  while (from < to && /\s/u.test(text[from]!)) from++;
  while (to > from && /[\s,]/u.test(text[to - 1]!)) to--;
  return from < to ? [{ from, to }] : [];
}

/** Direct where all that was said stands between marks and begins as a sentence does. */
function findKind({ text }: Reading, content: readonly Span[], quoted: readonly Span[]): QuotationKind {
  if (quoted.length === 0) return "indirect";
  const isAll = content.every((span) => quoted.some(({ from, to }) => from <= span.from && span.to <= to + 1));
  return isAll && /^\P{L}{0,3}\p{Lu}/u.test(text.slice(content[0]!.from, content[0]!.from + 5)) ? "direct" : "mixed";
}

function findSentence({ sentences }: Reading, at: number): number {
  return Math.min(sentences.length - 1, findFirst(sentences, at));
}

/** The units that a span meets. */
function placeSpan(reading: Reading, span: Span): Place | null {
  const sentence = findSentence(reading, span.from);
  const { units }: Sentence = reading.sentences[sentence]!;
  const from = findFirst(units, span.from);
  if (from === units.length) return null;
  let to = from + 1;
  while (to < units.length && units[to]!.from < span.to) to++;
  return { sentence, range: { from, to } };
}

function withSpan(place: Place | null, span: Span): Place | null {
  return place && { ...place, span };
}

/** The cue as the rules would have it, for those who look around it for venues. */
function makeCue(reading: Reading, { sentence, range }: Place, source: Span | null): Cue {
  const { units } = reading.sentences[sentence]!;
  const place = source && placeSpan(reading, source);
  const own: Range | null = place?.sentence === sentence ? place.range : null;
  const words = units.slice(range.from, range.to);
  const verb = words.map(({ word }) => SPEECH.get(word)).find((found) => found !== undefined);
  const isInverted = own !== null && own.from >= range.to;
  return {
    ...range,
    use: words[0]!.word === "according" ? "according" : (verb?.use ?? "that"),
    source: own,
    isInverted,
    isShared: false,
    clause: own === null || isInverted ? range.from : Math.min(range.from, own.from),
  };
}

/** The reporter's own words around a cue, in which a venue may stand: behind it and before it, but for its source. */
function findAreas(
  reading: Reading,
  { sentence, range }: Place,
  source: Span | null,
  content: readonly Span[],
): Range[] {
  const { units } = reading.sentences[sentence]!;
  const isFree = (at: number): boolean =>
    units[at] !== undefined && !content.some((span) => isOverlapping(units[at]!, span));
  let { from, to } = range;
  while (to < range.to + REACH && isFree(to)) to++;
  while (from > range.from - REACH && isFree(from - 1)) from--;
  const own = source === null ? null : placeSpan(reading, source);
  const start = own?.sentence === sentence ? own.range.from : range.from;
  const where = units.slice(from, start).findIndex(({ word }) => word === "where"); // behind it, somebody else does something
  const parts = [range, ...(own?.sentence === sentence ? [own.range] : [])];
  if (where >= 0) parts.push({ from: from + where, to: start });
  return [{ from, to }].flatMap((area) => cutRanges(area, parts));
}

/** What is left of a range without some others. */
function cutRanges(area: Range, others: readonly Range[]): Range[] {
  let rest = [area];
  for (const { from, to } of others)
    rest = rest.flatMap((own) => [
      { from: own.from, to: Math.min(own.to, from) },
      { from: Math.max(own.from, to), to: own.to },
    ]);
  return rest.filter(({ from, to }) => from < to);
}
