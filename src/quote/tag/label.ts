/**
 * What a word can be: of nobody's speech, or the first (odd) or a further word (even) of a source, a cue or a content, as in
 * Ramshaw and Marcus 1995.
 */
export const LABELS = 7;
export const OUT = 0;
export const SOURCE = 1;
export const CUE = 3;
export const CONTENT = 5;

/** Whether `b` may follow `a`: what goes on has to have begun. `LABELS` stands for the beginning of a line. */
export function mayFollow(a: number, b: number): boolean {
  return b === OUT || b % 2 === 1 || (a < LABELS && (a === b || a === b - 1));
}

/** The part that a label is of: 0 none, 1 a source, 2 a cue, 3 a content. */
export function partOf(label: number): number {
  return (label + 1) >> 1;
}
