import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPassages, findReuse } from "./find.ts";
import { findRuns } from "./posting.ts";
import type { Run } from "./run.ts";
import { hashWords } from "./word.ts";

const WORDS = "harbor wall storm crack winter quay mayor crown ferry stone tide lamp night rope flood gull".split(" ");
/** Texts of few words that take from each other: pieces of a common stock in any order, with words of their own. */
const texts = fc
  .array(fc.array(fc.nat(15), { minLength: 3, maxLength: 25 }), { minLength: 3, maxLength: 6 })
  .chain((stock) =>
    fc.array(fc.array(fc.nat(stock.length - 1), { maxLength: 6 }), { minLength: 2, maxLength: 5 }).map((picks) =>
      picks.map((pick) =>
        pick
          .flatMap((piece) => stock[piece]!)
          .map((word) => WORDS[word]!)
          .join(" "),
      ),
    ),
  );

/** The obvious way: every place of the one against every place of the other. */
function findSlowly(a: Uint32Array, b: Uint32Array, least: number): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      if (i > 0 && j > 0 && a[i - 1] === b[j - 1]) continue;
      let words = 0;
      while (i + words < a.length && j + words < b.length && a[i + words] === b[j + words]) words++;
      if (words >= least) runs.push({ a: i, b: j, words });
    }
  }
  return runs;
}

const show = (runs: readonly Run[]) => runs.map(({ a, b, words }) => `${a} ${b} ${words}`).sort();

