import { type InputError, makeVisible } from "../corpus.ts";
import type { Io } from "./io.ts";

/** One line on standard error for one input that was turned away. */
export function warn(error: InputError, io: Io): void {
  // The name of a file may have a line end in it.
  io.err(`stemma: ${makeVisible(error.message).replaceAll("\n", "␊")}\n`);
}
