import { measureSequence } from "../text/sequence.ts";
import type { Unit } from "./unit.ts";

/** Units of other reports that have the same words: places in the list of units. */
export interface Twins {
  /** To the last, function words too. */
  readonly identical: readonly number[];
  /** Both said, and but for a word or two. */
  readonly nearly: readonly number[];
}

/** So many words alike to the last, however common, are no chance. */
const LEAST_IDENTICAL = 4;
/** Words of a quotation that may be nearly another. */
const LEAST_SAID = 8;
/** Quotations with more words tell by what they say. */
const MOST_SAID = 64;
/** Words in a row that two have in common before they are looked at. */
const GRAM = 4;
/** A run in more quotations than this is a phrase; keeps the work linear on hostile input. */
const MOST_BEARERS = 16;
/** Words in common in their order, twice, over the words of both. */
const LEAST_ALIKE = 0.85;

/** The twins of each unit. Of equal ones the first of each report has them. */
export function findTwins(units: readonly Unit[]): Twins[] {
  const forms = units.map(({ words }) => words.map((word) => word.form));
  const identical = findIdentical(units, forms);
  const nearly = findNearly(units, forms);
  return units.map((_, at) => ({ identical: identical[at]!, nearly: nearly[at]! }));
}

/**
 * Whether all words of some speech in marks stand in their order in another's and four of them side by side, whatever is left out
 * between them. False for few words, which stand anywhere.
 */
export function isExcerpt(part: Unit, whole: Unit): boolean {
  const [own, forms] = [part, whole].map(({ words }) => words.map((word) => word.form));
  if (own!.length < GRAM || ![part, whole].every(isMarked)) return false;
  let met = 0;
  for (const form of forms!) if (form === own![met]) met++;
  return met === own!.length && !listGrams(own!).isDisjointFrom(listGrams(forms!));
}

function isMarked({ quotation, words }: Unit): boolean {
  return quotation !== null && words.every(({ quoted }) => quoted);
}

function findIdentical(units: readonly Unit[], forms: readonly (readonly string[])[]): number[][] {
  const keys = forms.map((own) => own.join(" "));
  const firsts = new Map<string, Map<number, number>>();
  for (const [at, { words, report }] of units.entries()) {
    if (words.length < LEAST_IDENTICAL) continue;
    const own = firsts.get(keys[at]!) ?? firsts.set(keys[at]!, new Map()).get(keys[at]!)!;
    if (!own.has(report)) own.set(report, at);
  }
  return units.map(({ report }, at) => {
    const own = firsts.get(keys[at]!);
    return own?.get(report) === at ? [...own.values()] : [];
  });
}

function findNearly(units: readonly Unit[], forms: readonly (readonly string[])[]): number[][] {
  const bearers = new Map<string, number[]>();
  for (const [at, { quotation }] of units.entries()) {
    const own = forms[at]!;
    if (quotation === null || own.length < LEAST_SAID || own.length > MOST_SAID) continue;
    for (const gram of listGrams(own)) (bearers.get(gram) ?? bearers.set(gram, []).get(gram)!).push(at);
  }
  const nearly = units.map(() => new Set<number>());
  for (const places of bearers.values()) {
    if (places.length > MOST_BEARERS) continue;
    for (const [i, a] of places.entries())
      for (const b of places.slice(i + 1)) {
        if (units[a]!.report === units[b]!.report || nearly[a]!.has(b)) continue;
        if (measureSequence(forms[a]!, forms[b]!) >= LEAST_ALIKE) nearly[a]!.add(b);
      }
  }
  return nearly.map((own) => [...own]);
}

function listGrams(forms: readonly string[]): Set<string> {
  return new Set(forms.slice(GRAM - 1).map((_, i) => forms.slice(i, i + GRAM).join(" ")));
}
