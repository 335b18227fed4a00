import { foldWord } from "../../text/fold.ts";
import { findStem } from "../../text/stem.ts";

/** What the features know of a word or mark by its letters alone. Hashes are of 32 bits. */
export interface Form {
  /** No other form of the process has it. */
  readonly id: number;
  readonly word: number;
  readonly stem: number;
  /** Last three letters. */
  readonly suffix: number;
  /** First four. */
  readonly prefix: number;
  readonly shape: number;
  /** Which words it keeps company with, from 1; 0 if rare. */
  readonly cluster: number;
  /** How often its stem is in a cue, 0 to 4. */
  readonly cue: number;
  /** Whether it parts clauses: 1 a comma, 2 a stronger mark, 3 a bracket; 0 otherwise. */
  readonly breaks: number;
  /** Whether it joins clauses: 1 who, which and as, 2 and, 3 but, 4 that; 0 otherwise. */
  readonly joins: number;
}

/** What is known of words beforehand. */
export interface Lexicon {
  /** Folded words. */
  readonly clusters: ReadonlyMap<string, number>;
  /** Stems, 1 to 4. */
  readonly cues: ReadonlyMap<string, number>;
}

/** Stands before the first and behind the last word. */
export const EDGE: Form = {
  id: 0,
  word: 77,
  stem: 77,
  suffix: 77,
  prefix: 77,
  shape: 9,
  cluster: 0,
  cue: 9,
  breaks: 0,
  joins: 0,
};

/** The form at a place, inside or outside the line. Asked before the list is read: a place outside would make every reading of it slow. */
export function formAt(forms: readonly Form[], i: number): Form {
  return i >= 0 && i < forms.length ? forms[i]! : EDGE;
}

/** A mark's shape. */
export const MARK = 4;
/** A word or mark as it is written, with its form once it has been read, and by which lexicon. */
export interface Written {
  readonly letters: string;
  form: Form | null;
  lexicon: Lexicon | null;
}

/** Reads the words that it has not met. */
export function makeFormReader(lexicon: Lexicon): FormReader {
  return (written) => {
    if (written.form !== null && written.lexicon === lexicon) return written.form;
    written.lexicon = lexicon;
    written.form = readForm(written.letters, lexicon);
    return written.form;
  };
}

export type FormReader = (written: Written) => Form;

let last = 0;

function readForm(word: string, { clusters, cues }: Lexicon): Form {
  const folded = foldWord(word);
  const stem = findStem(folded);
  return {
    id: ++last,
    word: hash(folded),
    stem: hash(stem),
    suffix: hash(folded.slice(-3)),
    prefix: hash(folded.slice(0, 4)),
    shape: findShape(word),
    cluster: clusters.get(folded) ?? 0,
    cue: cues.get(stem) ?? 0,
    breaks: folded === "," ? 1 : /^[;:—–-]$/u.test(folded) ? 2 : /^[()]$/u.test(folded) ? 3 : 0,
    joins: JOINING.get(folded) ?? 0,
  };
}

const JOINING: ReadonlyMap<string, number> = new Map([
  ["who", 1],
  ["which", 1],
  ["as", 1],
  ["and", 2],
  ["but", 3],
  ["that", 4],
]);

/** 0 small letters, 1 a capital and small ones, 2 capitals, 6 one capital, 3 digits, 4 a mark, 5 anything else. */
function findShape(word: string): number {
  if (/^\p{Lu}\p{Ll}/u.test(word)) return 1;
  if (/^\p{Lu}+$/u.test(word)) return word.length === 1 ? 6 : 2;
  if (/^\p{N}/u.test(word)) return 3;
  if (!/^\p{L}/u.test(word)) return MARK;
  return /\p{Lu}/u.test(word) ? 5 : 0;
}

/** FNV-1a (Fowler, Noll, Vo) with its bits stirred. */
export function hash(word: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) {
    h ^= word.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  h ^= h >>> 13;
  return h | 0;
}
