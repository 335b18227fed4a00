import { describe, expect, it } from "vitest";
import { LINKED, PARTNERS } from "../lang/en/alignment.ts";
import { readAffinity, UNSEEN } from "./affinity.ts";

describe("readAffinity", () => {
  it("tells of a row from its first stem, and of a stem of two words", () => {
    const { of, prior, unseen } = readAffinity(
      ["quai pier 40 united_st -91 wharf 12", "united_st us 70"],
      ["", "quai united_st"],
    );
    expect([of("quai").get("pier"), of("quai").get("united st"), of("united st").get("us")]).toEqual([0.4, -0.91, 0.7]);
    expect([of("pier").get("quai"), prior("united st"), prior("pier"), unseen]).toEqual([undefined, 0.01, 0.5, UNSEEN]);
  });

  it("finds each row of the shipped table, and each stem passes its row's filter", () => {
    const { of } = readAffinity(PARTNERS, LINKED);
    for (const row of PARTNERS) {
      const [stem, ...cells] = row.split(" ");
      const read = (word: string) => word.replaceAll("_", " ");
      expect(cells.length % 2).toBe(0);
      expect(of(read(stem!)).get(read(cells[0]!))).toBe(Number(cells[1]) / 100);
    }
  });
});
