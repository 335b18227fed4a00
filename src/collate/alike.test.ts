import { describe, expect, it } from "vitest";
import { hasLikeness, type Known, mayBeKin, measureAffinity, notePair } from "./alike.ts";
import { GRAMS, LIKE, PAIR, RELATED } from "./cell.ts";
import { makeCountShared } from "./gram.ts";
import { getLinker, know } from "./link.ts";
import { makeWords } from "./word.ts";

/** Words of which some are forms, synonyms or parts of others, with one that is longer than what is compared of it. */
const TEXT =
  "A dock worker built the harbour wall and a dockyard; builders build walls; the quay, a pier, cost two million, 2 dollars; he purchased " +
  "and bought a gunbattle battle; America, the United States, US; electroencephalographically graphically; went go gone I";

const read = (text: string) => makeWords(text, [{ from: 0, to: text.length }], []);
const words = know(read(TEXT), []).a;

/** All pairs of words, with the letters that they share. */
function listPairs(): [Known, Known, number][] {
  const count = makeCountShared(words, [...words.keys()]);
  return words.flatMap((x) => {
    const shared = count(x).slice();
    return words.map((y, j): [Known, Known, number] => [x, y, shared[j]!]);
  });
}

describe("mayBeKin", () => {
  it("passes over no pair in which there is anything to find", () => {
    let spared = 0;
    for (const [x, y, shared] of listPairs()) {
      if (shared > 0 || mayBeKin(x, y)) continue;
      spared++;
      const pairs = new Float32Array(PAIR);
      notePair(x, y, shared, pairs, 0);
      expect([pairs[LIKE], pairs[GRAMS], pairs[RELATED]]).toEqual([0, 0, 0]);
      expect([x.stem === y.stem, x.related.get(y.stem), y.related.get(x.stem)]).toEqual([false, undefined, undefined]);
      expect(seekOdds(x, y) ?? -9).toBeLessThanOrEqual(-2.5);
    }
    expect(spared).toBeGreaterThan((words.length * words.length) / 3);
  });
});

describe("hasLikeness", () => {
  it("says of two words that are not the same what a pair of them notes", () => {
    for (const [x, y, shared] of listPairs()) {
      if (x.fold === y.fold) continue;
      const pairs = new Float32Array(PAIR);
      notePair(x, y, shared, pairs, 0);
      expect(hasLikeness(x, y, shared)).toBe(pairs[LIKE]! > 0);
    }
  });
});

describe("measureAffinity", () => {
  it("tells what the maps tell without their filters", () => {
    const { unseen } = getLinker().affinity;
    for (const x of words)
      for (const y of words)
        if (x.fold !== y.fold) expect(measureAffinity(x, y, unseen)).toBe(seekOdds(x, y) ?? unseen);
  });
});

/** Without the filters. */
function seekOdds(x: Known, y: Known): number | undefined {
  return x.partners.get(y.stem) ?? y.partners.get(x.stem);
}
