import { FUNCTION_WORDS, HEDGES, NEGATIONS } from "../lang/en/grammar.ts";
import { RELATED } from "../lang/en/related.ts";
import { findRow, hashWord, makeFilter, mayHave } from "./row.ts";
import type { Word } from "./word.ts";

/** What a word must tell of itself to be linked. */
export type Term = Pick<Word, "form" | "fold" | "stem" | "bits" | "content" | "name">;

/** What is known of a term by its letters; made once a distinct word. */
export interface Lexeme {
  readonly fold: string;
  readonly stem: string;
  /** Pairs of neighboring letters, each a number, rising. */
  readonly grams: Uint16Array;
  /** One bit of 96 for each pair of letters, to see at once that two words share none. */
  readonly maskA: number;
  readonly maskB: number;
  readonly maskC: number;
  readonly kind: number;
  /** Stems behind it in the alphabet that are related, each with its grade; see `RELATED`. */
  readonly related: ReadonlyMap<string, number> | undefined;
  /** Of the related stems: most pairs are told apart without a look into the map; see `makeFilter`. */
  readonly filter: Int32Array;
  /** Of its stem. */
  readonly hash: number;
  readonly bits: number;
  readonly isContent: boolean;
  /** In code units. */
  readonly length: number;
  /** Its first and last code unit; -1 of nothing. */
  readonly head: number;
  readonly tail: number;
}

/** Kinds of function words; other words are 0, names 1, numbers 2. */
const KINDS: readonly (readonly [number, string])[] = [
  [3, "a an the this that these those such some any each every both either all no 's my your his her its our their"],
  [4, "i me he him she it we us you they them who whom whose which what one there here himself themselves itself"],
  [
    5,
    "of to in on at by for with from into onto over under up down out off about after before between among against during through across around behind beyond near per since than till until upon within toward towards as like",
  ],
  [6, "and or but nor so yet if because while when where whether although though unless"],
  [
    7,
    "be am is are was were been being have has had having do does did done will would shall should can could may might must",
  ],
  [8, "not n't never no none cannot without"],
  [9, "also then too just very more most much many even still now only own same again other however"],
];
const KIND: ReadonlyMap<string, number> = new Map(
  KINDS.flatMap(([kind, words]) => words.split(" ").map((word) => [word, kind] as const)),
);

const known = new Map<string, Lexeme>();
const MOST_KNOWN = 50_000;

/** The lexeme of a term. */
export function findLexeme(term: Term): Lexeme {
  const key = term.name ? `${term.fold}^` : term.fold;
  const seen = known.get(key);
  if (seen !== undefined) return seen;
  const lexeme = makeLexeme(term);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, lexeme);
  return lexeme;
}

/** What is behind in a longer word is not compared. */
const MOST_GRAMS = 23;
const NONE = makeFilter([]);

function makeLexeme({ fold, stem, bits, name, content }: Term): Lexeme {
  const codes = Array.from(
    { length: Math.max(0, fold.length - 1) },
    (_, i) => ((fold.charCodeAt(i) & 255) << 8) | (fold.charCodeAt(i + 1) & 255),
  );
  const grams = Uint16Array.from(codes.slice(0, MOST_GRAMS)).sort();
  const masks = [0, 0, 0];
  for (const gram of codes) masks[gram % 3]! |= 1 << (((gram * 40503) >>> 8) & 31);
  const isNumber = /^\d/u.test(fold);
  const kind = isNumber
    ? 2
    : (KIND.get(fold) ??
      (name ? 1 : content ? 0 : FUNCTION_WORDS.has(fold) ? 9 : NEGATIONS.has(fold) ? 8 : HEDGES.has(fold) ? 7 : 0));
  const related = findRelated(stem);
  return {
    fold,
    stem,
    grams,
    maskA: masks[0]!,
    maskB: masks[1]!,
    maskC: masks[2]!,
    kind,
    related,
    filter: related === undefined ? NONE : makeFilter(related.keys()),
    hash: hashWord(stem),
    bits,
    isContent: content,
    length: fold.length,
    head: fold === "" ? -1 : fold.charCodeAt(0),
    tail: fold === "" ? -1 : fold.charCodeAt(fold.length - 1),
  };
}

/**
 * False if the letters and stems of two words have nothing in common and no relation links them: so it is with most pairs, and this
 * tells it without a look into lists and maps. The same word, and the same stem, are told by it too.
 */
export function mayBeAlike(a: Lexeme, b: Lexeme): boolean {
  return (
    ((a.maskA & b.maskA) | (a.maskB & b.maskB) | (a.maskC & b.maskC)) !== 0 ||
    a.hash === b.hash ||
    mayHave(a.filter, b.hash) ||
    mayHave(b.filter, a.hash)
  );
}

/** Grade of the relation of two terms, 0 if there is none. */
export function findGrade(a: Lexeme, b: Lexeme): number {
  const grade = mayHave(a.filter, b.hash) ? a.related?.get(b.stem) : undefined;
  return grade ?? (mayHave(b.filter, a.hash) ? b.related?.get(a.stem) : undefined) ?? 0;
}

/** Dice's coefficient over pairs of letters, 0 to 1. */
export function measureGrams(a: Lexeme, b: Lexeme): number {
  if (((a.maskA & b.maskA) | (a.maskB & b.maskB) | (a.maskC & b.maskC)) === 0) return 0;
  const [x, y] = [a.grams, b.grams];
  let [i, j, common] = [0, 0, 0];
  while (i < x.length && j < y.length) {
    if (x[i]! === y[j]!) {
      common++;
      i++;
      j++;
    } else if (x[i]! < y[j]!) i++;
    else j++;
  }
  return (2 * common) / (x.length + y.length);
}

/** Reads the row of a stem. */
function findRelated(stem: string): ReadonlyMap<string, number> | undefined {
  const row = findRow(RELATED, stem);
  if (row === undefined) return undefined;
  const related = new Map<string, number>();
  let grade = 0;
  for (const word of row.split(" ")) {
    if (word.length === 1 && word >= "1" && word <= "6") grade = Number(word);
    else related.set(word, grade);
  }
  return related;
}
