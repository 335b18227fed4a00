import { CONJUNCTIONS, DETERMINERS, PREPOSITIONS, RELATIVES, SUBJECT_PRONOUNS } from "../lang/en/clause.ts";
import { NOUNS_TOO } from "../lang/en/speech.ts";
import { skipAsides } from "./adverbial.ts";
import { contentBehind } from "./behind.ts";
import { BREAK, BREAK_OR_RUN, hasCue, hasVerb, isLeadIn, startOfClause, trimRange } from "./clause.ts";
import type { Content, View } from "./content.ts";
import type { Cue } from "./cue.ts";
import { isAnyAdverb, type Range, readPhrase } from "./noun.ts";
import type { Unit } from "./unit.ts";

/** No second part is looked for further behind its cue. */
const NEAR = 25;

/** “…,” she said[, “…”]. The run stands right before the clause of the cue. */
export function contentBeside(view: View, cue: Cue, limit: number): Content | null {
  const { units, isWords } = view;
  const at = units[cue.clause - 1]?.word === "," ? cue.clause - 2 : cue.clause - 1;
  const run = units[at];
  if (run?.kind !== "run" || !isWords(run) || (cue.isShared && !cue.isInverted)) return null;
  const isSet = units[cue.clause - 1]?.word === "," || /^“[,.?!…]$/u.test(run.word);
  const start = startOfClause(units, at, BREAK_OR_RUN);
  if (start < at && !run.isCapital && isJoined(units, cue)) return null;
  if (!isSet && start < at && isModifier(units, cue)) return null;
  const from = hasCue(units, { from: start, to: at }) ? at : start;
  if (cue.use === "according" && from === at && at > 0) return null;
  const rest = contentBehind(view, cue, limit);
  const isMore = from === start && rest?.rule === "whole" && !units[rest.ranges[0]!.from]!.isCapital; // "After a “bad night,” she said, “we ran.”"
  if (rest !== null && rest.rule !== "inner" && !isMore && isLed(units, { from: start, to: at })) return null;
  const next = rest?.rule === "whole" ? rest.ranges : from !== at ? [] : rangesOn(view, cue, limit);
  const isParted = isSet && run.word !== "“." && run.word !== "“…";
  if (rest !== null && next.length === 0 && rest.rule !== "inner" && !isParted) return null;
  return { cue, rule: from === at ? "whole" : "trailing", ranges: [{ from, to: at + 1 }, ...next] };
}

/** "vowed to “save the pier,” while Ruiz replied": whether the clause of the cue has a subject of its own and is joined to what stands before it. */
function isJoined(units: readonly Unit[], { source, isInverted, clause }: Cue): boolean {
  const isOwn = source !== null && !isInverted && source.from > clause;
  return isOwn && /^(?:and|but|while|whereas|although|though|yet)$/.test(units[clause]!.word);
}

/** A “leaked” picture revealed: whether the run stands within the phrase of the source and not before it. */
function isModifier(units: readonly Unit[], { source, isInverted, clause }: Cue): boolean {
  if (source === null || isInverted || source.from !== clause) return false;
  const first = units[clause]!;
  return (
    !first.isCapital && !DETERMINERS.has(first.word) && !SUBJECT_PRONOUNS.has(first.word) && source.to - clause < 3
  );
}

/** What begins a clause that leads up to another, but for conditions, which people state as well. */
const LEADS = /^(?:after|although|asked|before|called|dubbed|once|since|though|when|while)$/;
/** What begins a clause within such a one. */
const WITHIN = /^(?:that|what)$/;

/**
 * "Asked about what critics call the “death tax,”": whether the words between the last comma and a run, which they govern, only lead up to
 * what is said behind the cue: a clause of the reporter's, or a participle or preposition without a verb of its own.
 */
function isLed(units: readonly Unit[], range: Range): boolean {
  const comma = units.slice(range.from, range.to).findLastIndex(({ word }) => word === ",");
  const words = units.slice(range.from + comma + 1, range.to);
  const first = words[0];
  if (first === undefined) return false;
  if (LEADS.test(first.word) || RELATIVES.has(first.word)) return true;
  if (!PREPOSITIONS.has(first.word) && !/.{3}ing$/.test(first.word)) return false;
  const inner = words.findIndex(({ word }) => RELATIVES.has(word) || WITHIN.test(word));
  return !hasVerb(inner < 0 ? words : words.slice(0, inner));
}

