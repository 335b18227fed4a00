import { AUXILIARIES, CONJUNCTIONS, FINITES, PREPOSITIONS, RELATIVES } from "../lang/en/clause.ts";
import { NOUNS_TOO, SPEECH } from "../lang/en/speech.ts";
import { DAY_FELLOWS, DAYS } from "../lang/en/venues.ts";
import type { Cue } from "./cue.ts";
import { isAdverb, type Range, readPhrase } from "./noun.ts";
import type { Unit } from "./unit.ts";

/** Which rule gave the content. `whole`: a run beside its cue. `clause`: after *that*. `bare`: a clause without it.
 *  `trailing`: a clause before its cue. `inner`: words in marks within what follows the verb. */
export type ContentRule = "whole" | "clause" | "bare" | "trailing" | "inner";

/** What one cue of a sentence introduces: ranges of units in text order, two where the cue interrupts. */
export interface Content {
  readonly cue: Cue;
  readonly rule: ContentRule;
  readonly ranges: readonly Range[];
}

/**
 * The contents that the cues of a sentence introduce, in order of the cues; a cue without any is left out. A content ends where the
 * clause of the next cue that has one begins. `isWords` says whether a run is somebody's words and not a title.
 */
export function findContents(
  units: readonly Unit[],
  cues: readonly Cue[],
  isWords: (unit: Unit) => boolean,
): Content[] {
  const found: Bounded[] = [];
  const runs = countRuns(units, isWords);
  let limit = units.length;
  let trailing: { readonly cue: Cue; readonly limit: number } | null = null;
  for (const cue of cues.toReversed()) {
    const beside = contentBeside(units, cue, limit, isWords);
    if (beside === null) limit = unnest(units, cue, found, limit, isWords);
    const content = beside ?? contentAfter(units, cue, limit, isWords);
    if (content !== null) {
      found.push({ content, limit, isMarked: content.ranges.some((r) => runs[r.to]! > runs[r.from]!) });
      limit = Math.min(cue.clause, content.ranges[0]!.from);
      trailing = null;
    } else if (isTrailing(units, cue, limit)) {
      trailing = { cue, limit };
      limit = cue.clause;
    } else if (isOwnClause(units, cue)) limit = Math.min(limit, cue.clause);
  }
  const content = trailing && contentBefore(units, trailing.cue, trailing.limit, found.at(-1)?.content);
  return [...found.map((bounded) => bounded.content), ...(content === null ? [] : [content])].reverse();
}

/** A content and how far it could have reached. */
interface Bounded {
  readonly content: Content;
  readonly limit: number;
  /** Whether any of it stands between marks. */
  readonly isMarked: boolean;
}

/** How many runs stand before each unit, and before the end. */
function countRuns(units: readonly Unit[], isWords: (u: Unit) => boolean): number[] {
  const counts = [0];
  for (const unit of units) counts.push(counts.at(-1)! + (isWords(unit) ? 1 : 0));
  return counts;
}

/**
 * Takes out of `found` what is reported within the words of `cue` ("he said experts believe that …"): clauses that no
 * mark parts from it and in which nobody's words are marked. Gives the limit of the words of `cue`.
 */
function unnest(
  units: readonly Unit[],
  cue: Cue,
  found: Bounded[],
  limit: number,
  isWords: (u: Unit) => boolean,
): number {
  const inner = found.at(-1);
  if (inner === undefined || cue.use === "call" || cue.use === "according") return limit;
  const { clause } = inner.content.cue;
  const isOwn =
    /^(?:he|she|they|it)$/.test(units[inner.content.cue.source?.from ?? clause]!.word) &&
    inner.content.rule !== "whole";
  const isParted = units[clause - 1]?.kind !== "word" || /^(?:and|but|while|whereas)$/.test(units[clause]!.word);
  const [range] = inner.content.ranges;
  if (isParted || range!.from < clause || (!isOwn && inner.isMarked)) return limit;
  if (contentAfter(units, cue, inner.limit, isWords) === null) return limit;
  found.pop();
  return inner.limit;
}

/** Whether the reporter goes on to something else with the cue: ", and also called for", ", while others praised". */
function isOwnClause(units: readonly Unit[], cue: Cue): boolean {
  if (units[cue.clause - 1]?.word !== ",") return false;
  return cue.isShared || /^(?:but|while|whereas|although|though)$/.test(units[cue.clause]!.word);
}

