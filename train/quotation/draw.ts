/** Numbers from 0 to 1 that look drawn, the same at every run (Numerical Recipes' linear congruential generator). */
export function makeDraw(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Puts a list in another order, in place (Fisher and Yates). */
export function shuffle(list: unknown[], draw: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(draw() * (i + 1));
    [list[i], list[j]] = [list[j], list[i]];
  }
}