describe("findRuns", () => {
  it("finds exactly the runs of gram + window - 1 words or more", () => {
    const options = fc.record({ gram: fc.integer({ min: 2, max: 6 }), window: fc.integer({ min: 1, max: 6 }) });
    fc.assert(
      fc.property(texts, options, (given, { gram, window }) => {
        const lists = given.map((text) => hashWords(text).hashes);
        const { pairs } = findRuns(lists, { gram, window, common: 1000 });
        for (let a = 0; a < lists.length; a++)
          for (let b = a + 1; b < lists.length; b++) {
            const runs = pairs.find((pair) => pair.a === a && pair.b === b)?.runs ?? [];
            expect(show(runs)).toEqual(show(findSlowly(lists[a]!, lists[b]!, gram + window - 1)));
          }
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it("with a cap finds each run that has so many words without a gram that more texts have", () => {
    fc.assert(
      fc.property(texts, (given) => {
        const [gram, window, common] = [3, 3, 2];
        const lists = given.map((text) => hashWords(text).hashes);
        const { pairs } = findRuns(lists, { gram, window, common });
        const counts = countGrams(lists, gram);
        for (let a = 0; a < lists.length; a++)
          for (let b = a + 1; b < lists.length; b++) {
            const found = show(pairs.find((pair) => pair.a === a && pair.b === b)?.runs ?? []);
            const all = findSlowly(lists[a]!, lists[b]!, gram + window - 1);
            expect(show(all)).toEqual(expect.arrayContaining(found));
            const isCommon = (key: string) => counts.get(key)!.texts > common || counts.get(key)!.times > 4 * common;
            const rare = all.filter((run) => hasRareStretch(lists[a]!, run, gram, window, isCommon));
            expect(found).toEqual(expect.arrayContaining(show(rare)));
          }
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});

const keyOf = (hashes: Uint32Array, at: number, gram: number) => hashes.slice(at, at + gram).join(" ");

function countGrams(lists: readonly Uint32Array[], gram: number): Map<string, { texts: number; times: number }> {
  const counts = new Map<string, { texts: number; times: number }>();
  for (const hashes of lists) {
    const own = Array.from({ length: Math.max(0, hashes.length - gram + 1) }, (_, at) => keyOf(hashes, at, gram));
    for (const [at, key] of own.entries()) {
      const { texts, times } = counts.get(key) ?? { texts: 0, times: 0 };
      counts.set(key, { texts: texts + (own.indexOf(key) === at ? 1 : 0), times: times + 1 });
    }
  }
  return counts;
}

function hasRareStretch(
  hashes: Uint32Array,
  { a, words }: Run,
  gram: number,
  window: number,
  isCommon: (key: string) => boolean,
): boolean {
  let rare = 0;
  for (let at = a; at + gram <= a + words; at++) {
    rare = isCommon(keyOf(hashes, at, gram)) ? 0 : rare + 1;
    if (rare === window) return true;
  }
  return false;
}

const COMMON =
  "The survey found that the wall which has kept the lower town dry for ninety years may fail within two winters if nothing is done before the first of the storms comes in from the north-west";

describe("findPassages", () => {
  it("gives both spans in UTF-16 code units, whatever case, accents and apostrophes", () => {
    const [a, b] = [`😀 Ünd: “${COMMON}.” So it’s said.`, `Reports say: ${COMMON.toUpperCase()}, so it's said.`];
    const passages = findPassages(a, b);
    expect(passages.map((own) => [a.slice(own.a.from, own.a.to), b.slice(own.b.from, own.b.to), own.words])).toEqual([
      [`${COMMON}.” So it’s said`, `${COMMON.toUpperCase()}, so it's said`, COMMON.split(/[ -]/).length + 3],
    ]);
  });

  it("chains runs over a small edit and parts them over a large one", () => {
    const b = COMMON.replace("may", "will almost certainly").replace("storms", "gales");
    const [passage, ...others] = findPassages(`${COMMON} or other.`, `Before. ${b}.`);
    expect(others).toEqual([]);
    expect(passage).toMatchObject({ a: { from: 0, to: COMMON.length }, b: { from: 8, to: 8 + b.length }, runs: 3 });
    expect(passage!.words).toBe(COMMON.split(/[ -]/).length - 2);
    const far = findPassages(
      `${COMMON} ${COMMON.split(" ").reverse().join(" ")}`,
      `${COMMON} ${WORDS.join(" ")} ${COMMON.split(" ").reverse().join(" ")}`,
    );
    expect(far).toHaveLength(2);
  });

  it("finds nothing in texts shorter than a run, empty ones and ones that share less", () => {
    expect(findPassages("", "")).toEqual([]);
    expect(findPassages("A wall fell.", "A wall fell.")).toEqual([]);
    const fifteen = COMMON.split(" ").slice(0, 15).join(" ");
    expect(findPassages(`${fifteen} here`, `${fifteen} there`)).toEqual([]);
    expect(findPassages(`${fifteen} which`, `${fifteen} which`)).toHaveLength(1);
  });
});

describe("findReuse", () => {
  const rest = (at: number) => Array.from({ length: 40 }, (_, i) => `word${at}x${i}`).join(" ");

  it("counts apart what very many texts have", () => {
    const given = Array.from({ length: 6 }, (_, at) => `${rest(at)} ${COMMON}.`);
    const { pairs, boilerplate, shares } = findReuse(given, { common: 5 });
    expect(pairs).toEqual([]);
    expect(shares).toEqual([0, 0, 0, 0, 0, 0]);
    for (const [at, found] of boilerplate.entries()) {
      expect(found).toHaveLength(1);
      expect(found[0]!.reports).toBe(6);
      expect(COMMON).toContain(given[at]!.slice(found[0]!.from, found[0]!.to));
    }
    expect(findReuse(given, { common: 6 }).pairs).toHaveLength(15);
  });

  it("measures the share of each text's words that lie in a passage", () => {
    const { pairs, shares } = findReuse([`${COMMON} ${rest(1)}`, `${rest(2)} ${COMMON}`, rest(3)]);
    const words = COMMON.split(/[ -]/).length;
    const share = words / (words + 40);
    expect(pairs).toMatchObject([{ a: 0, b: 1, aShare: share, bShare: share }]);
    expect(shares).toEqual([share, share, 0]);
  });

  it("pairs the same texts whatever their order", () => {
    fc.assert(
      fc.property(texts, (given) => {
        const show = (order: readonly string[]) =>
          findReuse(order, { gram: 3, window: 4, common: 3 })
            .pairs.map(({ a, b }) => [order[a], order[b]].sort().join(" | "))
            .sort();
        expect(show([...given].reverse())).toEqual(show(given));
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  it("refuses options out of range", () => {
    expect(() => findReuse([], { gram: 1 })).toThrow(RangeError);
    expect(() => findReuse([], { window: 65 })).toThrow(RangeError);
    expect(findReuse([])).toEqual({ pairs: [], boilerplate: [], shares: [] });
  });
});
