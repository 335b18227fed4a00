import type { Io } from "./io.ts";

/** One line on standard error that goes away again. */
export interface Progress {
  /** Shows what is being done, if it takes long: a second has passed, or there are so many code units still to do. */
  readonly show: (what: string, size?: number) => void;
  /** Takes the line away. */
  readonly clear: () => void;
}

/** Milliseconds after which a reader wants to know. */
const LONG = 1000;
/** Code units whose comparison takes about as long; while it runs nothing can be written. */
const LARGE = 80_000;

/** A progress line for one command. Never shows where nobody watches, so that logs stay clean. */
export function makeProgress(io: Io): Progress {
  const start = io.now();
  let isShown = false;
  return { show, clear };

  function show(what: string, size = 0): void {
    if (!io.isWatched || (io.now() - start < LONG && size < LARGE)) return;
    io.err(`\r\u001b[K${what} …`);
    isShown = true;
  }

  function clear(): void {
    if (isShown) io.err("\r\u001b[K");
    isShown = false;
  }
}
