import { byRun, countBack, countSame, type Run } from "./run.ts";

/** One or more runs in a row with small edits between: what one text took from the other in one go. Numbers of words. */
export interface Chain {
  readonly a: number;
  readonly aWords: number;
  readonly b: number;
  readonly bWords: number;
  /** Words that are the same. */
  readonly words: number;
  readonly runs: number;
}

/** Words that may stand between two runs of a chain, on either side. */
const WIDEST = 8;
/** Words that a run needs to go on behind an edit: fewer are chance. */
const LEAST = 4;

/** Steps over an edit, the smallest first: words left out in a and in b. */
const STEPS: readonly (readonly [number, number])[] = Array.from({ length: 2 * WIDEST + 1 }, (_, sum) =>
  Array.from({ length: sum + 1 }, (_, a) => [a, sum - a] as const).filter(([a, b]) => a <= WIDEST && b <= WIDEST),
)
  .flat()
  .slice(1);

/**
 * The runs of one pair of texts joined over small edits: from each run on, both ways, over the smallest edit of at most 8
 * words a side behind which at least 4 words are the same again. By place in a, then in b. Each run given is in a chain; the
 * shorter ones picked up on the way need not be long enough to be found by themselves. Where a text repeats itself, chains
 * overlap. Greedy, so that the time is linear in the runs; the best chain of all (sparse dynamic programming) was not worth
 * its cost, as edits between copies hardly ever leave a choice.
 */
export function chainRuns(left: Uint32Array, right: Uint32Array, runs: readonly Run[]): Chain[] {
  const open = new OpenRuns(runs);
  const chains: Chain[] = [];
  for (const run of [...runs].sort(byRun)) {
    if (!open.take(run)) continue;
    const parts = [run];
    for (let part = goBack(left, right, run); part && open.isFree(part); part = goBack(left, right, part))
      parts.unshift(part);
    for (let part = goAhead(left, right, run); part && open.isFree(part); part = goAhead(left, right, part)) {
      open.take(part);
      parts.push(part);
    }
    chains.push(joinRuns(parts));
  }
  return chains.sort((x, y) => byRun(x, y) || x.aWords - y.aWords || x.bWords - y.bWords);
}

/** The next words that are the same behind the run, counted from behind the edit; null where none are near. */
function goAhead(left: Uint32Array, right: Uint32Array, { a, b, words }: Run): Run | null {
  for (const [skipA, skipB] of STEPS) {
    const from = { a: a + words + skipA, b: b + words + skipB };
    const count = countSame(left, right, from.a, from.b);
    if (count >= LEAST) return { ...from, words: count };
  }
  return null;
}

/** The same before the run. */
function goBack(left: Uint32Array, right: Uint32Array, { a, b }: Run): Run | null {
  for (const [skipA, skipB] of STEPS) {
    const count = countBack(left, right, a - skipA, b - skipB);
    if (count >= LEAST) return { a: a - skipA - count, b: b - skipB - count, words: count };
  }
  return null;
}

/** First part to last; words of two parts that overlap on one side count once. */
function joinRuns(parts: readonly Run[]): Chain {
  const [first, last] = [parts[0]!, parts.at(-1)!];
  return {
    a: first.a,
    aWords: last.a + last.words - first.a,
    b: first.b,
    bWords: last.b + last.words - first.b,
    words: parts.reduce((sum, { words }) => sum + words, 0),
    runs: parts.length,
  };
}

/** The runs that no chain has yet, by diagonal, `a - b`: a stretch of a run lies on the run's own. */
class OpenRuns {
  readonly #byDiagonal = new Map<number, { readonly run: Run; isFree: boolean }[]>();

  constructor(runs: readonly Run[]) {
    for (const run of runs) {
      const others = this.#byDiagonal.get(run.a - run.b);
      if (others) others.push({ run, isFree: true });
      else this.#byDiagonal.set(run.a - run.b, [{ run, isFree: true }]);
    }
  }

  /** Takes the run that the part lies in, if one; false if it is taken already. */
  take(part: Run): boolean {
    const found = this.#find(part);
    if (!found?.isFree) return false;
    found.isFree = false;
    return true;
  }

  /** Whether the part lies in no run that is taken. */
  isFree(part: Run): boolean {
    return this.#find(part)?.isFree ?? true;
  }

  #find(part: Run): { readonly run: Run; isFree: boolean } | undefined {
    const others = this.#byDiagonal.get(part.a - part.b);
    return others?.find(({ run }) => run.a <= part.a && part.a < run.a + run.words);
  }
}
