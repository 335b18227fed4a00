import { INSCRIBED } from "../lang/en/speech.ts";
import { type Draft, innerSpans, type Place, type Reading, sureOf } from "./draft.ts";
import { type Range, readPhrase } from "./noun.ts";
import { openingSubject } from "./subject.ts";
import type { Sentence, Unit } from "./unit.ts";

/** So few words that no cue introduces are a fragment: scare quotes, a crosshead, a name for something. */
const FRAGMENT = 3;
/** Words of the longest crosshead. */
const CROSSHEAD = 8;
/** Words from which a run with no cue at all is more than a fragment. */
const LONG = 6;

/**
 * What the runs of a sentence are that no cue of the sentence introduces. `before` holds the drafts so far, in text order;
 * the last of it is the quotation that a run may go on. The answer either replaces that one or stands beside it.
 */
export function draftLoose(
  reading: Reading,
  at: number,
  before: readonly Draft[],
  used: ReadonlySet<number>,
): { goesOn: Draft | null; drafts: Draft[] } {
  const { units } = reading.sentences[at]!;
  const loose: number[] = [];
  for (let i = 0; i < units.length; i++) {
    const { kind, run } = units[i]!;
    if (kind === "run" && !used.has(run) && !reading.titles.has(run)) loose.push(i);
  }
  if (loose.length === 0) return { goesOn: null, drafts: [] };
  const isAlone = units.every((unit) => unit.kind !== "word");
  if (!isAlone) return { goesOn: null, drafts: loose.flatMap((i) => draftWithin(reading, at, i, before) ?? []) };
  const runs = loose.map((i) => units[i]!);
  const last = before.at(-1);
  if (last !== undefined && isNextTo(reading, last, at)) return { goesOn: extend(reading, last, at, runs), drafts: [] };
  const alone = isEnded(reading, at, runs) ? draftAlone(reading, at, runs) : null;
  return { goesOn: null, drafts: alone === null || (alone.cue === null && isFragment(reading, runs)) ? [] : [alone] };
}

/** Whether a sentence of nothing but runs holds so few words that it may be a crosshead, or a few more and no stop. */
function isFragment(reading: Reading, runs: readonly Unit[]): boolean {
  const words = runs.reduce((sum, run) => sum + wordsOf(reading, run), 0);
  return (
    words <= FRAGMENT || (words <= CROSSHEAD && !hasStop(runs.at(-1)!) && reading.marked[runs.at(-1)!.run]!.closed)
  );
}

/** Whether a run ends, within its marks, in a sign that somebody spoke. */
function hasStop(run: Unit): boolean {
  return /[.,?!…—-]$/u.test(run.word);
}

/** Whether what is known of the runs is known here: those that go on in the next paragraph may have their cue there. */
function isEnded(reading: Reading, at: number, runs: readonly Unit[]): boolean {
  const last = reading.marked[runs.at(-1)!.run]!.parts.at(-1)!;
  return last.block === reading.sentences[at]!.block || creditAbove(reading, at) !== null;
}

/** “…,” she said. “…” goes on where the quotation before is direct, ends in the sentence right before, in this paragraph. */
function isNextTo({ sentences }: Reading, last: Draft, at: number): boolean {
  return last.kind === "direct" && last.sentence === at - 1 && sentences[at - 1]!.block === sentences[at]!.block;
}

function extend(reading: Reading, last: Draft, at: number, loose: readonly Unit[]): Draft {
  const more = loose.flatMap((unit) => innerSpans(reading, unit.run));
  return {
    ...last,
    content: [...last.content, ...more],
    quoted: [...last.quoted, ...more],
    runs: [...last.runs, ...loose.map((unit) => unit.run)],
    sentence: at,
  };
}

interface Credit {
  readonly cue: Draft["cue"];
  readonly source: Place | null;
  readonly confidence: number;
}

