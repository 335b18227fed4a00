import { FUNCTION_WORDS, HEDGES, NEGATIONS } from "../lang/en/grammar.ts";
import { RELATED } from "../lang/en/related.ts";
import type { Word } from "./word.ts";

/** What a word must tell of itself to be linked. */
export type Term = Pick<Word, "form" | "fold" | "stem" | "bits" | "content" | "name">;

/** What is known of a term by its letters; made once a distinct word. */
export interface Lexeme {
  readonly fold: string;
  /** Pairs of neighboring letters, each a number, rising. */
  readonly grams: Uint16Array;
  /** Two bits of 32 for each pair of letters, to see at once that two words share none. */
  readonly mask: number;
  readonly kind: number;
  /** Stems behind it in the alphabet that are related, each with its grade; see `RELATED`. */
  readonly related: ReadonlyMap<string, number> | undefined;
  /** One bit of 32 for its stem, and those of the related stems: most pairs are told apart without a look into the map. */
  readonly bit: number;
  readonly relatedBits: number;
  readonly bits: number;
  readonly isContent: boolean;
  /** In code units. */
  readonly length: number;
  /** Its first and last code unit. */
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

function makeLexeme({ fold, stem, bits, name, content }: Term): Lexeme {
  const codes = Array.from(
    { length: Math.max(0, Math.min(fold.length, 24) - 1) },
    (_, i) => ((fold.charCodeAt(i) & 255) << 8) | (fold.charCodeAt(i + 1) & 255),
  );
  const grams = Uint16Array.from(codes).sort();
  let mask = 0;
  for (const gram of grams) mask |= 1 << (((gram * 40503) >>> 8) % 32);
  const isNumber = /^\d/u.test(fold);
  const kind = isNumber
    ? 2
    : (KIND.get(fold) ??
      (name ? 1 : content ? 0 : FUNCTION_WORDS.has(fold) ? 9 : NEGATIONS.has(fold) ? 8 : HEDGES.has(fold) ? 7 : 0));
  const related = findRelated(stem);
  let relatedBits = 0;
  for (const other of related?.keys() ?? []) relatedBits |= findBit(other);
  return {
    fold,
    grams,
    mask,
    kind,
    related,
    bit: findBit(stem),
    relatedBits,
    bits,
    isContent: content,
    length: fold.length,
    head: fold.charCodeAt(0),
    tail: fold.charCodeAt(fold.length - 1),
  };
}

function findBit(stem: string): number {
  let hash = 0;
  for (let i = 0; i < stem.length; i++) hash = (hash * 31 + stem.charCodeAt(i)) | 0;
  return 1 << (hash & 31);
}

/** Grade of the relation of two terms, 0 if there is none. `stemA`, `stemB`: their stems. */
export function findGrade(a: Lexeme, stemA: string, b: Lexeme, stemB: string): number {
  if ((a.relatedBits & b.bit) !== 0) {
    const grade = a.related?.get(stemB);
    if (grade !== undefined) return grade;
  }
  return (b.relatedBits & a.bit) === 0 ? 0 : (b.related?.get(stemA) ?? 0);
}

/** Dice's coefficient over pairs of letters, 0 to 1. */
export function measureGrams(a: Lexeme, b: Lexeme): number {
  if ((a.mask & b.mask) === 0) return 0;
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

/** Reads the row of a stem. Sought by halves in the sorted table as it stands, so that loading it takes no time. */
function findRelated(stem: string): ReadonlyMap<string, number> | undefined {
  const head = `${stem} `;
  let [low, high] = [0, RELATED.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (RELATED[middle]! < head) low = middle + 1;
    else high = middle;
  }
  const row = RELATED[low];
  if (row === undefined || !row.startsWith(head)) return undefined;
  const related = new Map<string, number>();
  let grade = 0;
  for (const word of row.slice(stem.length + 1).split(" ")) {
    if (word.length === 1 && word >= "1" && word <= "6") grade = Number(word);
    else related.set(word, grade);
  }
  return related;
}
