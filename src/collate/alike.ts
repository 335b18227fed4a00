import type { Affinity, Partners } from "./affinity.ts";
import { GRAMS, INITIALS, LIKE, MATCH, RELATED, SAME, STEM } from "./cell.ts";
import { type Lexeme, makeLexeme, type Term } from "./lexeme.ts";
import { findBits, makeFilter, mayHave } from "./row.ts";

/** Words that people link with such log-odds are alike. */
const LIKELY = -2.5;
/** Log-odds of the same word, more than of any two others. */
const SAME_WORD = 9;
/** How alike words are by the grade of their relation. */
const GRADES = [0, 0.3, 0.4, 0.45, 0.5, 0.7, 0.65];

/** What is known of a word; made once a distinct word. */
export interface Known extends Lexeme {
  /** A number for its fold, the same for no other fold of one affinity. */
  readonly id: number;
  /** Those that people link its stem with. */
  readonly partners: Partners;
  /** 0 to 1: how often it is linked at all where the other side does not have it. */
  readonly prior: number;
  /** Of its stem, the related and the partners that are alike, and of all partners: so most words are passed over without a look into the maps; see `makeFilter`. */
  readonly kin: readonly number[];
  readonly met: readonly number[];
  /** Of its own hash in a filter. */
  readonly mask: number;
}

/** Words met before, by fold. One fold may be a name, another content word, and a function word or in an editor's insertion. */
interface Memory {
  readonly names: Map<string, Known>;
  readonly others: Map<string, Known>;
  readonly fillers: Map<string, Known>;
  /** Ids by fold, of which none is given twice, even when the maps have been emptied. */
  readonly ids: Map<string, number>;
  count: number;
}

const memories = new WeakMap<Affinity, Memory>();
const MOST_KNOWN = 50_000;

/** What is known of the words of two rows. */
export interface KnownRows {
  readonly a: readonly Known[];
  readonly b: readonly Known[];
}

/** What is known of each term of two rows; of both at once, for what was met before is forgotten when it grows too much. */
export function knowRows(a: readonly Term[], b: readonly Term[], affinity: Affinity): KnownRows {
  const memory = memories.get(affinity) ?? makeMemory();
  memories.set(affinity, memory);
  const { names, others, fillers, ids } = memory;
  if (ids.size > MOST_KNOWN) for (const map of [names, others, fillers, ids]) map.clear();
  return { a: knowRow(a, memory, affinity), b: knowRow(b, memory, affinity) };
}

function makeMemory(): Memory {
  return { names: new Map(), others: new Map(), fillers: new Map(), ids: new Map(), count: 0 };
}

function knowRow(terms: readonly Term[], memory: Memory, affinity: Affinity): Known[] {
  const known: Known[] = [];
  for (const term of terms) {
    const words = term.name ? memory.names : term.content ? memory.others : memory.fillers;
    let word = words.get(term.fold);
    if (word === undefined) {
      word = makeKnown(term, affinity, findId(term.fold, memory));
      words.set(term.fold, word);
    }
    known.push(word);
  }
  return known;
}

function findId(fold: string, memory: Memory): number {
  const seen = memory.ids.get(fold);
  if (seen !== undefined) return seen;
  memory.ids.set(fold, memory.count);
  return memory.count++;
}

/** Lets every word pass. */
const ALL: readonly number[] = [-1];

function makeKnown(term: Term, affinity: Affinity, id: number): Known {
  const lexeme = makeLexeme(term);
  const { stem, related, hash } = lexeme;
  const partners = affinity.of(stem);
  const met = partners.entries === null ? null : [...partners.entries()];
  const likely = met?.flatMap(([other, odds]) => (odds > LIKELY ? [other] : []));
  return {
    ...lexeme,
    id,
    partners,
    prior: affinity.prior(stem),
    kin: likely ? makeFilter([stem, ...related.keys(), ...likely]) : ALL,
    met: met ? makeFilter(met.map(([other]) => other)) : ALL,
    mask: findBits(hash),
  };
}

