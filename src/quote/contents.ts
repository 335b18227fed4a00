import { CONJUNCTIONS } from "../lang/en/clause.ts";
import { contentBefore, contentBeside, isTrailing } from "./before.ts";
import { contentBehind } from "./behind.ts";
import type { Content, View } from "./content.ts";
import type { Cue } from "./cue.ts";
import type { Unit } from "./unit.ts";
import { isOutlet } from "./venue.ts";

/** Units between a cue and the end of what an outlet is said to have reported. */
const MOST_RELAYED = 60;

/**
 * The contents that the cues of a sentence introduce, in order of the cues; a cue without any is left out. Read from the last
 * cue to the first: a content ends where the clause of the next cue that has one begins.
 */
export function findContents(view: View, cues: readonly Cue[]): Content[] {
  if (cues.length === 0) return [];
  const { units } = view;
  const found: Bounded[] = [];
  const runs = countRuns(view);
  let limit = units.length;
  let trailing: { readonly cue: Cue; readonly limit: number } | null = null;
  for (const [at, cue] of [...cues.entries()].reverse()) {
    if (isRelay(view, cue, cues[at - 1])) {
      limit = cue.clause;
      continue;
    }
    const beside = contentBeside(view, cue, limit);
    if (beside === null) limit = unnest(view, cue, found, limit);
    const content = beside ?? contentBehind(view, cue, limit);
    if (content !== null) {
      found.push({ content, limit, isMarked: content.ranges.some((r) => runs[r.to]! > runs[r.from]!) });
      limit = Math.min(cue.clause, content.ranges[0]!.from);
      trailing = null;
    } else if (isTrailing(view, cue, limit)) {
      trailing = { cue, limit };
      limit = cue.clause;
    } else if (isOwnClause(units, cue)) limit = Math.min(limit, cue.clause);
  }
  const first = trailing && contentBefore(view, trailing.cue, trailing.limit);
  return [...found.map((bounded) => bounded.content), ...(first === null ? [] : [first])].reverse();
}

/** "Ruiz said it was “a wreck,” Reuters reported": whether an outlet reports what the cue before introduces, to the run beside this one. */
export function isRelay({ units, isWords }: View, cue: Cue, before: Cue | undefined): boolean {
  const run = units[cue.clause - 1];
  if (run?.word !== "“," || !isWords(run) || cue.source === null || cue.isShared || !isOutlet(units, cue.source))
    return false;
  if (!before?.source || before.isInverted || before.use === "according") return false;
  const words = units.slice(before.to, cue.clause - 1);
  const isThat = words.slice(0, 4).some(({ word }) => word === "that");
  const isParted = words.some(
    ({ word }, i) => /^[:;]$/.test(word) || (word === "," && (!isThat || CONJUNCTIONS.has(words[i + 1]?.word ?? ""))),
  );
  return words.length > 0 && words.length <= MOST_RELAYED && !isParted;
}

/** A content and how far it could have reached. */
interface Bounded {
  readonly content: Content;
  readonly limit: number;
  /** Whether any of it stands between marks. */
  readonly isMarked: boolean;
}

/** How many runs stand before each unit, and before the end. */
function countRuns({ units, isWords }: View): number[] {
  const counts = [0];
  for (const unit of units) counts.push(counts.at(-1)! + (isWords(unit) ? 1 : 0));
  return counts;
}

/**
 * Takes out of `found` what is reported within the words of `cue` ("he said experts believe that …"): clauses that no
 * mark parts from it and in which nobody's words are marked. Gives the limit of the words of `cue`.
 */
function unnest(view: View, cue: Cue, found: Bounded[], limit: number): number {
  const { units } = view;
  const inner = found.at(-1);
  if (inner === undefined || cue.use === "call" || cue.use === "according") return limit;
  const { clause } = inner.content.cue;
  const isOwn =
    /^(?:he|she|they|it)$/.test(units[inner.content.cue.source?.from ?? clause]!.word) &&
    inner.content.rule !== "whole";
  const isParted = units[clause - 1]?.kind !== "word" || /^(?:and|but|while|whereas)$/.test(units[clause]!.word);
  const [range] = inner.content.ranges;
  if (isParted || range!.from < clause || (!isOwn && inner.isMarked)) return limit;
  if (contentBehind(view, cue, inner.limit) === null) return limit;
  found.pop();
  return inner.limit;
}

/** Whether the reporter goes on to something else with the cue: ", and also called for", ", while others praised". */
function isOwnClause(units: readonly Unit[], cue: Cue): boolean {
  if (units[cue.clause - 1]?.word !== ",") return false;
  return cue.isShared || /^(?:but|while|whereas|although|though)$/.test(units[cue.clause]!.word);
}