/** “…,” she said, turning away, “…”: the run behind the next comma that the sentence goes on with. */
function rangesOn({ units, isWords }: View, cue: Cue, limit: number): Range[] {
  for (let i = cue.to + 1; i < Math.min(limit, cue.to + NEAR); i++) {
    const unit = units[i]!;
    if (unit.kind !== "run") continue;
    const isOn =
      isWords(unit) && /^[,–—]$/u.test(units[i - 1]!.word) && (i + 1 >= limit || units[i + 1]!.kind === "mark");
    return isOn ? [{ from: i, to: i + 1 }] : [];
  }
  return [];
}

/** Whether the cue closes a clause that stands before it: "…, officials said on Monday." */
export function isTrailing(view: View, cue: Cue, limit: number): boolean {
  const { units } = view;
  if (cue.isShared || cue.use === "call" || isNoun(units, cue)) return false;
  const joint = units[cue.clause - 1]?.word;
  if (cue.clause === 0 || (joint !== "," && cue.use !== "according")) return false;
  const at = skipAsides(view, cue, limit);
  if (cue.isInverted && units[at]?.word === "who") return true; // "…, said the official who spoke on condition of anonymity"
  return at >= limit || units[at]!.kind === "mark" || /^(?:and|but|as|while|when|after|before)$/.test(units[at]!.word);
}

/** Whether the verb may be a plural; not before a name that it is said of: "…, reports Ana Ruiz". */
function isNoun(units: readonly Unit[], { to, isInverted, source }: Cue): boolean {
  return NOUNS_TOO.has(units[to - 1]!.word) && !(isInverted && source !== null && units[source.from]!.isCapital);
}

/** The clause before a trailing cue, and what goes on behind it. */
export function contentBefore(view: View, cue: Cue, limit: number): Content | null {
  const { units } = view;
  const before = trimRange(units, { from: startOfClause(units, cue.clause, BREAK), to: cue.clause });
  if (before === null) return null;
  if (isSpeaker(units, before) && cue.source !== null && !cue.isInverted) {
    const source = { from: before.from + 1, to: cue.source.to };
    return { cue: { ...cue, source }, rule: "whole", ranges: [{ from: before.from, to: before.from + 1 }] };
  }
  if (isTimed(view, before)) return { cue, rule: "whole", ranges: [{ from: before.from, to: before.from + 1 }] };
  const after = remainder(units, cue, limit);
  if (after === null) return isLeadIn(units, before) ? null : { cue, rule: "trailing", ranges: [before] };
  const first = units[before.from]!;
  const isLead =
    isLeadIn(units, before) && (PREPOSITIONS.has(first.word) || isAnyAdverb(first) || /^however$/.test(first.word));
  return { cue, rule: "trailing", ranges: isLead ? [after] : [before, after] };
}

/** “It holds,” Ana Ruiz, head of the board said: whether a run that ends in a comma and who speaks are all that stands there. */
function isSpeaker(units: readonly Unit[], { from, to }: Range): boolean {
  const run = units[from]!;
  if (run.kind !== "run" || run.word !== "“," || units[from + 1]?.isCapital !== true) return false;
  return to - from > 1 && readPhrase(units, from + 1)?.to === to;
}

/** “It holds,” when the flood came: whether a run that ends in a comma is all that was said, and the reporter says when. */
function isTimed({ units, isWords }: View, { from, to }: Range): boolean {
  if (units[from]!.word !== "“," || !/^(?:after|as|before|when|while)$/.test(units[from + 1]?.word ?? "")) return false;
  return isWords(units[from]!) && !units.slice(from + 1, to).some(isWords);
}

/** "The plan, officials said, would fail": what goes on behind the comma, unless the reporter does. */
function remainder(units: readonly Unit[], cue: Cue, limit: number): Range | null {
  const at = cue.isInverted ? Math.max(cue.source!.to, cue.to) : cue.to;
  const next = units[at + 1];
  if (units[at]?.word !== "," || next === undefined || at + 1 >= limit || next.kind === "mark") return null;
  if (CONJUNCTIONS.has(next.word) || RELATIVES.has(next.word) || /ing$/.test(next.word)) return null;
  const words = units.slice(at + 1, limit);
  const isWho =
    cue.isInverted && /^(?:the|an?)$/.test(next.word) && !hasVerb(words) && words.every(({ kind }) => kind !== "run"); // "said Ana Ruiz, a researcher at the port"
  return limit - at > 3 && !isWho ? trimRange(units, { from: at + 1, to: limit }) : null;
}
