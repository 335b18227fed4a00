import { foldWord } from "../text/fold.ts";
import { findWords } from "../text/token.ts";

/** Fewer words than this may well be said twice: "No comment," he said. */
const FEWEST = 8;
/** The same for copies that both stand below the lead. */
const FEWEST_BELOW = 20;
/** The lead is one of so many pieces below the head. */
const LEAD = 2;

/** A line or paragraph, and whether it is already known to be the title or furniture. */
export interface Copy {
  readonly words: string;
  readonly isTold: boolean;
}

/**
 * Numbers of the pieces that only repeat another, ascending. Two copies agree in all their words but for case, accents and
 * marks; what is printed more than twice is a refrain and stays. Copies of the title go. A lead printed twice goes once: of
 * two copies the one below the head of the report stays (`head`: number of the last piece of title, byline and date), as a
 * lead above its title is a teaser; where both stand below, the first stays. A teaser cut off with "…" above counts as a
 * copy of the paragraph that begins with it. Further down, only a copy of twenty words goes. Linear in the words.
 */
export function findTwice(pieces: readonly Copy[], title: number, head: number): number[] {
  const keys = pieces.map((piece) => findKey(piece.words));
  const places = new Map<string, number[]>();
  for (const [i, key] of keys.entries())
    if (key !== "" && i !== title && !pieces[i]!.isTold) places.set(key, [...(places.get(key) ?? []).slice(0, 2), i]);
  const titles = places.get(keys[title] ?? "") ?? [];
  places.delete(keys[title] ?? "");
  const twice = [...places].flatMap(([key, [a, b, c]]) => {
    if (a === undefined || b === undefined || c !== undefined) return [];
    const isLong = key.split(" ").length >= (a <= head + LEAD ? FEWEST : FEWEST_BELOW);
    return isLong ? [a < head && b > head ? a : b] : [];
  });
  return [...titles, ...twice, ...findTeasers(pieces, keys, head, title)].sort((a, b) => a - b);
}

/** Pieces above the head's end that break off with an ellipsis and go on further down. */
function findTeasers(pieces: readonly Copy[], keys: readonly string[], head: number, title: number): number[] {
  const teasers = keys.slice(0, Math.max(head, 0)).flatMap((key, i) => {
    const isCut = i !== title && !pieces[i]!.isTold && /(?:…|\.\.\.)$/u.test(pieces[i]!.words);
    return isCut && key.split(" ").length >= FEWEST ? [i] : [];
  });
  return teasers.filter((i) => keys.slice(head + 1).some((key) => key.startsWith(keys[i]!)));
}

/** The words of a piece, folded, with one space between. */
function findKey(piece: string): string {
  return findWords(piece)
    .map((word) => foldWord(piece.slice(word.from, word.to)))
    .join(" ");
}
