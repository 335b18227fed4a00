import { FORENAMES } from "../lang/en/forenames.ts";
import { CREDITS } from "../lang/en/people.ts";
import type { Range } from "./noun.ts";
import type { Unit } from "./unit.ts";

/** Whether a form says more of a name, without what a page has glued to it: "Harwell Ana Ruiz" says no more than "Ana Ruiz". */
export function isFuller(words: readonly string[], than: readonly string[]): boolean {
  if (isGluedTo(than, words)) return true;
  return words.length > than.length && !isGluedTo(words, than);
}

function isGluedTo(long: readonly string[], short: readonly string[]): boolean {
  const lead = long.length - short.length;
  if (lead < 1 || short.length < 2 || !FORENAMES.has(short[0]!) || FORENAMES.has(long[0]!)) return false;
  return short.every((word, i) => word === long[lead + i]);
}

/** Where a name begins that a picture credit or an agency is glued to: "Reuters Ana Ruiz". */
export function behindCredit(units: readonly Unit[], { from, to }: Range): number {
  for (let i = to - 3; i >= from; i--)
    if (CREDITS.has(units[i]!.word) && FORENAMES.has(units[i + 1]!.word)) return i + 1;
  return from;
}
