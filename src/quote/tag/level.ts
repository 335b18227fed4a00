import { makeBytes } from "./arena.ts";
import { LABELS, OUT } from "./label.ts";

/** Levels a word: of each label, and from `SUM` on of each part, at the label that begins it. */
export const LEVELS: number = 2 * LABELS;
export const SUM: number = LABELS;

/** The chances of a line's words in steps, which is how the second pass sees them. */
export function findLevels(chances: Float64Array, length: number): Uint8Array {
  const levels = makeBytes(length * LEVELS);
  for (let i = 0; i < length; i++) {
    const [at, to] = [i * LABELS, i * LEVELS];
    for (let label = OUT + 1; label < LABELS; label++) levels[to + label] = levelOf(chances[at + label]!);
    for (let label = OUT + 1; label < LABELS; label += 2)
      levels[to + SUM + label] = levelOf(chances[at + label]! + chances[at + label + 1]!);
  }
  return levels;
}

function levelOf(chance: number): number {
  if (chance < 0.3) return chance < 0.02 ? 0 : chance < 0.1 ? 1 : 2;
  if (chance < 0.85) return chance < 0.6 ? 3 : 4;
  return chance < 0.97 ? 5 : 6;
}
