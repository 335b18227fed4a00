/** Words that two texts share in a row, as long as it goes on both ways. Places are numbers of words. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly words: number;
}

/** By place in a, then in b. */
export function byRun(x: Pick<Run, "a" | "b">, y: Pick<Run, "a" | "b">): number {
  return x.a - y.a || x.b - y.b;
}

/** The longest run through the words `a` and `b`, which are the same. */
export function extendRun(left: Uint32Array, right: Uint32Array, a: number, b: number): Run {
  const back = countBack(left, right, a, b);
  return { a: a - back, b: b - back, words: back + countSame(left, right, a, b) };
}

/** How many words just before `a` and `b` are the same. */
export function countBack(left: Uint32Array, right: Uint32Array, a: number, b: number): number {
  const most = Math.min(a, b);
  let count = 0;
  while (count < most && left[a - count - 1] === right[b - count - 1]) count++;
  return count;
}

/** How many words from `a` and `b` on are the same. */
export function countSame(left: Uint32Array, right: Uint32Array, a: number, b: number): number {
  const most = Math.min(left.length - a, right.length - b);
  let count = 0;
  while (count < most && left[a + count] === right[b + count]) count++;
  return count;
}
