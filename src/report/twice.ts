import { foldWord } from "../text/fold.ts";
import { findWords } from "../text/token.ts";

/** Fewer words than this may well be said twice: "No comment," he said. */
const FEWEST = 8;

/** A line or paragraph, and whether it is already known to be the title or furniture. */
export interface Copy {
  readonly words: string;
  readonly isTold: boolean;
}

/**
 * Numbers of the pieces that only repeat another, ascending. Two copies agree in all their words but for case, accents and
 * marks, and have at least eight, or are copies of the title. Of two copies the one below the head of the report stays
 * (`head`: number of the last piece of title, byline and date), as a lead printed above its title is a teaser; where both
 * stand on the same side, the first stays. A teaser cut off with "…" counts as a copy of the paragraph that begins with
 * it, above the head only. Linear in the words.
 */
export function findTwice(pieces: readonly Copy[], title: number, head: number): number[] {
  const keys = pieces.map((piece) => findKey(piece.words));
  const kept = new Map<string, number>();
  const twice: number[] = [];
  for (const [i, key] of keys.entries()) {
    if (key === "" || (pieces[i]!.isTold && i !== title)) continue;
    if (i !== title && key === keys[title]) twice.push(i);
    if (i === title || key === keys[title] || key.split(" ").length < FEWEST) continue;
    const before = kept.get(key);
    if (before === undefined) kept.set(key, i);
    else if (before < head && i > head) {
      twice.push(before);
      kept.set(key, i);
    } else twice.push(i);
  }
  return [...twice, ...findTeasers(pieces, keys, head, title)].sort((a, b) => a - b);
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
