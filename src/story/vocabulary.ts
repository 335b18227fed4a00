import { foldWord } from "../text/fold.ts";
import { measureInformation } from "../text/information.ts";
import { findStem } from "../text/stem.ts";

/** A stem, and how many reports have it. */
export interface Term {
  /** Bits it has in news at large. */
  readonly bits: number;
  /** 32 bits that are the same in whatever order the stems are met. */
  readonly hash: number;
  /** Bits it has as a number: 0 for a word, few for a year or a single digit. */
  readonly numberBits: number;
  /** Reports so far that have it. */
  count: number;
}

/** All stems met so far. Their numbers depend on the order of the reports and must not reach a result. */
export interface Vocabulary {
  readonly terms: Term[];
  /** Number of the stem of a word as it stands. */
  readonly byForm: Map<string, number>;
  readonly byStem: Map<string, number>;
}

export function makeVocabulary(): Vocabulary {
  return { terms: [], byForm: new Map(), byStem: new Map() };
}

/** The number of a word's stem. */
export function findTerm(word: string, { terms, byForm, byStem }: Vocabulary): number {
  const known = byForm.get(word);
  if (known !== undefined) return known;
  const stem = findStem(foldWord(word));
  let id = byStem.get(stem);
  if (id === undefined) {
    id = terms.length;
    byStem.set(stem, id);
    terms.push({ bits: measureInformation(stem), hash: hashStem(stem), numberBits: findNumberBits(stem), count: 0 });
  }
  byForm.set(word, id);
  return id;
}

function findNumberBits(stem: string): number {
  if (!/^\d/u.test(stem)) return 0;
  return /^(?:\d|(?:19|20)\d\d)$/u.test(stem) ? 3 : 8;
}

/** Two stems in a row as one number of 32 bits. */
export function hashPair(first: Term, second: Term): number {
  return mix(Math.imul(first.hash, 0x9e3779b1) ^ second.hash);
}

/** FNV-1a (Fowler, Noll and Vo) over code units, mixed. */
function hashStem(stem: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < stem.length; at++) hash = Math.imul(hash ^ stem.charCodeAt(at), 0x01000193);
  return mix(hash);
}

/** The last steps of MurmurHash3 (Appleby). */
function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
