import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { buildTagKernel } from "../../../kernel.ts";
import { readSentences, readTokens } from "../unit.ts";
import { Buckets } from "./buckets.ts";
import { type Chain, EDGES, STEP } from "./chain.ts";
import { compile } from "./compile.ts";
import type { Decoder, Plan } from "./decoder.ts";
import { addFirst, FIRST_SLOTS, findEdges, nearFirst } from "./first.ts";
import { makeFormReader } from "./form.ts";
import { KernelDecoder } from "./kernel.ts";
import { LABELS, mayFollow } from "./label.ts";
import { type Line, makeLines } from "./line.ts";
import { PlainDecoder } from "./plain.ts";
import { LEVELS, WEIGHTS } from "./rows.ts";
import { WASM } from "./wasm.ts";

const BITS = 10;
const read = makeFormReader({ clusters: new Map([["the", 3]]), cues: new Map([["said", 4]]) });
/** Weights that are made up, some for every place. */
const chain: Chain = {
  bits: BITS,
  places: Int32Array.from({ length: 1 << BITS }, (_, i) => i),
  digits: Uint8Array.from(
    { length: WEIGHTS << BITS },
    (_, i) => (Math.imul(i + 7, 2654435761) >>> 8) % (LEVELS.length - 2),
  ),
  scale: 0.011,
  steps: Float32Array.from({ length: EDGES * STEP }, (_, i) => ((Math.imul(i + 3, 2654435761) >>> 12) % 100) / 50 - 1),
};
const plan: Plan = { chain, listNear: nearFirst, slots: FIRST_SLOTS };

function readLine(text: string): Line {
  const block = { from: 0, to: text.length };
  const tokens = new Map([[block, readTokens(text, block)]]);
  return makeLines({ blocks: [block], tokens, sentences: readSentences(text, [block], []), marked: [] }, read)[0]!;
}

/** What a decoder makes of a line: chances and labels. */
function decode(decoder: Decoder, line: Line, at: number, heart: number): number[][] {
  addFirst(decoder.buckets, line);
  decoder.judgeWord(findEdges(line), at);
  decoder.judgeOthers();
  return [[...decoder.chances()], [...decoder.findLabels(heart)]];
}

/** The slow way: what each feature of a word weighs, one after the other. */
function scoreSlowly(line: Line): number[] {
  const buckets = new Buckets(BITS, nearFirst);
  addFirst(buckets, line);
  return Array.from({ length: line.length * LABELS }, (_, k) => {
    const [word, label] = [Math.floor(k / LABELS), k % LABELS];
    const places = buckets.places.subarray(word * buckets.width, (word + 1) * buckets.width);
    const sum = places.reduce((all, place) => all + LEVELS[chain.digits[place * WEIGHTS + label - 1]!]!, 0);
    return label === 0 ? 0 : sum * chain.scale;
  });
}

/** The slow way: the weights of every row of labels that may be. */
function judgeSlowly(line: Line): { chances: number[]; best: number[] } {
  const [scores, edges] = [scoreSlowly(line), findEdges(line)];
  const chances = new Array<number>(line.length * LABELS).fill(0);
  let [total, most, best] = [0, Number.NEGATIVE_INFINITY, [] as number[]];
  const go = (labels: number[], weight: number): void => {
    const i = labels.length;
    if (i === line.length) {
      total += Math.exp(weight);
      labels.forEach((y, at) => {
        chances[at * LABELS + y]! += Math.exp(weight);
      });
      if (weight > most) [most, best] = [weight, labels];
      return;
    }
    const last = labels.at(-1) ?? LABELS;
    for (let y = 0; y < LABELS; y++)
      if (mayFollow(last, y))
        go([...labels, y], weight + scores[i * LABELS + y]! + chain.steps[edges[i]! * STEP + last * LABELS + y]!);
  };
  go([], 0);
  return { chances: chances.map((chance) => chance / total), best };
}

describe("the decoders", () => {
  const plain = new PlainDecoder(plan);
  const kernel = new KernelDecoder(plan, compile()!);
  const long = Array.from({ length: 30_000 }, (_, i) => `w${i}`).join(" ");

  it("give every row of labels its weight", () => {
    for (const text of ["The mayor said no.", "“No,” she said."])
      for (const decoder of [plain, kernel]) {
        const line = readLine(text);
        const [chances, labels] = decode(decoder, line, 1, -1);
        const slow = judgeSlowly(line);
        chances!.forEach((chance, k) => {
          expect(chance).toBeCloseTo(slow.chances[k]!, 12);
        });
        expect(labels).toEqual(slow.best);
      }
  });

  it("agree to the last bit, whatever the kernel has kept", () => {
    for (const text of [`The mayor said no. ${long} the mayor said`, "The boats left. The mayor said so."]) {
      const line = readLine(text);
      expect(decode(kernel, line, 2, 3)).toEqual(decode(plain, line, 2, 3));
    }
    const words = fc.array(fc.constantFrom("the", "mayor", "said", ",", "boats", "left", ".", "U.S.", "who"), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(words, fc.nat(), (list, at) => {
        const line = readLine(list.join(" "));
        const own = at % line.length;
        expect(decode(kernel, line, own, own)).toEqual(decode(plain, line, own, own));
      }),
    );
  });

  it("are the plain one where the host has no WebAssembly", () => {
    vi.stubGlobal("WebAssembly", undefined);
    expect(compile()).toBeNull();
    vi.unstubAllGlobals();
    expect(compile()).not.toBeNull();
  });

  it("have a kernel that is what its sources say", async () => {
    expect(await buildTagKernel(), "run npm run kernel").toContain(`"${WASM}"`);
  }, 60_000);
});
