import { CONJUNCTIONS, PREPOSITIONS, RELATIVES } from "../lang/en/clause.ts";
import { NOUNS_TOO } from "../lang/en/speech.ts";
import { skipAsides } from "./adverbial.ts";
import { BREAK, cutTail, hasCue, hasWords, isClause, isLeadIn, startOfClause, trimRange } from "./clause.ts";
import type { Content, ContentRule, View } from "./content.ts";
import type { Cue } from "./cue.ts";
import { type Range, readPhrase } from "./noun.ts";
import { endBeforeApposition, endBeforeDeed } from "./tail.ts";
import type { Unit } from "./unit.ts";

/** No run is looked for further behind a verb that has no clause. */
const NEAR = 25;

/** What follows the verb, up to `limit`: a run, a clause with *that*, a clause without, or words that hold a run. */
export function contentBehind(view: View, cue: Cue, limit: number): Content | null {
  const { units, isWords } = view;
  if (cue.use === "according") return behindAccording(view, cue, limit);
  const at = skipAsides(view, cue, limit);
  const unit = units[at];
  if (unit === undefined || at >= limit) return null;
  if (unit.word === ":" || unit.word === ",") return behindMark(view, cue, at, limit);
  const isNoun = NOUNS_TOO.has(units[cue.to - 1]!.word) && at !== cue.to;
  if (cue.isInverted || isNoun) return null;
  if (unit.word === "that" && cue.use !== "call")
    return hasWords(units, at + 1, limit) ? make(units, cue, "clause", { from: at + 1, to: limit }) : null;
  if (cue.use === "call") return aroundRun(view, cue, limit);
  if (unit.kind === "run" && isWords(unit)) return behindRun(units, cue, at, limit);
  if ((cue.use === "say" || cue.use === "tell") && isClause(units, at, limit))
    return make(units, cue, "bare", { from: at, to: limit });
  return cue.use !== "say" && cue.use !== "tell" ? null : aroundRun(view, cue, limit);
}

function make(units: readonly Unit[], cue: Cue, rule: ContentRule, range: Range): Content | null {
  const trimmed = trimRange(units, range);
  if (trimmed === null) return null;
  const own = cutTail(units, trimmed);
  const to = Math.min(endBeforeApposition(units, own), endBeforeDeed(units, cue, own));
  return { cue, rule, ranges: [{ from: own.from, to }] };
}

function behindMark(view: View, cue: Cue, at: number, limit: number): Content | null {
  const { units, isWords } = view;
  const next = units[at + 1];
  if (next === undefined || at + 1 >= limit) return null;
  if (next.word === "quote" && at + 3 < limit) return behindMark(view, cue, at + 2, limit); // read out: "saying, quote, “…”"
  if (next.kind === "run" && isWords(next)) return wholeBehind(units, cue, at + 1);
  return next.word === "that" ? make(units, cue, "clause", { from: at + 2, to: limit }) : null;
}

/** A run right behind the verb: all that was said, or, in small letters or if more of the clause follows, a part. */
function behindRun(units: readonly Unit[], cue: Cue, at: number, limit: number): Content | null {
  const isWhole = at + 1 >= limit || units[at + 1]?.kind === "mark";
  if (isWhole && units[at]!.isCapital) return { cue, rule: "whole", ranges: [{ from: at, to: at + 1 }] };
  return make(units, cue, "inner", { from: at, to: isWhole ? at + 1 : limit });
}

/** "called the pier “a trap”" */
function aroundRun(view: View, cue: Cue, limit: number): Content | null {
  const { units, isWords } = view;
  if (!units.slice(cue.to, Math.min(limit, cue.to + NEAR)).some(isWords)) return null;
  return make(units, cue, "inner", { from: cue.to, to: cue.use === "call" ? endOfRuns(view, cue.to, limit) : limit });
}

/** Where the words end that a verb without a clause brings: with the runs that follow it and what they are of. */
function endOfRuns({ units, isWords }: View, from: number, limit: number): number {
  let to = from;
  while (!isWords(units[to]!)) to++;
  to++;
  for (let isOn = true; isOn; ) {
    // A comma may stand within the marks: “a trap,” “a farce” and “a shame”.
    const at = units[to - 1]!.word === "“," && units[to]?.kind === "run" ? to : to + 1;
    isOn = at < limit && (at === to || /^(?:,|and|or|its|his|her|their)$/.test(units[to]!.word)) && isWords(units[at]!);
    if (isOn) to = at + 1;
  }
  const phrase = /^(?:of|for|to)$/.test(units[to]?.word ?? "") ? readPhrase(units, to + 1) : null;
  return Math.min(limit, phrase?.to ?? to);
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

/** "According to X, clause": the clause before is the work of `contentBefore`. */
function behindAccording(view: View, cue: Cue, limit: number): Content | null {
  const { units } = view;
  const isFirst = cue.from === 0 || (cue.from === 1 && CONJUNCTIONS.has(units[0]!.word));
  const start = Math.max(cue.to, cue.source!.to);
  let comma = start;
  while (comma < limit && comma - start < 40 && units[comma]!.word !== ",") comma++;
  if (!isFirst || comma >= limit || units[comma]!.word !== ",") return null;
  const next = units[comma + 1];
  if (next !== undefined && (RELATIVES.has(next.word) || isParticiple(units, comma + 1)))
    return behindRelative(view, cue, comma + 1, limit);
  const range = trimRange(units, { from: comma + 1, to: limit });
  return range && { cue, rule: "clause", ranges: [range] };
}

/** "According to a study, reported on last year by the Star, …": whether what stands behind the comma is said of the source. */
export function isParticiple(units: readonly Unit[], at: number): boolean {
  return /[^e]ed$/.test(units[at]!.word) && !units[at]!.isCapital && PREPOSITIONS.has(units[at + 1]?.word ?? "");
}

/** "According to Ruiz, who was there: “…”": the run behind the colon, or the clause behind the comma, that ends what is said of the source. */
function behindRelative({ units, isWords }: View, cue: Cue, at: number, limit: number): Content | null {
  let end = at;
  while (end < limit && end - at < 40 && units[end]!.kind === "word") end++;
  const next = units[end + 1];
  if (next === undefined || end + 1 >= limit) return null;
  if (units[end]!.word === ":" && isWords(next))
    return { cue, rule: "whole", ranges: [{ from: end + 1, to: end + 2 }] };
  const isOwn = units[end]!.word === "," && !RELATIVES.has(next.word) && isClause(units, end + 1, limit);
  const range = isOwn ? trimRange(units, { from: end + 1, to: limit }) : null;
  return range && { cue, rule: "clause", ranges: [range] };
}
