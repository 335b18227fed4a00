import type { Fact } from "../fact/fact.ts";
import { findFacts } from "../fact/find.ts";
import { HEDGES, NEGATIONS } from "../lang/en/grammar.ts";
import type { Column } from "./align.ts";
import type { Cluster } from "./locus.ts";
import type { Word } from "./word.ts";

/** What a witness has at one place, editors' insertions apart; made once, as every other witness is held against it. */
export interface Stretch {
  readonly words: readonly Word[];
  /** Two stretches with one key are the same words, as compared. */
  readonly key: string;
  /** Names, numbers and dates in it; none are sought where all witnesses have the same words. */
  readonly facts: readonly Fact[];
  /** Its words that deny or hedge. */
  readonly signs: readonly Sign[];
}

/** A word that denies or hedges. Signs of one degree say the same. */
export interface Sign {
  readonly kind: "negation" | "hedge";
  readonly degree: string;
  readonly word: Word;
}

/** The stretches of each witness, one a cluster. `texts`: those of their reports, in the order of the witnesses. */
export function makeStretches(texts: readonly string[], clusters: readonly Cluster[]): Stretch[][] {
  const uniform = clusters.map((cluster) => cluster.every(isUniform));
  return texts.map((text, at) => clusters.map((cluster, place) => makeStretch(text, cluster, at, uniform[place]!)));
}

function isUniform(column: Column): boolean {
  return column.every((word) => word?.fold === column[0]?.fold);
}

function makeStretch(text: string, cluster: Cluster, at: number, isUniform: boolean): Stretch {
  const words = cluster.flatMap((column) => (column[at] && !column[at]!.editorial ? [column[at]!] : []));
  return {
    words,
    key: words.map((word) => word.fold).join(" "),
    facts: isUniform || words.length === 0 ? [] : findFactsIn(text, words),
    signs: words.flatMap(findSign),
  };
}

/** No fact is without a capital or a figure; a number in words is a figure when folded. */
const FACT_START = /^[\p{Lu}\d]/u;

/** A stretch of nothing but a name is that name, though it may seem to begin a sentence. */
function findFactsIn(text: string, words: readonly Word[]): Fact[] {
  if (!words.some(({ from, fold }) => FACT_START.test(text[from]!) || FACT_START.test(fold))) return [];
  const cover = { from: words[0]!.from, to: words.at(-1)!.to };
  const facts = findFacts(text, cover);
  if (facts.length > 0 || !words.every((word) => word.name)) return facts;
  return [{ ...cover, kind: "name", value: words.map((word) => word.fold).join(" ") }];
}

function findSign(word: Word): Sign[] {
  if (NEGATIONS.has(word.fold) || word.fold.endsWith("n't")) return [{ kind: "negation", degree: "not", word }];
  const degree = word.name && word.fold === "may" ? undefined : HEDGES.get(word.fold); // the month, the name
  return degree === undefined ? [] : [{ kind: "hedge", degree, word }];
}
