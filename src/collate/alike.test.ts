import { describe, expect, it } from "vitest";
import { makeChance } from "../text/chance.ts";
import type { Known } from "./alike.ts";
import { isWorthALook, notePair } from "./alike.ts";
import { AFFINITY, LIKE, PAIR } from "./cell.ts";
import { findGrade, measureGrams } from "./lexeme.ts";
import { getLinker, know } from "./link.ts";
import { makeWords } from "./word.ts";

/** Words of which some are forms, synonyms or parts of others, with one that is longer than what is compared of it. */
const TEXT =
  "A dock worker built the harbour wall and a dockyard; builders build walls; the quay, a pier, cost two million, 2 dollars; he purchased " +
  "and bought a gunbattle battle; America, the United States, US; electroencephalographically graphically; went go gone I";

describe("isWorthALook", () => {
  it("passes over no pair in which there is anything to find", () => {
    const words = makeWords(TEXT, [{ from: 0, to: TEXT.length }], []).map(know);
    const { unseen } = getLinker().affinity;
    let spared = 0;
    for (const x of words) {
      for (const y of words) {
        if (isWorthALook(x, y)) continue;
        spared++;
        const pairs = new Float32Array(PAIR);
        notePair(x, y, unseen, pairs, 0);
        expect([pairs[LIKE], pairs[AFFINITY], measureGrams(x.lexeme, y.lexeme)]).toEqual([0, Math.fround(unseen), 0]);
        expect([findGrade(x.lexeme, y.lexeme), seekOdds(x, y)]).toEqual([0, undefined]);
      }
    }
    expect(spared).toBeGreaterThan((words.length * words.length) / 3);
  });
});

/** Without the filters. */
function seekOdds(x: Known, y: Known): number | undefined {
  return x.partners.get(y.lexeme.stem) ?? y.partners.get(x.lexeme.stem);
}

describe("measureGrams", () => {
  it("is Dice's coefficient over pairs of letters, as a slow count has it", () => {
    const chance = makeChance(3);
    const draw = () => Array.from({ length: 1 + chance.below(9) }, () => "abcd"[chance.below(4)]!).join("");
    for (let k = 0; k < 300; k++) {
      const [x, y] = [draw(), draw()].map((text) => makeWords(text, [{ from: 0, to: text.length }], [])[0]!);
      const [p, q] = [x!, y!].map(({ fold }) =>
        Array.from({ length: fold.length - 1 }, (_, i) => fold.slice(i, i + 2)),
      );
      const rest = [...q!];
      const common = p!.filter((gram) => rest.includes(gram) && rest.splice(rest.indexOf(gram), 1)).length;
      const dice = common === 0 ? 0 : (2 * common) / (p!.length + q!.length);
      expect(measureGrams(know(x!).lexeme, know(y!).lexeme)).toBeCloseTo(dice, 12);
    }
  });
});
