/** Numbers that look drawn, the same ones for the same seed on any machine. */
export interface Chance {
  /** From 0 up to, but not including, 1. */
  readonly draw: () => number;
  /** A whole number from 0 up to, but not including, `count`. */
  readonly below: (count: number) => number;
}

/** SplitMix32: a counter stepped by the golden ratio and stirred as in MurmurHash3. Not for secrets. */
export function makeChance(seed: number): Chance {
  let state = seed | 0;
  const draw = () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return ((z ^ (z >>> 16)) >>> 0) / 2 ** 32;
  };
  return { draw, below: (count) => Math.floor(draw() * count) };
}
