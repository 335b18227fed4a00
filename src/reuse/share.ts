/** Words in a row, by number. */
export interface Stretch {
  readonly at: number;
  readonly words: number;
}

/** The stretches in order, those that overlap or have at most `slack` words between them made one. */
export function mergeStretches(stretches: readonly Stretch[], slack = 0): Stretch[] {
  const merged: Stretch[] = [];
  for (const { at, words } of [...stretches].sort((x, y) => x.at - y.at)) {
    const last = merged.at(-1);
    if (!last || last.at + last.words + slack < at) merged.push({ at, words });
    else merged[merged.length - 1] = { at: last.at, words: Math.max(last.words, at + words - last.at) };
  }
  return merged;
}

/** Share of `total` words that lie in any of the stretches, 0 to 1; 0 of no words. */
export function measureShare(stretches: readonly Stretch[], total: number): number {
  const covered = mergeStretches(stretches).reduce((sum, { words }) => sum + words, 0);
  return total === 0 ? 0 : covered / total;
}
