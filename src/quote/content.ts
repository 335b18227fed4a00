import { AUXILIARIES, CONJUNCTIONS, FINITES, PREPOSITIONS } from "../lang/en/clause.ts";
import { DAY_FELLOWS, DAYS } from "../lang/en/venues.ts";
import type { Cue } from "./cue.ts";
import { type Range, readPhrase } from "./noun.ts";
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
  const found: Content[] = [];
  let limit = units.length;
  let trailing: Cue | null = null;
  for (const cue of cues.toReversed()) {
    const content = contentBeside(units, cue, limit, isWords) ?? contentAfter(units, cue, limit, isWords);
    if (content !== null) {
      found.push(content);
      limit = Math.min(cue.clause, content.ranges[0]!.from);
      trailing = null;
    } else if (isTrailing(units, cue, limit)) {
      trailing = cue;
      limit = cue.clause;
    }
  }
  const content = trailing && contentBefore(units, trailing, found.at(-1));
  if (content !== null) found.push(content);
  return found.reverse();
}

/** “…,” she said[, “…”]. The run stands right before the clause of the cue. */
function contentBeside(units: readonly Unit[], cue: Cue, limit: number, isWords: (u: Unit) => boolean): Content | null {
  const at = units[cue.clause - 1]?.word === "," ? cue.clause - 2 : cue.clause - 1;
  const run = units[at];
  if (run?.kind !== "run" || !isWords(run) || (cue.isShared && !cue.isInverted)) return null;
  const from = startOfClause(units, at);
  if (cue.use === "according" && from === at && at > 0) return null;
  const rest = contentAfter(units, cue, limit, isWords);
  const next = from === at && rest?.rule === "whole" ? rest.ranges : [];
  if (rest !== null && next.length === 0 && rest.rule !== "inner" && units[cue.clause - 1]?.word !== ",") return null;
  return { cue, rule: from === at ? "whole" : "trailing", ranges: [{ from, to: at + 1 }, ...next] };
}

/** Where the clause that holds the run at `at` begins: at the run if nothing but a joining word stands before it. */
function startOfClause(units: readonly Unit[], at: number): number {
  let from = 0;
  for (let i = at - 1; i >= 0 && at - i < 200; i--)
    if (units[i]!.word === ":" || units[i]!.word === ";" || units[i]!.kind === "run") {
      from = i + 1;
      break;
    }
  while (from < at && (units[from]!.kind === "mark" || /^(?:but|and|yet|so|still|then)$/.test(units[from]!.word)))
    from++;
  return from;
}

/** What follows the verb: a run, a clause with *that*, a clause without, or words that hold a run. */
function contentAfter(units: readonly Unit[], cue: Cue, limit: number, isWords: (u: Unit) => boolean): Content | null {
  const start = cue.isInverted ? cue.source!.to : cue.to;
  if (cue.use === "according") return accordingAfter(units, cue, limit);
  const at = skipAdverbials(units, cue.use === "tell" && !cue.isInverted ? skipHearer(units, start) : start, limit);
  const unit = units[at];
  if (unit === undefined || at >= limit) return null;
  const make = (rule: ContentRule, from: number, to = limit): Content | null => {
    const range = trimRange(units, { from, to });
    return range && { cue, rule, ranges: [range] };
  };
  if (unit.word === ":" || unit.word === ",") {
    const next = units[at + 1];
    if (at + 1 < limit && next?.kind === "run" && isWords(next)) return make("whole", at + 1, at + 2);
    return at + 1 < limit && next?.word === "that" ? make("clause", at + 2) : null;
  }
  if (cue.isInverted) return null;
  if (unit.word === "that" && cue.use !== "call") return make("clause", at + 1);
  if (unit.kind === "run" && isWords(unit) && isWhole(units, at, limit)) return make("whole", at, at + 1);
  if (unit.kind === "run" && isWords(unit)) return make("inner", at);
  if ((cue.use === "say" || cue.use === "tell") && isClause(units, at, limit)) return make("bare", at);
  return units.slice(cue.to, limit).some(isWords) ? make("inner", cue.to) : null;
}

/** "According to X, clause": the clause before is the work of `contentBefore`. */
function accordingAfter(units: readonly Unit[], cue: Cue, limit: number): Content | null {
  const isFirst = cue.from === 0 || (cue.from === 1 && CONJUNCTIONS.has(units[0]!.word));
  const comma = units.findIndex((unit, i) => i >= cue.source!.to && unit.word === ",");
  if (!isFirst || comma < 0 || comma >= limit) return null;
  const range = trimRange(units, { from: comma + 1, to: limit });
  return range && { cue, rule: "clause", ranges: [range] };
}

/** Whether nothing of the clause follows the run. */
function isWhole(units: readonly Unit[], at: number, limit: number): boolean {
  const next = units[at + 1];
  return at + 1 >= limit || next?.kind === "mark";
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
    if (phrase === null && !PREPOSITIONS.has(units[i + 1]?.word ?? "")) break;
    i = phrase?.to ?? i + 1;
  }
  return i;
}

/** Whether a clause of its own begins at `at`: it has a subject and a sign of a finite verb. */
function isClause(units: readonly Unit[], at: number, limit: number): boolean {
  const first = units[at]!;
  if (first.kind === "mark" || CONJUNCTIONS.has(first.word)) return false;
  return units
    .slice(at + 1, Math.min(limit, at + 30))
    .some((u) => AUXILIARIES.has(u.word) || FINITES.has(u.word) || /[^e]ed$/.test(u.word));
}

/** Whether the cue closes a clause that stands before it: "…, officials said on Monday." */
function isTrailing(units: readonly Unit[], cue: Cue, limit: number): boolean {
  if (cue.isShared || cue.use === "call") return false;
  const joint = units[cue.clause - 1]?.word;
  if (cue.clause === 0 || (joint !== "," && cue.use !== "according") || (units[cue.clause]?.word === "as" && false))
    return false;
  const start = cue.isInverted ? cue.source!.to : cue.to;
  const at = skipAdverbials(units, cue.use === "tell" && !cue.isInverted ? skipHearer(units, start) : start, limit);
  return at >= limit || units[at]!.kind === "mark" || /^(?:and|but|as|while|when|after|before)$/.test(units[at]!.word);
}

/** The clause before a trailing cue, and what goes on behind it. */
function contentBefore(units: readonly Unit[], cue: Cue, earlier: Content | undefined): Content | null {
  if (earlier !== undefined && earlier.cue.from < cue.from) return null;
  const before = trimRange(units, { from: startOfClause(units, cue.clause), to: cue.clause });
  if (before === null || isLeadIn(units, before)) return null;
  return { cue, rule: "trailing", ranges: [before] };
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
  while (to > from && isTail(units[to - 1]!)) to--;
  return from < to ? { from, to } : null;
}

function isTail(unit: Unit): boolean {
  return unit.kind === "mark" ? !/[)\]%?!]/.test(unit.word) : /^(?:and|but|while|as|with|or)$/.test(unit.word);
}
