import type { Affinity, Partners } from "./affinity.ts";
import { AFFINITY, GRAMS, INITIALS, LIKE, MATCH, RELATED, SAME, STEM } from "./cell.ts";
import { findGrade, findLexeme, type Lexeme, mayBeAlike, measureGrams, type Term } from "./lexeme.ts";
import { mayHave } from "./row.ts";

/** Words that people link with such log-odds are alike. */
const LIKELY = -2.5;
/** How alike words are by the grade of their relation. */
const GRADES = [0, 0.3, 0.4, 0.45, 0.5, 0.7, 0.65];

/** A word and those that people link its stem with. */
export interface Known {
  readonly lexeme: Lexeme;
  readonly partners: Partners;
}

export function knowWord(term: Term, affinity: Affinity): Known {
  return { lexeme: findLexeme(term), partners: affinity.of(term.stem) };
}

/** Whether there is anything to measure in two words that are not initials of each other; without a look into lists and maps. */
export function isWorthALook(x: Known, y: Known): boolean {
  return (
    mayBeAlike(x.lexeme, y.lexeme) ||
    mayHave(x.partners.filter, y.lexeme.hash) ||
    mayHave(y.partners.filter, x.lexeme.hash)
  );
}

/** Notes how alike two words are, from `at` of `pairs` on, where `MATCH` tells of initials. */
export function notePair(x: Known, y: Known, unseen: number, pairs: Float32Array, at: number): void {
  const [a, b] = [x.lexeme, y.lexeme];
  if (a.fold === b.fold) {
    pairs[at + MATCH] = SAME;
    pairs[at + GRAMS] = 1;
    pairs[at + AFFINITY] = 9;
    pairs[at + LIKE] = 1;
    return;
  }
  if (a.stem === b.stem) pairs[at + MATCH] = STEM;
  const grams = measureGrams(a, b);
  const odds = findOdds(x, y) ?? unseen;
  const related = findGrade(a, b);
  pairs[at + RELATED] = related;
  pairs[at + GRAMS] = grams;
  pairs[at + AFFINITY] = odds;
  const match = pairs[at + MATCH]!;
  let like = Math.max(grams > 0.5 ? 0.8 * grams : 0, measureContained(a, b));
  if (match === STEM) like = 0.9;
  else if (match === INITIALS) like = 0.8;
  if (GRADES[related]! > like) like = GRADES[related]!;
  pairs[at + LIKE] = odds > LIKELY ? Math.max(like, Math.min(0.8, 0.55 + 0.1 * odds)) : like;
}

/** Whether `LIKE` of two words that are not the same would be above 0, initials apart. */
export function hasLikeness(x: Known, y: Known, unseen: number): boolean {
  const [a, b] = [x.lexeme, y.lexeme];
  return (
    isWorthALook(x, y) &&
    (a.stem === b.stem ||
      measureGrams(a, b) > 0.5 ||
      measureContained(a, b) > 0 ||
      (findOdds(x, y) ?? unseen) > LIKELY ||
      findGrade(a, b) > 0)
  );
}

/** The log-odds of two stems that were met together; either may tell of the other. */
function findOdds({ lexeme: a, partners: others }: Known, { lexeme: b, partners }: Known): number | undefined {
  const odds = mayHave(others.filter, b.hash) ? others.get(b.stem) : undefined;
  return odds ?? (mayHave(partners.filter, a.hash) ? partners.get(a.stem) : undefined);
}

/** 0 to 1: how much of the longer word the shorter one is, if it begins or ends it: "gunbattle", "battle". */
function measureContained(a: Lexeme, b: Lexeme): number {
  if (a.head !== b.head && a.tail !== b.tail) return 0;
  const [short, long] = a.length < b.length ? [a.fold, b.fold] : [b.fold, a.fold];
  if (short.length < 3 || !(long.endsWith(short) || long.startsWith(short))) return 0;
  return Math.min(1, short.length / long.length + 0.2);
}