/** Whether two words may have one stem, a relation or a history that makes them alike; false for most that have none. */
export function mayBeKin(x: Known, y: Known): boolean {
  return mayHave(x.kin, y.hash, y.mask) || mayHave(y.kin, x.hash, x.mask);
}

/**
 * Notes how alike two words are, from `at` of `pairs` on, where `MATCH` tells of initials. `shared`: pairs of letters in both.
 */
export function notePair(x: Known, y: Known, shared: number, pairs: Float32Array, at: number): void {
  if (x.fold === y.fold) {
    pairs[at + MATCH] = SAME;
    pairs[at + GRAMS] = 1;
    pairs[at + LIKE] = 1;
    return;
  }
  const grams = measureGrams(x, y, shared);
  pairs[at + GRAMS] = grams;
  let like = grams > 0.5 ? 0.8 * grams : 0;
  if (shared > 0) like = Math.max(like, measureContained(x, y));
  if (mayBeKin(x, y)) like = noteKin(x, y, like, pairs, at);
  else if (pairs[at + MATCH] === INITIALS) like = 0.8;
  pairs[at + LIKE] = like;
}

/** Notes what the tables tell; how alike the two are with that. */
function noteKin(x: Known, y: Known, least: number, pairs: Float32Array, at: number): number {
  if (x.stem === y.stem) pairs[at + MATCH] = STEM;
  const related = findGrade(x, y);
  pairs[at + RELATED] = related;
  let like = least;
  const match = pairs[at + MATCH]!;
  if (match === STEM) like = 0.9;
  else if (match === INITIALS) like = 0.8;
  if (GRADES[related]! > like) like = GRADES[related]!;
  const odds = findOdds(x, y) ?? LIKELY;
  return odds > LIKELY ? Math.max(like, Math.min(0.8, 0.55 + 0.1 * odds)) : like;
}

/** Whether `LIKE` of two words that are not the same would be above 0, initials apart. */
export function hasLikeness(x: Known, y: Known, shared: number): boolean {
  if (measureGrams(x, y, shared) > 0.5 || (shared > 0 && measureContained(x, y) > 0)) return true;
  return mayBeKin(x, y) && (x.stem === y.stem || (findOdds(x, y) ?? LIKELY) > LIKELY || findGrade(x, y) > 0);
}

/** Dice's coefficient over pairs of letters, 0 to 1. */
function measureGrams(x: Known, y: Known, shared: number): number {
  return shared === 0 ? 0 : (2 * shared) / (x.grams.length + y.grams.length);
}

/** Grade of the relation of two terms, 0 if there is none; either may tell of the other. */
function findGrade(x: Known, y: Known): number {
  return x.related.get(y.stem) ?? y.related.get(x.stem) ?? 0;
}

/** The log-odds of two stems that were met together; either may tell of the other. */
function findOdds(x: Known, y: Known): number | undefined {
  const odds = mayHave(x.met, y.hash, y.mask) ? x.partners.get(y.stem) : undefined;
  return odds ?? (mayHave(y.met, x.hash, x.mask) ? y.partners.get(x.stem) : undefined);
}

/** The log-odds that people link two words; `unseen` where nothing tells. */
export function measureAffinity(x: Known, y: Known, unseen: number): number {
  return x.fold === y.fold ? SAME_WORD : (findOdds(x, y) ?? unseen);
}

/** 0 to 1: how much of the longer word the shorter one is, if it begins or ends it: "gunbattle", "battle". */
function measureContained(a: Lexeme, b: Lexeme): number {
  if (a.head !== b.head && a.tail !== b.tail) return 0;
  const [short, long] = a.length < b.length ? [a.fold, b.fold] : [b.fold, a.fold];
  if (short.length < 3 || !(long.endsWith(short) || long.startsWith(short))) return 0;
  return Math.min(1, short.length / long.length + 0.2);
}
