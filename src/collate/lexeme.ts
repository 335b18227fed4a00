import { FUNCTION_WORDS, HEDGES, NEGATIONS } from "../lang/en/grammar.ts";
import { RELATED } from "../lang/en/related.ts";
import { findRow, hashWord } from "./row.ts";
import type { Word } from "./word.ts";

/** What a word must tell of itself to be linked. */
export type Term = Pick<Word, "form" | "fold" | "stem" | "bits" | "content" | "name">;

/** What is known of a term by its letters and in any table but what was learned of links. */
export interface Lexeme {
  readonly fold: string;
  readonly stem: string;
  /** Pairs of neighboring letters, each a number, another one for each time that it comes again; rising. */
  readonly grams: readonly number[];
  readonly kind: number;
  /** Stems behind it in the alphabet that are related, each with its grade; see `RELATED`. */
  readonly related: ReadonlyMap<string, number>;
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

/** What is behind in a longer word is not compared. */
const MOST_GRAMS = 23;

export function makeLexeme({ fold, stem, bits, name, content }: Term): Lexeme {
  const isNumber = /^\d/u.test(fold);
  const kind = isNumber
    ? 2
    : (KIND.get(fold) ??
      (name ? 1 : content ? 0 : FUNCTION_WORDS.has(fold) ? 9 : NEGATIONS.has(fold) ? 8 : HEDGES.has(fold) ? 7 : 0));
  return {
    fold,
    stem,
    grams: listGrams(fold),
    kind,
    related: findRelated(stem),
    hash: hashWord(stem),
    bits,
    isContent: content,
    length: fold.length,
    head: fold === "" ? -1 : fold.charCodeAt(0),
    tail: fold === "" ? -1 : fold.charCodeAt(fold.length - 1),
  };
}

function listGrams(fold: string): number[] {
  const grams: number[] = [];
  for (let at = 1; at < fold.length && at <= MOST_GRAMS; at++) {
    let gram = ((fold.charCodeAt(at - 1) & 255) << 8) | (fold.charCodeAt(at) & 255);
    while (grams.includes(gram)) gram += 1 << 16;
    grams.push(gram);
  }
  return grams.sort((x, y) => x - y);
}

const NONE: ReadonlyMap<string, number> = new Map();

/** Reads the row of a stem. */
function findRelated(stem: string): ReadonlyMap<string, number> {
  const row = findRow(RELATED, stem);
  if (row === undefined) return NONE;
  const related = new Map<string, number>();
  let grade = 0;
  for (const word of row.split(" ")) {
    if (word.length === 1 && word >= "1" && word <= "6") grade = Number(word);
    else related.set(word, grade);
  }
  return related;
}
