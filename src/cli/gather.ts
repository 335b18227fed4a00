import { type Input, InputError, type Report, readReports } from "../index.ts";
import { readInput, readStream } from "./file.ts";
import type { Io } from "./io.ts";
import type { Progress } from "./progress.ts";
import { warn } from "./warn.ts";

/** The reports that could be read, and what kept us from the others, each already named on standard error. */
export interface Gathered {
  readonly reports: readonly Report[];
  readonly refused: readonly InputError[];
}

/** Reads the files in the order given, `-` from standard input. */
export async function gatherReports(files: readonly string[], io: Io, progress: Progress): Promise<Gathered> {
  const inputs: Input[] = [];
  const unread: InputError[] = [];
  for (const [at, name] of files.entries()) {
    // A file given twice is told by its bytes; standard input has none left.
    if (name === "-" && files.indexOf(name) < at) {
      unread.push(new InputError("option", name, "given twice; read once"));
      continue;
    }
    progress.show(`Reading ${at + 1} of ${files.length}`);
    try {
      const bytes = await (name === "-" ? readStream(io.stdin, name) : readInput(name));
      inputs.push({ name, bytes });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      unread.push(error);
    }
  }
  const { reports, refused } = await readReports(inputs);
  progress.clear();
  const all = [...unread, ...refused];
  for (const error of all) warn(error, io);
  return { reports, refused: all };
}
