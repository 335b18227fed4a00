import { numberWords } from "./anchor.ts";
import type { Word } from "./word.ts";

/** A witness's words in text order, editors' insertions apart, and what is asked of them again and again as numbers. */
export interface Numbered {
  /** Its place among the witnesses. */
  readonly at: number;
  readonly words: readonly Word[];
  /** One a word: the same for the same fold, in all witnesses. */
  readonly folds: Int32Array;
  /** One a stem of its content words, each once. */
  readonly stems: readonly number[];
}

/** Witnesses with numbers of their own, from 0. */
export interface Numbering {
  readonly witnesses: readonly Numbered[];
  readonly folds: number;
  readonly stems: number;
}

/** Looks up each word once, so that whatever compares the witnesses need not. */
export function numberWitnesses(witnesses: readonly (readonly Word[])[]): Numbering {
  const bare = witnesses.map((words) => words.filter((word) => !word.editorial));
  const { rows, count } = numberWords(bare);
  const stemOf = new Int32Array(count).fill(UNKNOWN);
  const seen = new Int32Array(count).fill(-1); // by stem, the last witness with it
  const numbers = new Map<string, number>();
  const findStem = ({ content, stem }: Word) => {
    if (!content) return NONE;
    if (!numbers.has(stem)) numbers.set(stem, numbers.size);
    return numbers.get(stem)!;
  };
  const numbered = bare.map((words, at): Numbered => {
    const folds = rows[at]!;
    const stems: number[] = [];
    for (let i = 0; i < folds.length; i++) {
      const fold = folds[i]!;
      if (stemOf[fold] === UNKNOWN) stemOf[fold] = findStem(words[i]!);
      const stem = stemOf[fold]!;
      if (stem === NONE || seen[stem] === at) continue;
      seen[stem] = at;
      stems.push(stem);
    }
    return { at, words, folds, stems };
  });
  return { witnesses: numbered, folds: count, stems: numbers.size };
}

/** Of a fold: not looked at yet; without a stem that counts. */
const UNKNOWN = -2;
const NONE = -1;
