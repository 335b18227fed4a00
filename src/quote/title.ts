import { NAMING } from "../lang/en/speech.ts";
import { isNickname } from "./noun.ts";
import type { Unit } from "./unit.ts";

/** Words of a title that stay small: “Gone with the Wind”. */
const SMALL = /^(?:a|an|the|of|and|or|in|on|at|to|for|with|from|by|is|vs)$/iu;
const MOST = 10;

/**
 * Whether the run at `at` names a thing or a person and is nobody's words: a nickname (Dwayne “The Rock” Johnson), a work (“The
 * Crown”: every long word has a capital), what something is called (the so-called “bridge”). Words that end in a stop or comma
 * of their own, or stand behind a colon, are taken as said.
 */
export function isTitle(text: string, units: readonly Unit[], at: number): boolean {
  if (isNickname(units, at)) return true;
  const run = units[at]!;
  const inner = text.slice(run.from + 1, Math.min(run.to - 1, run.from + 200)).replace(/^['`]|'$/gu, "");
  if (run.to - run.from > 150) return false;
  const before = units[at - 1]?.word ?? "";
  if (
    NAMING.has(before) ||
    (before === "called" &&
      units[at - 2]?.kind === "word" &&
      /^(?:so|is|was|be|been|group|club|band)$/.test(units[at - 2]!.word))
  )
    return true;
  if (before === "as" && /^(?:known|dubbed|billed)$/.test(units[at - 2]?.word ?? "")) return true;
  if (/[.,!?…]$/u.test(inner.trimEnd()) || before === ":") return false;
  return isCapitals(inner);
}

function isCapitals(inner: string): boolean {
  const words = inner.split(/\s+/u).filter((word) => word !== "");
  if (words.length === 0 || words.length > MOST || !/^\P{L}*\p{Lu}/u.test(words[0]!)) return words.length === 0;
  return words.every((word) => SMALL.test(word) || /^[^\p{L}]*\p{Lu}/u.test(word) || !/\p{L}/u.test(word));
}
