import { measureSequence } from "../text/sequence.ts";
import type { Candidate } from "./candidate.ts";
import type { Unit } from "./unit.ts";

/** Share of the content of a unit that another sentence must have before the words are held against each other. */
const WORTH_A_LOOK = 0.8;
/** Share of all words of a unit, in their order, from which it stands whole in another sentence. */
const WHOLE = 0.85;
/** Share from which a further sentence may be what it answers all the same. */
const LEAST_BESIDE = 0.6;
/** Of fewer words that share tells little; more are not compared. */
const LEAST_WORDS = 8;
const MOST_WORDS = 120;

/**
 * Without the answers of a unit that stands whole in another sentence of the same report: that one has it, however much else it says, and a
 * shorter one with a phrase of it has not. By their content alone the shorter one would be the more alike. The order of the answers stays.
 */
export function dropOutdone(
  units: readonly Unit[],
  candidates: readonly Candidate[],
  answers: readonly Candidate[],
): Candidate[] {
  const homes = new Map<string, number[]>();
  for (const one of candidates.filter(({ similarity }) => similarity.contained >= WORTH_A_LOOK))
    for (const [unit, other] of sidesOf(one)) {
      if (shareIn(units[unit]!, units[other]!) < WHOLE) continue;
      const key = keyOf(units, unit, other);
      homes.set(key, [...(homes.get(key) ?? []), other]);
    }
  const isOutdone = (unit: number, other: number): boolean => {
    const own = homes.get(keyOf(units, unit, other));
    return own !== undefined && !own.includes(other) && shareIn(units[unit]!, units[other]!) < LEAST_BESIDE;
  };
  return answers.filter((one) => !sidesOf(one).some(([unit, other]) => isOutdone(unit, other)));
}

function sidesOf({ a, b }: Candidate): readonly (readonly [number, number])[] {
  return [
    [a, b],
    [b, a],
  ];
}

function keyOf(units: readonly Unit[], unit: number, other: number): string {
  return `${unit}/${units[other]!.report}`;
}

/** 0 to 1: how many of the words of a unit stand in their order in another; 0 where they are too few or too many to tell. */
function shareIn({ words }: Unit, whole: Unit): number {
  if (words.length < LEAST_WORDS || Math.max(words.length, whole.words.length) > MOST_WORDS) return 0;
  const [own, forms] = [words, whole.words].map((some) => some.map(({ form }) => form));
  return (measureSequence(own!, forms!) * (own!.length + forms!.length)) / (2 * own!.length);
}
