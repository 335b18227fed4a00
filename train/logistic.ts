/** What a case is told by, what it is, and how much it counts. */
export interface Case {
  readonly evidence: readonly number[];
  readonly isSame: boolean;
  readonly weight: number;
  /** Part of the logarithm of the odds that is known beforehand; 0 if not given. */
  readonly offset?: number;
}

const ROUNDS = 40;
/** Longest step of a round: from far off, Newton's method leaps beyond all bounds. */
const LONGEST = 2;
/** The largest step at which no more is to be had. */
const SMALL = 1e-6;

/**
 * Weights of logistic regression by Newton's method, with a penalty of `penalty` on the squares of all but the first, which is for
 * the evidence that is always 1. Deterministic. Throws nothing for evidence that is always 0: its weight is 0.
 */
export function fitLogistic(cases: readonly Case[], penalty: number): number[] {
  const size = cases[0]!.evidence.length;
  let weights = new Array<number>(size).fill(0);
  weights[0] = -meanOffset(cases);
  for (let round = 0; round < ROUNDS; round++) {
    const steps = solve(...derive(cases, weights, penalty));
    const longest = Math.max(...steps.map(Math.abs));
    const share = Math.min(1, LONGEST / longest);
    weights = weights.map((weight, at) => weight + share * steps[at]!);
    if (longest < SMALL) break;
  }
  return weights;
}

function meanOffset(cases: readonly Case[]): number {
  let [sum, total] = [0, 0];
  for (const { offset = 0, weight } of cases) {
    sum += weight * offset;
    total += weight;
  }
  return sum / total;
}

/** The second and first derivatives of the penalized likelihood. */
function derive(cases: readonly Case[], weights: readonly number[], penalty: number): [number[][], number[]] {
  const second = weights.map((_, i) => weights.map((_, j) => (i === j ? (i === 0 ? 1e-9 : penalty) : 0)));
  const first = weights.map((weight, i) => (i === 0 ? 0 : -penalty * weight));
  for (const { evidence, isSame, weight, offset = 0 } of cases) {
    const chance = 1 / (1 + Math.exp(-evidence.reduce((sum, value, at) => sum + value * weights[at]!, offset)));
    const slope = weight * ((isSame ? 1 : 0) - chance);
    const curve = weight * chance * (1 - chance);
    for (let i = 0; i < evidence.length; i++) {
      first[i]! += slope * evidence[i]!;
      for (let j = 0; j < evidence.length; j++) second[i]![j]! += curve * evidence[i]! * evidence[j]!;
    }
  }
  return [second, first];
}

/** Gauss and Jordan, with the largest pivot of each column. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!]);
  for (let column = 0; column < rows.length; column++) {
    const rest = rows.slice(column).map((row) => Math.abs(row[column]!));
    const pivot = column + rest.indexOf(Math.max(...rest));
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (const [at, row] of rows.entries()) {
      const factor = at === column ? 0 : row[column]! / rows[column]![column]!;
      if (factor !== 0) for (let k = column; k < row.length; k++) row[k]! -= factor * rows[column]![k]!;
    }
  }
  return rows.map((row, at) => row.at(-1)! / row[at]!);
}