/** “…,” she said[, “…”]. The run stands right before the clause of the cue. */
function contentBeside(units: readonly Unit[], cue: Cue, limit: number, isWords: (u: Unit) => boolean): Content | null {
  const at = units[cue.clause - 1]?.word === "," ? cue.clause - 2 : cue.clause - 1;
  const run = units[at];
  if (run?.kind !== "run" || !isWords(run) || (cue.isShared && !cue.isInverted)) return null;
  const start = startOfClause(units, at, BREAK_OR_RUN);
  const from = hasCue(units, { from: start, to: at }) ? at : start;
  if (cue.use === "according" && from === at && at > 0) return null;
  const rest = contentAfter(units, cue, limit, isWords);
  const next = from === at && rest?.rule === "whole" ? rest.ranges : [];
  const isSet = units[cue.clause - 1]?.word === "," || /^“[,?!]$/.test(run.word);
  if (rest !== null && next.length === 0 && rest.rule !== "inner" && !isSet) return null;
  return { cue, rule: from === at ? "whole" : "trailing", ranges: [{ from, to: at + 1 }, ...next] };
}

const BREAK = /^[:;]$/;
/** A colon, a semicolon, or a run that is a clause of its own. */
const BREAK_OR_RUN = /^(?:[:;]|“[,.?!…])$/u;
/** No content is looked for further from its cue than this many units. */
const REACH = 200;

/** Where the clause that holds the run at `at` begins: at the run if nothing but a joining word stands before it. */
function startOfClause(units: readonly Unit[], at: number, stop: RegExp): number {
  let from = at;
  while (from > 0 && at - from < REACH && !stop.test(units[from - 1]!.word)) from--;
  while (from < at && (units[from]!.kind === "mark" || /^(?:but|and|yet|so|still|then)$/.test(units[from]!.word)))
    from++;
  return from;
}

/** What follows the verb: a run, a clause with *that*, a clause without, or words that hold a run. */
function contentAfter(units: readonly Unit[], cue: Cue, limit: number, isWords: (u: Unit) => boolean): Content | null {
  const start = cue.isInverted ? cue.source!.to : cue.to;
  if (cue.use === "according") return accordingAfter(units, cue, limit);
  const at = skipAdverbials(units, isHeard(cue) ? skipHearer(units, start) : start, limit);
  const unit = units[at];
  if (unit === undefined || at >= limit) return null;
  const make = (rule: ContentRule, from: number, to = limit): Content | null => {
    const range = trimRange(units, { from, to });
    return range && { cue, rule, ranges: [rule === "whole" ? range : cutTail(units, range)] };
  };
  if (unit.word === ":" || unit.word === ",") {
    const next = units[at + 1];
    if (at + 1 < limit && next?.kind === "run" && isWords(next)) return wholeBehind(units, cue, at + 1);
    return at + 1 < limit && next?.word === "that" ? make("clause", at + 2) : null;
  }
  if (cue.isInverted) return null;
  if (NOUNS_TOO.has(units[cue.to - 1]!.word) && at !== start) return null;
  if (unit.word === "that" && cue.use !== "call") return hasWords(units, at + 1, limit) ? make("clause", at + 1) : null;
  if (unit.kind === "run" && isWords(unit) && isWhole(units, at, limit)) return make("whole", at, at + 1);
  if (unit.kind === "run" && isWords(unit)) return make("inner", at);
  if ((cue.use === "say" || cue.use === "tell") && isClause(units, at, limit)) return make("bare", at);
  if (cue.use === "that" || cue.use === "ask") return null;
  return units.slice(cue.to, Math.min(limit, cue.to + NEAR)).some(isWords)
    ? make("inner", cue.to, endOfRuns(units, cue, limit, isWords))
    : null;
}

/** Where the words end that a verb without a clause brings: with the runs that follow it and what they are of. */
function endOfRuns(units: readonly Unit[], cue: Cue, limit: number, isWords: (u: Unit) => boolean): number {
  if (cue.use !== "call") return limit;
  let to = cue.to;
  while (!isWords(units[to]!)) to++;
  to++;
  while (to + 1 < limit && /^(?:,|and|or)$/.test(units[to]!.word) && isWords(units[to + 1]!)) to += 2;
  const phrase = /^(?:of|for|to)$/.test(units[to]?.word ?? "") ? readPhrase(units, to + 1) : null;
  return Math.min(limit, phrase?.to ?? to);
}

