import process from "node:process";

/** The user or the system asked us to stop. */
export class Interrupted extends Error {
  /** The exit status that shells expect: 128 and the number of the signal. */
  readonly status: number;

  constructor(signal: "SIGINT" | "SIGTERM", further: string) {
    super(`interrupted; no result was written${further}`);
    this.status = signal === "SIGINT" ? 130 : 143;
  }
}

/**
 * Runs with a signal that Ctrl-C or SIGTERM aborts, for a reason that is an `Interrupted` with `further` words behind its message; a
 * second one ends the process as ever.
 */
export async function untilSignal<T>(run: (signal: AbortSignal) => Promise<T>, further = ""): Promise<T> {
  const controller = new AbortController();
  const stop = (name: "SIGINT" | "SIGTERM"): void => controller.abort(new Interrupted(name, further));
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    return await run(controller.signal);
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
  }
}

/** The same values until the signal is aborted, and then its reason thrown, even where the next value never comes (a pipe held open). */
export async function* stopAt<T>(values: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  stopped.catch(() => {});
  const iterator = values[Symbol.asyncIterator]();
  let isOver = false;
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), stopped]);
      isOver = next.done === true;
      if (isOver) return;
      yield next.value;
    }
  } finally {
    // Not waited for: where a read is under way, it would come back only with that.
    if (!isOver) iterator.return?.().catch(() => {});
  }
}
