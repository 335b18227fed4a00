import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span } from "../text/span.ts";
import { findTokens } from "../text/token.ts";
import { findMarked } from "./marks.ts";
import { readSentences } from "./unit.ts";

describe("readSentences", () => {
  it("has the words and marks that each sentence has by itself, joined or not", () => {
    const letters = fc.constantFrom("a", "B", "U.S.", "1", ".", ",", "'", "’", "-", " ", "“", "”", '"', "é", "𝔸", "?");
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 40 }), (list) => {
        const text = list.join("");
        const block = { from: 0, to: text.length };
        for (const marked of [[], findMarked(text, [block])])
          for (const { units } of readSentences(text, [block], marked)) {
            const runs = units.filter(({ kind }) => kind === "run");
            const bounds = [units[0]!.from, ...runs.flatMap(({ from, to }) => [from, to]), units.at(-1)!.to];
            const tokens: Span[] = [];
            for (let i = 0; i < bounds.length; i += 2)
              tokens.push(...findTokens(text, { from: bounds[i]!, to: bounds[i + 1]! }));
            // Those that are joined are of one unit, which begins with the first of them and ends with the last.
            const joined = units
              .filter(({ kind }) => kind !== "run")
              .map((unit) => tokens.filter(({ from, to }) => from >= unit.from && to <= unit.to));
            expect(joined.flat()).toEqual(tokens);
            expect(joined.map((own) => [own[0]!.from, own.at(-1)!.to])).toEqual(
              units.filter(({ kind }) => kind !== "run").map(({ from, to }) => [from, to]),
            );
          }
      }),
      { numRuns: 2000 },
    );
  });
});
