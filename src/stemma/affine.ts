const OPEN = -1;
const EXTEND = -0.1;
/** Cells of one comparison; beyond, nothing is linked. */
const MOST_CELLS = 4_000_000;

/** How a cell was reached: both sides, only the left, only the right. */
const [BOTH, LEFT, RIGHT] = [0, 1, 2] as const;

/**
 * Places of two sequences that share one, both rising, for the greatest sum of what `measure` gives for each two, less a cost for
 * every run left alone on either side that hardly grows with its length (Gotoh 1982). Time and space grow with the product of
 * the lengths.
 */
export function alignAffine(
  left: number,
  right: number,
  measure: (i: number, j: number) => number,
): (readonly [number, number])[] {
  if (left === 0 || right === 0 || left * right > MOST_CELLS) return [];
  const width = right + 1;
  const size = (left + 1) * width;
  const sums = [0, 1, 2].map(() => new Float32Array(size).fill(Number.NEGATIVE_INFINITY)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const from = [0, 1, 2].map(() => new Uint8Array(size)) as [Uint8Array, Uint8Array, Uint8Array];
  const step = (kind: 0 | 1 | 2, at: number, before: number, costs: readonly number[]) => {
    let best = 0;
    for (let k = 1; k < 3; k++) if (sums[k]![before]! + costs[k]! > sums[best]![before]! + costs[best]!) best = k;
    sums[kind][at] = sums[best]![before]! + costs[best]!;
    from[kind][at] = best;
  };
  const costs = [BOTH, LEFT, RIGHT].map((kind) =>
    [BOTH, LEFT, RIGHT].map((last) => (kind === BOTH ? 0 : kind === last ? EXTEND : OPEN)),
  );
  sums[BOTH][0] = 0;
  for (let i = 0; i <= left; i++) {
    for (let j = 0; j <= right; j++) {
      const at = i * width + j;
      if (i > 0) step(LEFT, at, at - width, costs[LEFT]!);
      if (j > 0) step(RIGHT, at, at - 1, costs[RIGHT]!);
      if (i === 0 || j === 0) continue;
      step(BOTH, at, at - width - 1, costs[BOTH]!);
      sums[BOTH][at]! += measure(i - 1, j - 1);
    }
  }
  return trace(sums, from, left, right);
}

function trace(
  sums: readonly Float32Array[],
  from: readonly Uint8Array[],
  left: number,
  right: number,
): (readonly [number, number])[] {
  const links: (readonly [number, number])[] = [];
  let [i, j] = [left, right];
  const end = sums.map((own) => own.at(-1)!);
  let kind = end.indexOf(Math.max(...end));
  while (i > 0 || j > 0) {
    const at = i * (right + 1) + j;
    if (kind === BOTH) links.push([i - 1, j - 1]);
    if (kind !== RIGHT) i--;
    if (kind !== LEFT) j--;
    kind = from[kind === BOTH || kind === LEFT || kind === RIGHT ? kind : 0]![at]!;
  }
  return links.reverse();
}
