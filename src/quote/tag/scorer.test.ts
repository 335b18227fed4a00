import { describe, expect, it } from "vitest";
import { Buckets } from "./buckets.ts";
import { type Chain, EDGES, makeLattice, STEP } from "./chain.ts";
import { addFirst, FIRST_SLOTS, nearFirst } from "./first.ts";
import { makeFormReader } from "./form.ts";
import { LABELS } from "./label.ts";
import { type Line, makeLines } from "./line.ts";
import { LEVELS, makeRows, WEIGHTS } from "./rows.ts";
import { Scorer } from "./scorer.ts";

const BITS = 10;
const read = makeFormReader({ clusters: new Map([["the", 3]]), cues: new Map([["said", 4]]) });

/** A chain whose weights are made up, some for every place. */
function makeChain(): { chain: Chain; digits: Uint8Array } {
  const places = Int32Array.from({ length: 1 << BITS }, (_, i) => i);
  const digits = Uint8Array.from(
    { length: places.length * WEIGHTS },
    (_, i) => (Math.imul(i + 7, 2654435761) >>> 8) % LEVELS.length,
  );
  const chain = { bits: BITS, rows: makeRows(BITS, places, digits), scale: 0.5, steps: new Float32Array(EDGES * STEP) };
  return { chain, digits };
}

function readLine(text: string): Line {
  const block = { from: 0, to: text.length };
  const half = text.indexOf(".") + 1;
  const sentences = [
    { from: 0, to: half, block: 0 },
    { from: half, to: text.length, block: 0 },
  ];
  return makeLines(text, { blocks: [block], sentences, marked: [] }, read)[0]!;
}

/** The slow way: what each feature of a word weighs, one after the other. */
function scoreSlowly(digits: Uint8Array, scale: number, line: Line): number[] {
  const buckets = new Buckets(BITS, nearFirst);
  addFirst(buckets, line);
  return Array.from({ length: line.length * LABELS }, (_, k) => {
    const [word, label] = [Math.floor(k / LABELS), k % LABELS];
    const places = buckets.places.subarray(word * buckets.width, (word + 1) * buckets.width);
    const sum = places.reduce((all, place) => all + LEVELS[digits[place * WEIGHTS + label - 1]!]!, 0);
    return label === 0 ? 0 : sum * scale;
  });
}

describe("Scorer", () => {
  it("gives each word the sum of the weights of its features, whatever it has kept", () => {
    const { chain, digits } = makeChain();
    const lattice = makeLattice();
    const scorer = new Scorer(chain, lattice, nearFirst, FIRST_SLOTS);
    const many = Array.from({ length: 30_000 }, (_, i) => `w${i}`).join(" ");
    for (const text of [
      "The mayor said the boats left. The boats, the mayor said, were the last.",
      `The mayor said no. ${many} the mayor said`,
      "The boats left. The mayor said so.",
    ]) {
      const line = readLine(text);
      addFirst(scorer, line);
      expect([...lattice.scores.subarray(0, line.length * LABELS)]).toEqual(
        scoreSlowly(digits, chain.scale, line).map((score) => score + 0),
      );
    }
  });
});
