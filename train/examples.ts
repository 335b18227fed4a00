import { readFileSync } from "node:fs";
import type { Term } from "../src/collate/lexeme.ts";
import { isTurned } from "../src/collate/link.ts";
import { makeWords } from "../src/collate/word.ts";

/** A line of a word-alignment file. */
export interface Aligned {
  readonly id: string;
  readonly a: readonly string[];
  readonly b: readonly string[];
  readonly sure: readonly (readonly [number, number])[];
}

/** Terms of a row of tokens, and the token of each. Marks are no terms. */
export interface TermRow {
  readonly terms: readonly Term[];
  readonly places: readonly number[];
}

/** A line as the linker sees it. */
export interface Example {
  readonly a: TermRow;
  readonly b: TermRow;
  /** Whether `a` is the b of the line. */
  readonly isOther: boolean;
  readonly line: Aligned;
  /** By terms: i * b.terms.length + j. */
  readonly sure: ReadonlySet<number>;
}

const SYMBOLS: Readonly<Record<string, string>> = {
  "n't": "not",
  "%": "percent",
  $: "dollar",
  "&": "and",
  "'re": "are",
  "'ve": "have",
  "'ll": "will",
  "'m": "am",
  "-LRB-": "(",
  "-RRB-": ")",
  "-LSB-": "[",
  "-RSB-": "]",
};

export function readTerms(tokens: readonly string[]): TermRow {
  const terms: Term[] = [];
  const places: number[] = [];
  for (const [at, token] of tokens.entries()) {
    const own = token === "'s" ? "'s" : token;
    const plain = SYMBOLS[own] ?? own;
    if (own === "'s") {
      terms.push({ form: "'s", fold: "'s", stem: "'s", bits: 0, content: false, name: false });
      places.push(at);
      continue;
    }
    const words = makeWords(plain, [{ from: 0, to: plain.length }], []);
    if (words.length === 0) continue;
    const first = words[0]!;
    const name = /^\p{Lu}/u.test(plain) && first.content && (at > 0 || first.bits >= 9);
    terms.push(
      words.length === 1
        ? { form: first.form, fold: first.fold, stem: first.stem, bits: first.bits, content: first.content, name }
        : {
            form: words.map((word) => word.form).join("-"),
            fold: words.map((word) => word.fold).join("-"),
            stem: words.map((word) => word.stem).join("-"),
            bits: Math.max(...words.map((word) => word.bits)),
            content: words.some((word) => word.content),
            name,
          },
    );
    places.push(at);
  }
  return { terms, places };
}

/** An example in the order in which the linker looks at its rows. */
export function makeExample(line: Aligned): Example {
  const [a, b] = [readTerms(line.a), readTerms(line.b)];
  const isOther = isTurned(a.terms, b.terms);
  const [first, second] = isOther ? [b, a] : [a, b];
  const [atA, atB] = [first, second].map(({ places }) => new Map(places.map((place, i) => [place, i])));
  const sure = new Set(
    line.sure.flatMap((link) => {
      const [i, j] = isOther ? [link[1], link[0]] : link;
      return atA!.has(i) && atB!.has(j) ? [atA!.get(i)! * second.terms.length + atB!.get(j)!] : [];
    }),
  );
  return { a: first, b: second, isOther, line, sure };
}

export function readExamples(path: string): Example[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => makeExample(JSON.parse(line) as Aligned));
}
