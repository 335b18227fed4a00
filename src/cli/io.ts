/** All that a command touches besides files: given from outside, so that a test can stand in for a terminal. */
export interface Io {
  /** Writes to standard output. */
  readonly out: (text: string) => void;
  /** Writes to standard error. */
  readonly err: (text: string) => void;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Width of the terminal behind standard output; null if there is none. */
  readonly columns: number | null;
  /** Whether a person sees standard error. */
  readonly isWatched: boolean;
  /** Milliseconds since any fixed time, for the progress line only. */
  readonly now: () => number;
}
