/** Names of two nodes that a line joins, whichever the older. */
export type Line = readonly [string, string];

/** Steps between every two of `names` along the lines, each from its row to its column; infinite where no way leads. */
export function measurePaths(names: readonly string[], lines: readonly Line[]): number[][] {
  const neighbors = new Map<string, string[]>();
  for (const [a, b] of lines) {
    neighbors.set(a, [...(neighbors.get(a) ?? []), b]);
    neighbors.set(b, [...(neighbors.get(b) ?? []), a]);
  }
  return names.map((name) => {
    const steps = new Map([[name, 0]]);
    for (const here of steps.keys())
      for (const next of neighbors.get(here) ?? []) if (!steps.has(next)) steps.set(next, steps.get(here)! + 1);
    return names.map((other) => steps.get(other) ?? Number.POSITIVE_INFINITY);
  });
}

/**
 * Average sign distance as a likeness, 0 to 1 (Roos and Heikkilä 2009): over all texts A and pairs B, C of others, whether two
 * trees agree on which of B and C is nearer to A; half where only one of them calls it a tie. 1 for fewer than three texts.
 */
export function measureAgreement(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number {
  let [sum, count] = [0, 0];
  for (let x = 0; x < a.length; x++) {
    for (let y = 0; y < a.length; y++) {
      for (let z = y + 1; z < a.length; z++) {
        if (x === y || x === z) continue;
        const [own, other] = [a[x]!, b[x]!];
        sum += 1 - Math.abs(sign(own[y]!, own[z]!) - sign(other[y]!, other[z]!)) / 2;
        count++;
      }
    }
  }
  return count === 0 ? 1 : sum / count;
}

/** Not by subtraction: two infinite ways are alike. */
function sign(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
