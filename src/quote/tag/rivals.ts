import { makeFloats, makeInts } from "./arena.ts";
import { CONTENT, LABELS } from "./label.ts";
import type { Draft } from "./resolve.ts";

/** What the drafts of one line claim, by words of the line. */
export interface Rivals {
  /** The strongest claim to a word as content, whose it is, and the strongest of the others. */
  readonly first: Float32Array;
  readonly owner: Int32Array;
  readonly second: Float32Array;
  /** How sure the second pass is of each heart that has a draft. */
  readonly sure: Float32Array;
}

/** A claim is how sure a draft is of its cue, times how likely the word is content of it. */
export function findRivals(drafts: readonly Draft[], length: number): Rivals {
  const rivals: Rivals = {
    first: makeFloats(length),
    owner: makeInts(length).fill(-1),
    second: makeFloats(length),
    sure: makeFloats(length),
  };
  drafts.forEach(({ window, chances, confidence }, at) => {
    rivals.sure[window.heart] = confidence;
    for (let i = window.from, k = CONTENT; i < window.to; i++, k += LABELS)
      addClaim(rivals, i, at, confidence * (chances[k]! + chances[k + 1]!));
  });
  return rivals;
}

function addClaim({ first, owner, second }: Rivals, i: number, at: number, claim: number): void {
  if (claim > first[i]!) {
    second[i] = first[i]!;
    first[i] = claim;
    owner[i] = at;
  } else if (claim > second[i]!) second[i] = claim;
}

/** The strongest claim to word `i` of the line by a draft other than the one that is `at` in the list. */
export function rivalOf({ first, owner, second }: Rivals, at: number, i: number): number {
  return owner[i] === at ? second[i]! : first[i]!;
}
