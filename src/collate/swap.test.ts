import { describe, expect, it } from "vitest";
import { sliceSpan } from "../text/span.ts";
import { findSwaps, makeTold } from "./swap.ts";
import { makeWords } from "./word.ts";

const tell = (text: string) => makeTold(text, makeWords(text, [{ from: 0, to: text.length }], []));

/** "number 240/420" for each swap. */
function show(a: string, b: string): string[] {
  return findSwaps(tell(a), tell(b)).map((swap) => `${swap.kind} ${sliceSpan(a, swap.a)}/${sliceSpan(b, swap.b)}`);
}

describe("findSwaps", () => {
  it("finds another number, date or name in the same place", () => {
    expect(
      show(
        "Repairs will cost 38 million crowns, the council said.",
        "Repairs will cost 36 million crowns, the council said.",
      ),
    ).toEqual(["number 38 million/36 million"]);
    expect(
      show(
        "The wall was inspected in March by divers from Verrin.",
        "The wall was inspected in May 2024 by divers from Verrin.",
      ),
    ).toEqual([]);
    expect(
      show("Divers from Kelsmouth found the cracks on Monday.", "Divers from Kelsmouth found the cracks on Friday."),
    ).toEqual(["date Monday/Friday"]);
    expect(
      show(
        "The contract was signed by Maren Oswick for the town.",
        "The contract was signed by Tobias Venn for the town.",
      ),
    ).toEqual(["name Maren Oswick/Tobias Venn"]);
  });

  it("says nothing of what both have, wherever it stands", () => {
    expect(show("Six companies and 20 ships were named.", "The list named 20 ships and six companies.")).toEqual([]);
  });

  it("pairs each of two numbers with the one in its place", () => {
    expect(
      show("The index rose 12.3 points to 1,204.5 on Monday.", "The index fell 8.1 points to 1,196.4 on Monday."),
    ).toEqual(["number 12.3/8.1", "number 1,204.5/1,196.4"]);
  });

  it("gives nothing where nothing is told", () => {
    expect(show("", "The wall cost 12 crowns.")).toEqual([]);
  });
});