const FOLLOWING: Credit = { cue: null, source: null, confidence: 0.5 };

/** A sentence of nothing but runs: credited by the short sentence behind it, by the line above, or to the last speaker. */
function draftAlone(reading: Reading, at: number, loose: readonly Unit[]): Draft {
  const dash = creditDash(reading, at, reading.sentences[at]!.units.length - 1);
  const credit = dash ?? creditBehind(reading, at) ?? creditAbove(reading, at) ?? FOLLOWING;
  return makeDraft(reading, at, loose, "direct", credit);
}

/** “Why?” Ana Ruiz asked. */
function creditBehind({ sentences, cues }: Reading, at: number): Credit | null {
  const next = sentences[at + 1];
  const cue = cues[at + 1]?.[0];
  if (next === undefined || next.block !== sentences[at]!.block || !cue?.source || cue.source.from > 0) return null;
  const isStub =
    next.units.length <= 16 && next.units.every((unit) => unit.kind !== "run") && next.units[cue.to]?.word !== "that";
  return isStub
    ? { cue: { sentence: at + 1, cue }, source: { sentence: at + 1, range: cue.source }, confidence: 0.85 }
    : null;
}

/** "Ana Ruiz said:" on a line of its own. */
function creditAbove({ sentences, cues }: Reading, at: number): Credit | null {
  const above = sentences[at - 1];
  if (above === undefined || above.units.at(-1)?.word !== ":") return null;
  const cue = cues[at - 1]!.findLast((c) => c.source !== null);
  if (cue)
    return { cue: { sentence: at - 1, cue }, source: { sentence: at - 1, range: cue.source! }, confidence: 0.85 };
  const range = openingSubject(above.units);
  return range && { cue: null, source: { sentence: at - 1, range }, confidence: 0.6 };
}

/** A run in a sentence of the reporter's own. */
function draftWithin(reading: Reading, at: number, i: number, before: readonly Draft[]): Draft | null {
  const { units } = reading.sentences[at]!;
  const unit = units[i]!;
  const words = wordsOf(reading, unit);
  const colon = units[i - 1]?.word === ":" ? creditColon(reading, at, i) : null;
  if (colon !== null && (words > FRAGMENT || colon.cue !== null || hasStop(unit)))
    return makeDraft(reading, at, [unit], "direct", colon);
  const signed = creditDash(reading, at, i);
  if (signed !== null) return makeDraft(reading, at, [unit], "direct", signed);
  const credit = i === 0 ? creditVerb(reading, at, i) : null;
  if (credit !== null) return makeDraft(reading, at, [unit], "direct", credit);
  const hasCue = reading.cues[at]!.length > 0;
  if (hasCue || words <= FRAGMENT || !isNear(reading, before.at(-1), at)) {
    const isLong = words >= LONG && hasCue;
    return isLong
      ? { ...makeDraft(reading, at, [unit], "mixed", { ...FOLLOWING, confidence: 0.3 }), isFollowing: false }
      : null;
  }
  return makeDraft(reading, at, [unit], "mixed", { ...FOLLOWING, confidence: 0.4 });
}

/** Cues of a sentence that are looked through for a run; more are in no sentence that was written to be read. */
const MOST_CUES = 30;

/** "Her answer was short: “…”" */
function creditColon({ sentences, cues }: Reading, at: number, i: number): Credit {
  const { units } = sentences[at]!;
  const cue = cues[at]!.slice(0, MOST_CUES).findLast((c) => c.source !== null && c.from < i);
  if (cue) return { cue: { sentence: at, cue }, source: { sentence: at, range: cue.source! }, confidence: 0.7 };
  const range = openingSubject(units);
  if (isInscribed(units.slice(0, i))) return { cue: null, source: null, confidence: 0.3 };
  return { cue: null, source: range && { sentence: at, range }, confidence: 0.6 };
}

