import { NAMING } from "../lang/en/speech.ts";
import { isNickname } from "./noun.ts";
import type { Unit } from "./unit.ts";

/** Words of a title that stay small: “Gone with the Wind”. */
const SMALL = /^(?:a|an|the|of|and|or|in|on|at|to|for|with|from|by|is|vs)$/iu;
/** More words, or more code units, are no title. */
const MOST = 10;
const LONGEST = 150;

/**
 * Whether the run at `at` names a thing or a person and is nobody's words: a nickname (Dwayne “The Rock” Johnson), a work (“The
 * Crown”: every long word has a capital), what something is called (the so-called “bridge”). Words that end in a stop or comma
 * of their own, or stand behind a colon, are taken as said; a comma is the reporter's where a preposition, an owner or *told* leads to the
 * name (on CNN's “State of the Union,” adding; told “Meet the Press,” adding), and a full stop behind a name of several words (on CNN's “State of the Union.”).
 */
export function isTitle(text: string, units: readonly Unit[], at: number): boolean {
  const run = units[at]!;
  if (run.to - run.from > LONGEST) return false;
  if (isNickname(units, at) || isNamed(units, at)) return true;
  const inner = text.slice(run.from + 1, run.to - 1).replace(/^['`]|'$/gu, "");
  const before = units[at - 1]?.word ?? "";
  const own = /^(?:in|on|of|at|for|from|to|told|tells|telling)$|'s$/.test(before)
    ? inner.replace(/,$|(?<=\s.*)\.$/u, "")
    : inner;
  if (/[.,!?…]$/u.test(own.trimEnd()) || before === ":") return false;
  return isCapitals(own);
}

/** "the so-called", "a group called", "known as": whether the words before give a name. */
function isNamed(units: readonly Unit[], at: number): boolean {
  const [before, last] = [units[at - 2]?.word ?? "", units[at - 1]?.word ?? ""];
  if (NAMING.has(last)) return true;
  if (last === "called") return /^(?:so|is|was|be|been|group|club|band)$/.test(before);
  return last === "as" && /^(?:known|dubbed|billed)$/.test(before);
}

/** Whether every long word has a capital. What has no words at all is nobody's words either. */
function isCapitals(inner: string): boolean {
  const words = inner.split(/\s+/u).filter((word) => word !== "");
  if (words.length === 0 || words.length > MOST || !/^\P{L}*\p{Lu}/u.test(words[0]!)) return words.length === 0;
  return words.every((word) => SMALL.test(word) || /^[^\p{L}]*\p{Lu}/u.test(word) || !/\p{L}/u.test(word));
}
