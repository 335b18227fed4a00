/** What people's alignments tell of words that are not the same, by their stems. */
export interface Affinity {
  /** The log-odds that a stem and others are linked where both occur; undefined if it was never seen. */
  readonly of: (stem: string) => Partners | undefined;
  /** Log-odds for stems never seen together. */
  readonly unseen: number;
  /** 0 to 1: how often a word is linked at all where the other side does not have it. */
  readonly prior: (stem: string) => number;
}

export interface Partners {
  readonly get: (stem: string) => number | undefined;
}