/** "Ana Ruiz hung up a sign: “…”": whether the words before name a thing that bears words, and not whose words they are. */
function isInscribed(units: readonly Unit[]): boolean {
  const thing = units.findLastIndex((unit) => INSCRIBED.has(unit.word));
  return (
    thing >= 0 &&
    !units.slice(Math.max(0, thing - 3), thing).some(({ word }) => /^(?:his|her|their|own|.*'s)$/.test(word))
  );
}

/** Words in the longest name behind a dash. */
const NAME = 6;

/** “We left.” ― Ana Ruiz: a name behind a dash, here or at the head of the next sentence, that nothing but a quotation follows. */
function creditDash({ sentences }: Reading, at: number, i: number): Credit | null {
  const isLast = i === sentences[at]!.units.length - 1;
  const sentence = isLast ? at + 1 : at;
  const found = sentences[sentence];
  if (found === undefined || found.block !== sentences[at]!.block) return null;
  const range = readSigned(found.units, isLast ? 0 : i + 1);
  return range && { cue: null, source: { sentence, range }, confidence: 0.85 };
}

/** The name behind a dash at `at`. */
function readSigned(units: readonly Unit[], at: number): Range | null {
  let from = at;
  while (/^[-–—―]$/u.test(units[from]?.word ?? "") && from < at + 2) from++;
  let to = from;
  while (to - from <= NAME && units[to]?.kind === "word" && units[to]!.isCapital) to++;
  const next = units[to];
  const isEnd = next === undefined || next.kind === "run" || (next.word === "." && to === units.length - 1);
  return from > at && to - from > 1 && to - from <= NAME && isEnd ? { from, to } : null;
}

/** “We left,” he shrugged: an unlisted verb behind a run that ends in a comma. */
function creditVerb(reading: Reading, at: number, i: number): Credit | null {
  const { units } = reading.sentences[at]!;
  const run = units[i]!;
  if (!/[,?!…—–-]\s*\P{L}$/u.test(reading.text.slice(run.to - 4, run.to)) && units[i + 1]?.word !== ",") return null;
  const start = units[i + 1]?.word === "," ? i + 2 : i + 1;
  const verb = units.slice(start, start + 8).findIndex((unit, n) => n > 0 && !unit.isCapital && /ed$/u.test(unit.word));
  const phrase = readPhrase(units, start);
  if (phrase === null || verb < 0 || start + verb > phrase.to) return null;
  const range = { from: start, to: start + verb };
  const cue = {
    from: range.to,
    to: range.to + 1,
    use: "that",
    source: range,
    isInverted: false,
    isShared: false,
    clause: start,
  } as const;
  return { cue: { sentence: at, cue }, source: { sentence: at, range }, confidence: 0.6 };
}

function wordsOf({ text }: Reading, unit: Unit): number {
  const words = text.slice(unit.from, Math.min(unit.to, unit.from + 400)).split(/\s+/u);
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Whether the draft ends in the sentence before, or in the one before that, of this paragraph. */
function isNear({ sentences }: Reading, last: Draft | undefined, at: number): boolean {
  if (last === undefined || at - last.sentence > 2) return false;
  return isSameBlock(sentences[last.sentence]!, sentences[at]!);
}

function isSameBlock(a: Sentence, b: Sentence): boolean {
  return a.block === b.block;
}

function makeDraft(reading: Reading, at: number, units: readonly Unit[], kind: Draft["kind"], credit: Credit): Draft {
  const content = units.flatMap((unit) => innerSpans(reading, unit.run));
  return {
    kind,
    content,
    quoted: content,
    runs: units.map((unit) => unit.run),
    sentence: at,
    cue: credit.cue,
    source: credit.source,
    areas: credit.cue ? [{ from: credit.cue.cue.to, to: reading.sentences[credit.cue.sentence]!.units.length }] : [],
    isFollowing: credit.source === null,
    within: null,
    confidence: credit.confidence * sureOf(reading, units),
  };
}
