import type { InputError } from "../corpus.ts";
import type { Io } from "./io.ts";
import { warn } from "./warn.ts";

/** What of a corpus could not be used, told while it is read. */
export interface Refused {
  readonly tell: (error: InputError) => void;
  /** Says how many there were. */
  readonly sum: () => void;
}

/** Refused lines that are named one by one; a corpus in the wrong format would fill the screen. */
const NAMED = 20;

/** Names the first lines and files that could not be used on standard error, then counts. `clear` takes a progress line away. */
export function makeRefused(io: Io, clear: () => void): Refused {
  let told = 0;
  let lost = 0;
  return { tell, sum };

  function tell(error: InputError): void {
    // What is an "option" is no loss: a report that stands there twice, or one that goes by its place.
    if (error.code !== "option") lost++;
    if (told++ >= NAMED) return;
    clear();
    warn(error, io);
  }

  function sum(): void {
    if (told > NAMED) io.err(`stemma: and ${told - NAMED} more like these\n`);
    if (lost > 0) io.err(`${lost} ${lost === 1 ? "line or file" : "lines or files"} could not be used\n`);
  }
}
