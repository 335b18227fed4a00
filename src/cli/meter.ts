import type { ReuseProgress } from "../engine/pairing.ts";
import type { Io } from "./io.ts";

/** A progress line with rate and time left. */
export interface Meter {
  readonly show: (progress: ReuseProgress) => void;
  readonly clear: () => void;
}

/** Milliseconds between two lines. */
const PAUSE = 200;
const WORDS: Readonly<Record<ReuseProgress["step"], string>> = {
  reading: "Reading",
  indexing: "Indexing",
  pairing: "Pairing reports",
};

/** Where a person watches: one line on standard error, written over five times a second at most, gone at the end. */
export function makeMeter(io: Io): Meter {
  let step: ReuseProgress["step"] | null = null;
  let start = io.now();
  let shown = start;
  let isShown = false;
  return { show, clear };

  function show(progress: ReuseProgress): void {
    const now = io.now();
    if (progress.step !== step) {
      step = progress.step;
      start = now;
    }
    if (now - shown < PAUSE) return;
    shown = now;
    if (!io.isWatched) return;
    isShown = true;
    io.err(`\r\u001b[K${describe(progress, (now - start) / 1000)} …`);
  }

  function clear(): void {
    if (isShown) io.err("\r\u001b[K");
    isShown = false;
  }
}

/** "Reading 45 MB of 600 MB, 210 MB a second, 3 s left": what is not known is left out. */
export function describe({ step, done, total }: ReuseProgress, seconds: number): string {
  const [scale, unit] = step === "reading" ? [1e6, " MB"] : [1, ""];
  const show = (amount: number): string => `${Math.round(amount / scale)}${unit}`;
  const parts = [`${WORDS[step]} ${show(done)}${total > 0 ? ` of ${show(total)}` : ""}`];
  if (seconds > 0 && done > 0) {
    const rate = done / seconds;
    parts.push(`${show(rate)} a second`);
    if (total > done) parts.push(`${Math.ceil((total - done) / rate)} s left`);
  }
  return parts.join(", ");
}
