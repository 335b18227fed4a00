import { describe, expect, it } from "vitest";
import { makeChance } from "../text/chance.ts";
import { makeCountShared } from "./gram.ts";
import { know } from "./link.ts";
import { makeWords } from "./word.ts";

describe("makeCountShared", () => {
  it("counts pairs of letters in both words as often as both have them, as a slow count does", () => {
    const chance = makeChance(3);
    const draw = () => Array.from({ length: 1 + chance.below(9) }, () => "abcd"[chance.below(4)]!).join("");
    for (let k = 0; k < 30; k++) {
      const [a, b] = [1, 2].map(() => {
        const text = Array.from({ length: 1 + chance.below(300) }, draw).join(" ");
        return makeWords(text, [{ from: 0, to: text.length }], []);
      });
      const rows = know(a!.slice(0, 12), b!);
      const count = makeCountShared(rows.b, [...rows.b.keys()].slice(1));
      for (const x of rows.a)
        expect([...count(x)]).toEqual(rows.b.map((y, at) => (at === 0 ? 0 : countSlowly(x.fold, y.fold))));
    }
  });
});

function countSlowly(a: string, b: string): number {
  const [p, q] = [a, b].map((fold) => Array.from({ length: fold.length - 1 }, (_, i) => fold.slice(i, i + 2)));
  return p!.filter((gram) => q!.includes(gram) && q!.splice(q!.indexOf(gram), 1)).length;
}
