import { describe, expect, it } from "vitest";
import type { Candidate } from "./candidate.ts";
import { dropOutdone } from "./outdone.ts";
import type { Unit } from "./unit.ts";

function makeUnit(report: number, text: string): Unit {
  return { report, words: text.split(" ").map((form) => ({ form })) } as unknown as Unit;
}

const makePair = (a: number, b: number, contained: number): Candidate =>
  ({ a, b, similarity: { contained } }) as unknown as Candidate;

const UNITS = [
  makeUnit(
    0,
    "for most divers the truth is that they are working longer hours for lower wages and counted in bread they are earning less",
  ),
  makeUnit(0, "i am hauling more but i am working longer hours for lower wages"),
  makeUnit(1, "for most divers the truth is that they're working longer hours for lower wages"),
];
const HOME = makePair(0, 2, 0.9);
const PHRASE = makePair(1, 2, 0.8);

describe("dropOutdone", () => {
  it("leaves a sentence that stands whole in a long one to that, also where the long one is no answer by the rules", () => {
    expect(dropOutdone(UNITS, [HOME, PHRASE], [HOME, PHRASE])).toEqual([HOME]);
    expect(dropOutdone(UNITS, [HOME, PHRASE], [PHRASE])).toEqual([]);
  });

  it("leaves the short one its answer where the long one is of another report, says otherwise, or is nearly the same as it", () => {
    expect(dropOutdone(UNITS, [PHRASE], [PHRASE])).toEqual([PHRASE]);
    const elsewhere = UNITS.with(0, { ...UNITS[0]!, report: 2 });
    expect(dropOutdone(elsewhere, [HOME, PHRASE], [HOME, PHRASE])).toEqual([HOME, PHRASE]);
    const otherwise = UNITS.with(
      0,
      makeUnit(0, "lower wages for longer hours are the truth of working divers and of most smiths"),
    );
    expect(dropOutdone(otherwise, [HOME, PHRASE], [HOME, PHRASE])).toEqual([HOME, PHRASE]);
    const near = UNITS.with(1, makeUnit(0, "the truth is that they are working longer hours for lower wages"));
    expect(dropOutdone(near, [HOME, PHRASE], [HOME, PHRASE])).toEqual([HOME, PHRASE]);
  });
});