/** Without ", but offered no proof": a verb behind a comma and a joining word is the reporter's. */
function cutTail(units: readonly Unit[], range: Range): Range {
  for (let i = range.from + 3; i + 2 < range.to && i - range.from < REACH; i++) {
    if (units[i]!.word !== "," || !/^(?:but|though|although|then)$/.test(units[i + 1]!.word)) continue;
    const { word } = units[i + 2]!;
    if (/ed$/.test(word) || /^(?:did|has|had|was|were|gave|made|refused|also)$/.test(word))
      return { from: range.from, to: i };
  }
  return range;
}

/** No run is looked for further behind a verb that has no clause. */
const NEAR = 25;

/** Whether a clause behind *that* is one: a verb, a run, or too many words for an adverbial cut off. */
function hasWords(units: readonly Unit[], from: number, limit: number): boolean {
  return (
    limit - from > 8 || isClause(units, from, limit) || units.slice(from, limit).some((unit) => unit.kind === "run")
  );
}

/** "According to X, clause": the clause before is the work of `contentBefore`. */
function accordingAfter(units: readonly Unit[], cue: Cue, limit: number): Content | null {
  const isFirst = cue.from === 0 || (cue.from === 1 && CONJUNCTIONS.has(units[0]!.word));
  let comma = cue.source!.to;
  while (comma < limit && comma - cue.source!.to < 40 && units[comma]!.word !== ",") comma++;
  if (!isFirst || comma >= limit || units[comma]!.word !== ",") return null;
  const range = trimRange(units, { from: comma + 1, to: limit });
  return range && { cue, rule: "clause", ranges: [range] };
}

/** Whether the verb names whom it was said to. */
function isHeard(cue: Cue): boolean {
  return (cue.use === "tell" || cue.use === "ask") && !cue.isInverted;
}

/** Whether nothing of the clause follows the run. */
function isWhole(units: readonly Unit[], at: number, limit: number): boolean {
  const next = units[at + 1];
  return at + 1 >= limit || next?.kind === "mark";
}

/** A run behind a comma or colon; in small letters, it goes on with the clause before the cue: "When it fell, she said, “we ran.”" */
function wholeBehind(units: readonly Unit[], cue: Cue, at: number): Content {
  const run = { from: at, to: at + 1 };
  const isMore =
    units[at - 1]!.word === "," && !units[at]!.isCapital && units[cue.clause - 1]?.word === "," && !cue.isShared;
  const before = isMore ? trimRange(units, { from: startOfClause(units, cue.clause, BREAK), to: cue.clause }) : null;
  if (before === null || isLeadIn(units, before) || hasCue(units, before)) return { cue, rule: "whole", ranges: [run] };
  return { cue, rule: "trailing", ranges: [before, run] };
}

function hasCue(units: readonly Unit[], range: Range): boolean {
  return units.slice(range.from, range.to).some((unit) => SPEECH.has(unit.word) && !unit.isCapital);
}

/** Past the one who is told: "told [the Financial Times]", unless it is the subject of a clause. */
function skipHearer(units: readonly Unit[], at: number): number {
  const hearer = readPhrase(units, at);
  if (hearer === null) return at;
  const next = units[hearer.to];
  return next !== undefined && (AUXILIARIES.has(next.word) || FINITES.has(next.word)) ? at : hearer.to;
}

/** Past "on Monday night", "in a statement", "for the first time", "late Friday". */
function skipAdverbials(units: readonly Unit[], at: number, limit: number): number {
  let i = at;
  while (i < limit && i - at < 40) {
    const unit = units[i]!;
    if (DAYS.has(unit.word) || DAY_FELLOWS.has(unit.word)) {
      i++;
      continue;
    }
    if (!PREPOSITIONS.has(unit.word) || unit.kind !== "word") break;
    const phrase = readPhrase(units, i + 1);
    if (phrase !== null && CONJUNCTIONS.has(unit.word) && isVerbal(units[phrase.to]))
      return skipClause(units, i, limit);
    if (phrase === null && !PREPOSITIONS.has(units[i + 1]?.word ?? "")) break;
    i = phrase?.to ?? i + 1;
  }
  return i;
}

