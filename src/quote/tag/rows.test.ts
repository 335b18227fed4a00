import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEVELS, readDigits, readPlaces, writeDigits, writePlaces } from "./rows.ts";

describe("writeDigits", () => {
  it("is undone by readDigits and keeps to characters that need no escape", () => {
    const triple = fc.array(fc.nat(LEVELS.length - 1), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(triple), (triples) => {
        const digits = Uint8Array.from(triples.flat());
        const written = writeDigits(digits);
        expect(written).toMatch(/^[ !#-[\]-~]*$/u);
        expect(readDigits(written)).toEqual(digits);
      }),
    );
  });
});

describe("writePlaces", () => {
  it("is undone by readPlaces, however far apart the places are", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(2000)), (list) => {
        const places = Int32Array.from(list).sort();
        const written = writePlaces(places);
        expect(written).toMatch(/^[ !#-[\]-~]*$/u);
        expect([...readPlaces(written)]).toEqual([...places]);
      }),
    );
  });
});