/** "after the boat sank, …": whether what follows a phrase makes a clause of it. */
function isVerbal(unit: Unit | undefined): boolean {
  if (unit?.kind !== "word" || DAYS.has(unit.word) || DAY_FELLOWS.has(unit.word)) return false;
  return !PREPOSITIONS.has(unit.word) && !CONJUNCTIONS.has(unit.word) && unit.word !== "that";
}

function skipClause(units: readonly Unit[], at: number, limit: number): number {
  let i = at;
  while (i < limit && i - at < 40 && units[i]!.kind !== "mark") i++;
  return i;
}

/** Whether a clause of its own begins at `at`: it has a subject and a sign of a finite verb. */
function isClause(units: readonly Unit[], at: number, limit: number): boolean {
  const first = units[at];
  if (first === undefined || first.kind === "mark" || CONJUNCTIONS.has(first.word)) return false;
  return units
    .slice(at + 1, Math.min(limit, at + 30))
    .some((u) => AUXILIARIES.has(u.word) || FINITES.has(u.word) || /[^e]ed$/.test(u.word));
}

/** Whether the cue closes a clause that stands before it: "…, officials said on Monday." */
function isTrailing(units: readonly Unit[], cue: Cue, limit: number): boolean {
  if (cue.isShared || cue.use === "call" || NOUNS_TOO.has(units[cue.to - 1]!.word)) return false;
  const joint = units[cue.clause - 1]?.word;
  if (cue.clause === 0 || (joint !== "," && cue.use !== "according")) return false;
  const start = cue.isInverted ? cue.source!.to : cue.to;
  const at = skipAdverbials(units, isHeard(cue) ? skipHearer(units, start) : start, limit);
  return at >= limit || units[at]!.kind === "mark" || /^(?:and|but|as|while|when|after|before)$/.test(units[at]!.word);
}

/** The clause before a trailing cue, and what goes on behind it. */
function contentBefore(units: readonly Unit[], cue: Cue, limit: number, earlier: Content | undefined): Content | null {
  if (earlier !== undefined && earlier.cue.from < cue.from) return null;
  const before = trimRange(units, { from: startOfClause(units, cue.clause, BREAK), to: cue.clause });
  if (before === null) return null;
  const after = remainder(units, cue, limit);
  if (after === null) return isLeadIn(units, before) ? null : { cue, rule: "trailing", ranges: [before] };
  const first = units[before.from]!;
  const isLead =
    isLeadIn(units, before) &&
    (PREPOSITIONS.has(first.word) || isAdverb({ ...first, isCapital: false }) || /^however$/.test(first.word));
  return { cue, rule: "trailing", ranges: isLead ? [after] : [before, after] };
}

/** "The plan, officials said, would fail": what goes on behind the comma, unless the reporter does. */
function remainder(units: readonly Unit[], cue: Cue, limit: number): Range | null {
  const at = cue.isInverted ? cue.source!.to : cue.to;
  const next = units[at + 1];
  if (units[at]?.word !== "," || next === undefined || at + 1 >= limit || next.kind === "mark") return null;
  if (CONJUNCTIONS.has(next.word) || RELATIVES.has(next.word) || /ing$/.test(next.word)) return null;
  return limit - at > 3 ? trimRange(units, { from: at + 1, to: limit }) : null;
}

/** "In a letter, …", "After the talks, …": what leads up to a cue and is not what was said. */
function isLeadIn(units: readonly Unit[], range: Range): boolean {
  const first = units[range.from]!;
  const words = units.slice(range.from, range.to);
  if (words.some((u) => u.kind === "run")) return false;
  if (words.length < 3) return true;
  const hasVerb = words.some((u) => AUXILIARIES.has(u.word) || FINITES.has(u.word) || /[^e]ed$/.test(u.word));
  return !hasVerb || (PREPOSITIONS.has(first.word) && !words.some((u) => u.word === ","));
}

/** Without marks and joining words at the ends, but for brackets and dashes that belong; null if nothing is left. */
function trimRange(units: readonly Unit[], range: Range): Range | null {
  let { from, to } = range;
  while (from < to && units[from]!.kind === "mark" && !/[([$£€#]/.test(units[from]!.word)) from++;
  while (to > from && range.to - to < REACH && isTail(units[to - 1]!)) to--;
  return from < to ? { from, to } : null;
}

function isTail(unit: Unit): boolean {
  return unit.kind === "mark" ? !/[)\]%?!]/.test(unit.word) : /^(?:and|but|while|as|with|or)$/.test(unit.word);
}
